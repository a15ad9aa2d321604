import polyfilled from 'webextension-polyfill';
import type { ToBackground } from '../shared/messages.ts';

type Mark = ToBackground['setCount']['params'];

const ICONS = { on: 'icons/', off: 'icons/off-', paused: 'icons/off-' } as const;

const textOf = ({ count, mode, shown }: Mark) => {
  if (mode === 'paused') return '❚❚';
  if (!count || !shown) return '';
  return count > 999 ? '999+' : String(count);
};

/** Shows on the tab's icon how many marks its page has; grey where it is off or paused, a sign where paused. */
export async function showOnIcon(tabId: number, mark: Mark): Promise<void> {
  const icon = ICONS[mark.mode];
  try {
    await polyfilled.action.setBadgeText({ tabId, text: textOf(mark) });
    await polyfilled.action.setIcon({ tabId, path: { 16: `${icon}16.png`, 32: `${icon}32.png` } });
  } catch {
    // The tab closed meanwhile.
  }
}
