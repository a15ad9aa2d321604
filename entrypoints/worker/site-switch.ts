import { withHost } from '../../lib/sites.ts';
import { changeSetting } from '../shared/settings.ts';
import { tellPage } from '../shared/tell-page.ts';

/** Switches the site of a tab, as its popup would; nothing where no page of ours answers. */
export async function switchSite(tabId: number): Promise<void> {
  const report = await tellPage(tabId, { name: 'getReport', params: {} });
  if (!report) return;
  const { host, path, mode } = report;
  await changeSetting('sites', (rules) => withHost(rules, host, mode === 'off', path));
}
