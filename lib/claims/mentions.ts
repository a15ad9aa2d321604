import type { Place } from './places.ts';
import type { Sentence } from './sentence.ts';

// How far a sentence stands from where its page last named a substance: in a long thread most of what follows is of something else.

/** What of drugs and medicines stands between. `own`: in the sentence itself; `since`: after the last naming of the substance. */
export type DrugSince = 'own' | 'since' | 'none';

/** The last naming of a substance, seen from a sentence that may speak of it. */
export interface Mention {
  /** Blocks from it to the sentence's, 0 in the same; Infinity where the page has not named it yet. */
  readonly blocks: number;
  readonly drug: DrugSince;
  /** Whether a sentence between the two named a drug or a medicine, whatever this one does. */
  readonly drugBetween: boolean;
}

const NEVER = -1;
const namesDrug = ({ hits, plainDrugs }: Sentence) =>
  plainDrugs > 0 || hits.some(({ id }) => id === 'medicines');

/** So many blocks without its name after which running text speaks of a substance no more: fewer where a drug was named since. */
const FORGOTTEN: Readonly<Record<DrugSince, number>> = { none: 8, own: 4, since: 1 };
/** What stands there holds for all below. */
const LASTING: ReadonlySet<Place> = new Set<Place>(['row', 'lead', 'head', 'path', 'title']);

/**
 * Whether a reader would no longer think of a substance, or not yet: running text, the name far off, and no title, heading or
 * line above that has it. On real pages and pages after real ones 7 of 2,700 such sentences claim.
 */
export const isForgotten = (
  { blocks, drug, drugBetween }: Mention,
  places: readonly Place[],
  listed: boolean,
): boolean =>
  !listed && blocks >= FORGOTTEN[drugBetween ? 'since' : drug] && !places.some((place) => LASTING.has(place));

/** Follows a page from its top. */
export function createMentions() {
  const last = new Map<string, { readonly block: number; readonly at: number }>();
  let lastDrug = NEVER;
  let at = 0;

  return {
    /** For a sentence of a block, with the substances that it names itself: the last naming of each of those it is offered. */
    next(
      sentence: Sentence,
      block: number,
      named: readonly string[],
      offered: Iterable<string>,
    ): ReadonlyMap<string, Mention> {
      for (const id of named) last.set(id, { block, at });
      const isOwn = namesDrug(sentence);
      const earlier = lastDrug;
      if (isOwn) lastDrug = at;
      at += 1;
      return new Map(
        Array.from(offered, (id) => {
          const known = last.get(id);
          const drugBetween = earlier > (known?.at ?? NEVER);
          const drug = isOwn ? 'own' : drugBetween ? 'since' : 'none';
          const blocks = known ? block - known.block : Number.POSITIVE_INFINITY;
          return [id, { blocks, drug, drugBetween }] as const;
        }),
      );
    },
  };
}
