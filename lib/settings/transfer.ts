import { decode, encode, type SettingRecord } from './record.ts';
import { SETTING_NAMES, SETTINGS, type SettingName, type Settings, TRAVELLING } from './settings.ts';

/** What a file of settings calls itself, and the version of the file's own form. */
const FORMAT = 'leafcheck-settings';
const FILE_VERSION = 1;

/**
 * Why a file was refused: not JSON, JSON of something else, made by a later release, or one of its settings is
 * not of its form (named in `setting`).
 */
export type Refusal =
  | { readonly reason: 'not-json' | 'not-settings' | 'newer' }
  | { readonly reason: 'bad-setting'; readonly setting: string };

/** All settings that travel, as the text of a file. */
export function exportSettings(settings: Settings, release: string): string {
  const records = Object.fromEntries(
    TRAVELLING.map((name) => [name, encode(SETTINGS[name] as never, settings[name] as never)]),
  );
  return `${JSON.stringify({ format: FORMAT, version: FILE_VERSION, release, settings: records }, null, 2)}\n`;
}

/**
 * Reads a file of settings whole or not at all. A setting that the file does not name stays as it is.
 *
 * @returns The settings that it holds, or why it is refused.
 */
export function importSettings(
  text: string,
): { readonly settings: Partial<Settings> } | { readonly refused: Refusal } {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { refused: { reason: 'not-json' } };
  }
  const { format, version, settings } = (file ?? {}) as Record<string, unknown>;
  if (format !== FORMAT || typeof version !== 'number') return { refused: { reason: 'not-settings' } };
  if (version > FILE_VERSION) return { refused: { reason: 'newer' } };
  if (typeof settings !== 'object' || settings === null) return { refused: { reason: 'not-settings' } };
  const read: Partial<Record<SettingName, unknown>> = {};
  for (const [name, record] of Object.entries(settings as Record<string, SettingRecord>)) {
    // A name that no release so far wrote.
    if (!(SETTING_NAMES as string[]).includes(name)) return { refused: { reason: 'newer' } };
    const known = name as SettingName;
    if (!SETTINGS[known].travels) return { refused: { reason: 'bad-setting', setting: name } };
    const { value, fault } = decode(SETTINGS[known] as never, record ?? null);
    if (fault === 'newer') return { refused: { reason: 'newer' } };
    if (fault) return { refused: { reason: 'bad-setting', setting: name } };
    read[known] = value;
  }
  return { settings: read as Partial<Settings> };
}
