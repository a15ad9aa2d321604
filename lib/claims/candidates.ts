import type { PageText } from '../text/block.ts';
import type { Cue, CueKind } from './claim.ts';
import {
  ANNOUNCES,
  isTitleCase,
  isUnpunctuated,
  type Pair,
  pageFeatures,
  pairFeatures,
  sentenceFeatures,
} from './features.ts';
import type { Hit } from './lexicon.ts';
import { createPageReader, type PageState, type Placed, topicsOf, WITHDRAWAL } from './read-page.ts';
import type { ClaimTables } from './tables.ts';

/** A (substance, topic) pair that a sentence might assert, and what speaks for and against it. */
export interface Candidate {
  readonly block: number;
  /** UTF-16 offsets of the sentence in the block's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly substance: string;
  readonly topic: string;
  readonly features: readonly string[];
  readonly cues: readonly Cue[];
}

const SHOWN_CUES = new Set('benefit harm negation hedge distance comparison question recovery'.split(' '));
/** A card names at most so many words as the reason. */
const MOST_CUES = 6;
/** GABA without a word of a supplement is the body's own. */
const GABA_TAKEN = /supplement|capsule|pill|powder|\bmg\b|\d+ ?mg|take|taking|took|pharmagaba/i;
/** Mentions of one drug from which on the page has made plain which withdrawal it speaks of. */
const PLAIN_DRUG = 3;
const RANK: Readonly<Record<string, number>> = { good: 3, bad: 2, field: 1 };

/** The words of each topic that a sentence names; the plainest where there are several. */
function topicWords({ sentence }: Placed): Map<string, Hit> {
  const words = new Map<string, Hit>();
  for (const hit of sentence.hits) {
    const rank = RANK[hit.type] ?? 0;
    if (rank > (RANK[words.get(hit.id)?.type ?? ''] ?? 0)) words.set(hit.id, hit);
  }
  return words;
}

/** Topics that a sentence may claim without naming one: of its list's lead, its heading or the sentence before. */
function contextTopics({ sentence, listed, lead, heading, topicsBefore }: Placed): ReadonlySet<string> {
  if (!sentence.cues.has('benefit') && !listed && sentence.text.length >= 50) return new Set();
  const fromLead = topicsOf(lead);
  if (fromLead.size > 0) return fromLead;
  const fromHeading = topicsOf(heading);
  return fromHeading.size > 0 ? fromHeading : topicsBefore;
}

/** Lines that only introduce what follows, and titles, as in a list of contents. */
const isIntroduction = ({ sentence: { text, cues }, level }: Placed, words: ReadonlyMap<string, Hit>) =>
  text.endsWith(':') ||
  (level > 0 && words.size === 0 && !cues.has('benefit')) ||
  (ANNOUNCES.test(text) && isTitleCase(text) && isUnpunctuated(text));

const ADVICE =
  /\b(?:should|must|always|crucial|important|imperative|essential|vital|best to|before)\b|^(?:please )?(?:consult|talk|speak|ask)/i;
const MODAL_BENEFIT =
  /\b(?:may|might|can|could) (?:\w+ ){0,2}(?:help|ease|relieve|reduce|aid|support|improve|be (?:a |an )?(?:\w+ )?(?:beneficial|helpful|useful|effective))/i;

/** "Ask a doctor first" claims nothing, whatever it is asked about, unless a benefit is stated beside it. */
const isAdvice = ({ sentence: { text, cues } }: Placed) =>
  cues.has('consult') && ADVICE.test(text) && !MODAL_BENEFIT.test(text);

/** Makes the candidates of a page. Training and the detector use this one function, so the two see the same. */
export function createCandidates(tables: ClaimTables): (page: PageText) => Candidate[] {
  const readPage = createPageReader(tables);
  const classes = new Map(tables.substances.map(([id, kind]) => [id, kind]));
  const tiers = new Map(tables.topics.map(([id, tier]) => [id, tier]));

  const pairsOf = (placed: Placed, state: PageState): Pair[] => {
    const words = topicWords(placed);
    if (isIntroduction(placed, words) || isAdvice(placed)) return [];
    const { text, hits } = placed.sentence;
    const drugs = new Set(hits.filter((h) => h.type === 'drug').map(({ id }) => WITHDRAWAL[id] ?? ''));
    drugs.delete('');
    const plain = state.drugCount >= PLAIN_DRUG ? WITHDRAWAL[state.drug] : undefined;
    const topics: [topic: string, hit: Hit | undefined, from: Pair['from']][] = [];
    for (const [topic, hit] of words) {
      if (topic !== 'withdrawal') topics.push([topic, hit, 'own']);
      else if (drugs.size > 0) for (const specific of drugs) topics.push([specific, hit, 'own']);
      else topics.push([plain ?? topic, hit, 'page drug']);
    }
    if (words.size === 0)
      for (const topic of contextTopics(placed))
        topics.push([topic === 'withdrawal' ? (plain ?? topic) : topic, undefined, 'context']);

    const pairs: Pair[] = [];
    for (const substance of placed.substances) {
      if (substance === 'gaba' && !GABA_TAKEN.test(text) && !state.titleSubstances.includes('gaba')) continue;
      const substanceClass = classes.get(substance) ?? '';
      for (const [topic, hit, from] of topics) {
        const tier = tiers.get(topic) ?? '';
        // The taxonomy: on a page that never speaks of recovery, these topics of these substances are out of scope.
        if (tier !== 'core' && substanceClass !== 'dependence-risk' && !state.onRecovery) continue;
        pairs.push({ substance, substanceClass, topic, tier, hit, from, words });
      }
    }
    return pairs;
  };

  return (page) => {
    const read = readPage(page);
    if (!read) return [];
    const { state, sentences } = read;
    const ofPage = pageFeatures(state);
    return sentences.flatMap((placed) => {
      const pairs = pairsOf(placed, state);
      if (pairs.length === 0) return [];
      const { start, end } = placed.sentence;
      const shared = [...ofPage, ...sentenceFeatures(placed)];
      return pairs.map((pair) => ({
        block: placed.block,
        start,
        end,
        substance: pair.substance,
        topic: pair.topic,
        features: [...new Set([...shared, ...pairFeatures(placed, state, pair)])],
        cues: shownCues(placed, pair),
      }));
    });
  };
}

/** The words that a card gives as the reason, the substance and the topic first. */
function shownCues({ sentence, named, inBlock, headingSubstances }: Placed, { substance, hit }: Pair): Cue[] {
  const { text, hits } = sentence;
  const wordsAt = ({ start, end }: Hit) => text.slice(start, end);
  const name = hits.find((h) => h.type === 'sub' && h.id === substance);
  const where = named.includes(substance)
    ? 'sentence'
    : inBlock.includes(substance) || !headingSubstances.includes(substance)
      ? 'earlier'
      : 'heading';
  const cues: Cue[] = [{ kind: 'substance', text: name ? wordsAt(name) : substance, where }];
  if (hit) cues.push({ kind: 'topic', text: wordsAt(hit), where: 'sentence' });
  for (const h of hits)
    if (h.type === 'cue' && SHOWN_CUES.has(h.id) && cues.length < MOST_CUES)
      cues.push({ kind: h.id as CueKind, text: wordsAt(h), where: 'sentence' });
  return cues;
}
