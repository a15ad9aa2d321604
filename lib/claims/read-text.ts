import { sentenceSpans } from '../text/sentences.ts';
import type { Lexicon } from './lexicon.ts';
import { quitsOf } from './quits.ts';
import { countPlainDrugs, isTopicHit, type Sentence } from './sentence.ts';
import { skeletonOf } from './skeleton.ts';

/** The sentences of a text, each with the phrases of the lexicon found in it. */
export const readText = (text: string, lexicon: Lexicon): Sentence[] =>
  sentenceSpans(text).map(([start, end]) => {
    const part = text.slice(start, end);
    // "Opioid receptors" is chemistry: it says nothing of what the reader is coming off.
    const scanned = lexicon.scan(part);
    const hits = scanned.hits.filter(
      (h) => h.type !== 'drug' || !/^[\s-]*receptor/i.test(part.slice(h.end, h.end + 12)),
    );
    return {
      start,
      end,
      text: part,
      hits,
      cues: new Set(
        hits.filter(({ type }) => type === 'cue').map(({ id }) => (id === 'recoveryword' ? 'recovery' : id)),
      ),
      topics: new Set(hits.filter(isTopicHit).map(({ id }) => id)),
      words: scanned.words,
      stems: scanned.stems,
      plainDrugs: countPlainDrugs(hits),
      quits: quitsOf(hits, scanned.stems),
      skeleton: skeletonOf(scanned.stems, hits),
    };
  });
