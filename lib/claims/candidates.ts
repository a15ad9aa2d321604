import type { PageText } from '../text/block.ts';
import type { Cue, CueKind } from './claim.ts';
import { pageShift } from './decide.ts';
import { sentenceFeatures, wordFeatures } from './features.ts';
import { claimsNothing, isBare, tellsDangers } from './hard-rules.ts';
import type { Hit, Steps } from './lexicon.ts';
import { createLinear } from './linear.ts';
import { isForgotten } from './mentions.ts';
import { createNetwork, type Reading } from './network.ts';
import { inOrder } from './network-input.ts';
import { type Pair, pairFeatures } from './pair-features.ts';
import type { Place } from './places.ts';
import { plainLifts } from './plain.ts';
import { createPageReader, type PageState, type Placed } from './read-page.ts';
import { claimsAround, NONE, scoreFeatures } from './score-features.ts';
import { DRUG_OF, topicsOf } from './sentence.ts';
import { classesOf, type FlatWords, type LexiconTables, type Network, tiersOf } from './tables.ts';
import { familyOf, pairSetting, topicFeatures, type WeighedTopic } from './topic-features.ts';
import { claimWords, pageParts, pageSetting, pageWords, topicWords } from './word-features.ts';

/** A (substance, topic) pair that a sentence might assert, and what speaks for and against it. */
export interface Candidate {
  readonly block: number;
  /** UTF-16 offsets of the sentence in the block's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly substance: string;
  readonly topic: string;
  /** What its page adds to its score, by `pageShift`. */
  readonly shift: number;
  /** What the network says of the sentence, worked out when it is first asked for; null without a network. */
  readonly reading: (() => Reading) | null;
  /** What it adds to the score that the sentence claims it as plainly as can be; 0 where it does not. */
  readonly lift: number;
  /** Features of the page, the sentence, the topic and the pair; candidates of one page, sentence or topic share theirs. */
  readonly features: readonly (readonly string[])[];
  /** The words that a card gives as the reason, made when they are asked for. */
  readonly cues: () => readonly Cue[];
}

const SHOWN_CUES = new Set('benefit harm negation hedge distance comparison question recovery'.split(' '));
/** A card names at most so many words as the reason. */
const MOST_CUES = 6;
/** GABA without a word of a supplement is the body's own. */
const GABA_TAKEN = /supplement|capsule|pill|powder|\bmg\b|\d+ ?mg|take|taking|took|pharmagaba/i;
const RANK: Readonly<Record<string, number>> = { good: 3, bad: 2, field: 1 };

/** The words of each topic that a sentence names; the plainest where there are several. */
function topicWordsOf({ sentence }: Placed): Map<string, Hit> {
  const words = new Map<string, Hit>();
  for (const hit of sentence.hits) {
    const rank = RANK[hit.type] ?? 0;
    if (rank > (RANK[words.get(hit.id)?.type ?? ''] ?? 0)) words.set(hit.id, hit);
  }
  return words;
}

/** Topics that a sentence may claim without naming one, by where they stand: near it, and far above it. */
const nearTopics = ({ lead, heading, topicsBefore }: Placed) =>
  [topicsOf(lead), topicsOf(heading), topicsBefore] as const;
const farTopics = ({ path }: Placed, { titleTopics }: PageState) =>
  [topicsOf(path.slice(0, -1).flat()), titleTopics] as const;

/** A topic is a candidate from this score of the topics' model on, named or not; */
const LIKELY_TOPIC = -3;
/** or where it is among the first so many of a sentence that may well claim. */
const FIRST_TOPICS = 2;
const MAY_CLAIM = -2;
/**
 * A sentence that scores less claims nothing, whatever its pairs: one in a hundred that do is lost, and four in ten
 * of the others cost nothing.
 */
const HOPELESS = -4.5;
/** Of the pairs whose sentence and topic score less together, one in fifty is claimed, and no forest has told it. */
const HOPELESS_PAIR = -6;
/** The same of the chance, as its logarithm, that the sentence claims and that it claims this topic. */
const HOPELESS_CHANCE = -5.5;
const LIKELY_CHANCE = -4.5;
/** And of a substance that stands far off. */
const FAR_CHANCE = -3.5;
const FAR_PLACES: ReadonlySet<Place> = new Set<Place>(['list', 'earlier', 'most', 'main']);
const logChance = (logOdds: number) => -Math.log1p(Math.exp(-logOdds));
/** A topic of the context alone needs less. */
const CONTEXT_TOPIC = LIKELY_TOPIC - 1.5;
const FAR_TOPIC = LIKELY_TOPIC - 1;

