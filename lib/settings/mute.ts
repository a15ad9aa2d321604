import type { Dismissal, Muted, Settings } from './settings.ts';
import { MOST_DISMISSALS } from './settings.ts';

/** A pair with its verdict, as far as muting looks at it. */
interface Pair {
  readonly substance: string;
  readonly topic: string;
}

/**
 * A number that stands for a sentence, in base 36: the same for any white space and letter case. The words cannot
 * be read back from it, so it may be kept where page text may not. (Two 32-bit multiplicative hashes, after
 * Knuth's method; 64 bits hold far more sentences than anyone dismisses.)
 */
export function sentenceKey(sentence: string): string {
  const text = sentence.replace(/\s+/g, ' ').trim().toLowerCase();
  let first = 0x9e3779b1;
  let second = 0x85ebca77;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 2654435761);
    second = Math.imul(second ^ unit, 1597334677);
    first ^= first >>> 15;
    second ^= second >>> 13;
  }
  return `${(first >>> 0).toString(36)}-${(second >>> 0).toString(36)}`;
}

/**
 * Tells whether a claim is to be marked, by what the reader muted and dismissed.
 *
 * @param verdict The pair's verdict; `none` where nothing is held, which is muted with `untested`, whose look it has.
 */
export function createFilter({ muted, dismissed }: Pick<Settings, 'muted' | 'dismissed'>) {
  const substances = new Set(muted.substances);
  const topics = new Set(muted.topics);
  const verdicts = new Set(muted.verdicts);
  const sentences = new Set(dismissed.map(({ sentence }) => sentence));
  return (pair: Pair, verdict: string, sentence: string): boolean =>
    !substances.has(pair.substance) &&
    !topics.has(pair.topic) &&
    !verdicts.has(verdict === 'none' ? 'untested' : verdict) &&
    (sentences.size === 0 || !sentences.has(sentenceKey(sentence)));
}

/** The list with one more; the same sentence counts once, and the oldest leave a list that is full. */
export const withDismissal = (list: readonly Dismissal[], one: Dismissal): readonly Dismissal[] =>
  [...list.filter(({ sentence }) => sentence !== one.sentence), one].slice(-MOST_DISMISSALS);

export const withoutDismissal = (list: readonly Dismissal[], sentence: string): readonly Dismissal[] =>
  list.filter((one) => one.sentence !== sentence);

/** The muted with one thing muted, or heard again. */
export function withMuted(muted: Muted, kind: keyof Muted, id: string, mute: boolean): Muted {
  const others = muted[kind].filter((one) => one !== id);
  return { ...muted, [kind]: mute ? [...others, id] : others };
}
