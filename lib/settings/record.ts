import type { Form } from './form.ts';

/** One thing that is kept between visits: its form, what holds where nothing is kept, and how older forms become it. */
export interface Setting<Value> {
  /** Version of the form, from 1. */
  readonly version: number;
  readonly fallback: Value;
  readonly form: Form<Value>;
  /** By the version that it starts from: makes the next version's form. Gets anything, and may give anything. */
  readonly migrations?: Readonly<Record<number, (old: unknown) => unknown>>;
  /** Key under which version 1 stood bare, before records had versions. */
  readonly bareKey?: string;
  /** Whether it goes along to the person's other browsers and into a file of settings. */
  readonly travels: boolean;
}

/** A setting as it stands in storage and in files. */
export interface SettingRecord {
  readonly version: number;
  readonly value: unknown;
}

/** `newer` is a record that a later release wrote; `unreadable` is anything else that is not of the form. */
export type Fault = 'unreadable' | 'newer';

/** What a record holds; the fallback and a reason where it could not be read. */
export interface Decoded<Value> {
  readonly value: Value;
  readonly fault: Fault | null;
}

const isRecord = (stored: unknown): stored is SettingRecord =>
  typeof stored === 'object' && stored !== null && Number.isInteger((stored as SettingRecord).version);

/**
 * Reads a record of whatever version. Never throws; a fault in one record says nothing of another.
 *
 * @param stored What storage gave for the setting's key; undefined where nothing is kept, which is no fault.
 * @param bare What storage gave for its `bareKey`; looked at only where `stored` is undefined.
 */
export function decode<Value>(setting: Setting<Value>, stored: unknown, bare?: unknown): Decoded<Value> {
  const { version, fallback, form, migrations = {} } = setting;
  const record = stored === undefined && bare !== undefined ? { version: 1, value: bare } : stored;
  if (record === undefined) return { value: fallback, fault: null };
  if (!isRecord(record) || record.version < 1) return { value: fallback, fault: 'unreadable' };
  if (record.version > version) return { value: fallback, fault: 'newer' };
  let { value } = record;
  try {
    for (let from = record.version; from < version; from += 1) value = migrations[from]?.(value);
  } catch {
    return { value: fallback, fault: 'unreadable' };
  }
  const held = form(value);
  return held === undefined ? { value: fallback, fault: 'unreadable' } : { value: held, fault: null };
}

/** A value as its record. */
export const encode = <Value>({ version }: Setting<Value>, value: Value): SettingRecord => ({
  version,
  value,
});
