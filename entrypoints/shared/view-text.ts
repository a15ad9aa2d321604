import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { ViewText } from '../../components/Text.tsx';

/** The library types each key's own substitutions; the views know all keys as one type, so the two meet here. */
const translate = i18n.t as (key: string, ...rest: unknown[]) => string;

/** The text of the views in the language of the reader's browser. */
export const viewText: ViewText = {
  t: (key, substitutions, count) =>
    count === undefined
      ? translate(key, substitutions ?? [])
      : translate(key, count, substitutions ?? [String(count)]),
  language: browser.i18n.getUILanguage(),
};

/** ISO 3166-1 code of the country in the reader's language setting ("en-GB" gives GB); undefined where it names none. */
export const readerRegion: string | undefined = new Intl.Locale(viewText.language).region;
