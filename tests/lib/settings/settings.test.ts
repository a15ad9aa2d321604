import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fields, list, text } from '../../../lib/settings/form.ts';
import {
  createFilter,
  sentenceKey,
  withDismissal,
  withMuted,
  withoutDismissal,
} from '../../../lib/settings/mute.ts';
import { isPaused, pauseEnd } from '../../../lib/settings/pause.ts';
import { decode, encode, type Setting } from '../../../lib/settings/record.ts';
import {
  type Dismissal,
  MOST_DISMISSALS,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
  type Settings,
  TRAVELLING,
} from '../../../lib/settings/settings.ts';
import { exportSettings, importSettings } from '../../../lib/settings/transfer.ts';

const START = Object.fromEntries(
  SETTING_NAMES.map((name) => [name, SETTINGS[name].fallback]),
) as never as Settings;
const read = (name: SettingName, stored: unknown, bare?: unknown) =>
  decode(SETTINGS[name] as Setting<unknown>, stored, bare);

const dismissal = (at: number): Dismissal => ({
  sentence: sentenceKey(`sentence ${at}`),
  reason: 'hidden',
  host: 'example.org',
  pairs: [{ substance: 'kratom', topic: 'sleep' }],
  at,
});

describe('a record', () => {
  test('holds nothing at first, and that is no fault', () => {
    for (const name of SETTING_NAMES)
      expect(read(name, undefined)).toEqual({ value: SETTINGS[name].fallback, fault: null });
  });

  test.each(SETTING_NAMES)('of %s gives back its own fallback from storage', (name) => {
    const stored = JSON.parse(
      JSON.stringify(encode(SETTINGS[name] as never, SETTINGS[name].fallback as never)),
    );
    expect(read(name, stored)).toEqual({ value: SETTINGS[name].fallback, fault: null });
  });

  test('is read whatever stands there, and falls back where it cannot be', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SETTING_NAMES), fc.anything(), (name, stored) => {
        const { value, fault } = read(name, stored);
        if (fault) expect(value).toBe(SETTINGS[name].fallback);
      }),
    );
    expect(read('appearance', { version: 1, value: { theme: 'pink' } }).fault).toBe('unreadable');
    expect(read('appearance', 'torn').fault).toBe('unreadable');
    expect(read('sites', { version: 2, value: { otherwise: 'on', hosts: { 'a.org': 3 } } }).fault).toBe(
      'unreadable',
    );
    expect(read('muted', { version: 0, value: {} }).fault).toBe('unreadable');
  });

  test('of a later release is told from a torn one', () => {
    expect(read('sites', { version: 99, value: 'what?' })).toEqual({
      value: SETTINGS.sites.fallback,
      fault: 'newer',
    });
  });

  test('of the first release, which stood bare, is taken over', () => {
    const old = { otherwise: 'off', hosts: { 'a.org': 'on' } };
    expect(read('sites', undefined, old)).toEqual({ value: old, fault: null });
    expect(read('sites', { version: 1, value: old })).toEqual({ value: old, fault: null });
    const now = encode(SETTINGS.sites, { otherwise: 'on', hosts: { '*.b.org': 'off' } });
    expect(read('sites', now, old).value).toEqual(now.value);
  });

  test('goes through every migration in turn', () => {
    const counted: Setting<{ readonly names: readonly string[] }> = {
      version: 3,
      fallback: { names: [] },
      form: fields({ names: list(text) }),
      migrations: { 1: (name) => [name], 2: (names) => ({ names }) },
      travels: false,
    };
    expect(decode(counted, { version: 1, value: 'a' }).value).toEqual({ names: ['a'] });
    expect(decode(counted, { version: 2, value: ['a', 'b'] }).value).toEqual({ names: ['a', 'b'] });
    const throwing = { ...counted, migrations: { 1: () => (null as never as string).length } };
    expect(decode(throwing, { version: 1, value: 'a' }).fault).toBe('unreadable');
  });

  test('drops fields that a release no longer knows', () => {
    expect(read('badge', { version: 1, value: { count: false, colour: 'red' } }).value).toEqual({
      count: false,
    });
  });
});

