import polyfilled from 'webextension-polyfill';
import { withHost } from '../../lib/sites.ts';
import type { Message, PageReport, ToPage } from '../shared/messages.ts';
import { changeSetting } from '../shared/settings.ts';

/** Switches the site of a tab, as its popup would; nothing where no page of ours answers. */
export async function switchSite(tabId: number): Promise<void> {
  const message: Message<ToPage, 'getReport'> = { name: 'getReport', params: {} };
  let report: PageReport;
  try {
    report = (await polyfilled.tabs.sendMessage(tabId, message, { frameId: 0 })) as PageReport;
  } catch {
    return;
  }
  const { host, path, mode } = report;
  await changeSetting('sites', (rules) => withHost(rules, host, mode === 'off', path));
}
