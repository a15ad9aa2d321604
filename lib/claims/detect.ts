import type { SubstanceId, TopicId } from '../../generated/ids.ts';
import type { PageText } from '../text/block.ts';
import { createCandidates } from './candidates.ts';
import type { Claim } from './claim.ts';
import { createGate, gateNames, gateSources } from './gate.ts';
import type { Steps } from './lexicon.ts';
import { createScorer } from './score.ts';
import type { ClaimTables } from './tables.ts';

export interface Detector {
  /**
   * All claims of the page in reading order. Pure; work done for a TextBlock is kept by its identity, so calling
   * it again with mostly the same block objects is cheap. Never throws.
   */
  detect(page: PageText): Claim[];
  /** The same in small steps, so that a caller may let others work in between; returns the claims. */
  steps(page: PageText): Generator<void, Claim[]>;
}

export interface DetectorOptions {
  readonly onSteps?: Steps;
  /** The pages have passed a gate already: none is made here, which takes longer than to detect in a short page. */
  readonly gated?: boolean;
}

/** A detector over the tables. Building it reads every phrase once, at the first page. */
export function createDetector(
  tables: ClaimTables,
  { onSteps, gated = false }: DetectorOptions = {},
): Detector {
  let made: {
    namesSubstance: (text: string) => boolean;
    candidates: ReturnType<typeof createCandidates>;
    score: ReturnType<typeof createScorer>;
  } | null = null;

  function* steps(page: PageText): Generator<void, Claim[]> {
    made ??= {
      namesSubstance: gated ? () => true : createGate(gateSources(gateNames(tables))),
      candidates: createCandidates(tables, tables.words, onSteps),
      score: createScorer(tables.forest),
    };
    const { namesSubstance, candidates, score } = made;
    if (!namesSubstance(page.title) && !page.blocks.some(({ text }) => namesSubstance(text))) return [];
    const claims = new Map<string, Claim>();
    for (const ofSentence of candidates(page)) {
      for (const { block, start, end, substance, topic, features, cues } of ofSentence) {
        const id = `${block} ${start} ${substance} ${topic}`;
        if (claims.has(id) || score(features) < tables.forest.threshold) continue;
        claims.set(id, {
          block,
          start,
          end,
          substance: substance as SubstanceId,
          topic: topic as TopicId,
          cues: cues(),
        });
      }
      yield;
    }
    return [...claims.values()];
  }

  return {
    steps,
    detect(page) {
      const run = steps(page);
      for (;;) {
        const { done, value } = run.next();
        if (done) return value;
      }
    },
  };
}
