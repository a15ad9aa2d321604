/**
 * What is kept between visits. WXT's storage does more and weighs 3 kB in every page; these records need a
 * version, a fallback and a watch, and a page reads them all at once.
 */
import { browser } from 'wxt/browser';
import { decode, encode, type Fault } from '../../lib/settings/record.ts';
import { SETTING_NAMES, SETTINGS, type SettingName, type Settings } from '../../lib/settings/settings.ts';

/** Where the names stand of records that could not be read and were written over. */
const LOST_KEY = 'unreadable';

const KEYS = SETTING_NAMES.flatMap((name) => [name, SETTINGS[name].bareKey ?? name]);

const read = <Name extends SettingName>(name: Name, stored: Record<string, unknown>) => {
  const setting = SETTINGS[name];
  return decode(setting, stored[name], setting.bareKey && stored[setting.bareKey]);
};

const settingsOf = (stored: Record<string, unknown>) =>
  Object.fromEntries(SETTING_NAMES.map((name) => [name, read(name, stored).value])) as unknown as Settings;

/** All settings; a record that cannot be read has its fallback, and the others are as they are. */
export const readSettings = async (): Promise<Settings> => settingsOf(await browser.storage.local.get(KEYS));

/** Sets some settings whole. */
export async function writeSettings(settings: Partial<Settings>): Promise<void> {
  const names = Object.keys(settings) as SettingName[];
  const stored = await browser.storage.local.get([...names, LOST_KEY]);
  const lost = names.filter((name) => read(name, stored).fault);
  await browser.storage.local.set({
    ...Object.fromEntries(
      names.map((name) => [name, encode(SETTINGS[name] as never, settings[name] as never)]),
    ),
    // What stood there was lost just now: the options page still has to say so.
    ...(lost.length > 0 ? { [LOST_KEY]: [...lostIn(stored), ...lost] } : {}),
  });
}

/** Makes a setting's next value of the one held. */
export async function changeSetting<Name extends SettingName>(
  name: Name,
  change: (value: Settings[Name]) => Settings[Name],
): Promise<void> {
  await writeSettings({ [name]: change((await readSettings())[name]) });
}

const lostIn = (stored: Record<string, unknown>): SettingName[] => {
  const names = stored[LOST_KEY];
  return Array.isArray(names) ? SETTING_NAMES.filter((name) => names.includes(name)) : [];
};

/**
 * The settings that could not be read, each told once: those that are unreadable are cleared by this, so that
 * their fallback is what is kept. A record of a later release is told each time and left for it.
 */
export async function takeFaults(): Promise<{ readonly name: SettingName; readonly fault: Fault }[]> {
  const stored = await browser.storage.local.get([...KEYS, LOST_KEY]);
  const lost = lostIn(stored);
  const faults = SETTING_NAMES.flatMap((name) => {
    const fault = read(name, stored).fault ?? (lost.includes(name) ? 'unreadable' : null);
    return fault ? [{ name, fault }] : [];
  });
  const unreadable = faults.filter(({ fault }) => fault === 'unreadable').map(({ name }) => name);
  const cleared = unreadable.filter((name) => read(name, stored).fault);
  await browser.storage.local.remove([
    LOST_KEY,
    ...cleared.flatMap((name) => [name, SETTINGS[name].bareKey ?? name]),
  ]);
  return faults;
}

/** Forgets all settings, those of the extension's own life apart: it does not greet again. */
export async function resetSettings(): Promise<void> {
  await browser.storage.local.remove([...KEYS.filter((key) => key !== 'life'), LOST_KEY]);
}

/** Calls back with all settings each time that one was set, from whichever page, until the signal aborts. */
export function watchSettings(changed: (settings: Settings) => void, signal?: AbortSignal): void {
  const listen = (changes: Record<string, unknown>) => {
    if (KEYS.some((key) => key in changes))
      void readSettings().then(
        (settings) => {
          if (!signal?.aborted) changed(settings);
        },
        () => undefined,
      );
  };
  const { onChanged } = browser.storage.local;
  onChanged.addListener(listen);
  signal?.addEventListener('abort', () => {
    // Without a valid context the call throws, and the listener is gone with it.
    if (browser.runtime?.id) onChanged.removeListener(listen);
  });
}
