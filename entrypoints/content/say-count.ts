/** The number of claims, for readers who hear the page: said once an address, when it has settled. */
import type { ViewText } from '../../components/Text.tsx';

export interface CountSayer {
  /** The page has so many claims now. Nothing is said of none. */
  tell(count: number): void;
  /** The page went on to another address: its count is news again once its claims have changed. */
  move(): void;
  isOurs(node: unknown): boolean;
  /** Takes the region off the page; what was said is not said again. */
  stop(): void;
}

/** Milliseconds without a change until a count has settled. */
const SETTLED = 1500;

/** Heard and not seen, whatever the page says of all elements. */
const HOST_CSS =
  ':host{all:initial!important;position:fixed!important;width:1px!important;height:1px!important;' +
  'overflow:hidden!important;clip-path:inset(50%)!important}';

/** @param text Gives the words of a count, in its language. */
export function createCountSayer(text: ViewText): CountSayer {
  let host: HTMLElement | null = null;
  let region: HTMLElement | null = null;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let said = false;

  /** A region is heard only where it was there before its words. */
  const show = () => {
    if (!host) {
      host = document.createElement('div');
      const root = host.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(HOST_CSS);
      root.adoptedStyleSheets = [sheet];
      region = document.createElement('p');
      region.role = 'status';
      region.lang = text.language;
      root.append(region);
    }
    if (!host.isConnected) document.documentElement.append(host);
  };
  const put = (words: string) => {
    if (region) region.textContent = words;
  };

  return {
    isOurs: (node) => node !== null && node === host,

    tell(count) {
      if (said) return;
      clearTimeout(settling);
      if (count === 0) return;
      show();
      settling = setTimeout(() => {
        said = true;
        put(text.t('say.count', undefined, count));
      }, SETTLED);
    },

    move() {
      // The same words twice are heard once.
      if (said) put('');
      said = false;
    },

    stop() {
      clearTimeout(settling);
      host?.remove();
      host = region = null;
    },
  };
}
