/** The page in front of the panel's window, as it is now: a port to it tells each change, nothing is asked twice. */
import browser, { type Runtime } from 'webextension-polyfill';
import type { PanelState } from '../../components/Panel.tsx';
import { type ListedClaim, type PageReport, REPORT_PORT } from '../shared/messages.ts';
import { tellPage } from '../shared/tell-page.ts';

export interface PageView {
  readonly state: PanelState;
  /** Empty where the page cannot be read. */
  readonly host: string;
  readonly claims: readonly ListedClaim[];
}

/**
 * Follows whichever tab is in front, from page to page, for as long as the panel is open.
 *
 * @param onView Called at once and after each change.
 */
export function followPage(onView: (view: PageView) => void): { openClaim(id: string): Promise<void> } {
  let tabId: number | undefined;
  let port: Runtime.Port | null = null;

  const say = (state: PanelState, report?: PageReport) =>
    onView({ state, host: report?.host ?? '', claims: report?.claims ?? [] });

  /** No one answers: the page is still on its way, or it is one where extensions do not run. */
  const sayMissing = async (id: number) => {
    const tab = await browser.tabs.get(id).catch(() => null);
    if (id === tabId && !port) say(tab?.status === 'loading' ? 'looking' : 'unreadable');
  };

  const connect = () => {
    port?.disconnect();
    port = null;
    const id = tabId;
    if (id === undefined) {
      say('unreadable');
      return;
    }
    const opened = browser.tabs.connect(id, { name: REPORT_PORT, frameId: 0 });
    port = opened;
    opened.onMessage.addListener((message) => {
      const report = message as PageReport;
      if (port === opened) say(report.mode, report);
    });
    opened.onDisconnect.addListener(() => {
      // Chrome logs an error that no one has looked at.
      void browser.runtime.lastError;
      if (port !== opened) return;
      port = null;
      void sayMissing(id);
    });
  };

  const look = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === tabId && port) return;
    tabId = tab?.id;
    connect();
  };

  browser.tabs.onActivated.addListener(() => void look());
  browser.tabs.onUpdated.addListener((id, { status }) => {
    if (id === tabId && status === 'complete') connect();
  });
  // A page that starts later than its tab is complete counts its claims for the icon, and may be met then.
  browser.runtime.onMessage.addListener((_: unknown, sender: Runtime.MessageSender) => {
    if (!port && sender.tab?.id === tabId) connect();
    return undefined;
  });
  say('looking');
  void look();

  return {
    async openClaim(id) {
      if (tabId === undefined) return;
      if ((await tellPage(tabId, { name: 'openClaim', params: { id } })) === null) connect();
    },
  };
}
