import type { Hit } from './lexicon.ts';

/** A sentence as its frame: "Kava may ease my cravings" and "NAC may cut the urge" are alike. */
export interface Skeleton {
  /** The words in order; those of a phrase found are its kind instead, once. */
  readonly frame: readonly string[];
  /** The kinds alone. */
  readonly kinds: readonly string[];
}

/** Cues that decide what a sentence says of a topic: rather they than the topic where both are in the same words. */
const DECIDING = new Set(['benefit', 'negation', 'hedge']);

/** What a phrase found stands for, and how much it outranks others in the same words. */
function kindOf({ type, id }: Hit): readonly [kind: string, rank: number] {
  switch (type) {
    case 'sub':
      return ['SUBSTANCE', 5];
    case 'drug':
      return ['DRUG', 2];
    case 'cue':
      return [`<${id}>`, DECIDING.has(id) ? 4 : 1];
    default:
      return ['TOPIC', 3];
  }
}

/** The skeleton of a sentence: `stems` are its words, `hits` the phrases found among them. */
export function skeletonOf(stems: readonly string[], hits: readonly Hit[]): Skeleton {
  const kindAt: string[] = [];
  const rankAt: number[] = [];
  for (const hit of hits) {
    const [kind, rank] = kindOf(hit);
    for (let at = hit.at; at < hit.at + hit.words; at++)
      if (rank > (rankAt[at] ?? 0)) {
        rankAt[at] = rank;
        kindAt[at] = kind;
      }
  }
  const frame: string[] = [];
  const kinds: string[] = [];
  stems.forEach((stem, at) => {
    const kind = kindAt[at];
    if (kind === undefined) frame.push(stem);
    else if (kind !== frame.at(-1)) frame.push(kind);
    if (kind !== undefined && kind !== kinds.at(-1)) kinds.push(kind);
  });
  return { frame, kinds };
}
