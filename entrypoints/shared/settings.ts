/**
 * What is kept between visits, each as one typed item. WXT's storage does more and weighs 3 kB in every page;
 * these items need a fallback, a version and a watch.
 */
import { browser } from 'wxt/browser';
import { type SiteRules, siteRulesFrom } from '../../lib/sites.ts';

interface Item<Value> {
  /** The value held, or the fallback where nothing or nothing legible is held. */
  read(): Promise<Value>;
  write(value: Value): Promise<void>;
  /** Calls back with each new value, from whichever page it was set, until the signal aborts. */
  watch(changed: (value: Value) => void, signal: AbortSignal): void;
}

/**
 * @param key Where the item stands in local storage. It ends in the version of its form: a new form takes a
 *   new key and reads the old one in `parse`'s place.
 * @param parse Makes a value of whatever was stored; gets undefined where nothing is.
 */
function item<Value>(key: string, parse: (stored: unknown) => Value): Item<Value> {
  return {
    async read() {
      return parse((await browser.storage.local.get(key))[key]);
    },
    async write(value) {
      await browser.storage.local.set({ [key]: value });
    },
    watch(changed, signal) {
      const listen = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key];
        if (change) changed(parse(change.newValue));
      };
      const { onChanged } = browser.storage.local;
      onChanged.addListener(listen);
      signal.addEventListener('abort', () => {
        // Without a valid context the call throws, and the listener is gone with it.
        if (browser.runtime?.id) onChanged.removeListener(listen);
      });
    },
  };
}

/** Where the extension is on. */
export const siteRules = item<SiteRules>('siteRules.1', siteRulesFrom);
