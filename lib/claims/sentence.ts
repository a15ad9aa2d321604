import type { Hit } from './lexicon.ts';
import type { Skeleton } from './skeleton.ts';

/** A sentence and the phrases found in it. */
export interface Sentence {
  /** UTF-16 offsets in the block's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly hits: readonly Hit[];
  readonly cues: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  /** Its words, and as `stem` folds them. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly skeleton: Skeleton;
  /** How often it names a drug, by `countPlainDrugs`. */
  readonly plainDrugs: number;
  /** Substances that it speaks of as to be quit. */
  readonly quits: ReadonlySet<string>;
}

/** Drug groups that a person may come off, and the topic that coming off them is. */
export const WITHDRAWAL: Readonly<Record<string, string>> = {
  opioid: 'opioid-withdrawal',
  alcohol: 'alcohol-withdrawal',
  benzo: 'benzo-withdrawal',
  stimulant: 'stimulant-withdrawal',
  cannabis: 'cannabis-withdrawal',
  nicotine: 'smoking-cessation',
};

/** The drug group that a topic is about: WITHDRAWAL the other way round. */
export const DRUG_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(WITHDRAWAL).map(([drug, topic]) => [topic, drug]),
);

/** Whether a hit names a topic. */
export const isTopicHit = ({ type }: Hit) => type === 'good' || type === 'bad' || type === 'field';
export const cuesOf = (list: readonly Sentence[]) => new Set(list.flatMap(({ cues }) => [...cues]));
export const topicsOf = (list: readonly Sentence[]) => new Set(list.flatMap(({ topics }) => [...topics]));

/** How often a sentence names a drug by words that mean little else: none of the lexicon's everyday words. */
export function countPlainDrugs(hits: readonly Hit[]): number {
  if (!hits.some(({ type }) => type === 'drug')) return 0;
  const span = ({ at, words }: Hit) => `${at} ${words}`;
  const everyday = new Set(hits.filter(({ id }) => id === 'everyday').map(span));
  return hits.filter((h) => h.type === 'drug' && h.id in WITHDRAWAL && !everyday.has(span(h))).length;
}

/** The drugs that a page may speak of coming off though it has everyday words for them alone. */
const EVERYDAY_ALONE: ReadonlySet<string> = new Set(['alcohol', 'nicotine']);

/**
 * The drug groups that a page may speak of coming off. "Syrup" and "pill" name an opioid on a page that speaks of drugs, and none
 * on a page about a cold.
 */
export const drugsToComeOff = (speaksOfDrugs: boolean): ReadonlySet<string> =>
  speaksOfDrugs ? new Set(Object.keys(WITHDRAWAL)) : EVERYDAY_ALONE;

/** Those of the drug groups that sentences name, as often as each is. */
export const drugsOf = (list: readonly Sentence[], groups: ReadonlySet<string>): string[] =>
  list.flatMap(({ hits }) => hits.filter((h) => h.type === 'drug' && groups.has(h.id)).map(({ id }) => id));