/** Whether a sentence of this claim score may claim the topic: what is named in its own words, else what scores well enough. */
function mayClaim({ from, score, rank, chance }: WeighedTopic, claim: number): boolean {
  if (claim + score < HOPELESS_PAIR && chance < HOPELESS_CHANCE) return false;
  if (from === 'own' || chance > LIKELY_CHANCE) return true;
  const isFirst = (most: number) => rank >= 0 && rank < most;
  if (from === 'model') return score > LIKELY_TOPIC || (isFirst(FIRST_TOPICS) && claim > MAY_CLAIM);
  return score > (from === 'context' ? CONTEXT_TOPIC : FAR_TOPIC) || isFirst(FIRST_TOPICS + 1);
}

/** Pages that say it in words of their own name at least the drugs, */
const SOME_DRUGS = 2;
/**
 * or neither, and are about it by the model's score: by cross-validation nine in ten of those that scored more than 1.5 were,
 * but of health news some seemed so until 2.5. Short ones that name a drug once score less: six in seven of those are.
 */
const ON_RECOVERY = 2.5;
const ON_RECOVERY_WITH_DRUG = 0;
const maybeOnRecovery = ({ onRecovery, onOtherRecovery, drugsNamed }: PageState, scope: number) =>
  onRecovery ||
  (!onOtherRecovery &&
    (drugsNamed >= SOME_DRUGS || scope > (drugsNamed > 0 ? ON_RECOVERY_WITH_DRUG : ON_RECOVERY)));

/** From the first sentence of a block on, and round to the one before it. */
function* inTurnFrom(sentences: readonly Placed[], near: number): Generator<[number, Placed]> {
  const first = Math.max(
    0,
    sentences.findIndex(({ block }) => block >= near),
  );
  for (let i = first; i < sentences.length; i++) yield [i, sentences[i]!];
  for (let i = 0; i < first; i++) yield [i, sentences[i]!];
}

/**
 * Makes the candidates of a page, a sentence's at a time: a caller may let others work in between, for which there
 * are also empty lists. `near` is the block to begin at; those before it come last. Training and the detector use this
 * one function, so the two see the same; training needs no network.
 */
