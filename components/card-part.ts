import type { Cue } from '../lib/claims/claim.ts';
import type { Card } from '../lib/evidence/card.ts';

/** One claim of the sentence: the evidence for its pair, and the words that made it a claim (empty for a search). */
export interface CardPart {
  readonly card: Card;
  readonly cues: readonly Cue[];
}
