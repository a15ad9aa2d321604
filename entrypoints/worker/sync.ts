/** Carries settings between this browser's own storage, which alone is read, and the account's, where that is wanted. */
import polyfilled from 'webextension-polyfill';
import { decode } from '../../lib/settings/record.ts';
import { SETTINGS, type SettingName, type Settings, TRAVELLING } from '../../lib/settings/settings.ts';
import { changeSetting, readSettings } from '../shared/settings.ts';

/** The list of dismissals is longer than an account holds. */
const SYNCED = TRAVELLING.filter((name) => name !== 'dismissed');

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const sound = (name: SettingName, stored: unknown) =>
  stored !== undefined && decode(SETTINGS[name] as never, stored).fault === null;

async function note(problem: Settings['sync']['problem']): Promise<void> {
  if ((await readSettings()).sync.problem !== problem)
    await changeSetting('sync', (sync) => ({ ...sync, problem }));
}

/** Copies the records that differ, and are sound, from one storage to the other. */
async function copy(names: readonly SettingName[], from: 'local' | 'sync', to: 'local' | 'sync') {
  const source = await polyfilled.storage[from].get([...names]);
  const target = await polyfilled.storage[to].get([...names]);
  const changed = names.filter((name) => sound(name, source[name]) && !same(source[name], target[name]));
  if (changed.length > 0)
    await polyfilled.storage[to].set(Object.fromEntries(changed.map((name) => [name, source[name]])));
}

async function send(names: readonly SettingName[]): Promise<void> {
  try {
    await copy(names, 'local', 'sync');
    await note(null);
  } catch (error) {
    await note(/quota/i.test(String(error)) ? 'too-large' : 'failed');
  }
}

/** After a change in either storage: tells the other. What the account holds wins when sync is switched on. */
export async function followChanges(changes: Record<string, unknown>, area: string): Promise<void> {
  if (area !== 'local' && area !== 'sync') return;
  const { sync } = await readSettings();
  if (!sync.on) return;
  const names = SYNCED.filter((name) => name in changes);
  const { sync: switched } = changes as { sync?: { oldValue?: unknown } };
  const wasOn = switched ? decode(SETTINGS.sync, switched.oldValue).value.on : true;
  if (area === 'sync') await copy(names, 'sync', 'local');
  else if (!wasOn) {
    await copy(SYNCED, 'sync', 'local');
    await send(SYNCED);
  } else if (names.length > 0) await send(names);
}
