import { createCandidates } from '../lib/claims/candidates.ts';
import type { ClaimTables } from '../lib/claims/tables.ts';
import type { CorpusScore } from '../tests/corpus/score.mjs';
import { type CorpusDocument, documentClaims, labelledSentences, pageOf } from './corpus.ts';

const half = (pairs: readonly string[], at: 0 | 1) => new Set(pairs.map((pair) => pair.split('/')[at]));
const meets = (one: ReadonlySet<unknown>, other: ReadonlySet<unknown>) =>
  [...one].some((id) => other.has(id));

/** Names the cause of an error of the detector, by the first thing that went wrong. */
export function createCauses(
  tables: ClaimTables,
): (doc: CorpusDocument, error: CorpusScore['errors'][number]) => string {
  const candidates = createCandidates(tables, tables.words);
  const kept = new Map<CorpusDocument, Map<string, Set<string>>>();
  const offeredIn = (doc: CorpusDocument) => {
    let pairs = kept.get(doc);
    if (!pairs) {
      pairs = new Map();
      const labels = documentClaims(doc);
      for (const candidate of [...candidates(pageOf(doc))].flat()) {
        const { key } = labels(candidate);
        pairs.set(key, (pairs.get(key) ?? new Set()).add(`${candidate.substance}/${candidate.topic}`));
      }
      kept.set(doc, pairs);
    }
    return pairs;
  };
  return (doc, { missed, extra, text }) => {
    const sentences = labelledSentences(doc);
    const sentence = sentences.find((one) => one.text === text);
    const wanted = (sentence?.claims ?? []).map(({ substance, topic }) => `${substance}/${topic}`);
    if (missed.length === 0 && wanted.length === 0) {
      if (sentences.every(({ claims }) => claims.length === 0)) return 'false mark on a page without claims';
      return `false mark on a sentence that ${sentence?.stance ?? 'claims nothing'}`;
    }
    if (missed.length > 0) {
      const offered = [...(offeredIn(doc).get(sentence?.key ?? '') ?? [])];
      if (extra.length > 0 && meets(half(missed, 0), half(extra, 0))) return 'another topic';
      if (extra.length > 0 && meets(half(missed, 1), half(extra, 1))) return 'another substance';
      if (!meets(half(missed, 0), half(offered, 0)))
        return 'missed: its substance was not among the candidates';
      if (!meets(half(missed, 1), half(offered, 1))) return 'missed: its topic was not among the candidates';
      return 'missed: scored below the threshold';
    }
    return meets(half(extra, 1), half(wanted, 1)) ? 'one substance too many' : 'one topic too many';
  };
}
