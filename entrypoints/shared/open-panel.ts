import browser from 'webextension-polyfill';

/** Chrome's side panel, which the polyfill does not know. */
interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}

const { sidePanel } = (globalThis as { chrome?: { sidePanel?: SidePanel } }).chrome ?? {};

/** Whether the browser has a place for the panel. */
export const canOpenPanel = sidePanel !== undefined || browser.sidebarAction !== undefined;

/**
 * Opens the panel with the page's claims at the side of a window. Must be called right from what the reader did,
 * before anything is awaited; a browser without a panel does nothing.
 */
export async function openPanel(windowId: number): Promise<void> {
  if (sidePanel) await sidePanel.open({ windowId });
  else await browser.sidebarAction?.open();
}
