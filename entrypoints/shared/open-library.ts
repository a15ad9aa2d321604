import { browser } from 'wxt/browser';
import type { CardKey } from '../../lib/evidence/card.ts';
import { entryAddress } from '../../lib/library/library-address.ts';

/** Opens the library in a tab of its own: at the entry of a pair, else at the map. */
export async function openLibrary(key?: CardKey): Promise<void> {
  const address = key ? entryAddress(key) : '#/';
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') + address });
}
