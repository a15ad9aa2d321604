import polyfilled, { type Menus } from 'webextension-polyfill';
import { i18n } from '#i18n';
import { CHECKED_KEY, WINDOW_KEY } from '../shared/session-keys.ts';
import { switchSite } from './site-switch.ts';

const PAGES = ['http://*/*', 'https://*/*'];

/** Makes the entries anew; the browser keeps them from one start of the worker to the next. */
export async function makeMenus(): Promise<void> {
  // Firefox on Android has no such menu.
  if (!polyfilled.contextMenus) return;
  await polyfilled.contextMenus.removeAll();
  polyfilled.contextMenus.create({
    id: 'check',
    title: i18n.t('check.menu'),
    contexts: ['selection'],
  });
  polyfilled.contextMenus.create({
    id: 'site',
    title: i18n.t('check.menuSite'),
    contexts: ['page'],
    documentUrlPatterns: PAGES,
  });
}

/** Size of the window that answers, in CSS pixels. */
const SIZE = { width: 440, height: 680 };

/** Shows the answer to a text in a small window, the one that is open already where there is one. */
export async function checkText(text: string): Promise<void> {
  const session = polyfilled.storage.session;
  const { [WINDOW_KEY]: known } = await session.get(WINDOW_KEY);
  await session.set({ [CHECKED_KEY]: text });
  if (typeof known === 'number') {
    try {
      await polyfilled.windows.update(known, { focused: true });
      return;
    } catch {
      // It was closed.
    }
  }
  const url = polyfilled.runtime.getURL('/check.html');
  const opened = await polyfilled.windows.create({ type: 'popup', url, ...SIZE });
  await session.set({ [WINDOW_KEY]: opened.id });
}

export async function chooseMenu(info: Menus.OnClickData, tabId: number | undefined): Promise<void> {
  if (info.menuItemId === 'check' && info.selectionText) await checkText(info.selectionText);
  if (info.menuItemId === 'site' && tabId !== undefined) await switchSite(tabId);
}
