import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { ViewText } from '../../components/Text.tsx';

/** The library types each key's own substitutions; the views know all keys as one type, so the two meet here. */
const translate = i18n.t as (key: string, ...rest: unknown[]) => string;

const browserLanguage = browser.i18n.getUILanguage();
/** The language that the texts are in: English where the browser speaks one that they are not written in. */
const written = translate('textLanguage');

/** The text of the views in the language of the reader's browser. */
export const viewText: ViewText = {
  t: (key, substitutions, count) =>
    count === undefined
      ? translate(key, substitutions ?? [])
      : translate(key, count, substitutions ?? [String(count)]),
  language: browserLanguage.split('-')[0] === written ? browserLanguage : written,
};

/** ISO 3166-1 code of the country in the reader's language setting ("en-GB" gives GB); undefined where it names none. */
export const readerRegion: string | undefined = new Intl.Locale(browserLanguage).region;
