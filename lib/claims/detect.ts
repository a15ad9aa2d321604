import type { SubstanceId, TopicId } from '../../generated/ids.ts';
import type { PageText } from '../text/block.ts';
import { type Candidate, createCandidates } from './candidates.ts';
import type { Claim } from './claim.ts';
import { COMPANION, decide, MOST_LIFT, MOST_TOPIC_LIFT, ofReading, ofTopicReading } from './decide.ts';
import { createGate, gateSources } from './gate.ts';
import type { Steps } from './lexicon.ts';
import { liftPlain } from './plain.ts';
import { createScorer } from './score.ts';
import type { ClaimTables } from './tables.ts';

/** The claims of some blocks of a page, told before the others are judged. */
export interface Part {
  readonly claims: readonly Claim[];
  /** Those blocks: the first of them, and the one after the last. */
  readonly first: number;
  readonly end: number;
}

/** Sentences that may claim, more than a window shows: after these and a claim, what was found is a part. */
const PART = 24;

export interface Detector {
  /**
   * All claims of the page in reading order. Pure; work done for a TextBlock is kept by its identity, so calling
   * it again with mostly the same block objects is cheap. Never throws.
   */
  detect(page: PageText): Claim[];
  /**
   * The same in small steps, so that a caller may let others work in between; returns the claims. With `near`, the block
   * that is seen first, the claims from there on come as a part before the others, where there are many.
   */
  steps(page: PageText, near?: number): Generator<Part | undefined, Claim[]>;
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

  /** Which of a sentence's candidates are claims. */
  function judge(ofSentence: readonly Candidate[], score: ReturnType<typeof createScorer>): boolean[] {
    const [first] = ofSentence;
    if (!first) return [];
    const { threshold } = tables.forest;
    const { shift, reading } = first;
    // The cuts are those for COMPANION: where less may claim, by the page or the network, they lie as much lower.
    const lower = Math.max(MOST_TOPIC_LIFT, COMPANION + shift + MOST_LIFT - threshold);
    const scores = liftPlain(
      ofSentence,
      ofSentence.map(({ features, lift }) => score(features, lower + lift)),
    );
    if (!reading) return decide(scores, shift, threshold);
    const over = Math.max(...scores) + shift - threshold;
    const told = ofReading(over, shift, () => reading().claims);
    const read = ofSentence.some(({ lift }) => lift > 0) ? Math.max(0, told) : told;
    return decide(scores, shift + read, threshold, (at) =>
      ofTopicReading(reading().ofTopic(ofSentence[at]?.topic ?? '')),
    );
  }

  function* steps(page: PageText, near?: number): Generator<Part | undefined, Claim[]> {
    made ??= {
      namesSubstance: gated ? () => true : createGate(gateSources(tables)),
      candidates: createCandidates(tables, tables.words, { network: tables.network, onSteps }),
      score: createScorer(tables.forest),
    };
    const { namesSubstance, candidates, score } = made;
    if (!namesSubstance(page.title) && !page.blocks.some(({ text }) => namesSubstance(text))) return [];
    const claims = new Map<string, Claim>();
    // Where no part is asked for none begins.
    const first = near ?? Number.POSITIVE_INFINITY;
    let last = first;
    let judged = 0;
    let isTold = false;
    for (const ofSentence of candidates(page, near)) {
      const at = ofSentence[0]?.block ?? last;
      // The blocks before the first come last: from there on there is no part.
      if (!isTold && judged >= PART && claims.size > 0 && at > Math.max(first, last)) {
        isTold = true;
        yield { claims: [...claims.values()], first, end: at };
      }
      last = at;
      if (ofSentence.length > 0) judged += 1;
      const isClaimed = judge(ofSentence, score);
      for (const [i, { block, start, end, substance, topic, cues }] of ofSentence.entries()) {
        const id = `${block} ${start} ${substance} ${topic}`;
        if (!isClaimed[i] || claims.has(id)) continue;
        claims.set(id, {
          block,
          start,
          end,
          substance: substance as SubstanceId,
          topic: topic as TopicId,
          cues: cues(),
        });
      }
      yield undefined;
    }
    return [...claims.values()].sort((a, b) => a.block - b.block || a.start - b.start);
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
