interface Tally {
  precision: number;
  recall: number;
  f1: number;
}
interface Label {
  text: string;
  claims: readonly { substance: string; topic: string }[];
}
interface Document {
  id: string;
  blocks: readonly { sentences: readonly Label[] }[];
}
interface Prediction {
  id: string;
  claims: readonly { block: number; start: number; end: number; substance: string; topic: string }[];
}
export function sentenceSpans(block: {
  sentences: readonly { text: string }[];
}): [start: number, end: number][];
export interface CorpusScore {
  sentence: Tally;
  substance: Tally;
  pair: Tally;
  silent: { documents: number; sentences: number; flags: number; per1000: number };
  byTopic: Record<string, { tp: number; fp: number; fn: number }>;
  errors: { doc: string; missed: string[]; extra: string[]; text: string }[];
}
export function score(gold: readonly Document[], predictions: readonly Prediction[]): CorpusScore;