export function createCandidates(
  tables: LexiconTables,
  models: FlatWords,
  { network = null, onSteps }: { network?: Network | null; onSteps?: Steps | undefined } = {},
): (page: PageText, near?: number) => Generator<readonly Candidate[]> {
  const reader = createPageReader(tables, onSteps);
  const classes = classesOf(tables);
  const tiers = tiersOf(tables);
  const scoreClaim = createLinear(models.claim);
  const scoreTopics = createLinear(models.topics);
  const scorePage = createLinear(models.page);
  let readInOrder: ReturnType<typeof createNetwork> | undefined;
  const familyCount = models.topics.outputs.length / 2;
  const families = models.topics.outputs.slice(0, familyCount);
  const places = new Map(families.map((name, place) => [name, place]));

  /** Every topic as the words and the places around name it and as the models score it. */
  function* weighTopics(placed: Placed, state: PageState, claim: number): Generator<WeighedTopic> {
    const words = topicWordsOf(placed);
    const near = nearTopics(placed);
    const [inPaths, inTitles] = farTopics(placed, state);
    const both = scoreTopics((names) => topicWords(names, placed));
    const scores = both.subarray(0, familyCount);
    const ranked = [...scores].sort((a, b) => b - a);
    const givenScores = both.subarray(familyCount);
    const rankedGiven = [...givenScores].sort((a, b) => b - a);
    const claimChance = logChance(claim);
    for (const [topic, tier] of tiers) {
      const drug = DRUG_OF.get(topic);
      const family = familyOf(topic);
      if (family === 'withdrawal' && drug && !placed.drugs.has(drug)) continue;
      const hit = words.get(family);
      const inContext = near.map((set) => set.has(family));
      const inPath = inPaths.has(family);
      const inTitle = inTitles.has(family);
      const place = places.get(family) ?? -1;
      const score = scores[place] ?? NONE;
      const given = givenScores[place] ?? NONE;
      yield {
        topic,
        tier,
        family,
        drug,
        hit,
        from: hit ? 'own' : inContext.includes(true) ? 'context' : inPath || inTitle ? 'far' : 'model',
        words,
        inContext,
        inPath,
        inTitle,
        score,
        rank: ranked.indexOf(score),
        best: ranked[0] ?? NONE,
        given,
        givenRank: rankedGiven.indexOf(given),
        chance: claimChance + logChance(given),
      };
    }
  }

  const pairsOf = (placed: Placed, state: PageState, claim: number, inScope: boolean): Pair[] => {
    if (claimsNothing(placed)) return [];
    const { text } = placed.sentence;
    const topics = [...weighTopics(placed, state, claim)].filter(
      (weighed) => mayClaim(weighed, claim) && !(weighed.topic === 'safe' && tellsDangers(placed)),
    );
    const pairs: Pair[] = [];
    for (const [substance, at] of placed.offered) {
      const [nearest] = at;
      const mention = placed.mentions.get(substance);
      if (mention && isForgotten(mention, at, placed.listed)) continue;
      const isFar = nearest !== undefined && FAR_PLACES.has(nearest);
      if (substance === 'gaba' && !GABA_TAKEN.test(text) && !state.titleSubstances.includes('gaba')) continue;
      const substanceClass = classes.get(substance) ?? '';
      for (const topic of topics) {
        if (isFar && topic.chance < FAR_CHANCE) continue;
        if (!inScope && substanceClass !== 'dependence-risk') {
          // The taxonomy: on a page that never speaks of recovery, the other topics of these substances are out of scope.
          if (topic.tier !== 'core') continue;
          // "To the bottle", "food and drink": on a page of sore muscles or of a cold a topic has to be named.
          if (topic.from !== 'own') continue;
          // Nor is "being sick" a withdrawal there. One of sore muscles may speak of a drug all the same, in words of its own.
          if (!state.onOtherRecovery && topic.family === 'withdrawal') continue;
        }
        pairs.push({ substance, substanceClass, of: topic });
      }
    }
    return pairs;
  };

  return function* candidates(page, near = 0) {
    for (const block of page.blocks) {
      reader.prepare(block);
      yield [];
    }
    const read = reader.read(page);
    if (!read) return;
    const { state, sentences } = read;
    const ofPage = pageSetting(state, tiers);
    const ofSentences: string[][] = [];
    const claims: number[] = [];
    for (const placed of sentences) {
      const bare = isBare(placed);
      const own = bare ? [] : sentenceFeatures(placed);
      ofSentences.push(own);
      claims.push(bare ? NONE : (scoreClaim((names) => claimWords(names, placed, own, ofPage))[0] ?? NONE));
      yield [];
    }
    const ofParts = pageParts(read).map((part) =>
      scorePage((names) => pageWords(names, part, ofPage.features)),
    );
    const most = (output: number) => Math.max(...ofParts.map((scores) => scores[output] ?? NONE));
    const [pageScore, scope] = [most(0), most(1)];
    const inScope = maybeOnRecovery(state, scope);
    const around = claimsAround(sentences, claims);
    const shift = pageShift(claims);
    let readings: ((at: number) => Reading) | undefined;
    const readingsBy = (own: Network) => {
      readInOrder ??= createNetwork(own, onSteps);
      readings ??= readInOrder(inOrder(read));
      return readings;
    };
    const pageLayer = [
      ...ofPage.features,
      ...scoreFeatures('page', pageScore),
      ...scoreFeatures('scope', scope),
    ];
    for (const [i, placed] of inTurnFrom(sentences, near)) {
      const claim = claims[i]!;
      const pairs = claim < HOPELESS ? [] : pairsOf(placed, state, claim, inScope);
      onSteps?.(1 + pairs.length);
      if (pairs.length === 0) {
        yield [];
        continue;
      }
      const { start, end } = placed.sentence;
      const setting = pairSetting(placed, state, ofPage.lean);
      const sentenceLayer = [
        ...ofSentences[i]!,
        ...wordFeatures(placed),
        ...scoreFeatures('claim', claim),
        ...around(i),
      ];
      const topics = new Set(pairs.map(({ of }) => of));
      const topicLayers = new Map([...topics].map((topic) => [topic, topicFeatures(setting, topic)]));
      const liftOf = plainLifts(placed);
      let said: Reading | undefined;
      // The title is the first.
      const say = network && (() => (said ??= readingsBy(network)(i + 1)));
      yield pairs.map((pair) => ({
        block: placed.block,
        start,
        end,
        substance: pair.substance,
        topic: pair.of.topic,
        shift,
        reading: say,
        lift: liftOf(pair),
        features: [pageLayer, sentenceLayer, topicLayers.get(pair.of) ?? [], pairFeatures(setting, pair)],
        cues: () => shownCues(placed, pair),
      }));
    }
  };
}

/** The words that a card gives as the reason, the substance and the topic first. */
function shownCues(
  { sentence, named, inBlock, headingSubstances }: Placed,
  { substance, of: { hit } }: Pair,
): Cue[] {
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
