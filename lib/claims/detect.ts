import type { SubstanceId, TopicId } from '../../generated/ids.ts';
import type { PageText } from '../text/block.ts';
import { createCandidates } from './candidates.ts';
import type { Claim } from './claim.ts';
import { createGate } from './gate.ts';
import { createScorer } from './score.ts';
import type { ClaimTables } from './tables.ts';

export interface Detector {
  /** False where the text names no substance, so that the page can be left at once: one pass of one regular expression. */
  namesSubstance(text: string): boolean;
  /**
   * All claims of the page in reading order. Pure; work done for a TextBlock is kept by its identity, so calling
   * it again with mostly the same block objects is cheap. Never throws.
   */
  detect(page: PageText): Claim[];
}

/** A detector over the tables. Building it reads every phrase once, when the first page passes the gate. */
export function createDetector(tables: ClaimTables): Detector {
  const namesSubstance = createGate(tables);
  let made: {
    candidates: ReturnType<typeof createCandidates>;
    score: ReturnType<typeof createScorer>;
  } | null = null;
  return {
    namesSubstance,
    detect(page) {
      if (!namesSubstance(page.title) && !page.blocks.some(({ text }) => namesSubstance(text))) return [];
      made ??= { candidates: createCandidates(tables), score: createScorer(tables.forest) };
      const claims = new Map<string, Claim>();
      for (const { block, start, end, substance, topic, features, cues } of made.candidates(page)) {
        const id = `${block} ${start} ${substance} ${topic}`;
        if (claims.has(id) || made.score(features) < tables.forest.threshold) continue;
        claims.set(id, {
          block,
          start,
          end,
          substance: substance as SubstanceId,
          topic: topic as TopicId,
          cues,
        });
      }
      return [...claims.values()];
    },
  };
}
