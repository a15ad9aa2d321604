import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { ViewText } from '../../components/Text.tsx';

/** The library types each key's own substitutions; the views know all keys as one type, so the two meet here. */
const translate = i18n.t as (key: string, ...rest: unknown[]) => string;

let asked: string | undefined;
/** BCP 47; not asked before it is needed: in a fresh process the answer takes milliseconds, on pages that never show a text too. */
const browserLanguage = () => (asked ??= browser.i18n.getUILanguage());

/** The text of the views in the language of the reader's browser. */
export const viewText: ViewText = {
  t: (key, substitutions, count) =>
    count === undefined
      ? translate(key, substitutions ?? [])
      : translate(key, count, substitutions ?? [String(count)]),
  get language() {
    // English where the browser speaks a language that the texts are not written in.
    const written = translate('textLanguage');
    return browserLanguage().split('-')[0] === written ? browserLanguage() : written;
  },
};

/** ISO 3166-1 code of the country in the reader's language setting ("en-GB" gives GB); undefined where it names none. */
export const readerRegion = (): string | undefined => new Intl.Locale(browserLanguage()).region;