describe('a file of settings', () => {
  test('gives back what went in, apart from what stays on the machine', () => {
    const settings: Settings = {
      ...START,
      sites: { otherwise: 'off', hosts: { '*.example.org': 'on', 'example.org/forum': 'off' } },
      dismissed: [dismissal(1)],
      say: { count: true },
      pause: { until: 5 },
    };
    const file = exportSettings(settings, '1.2.3');
    const { pause: _, sync: __, life: ___, ...travelling } = settings;
    expect(importSettings(file)).toEqual({ settings: travelling });
    expect(Object.keys(JSON.parse(file).settings).sort()).toEqual([...TRAVELLING].sort());
  });

  test('is refused whole, with the reason', () => {
    const file = (change: object) => JSON.stringify({ ...JSON.parse(exportSettings(START, '1')), ...change });
    const reason = (written: string) => {
      const read = importSettings(written);
      return 'refused' in read ? read.refused : null;
    };
    expect(reason('{"a":')).toEqual({ reason: 'not-json' });
    expect(reason('{"a":1}')).toEqual({ reason: 'not-settings' });
    expect(reason('null')).toEqual({ reason: 'not-settings' });
    expect(reason(file({ settings: null }))).toEqual({ reason: 'not-settings' });
    expect(reason(file({ version: 2 }))).toEqual({ reason: 'newer' });
    expect(reason(file({ settings: { colours: { version: 1, value: 3 } } }))).toEqual({ reason: 'newer' });
    expect(reason(file({ settings: { badge: { version: 9, value: 3 } } }))).toEqual({ reason: 'newer' });
    expect(reason(file({ settings: { badge: { version: 1, value: 3 } } }))).toEqual({
      reason: 'bad-setting',
      setting: 'badge',
    });
    expect(reason(file({ settings: { badge: null } }))).toEqual({ reason: 'bad-setting', setting: 'badge' });
    expect(reason(file({ settings: { pause: { version: 1, value: { until: 9 } } } }))).toEqual({
      reason: 'bad-setting',
      setting: 'pause',
    });
  });

  test('is never thrown at by what it holds', () => {
    fc.assert(
      fc.property(fc.json(), (settings) => {
        importSettings(`{"format":"leafcheck-settings","version":1,"settings":${settings}}`);
      }),
    );
  });
});

describe('what is marked', () => {
  const claim = { substance: 'kratom', topic: 'sleep' };

  test('leaves out what is muted by substance, topic or verdict', () => {
    const shows = (kind: 'substances' | 'topics' | 'verdicts', id: string, verdict = 'mixed') =>
      createFilter({ muted: withMuted(START.muted, kind, id, true), dismissed: [] })(claim, verdict, 'A.');
    expect(shows('substances', 'kratom')).toBe(false);
    expect(shows('topics', 'sleep')).toBe(false);
    expect(shows('verdicts', 'mixed')).toBe(false);
    expect(shows('verdicts', 'untested', 'none')).toBe(false);
    expect(shows('substances', 'kava')).toBe(true);
    expect(shows('topics', 'mood')).toBe(true);
    expect(shows('verdicts', 'harmful')).toBe(true);
    const heard = withMuted(withMuted(START.muted, 'topics', 'sleep', true), 'topics', 'sleep', false);
    expect(heard).toEqual(START.muted);
  });

  test('leaves out a dismissed sentence in any spacing and case, until it is taken back', () => {
    const one = { ...dismissal(1), sentence: sentenceKey('Kratom helps  with\nsleep.') };
    const dismissed = withDismissal([], one);
    const shows = createFilter({ muted: START.muted, dismissed });
    expect(shows(claim, 'mixed', ' kratom helps with sleep. ')).toBe(false);
    expect(shows(claim, 'mixed', 'Kratom helps with mood.')).toBe(true);
    const { muted } = START;
    expect(
      createFilter({ muted, dismissed: withoutDismissal(dismissed, one.sentence) })(
        claim,
        'mixed',
        'Kratom helps with sleep.',
      ),
    ).toBe(true);
    expect(withDismissal(dismissed, { ...one, reason: 'not-claim' })).toHaveLength(1);
  });

  test('forgets the oldest dismissals first', () => {
    let all: readonly Dismissal[] = [];
    for (let at = 0; at < MOST_DISMISSALS + 2; at += 1) all = withDismissal(all, dismissal(at));
    expect(all).toHaveLength(MOST_DISMISSALS);
    expect(all[0]?.at).toBe(2);
  });

  test('keeps a number of a sentence that tells sentences apart and holds none of their words', () => {
    const keys = new Set(
      Array.from({ length: 20_000 }, (_, at) => sentenceKey(`Kratom helps with pain ${at}.`)),
    );
    expect(keys.size).toBe(20_000);
    expect(sentenceKey('Kratom')).toMatch(/^[\da-z]{1,7}-[\da-z]{1,7}$/);
  });
});

describe('a pause', () => {
  test('lasts an hour, or until the midnight to come', () => {
    const now = new Date(2026, 10, 28, 22, 30).getTime();
    expect(pauseEnd(now, 'hour') - now).toBe(3_600_000);
    expect(pauseEnd(now, 'today')).toBe(new Date(2026, 10, 29).getTime());
    expect(pauseEnd(new Date(2026, 10, 29).getTime(), 'today')).toBe(new Date(2026, 10, 30).getTime());
  });

  test('is over at its end', () => {
    expect(isPaused({ until: 10 }, 9)).toBe(true);
    expect(isPaused({ until: 10 }, 10)).toBe(false);
    expect(isPaused(START.pause, Date.now())).toBe(false);
  });
});
