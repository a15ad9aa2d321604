/** The views' text as the browser gives it: from locales/en.yml, through the extension's own way to it. */
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const parsed = await parseMessagesFile('locales/en.yml');
const messages = generateChromeMessages(parsed);

/** All keys of the file, with dots. */
export const englishKeys = parsed.map(({ key }) => key.join('.'));

// Not in the fake: `$1` and so on stand for the substitutions, and a missing message is empty.
fakeBrowser.i18n.getMessage = (key: string, substitutions: string | string[] = []) =>
  (messages[key]?.message ?? '').replace(/\$([1-9])/g, (_, at) => [substitutions].flat()[at - 1] ?? '');
fakeBrowser.i18n.getUILanguage = () => 'en-US';

export const { viewText: english, readerRegion } = await import('../../entrypoints/shared/view-text.ts');
