import { DEFAULT_SITE_RULES, type SiteRules, siteRulesFrom } from '../sites.ts';
import { byName, fields, list, number, oneOf, orNull, text, truth } from './form.ts';
import type { Setting } from './record.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export const MARK_STYLES = ['both', 'line', 'tint'] as const;
export const TEXT_SIZES = ['small', 'normal', 'large', 'larger'] as const;
export const OPENINGS = ['rest', 'click', 'keys'] as const;

/** How marks and cards look. */
export interface Appearance {
  readonly theme: (typeof THEMES)[number];
  /** Whether a mark is a line, a tint, or both. */
  readonly marks: (typeof MARK_STYLES)[number];
  readonly textSize: (typeof TEXT_SIZES)[number];
}

/** Claims that are not marked. Ids that the data no longer knows do no harm. */
export interface Muted {
  readonly substances: readonly string[];
  readonly topics: readonly string[];
  readonly verdicts: readonly string[];
}

/** A mark that the reader sent away. Of its sentence only a number is kept. */
export interface Dismissal {
  /** `sentenceKey` of the sentence. */
  readonly sentence: string;
  readonly reason: 'hidden' | 'not-claim';
  readonly host: string;
  readonly pairs: readonly { readonly substance: string; readonly topic: string }[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** All that is kept, by name. */
export interface Settings {
  readonly sites: SiteRules;
  readonly appearance: Appearance;
  /** What opens a card: resting the pointer (a click and keys too), a click (keys too), or keys and lists alone. */
  readonly cards: { readonly openBy: (typeof OPENINGS)[number] };
  readonly muted: Muted;
  readonly dismissed: readonly Dismissal[];
  /** ISO 3166-1 alpha-2 for law and help lines; null for that of the browser's language. */
  readonly place: { readonly region: string | null };
  readonly badge: { readonly count: boolean };
  /** Whether screen readers are told how many claims a page has. */
  readonly say: { readonly count: boolean };
  /** Milliseconds since 1970 until which nothing is read or marked; 0 for no pause. */
  readonly pause: { readonly until: number };
  /** Whether settings go along to the person's other browsers, and why the last try failed. */
  readonly sync: { readonly on: boolean; readonly problem: 'too-large' | 'failed' | null };
  /** What the extension remembers of itself: that it greeted, and the update that it has news of. */
  readonly life: {
    readonly greeted: boolean;
    readonly update: { readonly version: string; readonly at: number; readonly seen: boolean } | null;
  };
}
export type SettingName = keyof Settings;

const state = oneOf(['on', 'off']);

/** The most dismissals kept; the oldest go first. */
export const MOST_DISMISSALS = 2000;

/** The form of each. A change of form is a new version and a migration from the last, never a change in place. */
export const SETTINGS: { readonly [Name in SettingName]: Setting<Settings[Name]> } = {
  sites: {
    // Version 1 held hosts alone; version 2 has patterns too, of which a host is one.
    version: 2,
    fallback: DEFAULT_SITE_RULES,
    form: fields({ otherwise: state, hosts: byName(state) }),
    migrations: { 1: siteRulesFrom },
    bareKey: 'siteRules.1',
    travels: true,
  },
  appearance: {
    version: 1,
    fallback: { theme: 'system', marks: 'both', textSize: 'normal' },
    form: fields({
      theme: oneOf(THEMES),
      marks: oneOf(MARK_STYLES),
      textSize: oneOf(TEXT_SIZES),
    }),
    travels: true,
  },
  cards: {
    version: 1,
    fallback: { openBy: 'rest' },
    form: fields({ openBy: oneOf(OPENINGS) }),
    travels: true,
  },
  muted: {
    version: 1,
    fallback: { substances: [], topics: [], verdicts: [] },
    form: fields({ substances: list(text), topics: list(text), verdicts: list(text) }),
    travels: true,
  },
  dismissed: {
    version: 1,
    fallback: [],
    form: list(
      fields({
        sentence: text,
        reason: oneOf(['hidden', 'not-claim']),
        host: text,
        pairs: list(fields({ substance: text, topic: text })),
        at: number,
      }),
    ),
    travels: true,
  },
  place: {
    version: 1,
    fallback: { region: null },
    form: fields({ region: orNull(text) }),
    travels: true,
  },
  badge: { version: 1, fallback: { count: true }, form: fields({ count: truth }), travels: true },
  say: { version: 1, fallback: { count: false }, form: fields({ count: truth }), travels: true },
  pause: { version: 1, fallback: { until: 0 }, form: fields({ until: number }), travels: false },
  sync: {
    version: 1,
    fallback: { on: false, problem: null },
    form: fields({ on: truth, problem: orNull(oneOf(['too-large', 'failed'])) }),
    travels: false,
  },
  life: {
    version: 1,
    fallback: { greeted: false, update: null },
    form: fields({
      greeted: truth,
      update: orNull(fields({ version: text, at: number, seen: truth })),
    }),
    travels: false,
  },
};
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** Those that go into a file and to other browsers. */
export const TRAVELLING = SETTING_NAMES.filter((name) => SETTINGS[name].travels);
