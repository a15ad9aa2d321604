import type { SubstanceId, TopicId } from '../../generated/ids.ts';

/** What a matched piece of text is to the decision; the card shows these words as the reason for a mark. */
export type CueKind =
  | 'substance'
  | 'topic'
  | 'benefit'
  | 'harm'
  | 'negation'
  | 'hedge'
  | 'distance'
  | 'comparison'
  | 'question'
  | 'recovery';

/** A piece of text that led to a claim. */
export interface Cue {
  readonly kind: CueKind;
  /** The words as they stand on the page. */
  readonly text: string;
  /** Where the words stand: in the marked sentence, before it, in a heading above it or in the page's title. */
  readonly where: 'sentence' | 'earlier' | 'heading' | 'title';
}

/** One (substance, topic) pair that a sentence asserts. A sentence with three pairs gives three claims. */
export interface Claim {
  /** Index of the block in the page's blocks. */
  readonly block: number;
  /** UTF-16 offsets of the sentence in the block's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly substance: SubstanceId;
  readonly topic: TopicId;
  /** The words that made it a claim, in order of weight. Never empty. */
  readonly cues: readonly Cue[];
}
