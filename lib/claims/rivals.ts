import type { Place } from './places.ts';
import type { Sentence } from './sentence.ts';

// Rivals of the listed substances: what else may be what helps, such as another supplement, a practice or care.

/** Where a rival stands, nearest first. `since`: in an earlier block, and no substance has been named after it. */
export type RivalPlace = 'own' | 'block' | 'lead' | 'head' | 'since' | 'none';

/** The places that may have a rival and those as near, nearest first; all others are further off. */
const NEARNESS: ReadonlyMap<Place | RivalPlace, number> = new Map(
  (['own', 'block', 'row', 'lead', 'head', 'since'] as const).map((place, at) => [place, at]),
);

/** Whether a rival stands nearer than a substance at a place. */
export function isNearer(rival: RivalPlace, substance: Place): boolean {
  const near = NEARNESS.get(rival);
  return near !== undefined && near < (NEARNESS.get(substance) ?? NEARNESS.size);
}

/** What introduces or heads a block, and the substances named there: one names both a rival and a substance for neither. */
interface Above {
  readonly sentences: readonly Sentence[];
  readonly substances: readonly string[];
}

/** Follows a page from its top: for each sentence in turn, the nearest place of a rival. */
export function createRivals() {
  /** The block of the last rival that no substance was named after. */
  let last: number | null = null;
  const isRival = ({ sentences, substances }: Above) =>
    substances.length === 0 && sentences.some(({ cues }) => cues.has('rival'));

  return {
    /** Where the lead and the heading of a block, nearest first, name a rival and no substance. */
    above: (lead: Above, heading: Above): RivalPlace | null =>
      isRival(lead) ? 'lead' : isRival(heading) ? 'head' : null,
    /** For a sentence of a block, with the substances that it names itself, and with what `above` gave for the block. */
    next({ cues }: Sentence, block: number, named: readonly string[], above: RivalPlace | null): RivalPlace {
      const earlier = last;
      if (named.length > 0) last = null;
      else if (cues.has('rival')) last = block;
      if (cues.has('rival')) return 'own';
      if (earlier === block) return 'block';
      return above ?? (earlier === null ? 'none' : 'since');
    },
  };
}
