import { decide } from '../lib/claims/decide.ts';
import type { CorpusDocument } from './corpus.ts';

/** A pair found in a corpus, with its score. */
export interface Detection {
  readonly document: string;
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly pair: string;
  readonly score: number;
  /** What its page adds to its score. */
  readonly shift: number;
}

/** Those of a file's scored pairs that are claims, as the detector decides. */
function claimsAmong(scored: readonly Detection[], threshold: number): Detection[] {
  const ofSentences = new Map<string, Detection[]>();
  for (const one of scored) {
    const sentence = `${one.document} ${one.block} ${one.start}`;
    const pairs = ofSentences.get(sentence);
    if (pairs) pairs.push(one);
    else ofSentences.set(sentence, [one]);
  }
  return [...ofSentences.values()].flatMap((pairs) => {
    const isClaimed = decide(
      pairs.map(({ score }) => score),
      pairs[0]!.shift,
      threshold,
    );
    return pairs.filter((_, at) => isClaimed[at]);
  });
}

/** A claim as tests/corpus/score.mjs counts it. */
export type FoundClaim = Pick<Detection, 'block' | 'start' | 'end'> & { substance: string; topic: string };

/** The claims of each document among a file's scored pairs. */
export function claimsByDocument(
  scored: readonly Detection[],
  threshold: number,
): (document: Pick<CorpusDocument, 'id'>) => readonly FoundClaim[] {
  const claims = new Map<string, FoundClaim[]>();
  for (const { document, block, start, end, pair } of claimsAmong(scored, threshold)) {
    const [substance = '', topic = ''] = pair.split('/');
    const ofDocument = claims.get(document) ?? [];
    ofDocument.push({ block, start, end, substance, topic });
    claims.set(document, ofDocument);
  }
  return ({ id }) => claims.get(id) ?? [];
}
