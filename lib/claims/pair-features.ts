import { cueHits, SIGNS, step } from './features.ts';
import type { Hit } from './lexicon.ts';
import type { PageState, Placed } from './read-page.ts';
import { cuesOf, topicsOf } from './sentence.ts';

// What the model sees of a substance and a topic in a sentence, each a name that a person can read.

/** The score of what no model has scored. */
export const NONE = -9;

/** The topic whose words a topic shares: a specific withdrawal is told by those of withdrawal and by a drug's. */
export const familyOf = (topic: string): string => (topic.endsWith('-withdrawal') ? 'withdrawal' : topic);

/** A pair that a sentence might claim, and where its topic comes from. */
export interface Pair {
  readonly substance: string;
  readonly substanceClass: string;
  readonly topic: string;
  readonly tier: string;
  readonly family: string;
  /** The drug group that the topic is about, where it is about one. */
  readonly drug: string | undefined;
  /** The words that name the topic; undefined where none does. */
  readonly hit: Hit | undefined;
  /** Who names the topic: the sentence's own words, what stands near it, what stands far above it, or the model of topics alone. */
  readonly from: 'own' | 'context' | 'far' | 'model';
  /** All topics that the sentence's words name, with the words. */
  readonly words: ReadonlyMap<string, Hit>;
  /** Whether the lead, the heading and the sentences before name the topic. */
  readonly inContext: readonly boolean[];
  /** Whether the headings above the nearest, and the title, name it. */
  readonly inPath: boolean;
  readonly inTitle: boolean;
  /** The topic's score by the model, its rank among the topics from 0, and the score of the first. */
  readonly score: number;
  readonly rank: number;
  readonly best: number;
  /** Its score and rank if the sentence claims at all, and the logarithm of the chance that it claims this topic. */
  readonly given: number;
  readonly givenRank: number;
  readonly chance: number;
}

/** Scores that part the features; log-odds. */
const STEPS: Readonly<Record<string, readonly number[]>> = {
  claim: [-5, -4, -3.5, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3],
  topic: [-6, -5, -4, -3.5, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 2, 3],
  page: [-3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3],
  best: [-4, -3, -2, -1, 0, 1],
  behind: [0.5, 1, 2, 3, 4],
  given: [-5, -4, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 2, 3],
  chance: [-6, -5, -4.5, -4, -3.5, -3, -2.5, -2, -1.6, -1.3, -1, -0.7, -0.5, -0.3],
};
const AROUND = [-4, -3.5, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5];

/** A score as features: one for each step that it passes. */
export const scoreFeatures = (kind: string, score: number): string[] =>
  (STEPS[kind] ?? AROUND).filter((at) => score > at).map((at) => `${kind} score over ${at}`);

/** Items so near to one another stand in one list. */
const SIBLINGS = 4;

/** What the sentences around claim: features of the sentence at a place, from the claim scores of all. */
export function claimsAround(
  sentences: readonly Placed[],
  claims: readonly number[],
): (at: number) => string[] {
  const falling = [...claims].sort((a, b) => b - a);
  const fifth = falling.slice(0, Math.max(1, Math.floor(falling.length / 5)));
  const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const upper = scoreFeatures('upper fifth', mean(fifth));
  return (at) => {
    const most = falling[0] === claims[at] && falling.length > 1 ? falling[1] : falling[0];
    const features = [
      ...upper,
      ...scoreFeatures('previous', claims[at - 1] ?? NONE),
      ...scoreFeatures('following', claims[at + 1] ?? NONE),
      ...scoreFeatures('most', most ?? NONE),
    ];
    const { listed, tag } = sentences[at]!;
    if (listed) {
      const siblings: number[] = [];
      for (let i = Math.max(0, at - SIBLINGS); i <= at + SIBLINGS && i < sentences.length; i++)
        if (i !== at && sentences[i]!.listed && sentences[i]!.tag === tag) siblings.push(claims[i]!);
      if (siblings.length > 0) features.push(...scoreFeatures('siblings', mean(siblings)));
    }
    return features;
  };
}

/** Topics that turn on a drug without being its withdrawal. */
const DRUG_TOPICS: Readonly<Record<string, readonly string[]>> = {
  alcohol: ['alcohol-reduction', 'liver'],
  opioid: ['opioid-substitute', 'safer-than-opioids'],
};

/** What the pairs of one sentence share: worked out once for all of them. */
export interface PairSetting {
  readonly placed: Placed;
  readonly state: PageState;
  readonly lean: string;
  readonly headCues: ReadonlySet<string>;
  readonly leadCues: ReadonlySet<string>;
  readonly headTopics: ReadonlySet<string>;
  readonly leadTopics: ReadonlySet<string>;
  /** Whether the title, the headings above and the sentence speak of recovery: a letter each. */
  readonly scope: string;
  readonly nearRecovery: boolean;
  readonly titleOnTopic: boolean;
}

/** The setting of a sentence's pairs; `lean` is the page's, by `leaning`. */
export function pairSetting(placed: Placed, state: PageState, lean: string): PairSetting {
  const { sentence, heading, lead, path, before } = placed;
  const inTitle = state.titleCues.has('recovery');
  const inPath = path.some((head) => cuesOf(head).has('recovery'));
  const inSentence = sentence.cues.has('recovery');
  const headCues = cuesOf(heading);
  return {
    placed,
    state,
    lean,
    headCues,
    leadCues: cuesOf(lead),
    headTopics: topicsOf(heading),
    leadTopics: topicsOf(lead),
    scope: `${inTitle ? 't' : '-'}${inPath ? 'h' : '-'}${inSentence ? 's' : '-'}`,
    nearRecovery: inSentence || headCues.has('recovery') || before?.cues.has('recovery') === true,
    titleOnTopic: inTitle || state.titleTopics.size > 0,
  };
}

/** What holds of the pair in this sentence on this page. */
export function pairFeatures(setting: PairSetting, pair: Pair): string[] {
  const { placed, state, lean, headCues, leadCues, scope } = setting;
  const { sentence, listed, source, named, substances, level, tag } = placed;
  const { text, cues, hits } = sentence;
  const { substance, substanceClass, topic, tier, hit, from, words } = pair;
  const risk = substanceClass === 'dependence-risk' ? 'risk' : 'other';
  const told = hit?.type ?? from;
  const flow = listed ? 'listed' : 'running';
  const share = step(state.rate('recovery') / 8, 5);
  const features = [
    `topic ${topic}`,
    `topic ${topic} ${told}`,
    `${tier} ${risk}`,
    `${tier} ${risk} ${scope}`,
    `${tier} ${risk} ${scope} ${share}`,
    `${tier} ${risk} recovery ${share}`,
    `${tier} ${risk} near recovery ${setting.nearRecovery}`,
    `${tier} ${risk} section ${Math.min(3, placed.sectionRecovery)}`,
    `${tier} ${risk} section share ${step(Math.sqrt(placed.sectionShare) / 2, 5)}`,
    `${tier} ${risk} section ${placed.sectionRecovery > 0} title ${setting.titleOnTopic}`,
    `${tier} ${risk} on recovery ${state.onRecovery} drugs ${step(Math.log2(1 + state.drugsNamed), 4)}`,
    `${from} ${tier}`,
    `class ${substanceClass}`,
    `substances ${Math.min(substances.length, 4)}`,
    `topics ${Math.min(words.size, 5)}`,
    `main ${state.main.includes(substance)} ${source}`,
    `leans ${lean} ${tier} ${risk}`,
    `leans ${lean} ${level > 0 ? 'heading' : tag} ${source}`,
  ];
  const say = (name: string, holds: boolean) => {
    if (holds) features.push(name);
  };
  for (const cue of cues)
    if (SIGNS.has(cue))
      features.push(
        `has ${cue} ${tier}`,
        `has ${cue} ${told}`,
        `has ${cue} leans ${lean}`,
        `has ${cue} ${source}`,
      );
  for (const cue of headCues) if (SIGNS.has(cue)) features.push(`under ${cue} ${flow} ${tier}`);
  for (const cue of leadCues) if (SIGNS.has(cue)) features.push(`lead ${cue} ${flow} ${told}`);
  say('lead has topic', setting.leadTopics.has(pair.family));
  say('heading has topic', setting.headTopics.has(pair.family));
  say(`path has topic ${flow}`, pair.inPath);
  say(`title has topic ${flow}`, pair.inTitle);
  say(`title has topic ${tier}`, pair.inTitle);
  say(
    'quits it',
    cueHits(hits, 'quitting').some(({ at }) =>
      hits.some((h) => h.type === 'sub' && h.id === substance && at - h.at > 0 && at - h.at < 3),
    ),
  );
  if (state.titleSubstances.includes(substance))
    features.push('in title', `in title ${state.titleCues.has('quitting') ? 'quit' : ''} ${tier}`);
  // "Kratom's alkaloids, mitragynine and 7-hydroxymitragynine": one leaf, not two products.
  if (substance === '7-oh' && (state.main[0] === 'kratom' || named.includes('kratom')))
    features.push(
      '7-oh of kratom',
      /alkaloid|mitragynine and 7|hydroxymitragynine and mitra/i.test(text)
        ? '7-oh as alkaloid'
        : '7-oh by itself',
    );

  const order = hits
    .filter(
      (h) =>
        h === hit || (h.type === 'sub' && h.id === substance) || (h.type === 'cue' && h.id === 'benefit'),
    )
    .map((h) => (h === hit ? 'T' : h.type === 'sub' ? 'S' : 'B'))
    .join('')
    .replace(/(.)\1+/g, '$1')
    .slice(0, 5);
  features.push(`order ${hit ? order : ''}`, `order ${hit ? order : ''} ${told}`);
  if (hit) features.push(...hitFeatures(placed, state, pair, hit));
  features.push(...placeFeatures(placed, pair));
  features.push(...scoreFeatures('topic', pair.score), ...scoreFeatures('best', pair.best));
  features.push(`topic rank ${Math.min(pair.rank, 4)}`);
  features.push(...scoreFeatures('given', pair.given), ...scoreFeatures('chance', pair.chance));
  features.push(`given rank ${Math.min(pair.givenRank, 4)}`);
  if (pair.rank > 0) features.push(...scoreFeatures('behind', pair.best - pair.score));
  return features;
}

/** Where the substance, the topic and the drug of a pair stand. */
function placeFeatures({ offered, drugs }: Placed, { substance, topic, drug, family, inContext }: Pair) {
  const places = offered.get(substance) ?? [];
  const features = [
    ...places.map((place) => `substance in ${place}`),
    `substance nearest ${places[0]}`,
    `substance places ${places.join(' ')}`,
    `offered ${Math.min(offered.size, 5)}`,
    `context ${inContext.map(Number).join('')}`,
  ];
  const [first, nearest] = [...drugs][0] ?? ['', 'none'];
  if (drug) {
    const place = drugs.get(drug) ?? 'none';
    features.push(
      `drug ${place} ${family}`,
      `drug ${place} of ${nearest} ${family}`,
      `drug first ${first === drug} ${family}`,
    );
  }
  if (topic === 'withdrawal')
    features.push(`any withdrawal ${nearest}`, `any withdrawal of ${Math.min(3, drugs.size)}`);
  for (const [group, topics] of Object.entries(DRUG_TOPICS))
    if (topics.includes(topic)) features.push(`${group} ${drugs.get(group) ?? 'none'} ${topic}`);
  return features;
}

/** What holds of the words that name the topic. */
function hitFeatures({ sentence, listed, source }: Placed, state: PageState, pair: Pair, hit: Hit): string[] {
  const { stems, hits, cues } = sentence;
  const { topic, tier, substance, words } = pair;
  const long = hit.words;
  const phrase = stems.slice(hit.at, hit.at + long).join(' ');
  const [two, one] = [stems[hit.at - 2], stems[hit.at - 1]];
  const [next, last] = [stems[hit.at + long], stems[hit.at + long + 1]];
  const features = [
    `${topic} by ${phrase}`,
    `${tier} after ${one}`,
    `after ${two} ${one}`,
    `${topic} then ${next}`,
    `${tier} then ${next}`,
    `then ${next} ${last}`,
    `${hit.type} ${cues.has('benefit') ? 'helped' : 'bare'}`,
    `${hit.type} ${listed ? 'listed' : 'running'} ${source}`,
  ];
  for (const register of ['sell', 'warnpage', 'forum']) {
    const rate = state.rate(register);
    features.push(`${hit.type} in ${register} ${rate > 12 ? 'much' : rate > 4 ? 'some' : 'no'}`);
  }
  for (const cue of ['benefit', 'harm', 'negation', 'distance', 'failure', 'comparison']) {
    const gaps = cueHits(hits, cue)
      .filter((h) => h.start !== hit.start || h.end !== hit.end)
      .map((h) => h.at - hit.at)
      .sort((a, b) => Math.abs(a) - Math.abs(b));
    const gap = gaps[0];
    if (gap === undefined) continue;
    const far = Math.abs(gap) < 3 ? 'close' : Math.abs(gap) < 8 ? 'near' : 'far';
    features.push(`${cue} ${gap < 0 ? 'before' : 'after'} ${far} ${hit.type}`);
  }
  // "Buprenorphine eases cravings" on a page about kratom: a medicine is what helps.
  const subject = hits.filter((h) => (h.type === 'sub' || h.id === 'medicines') && h.end <= hit.start).at(-1);
  const who = !subject
    ? 'none'
    : subject.type !== 'sub'
      ? 'medicine'
      : subject.id === substance
        ? 'own'
        : 'other';
  features.push(`subject ${who}`, `subject ${who} ${source}`);
  const verb = cueHits(hits, 'benefit')
    .filter(({ end }) => end <= hit.start)
    .at(-1);
  if (verb) {
    const said = stems.slice(verb.at, verb.at + verb.words).join(' ');
    features.push(`verb ${said}`, `verb ${tier} ${said} ${hit.at - verb.at < 4 ? 'close' : 'far'}`);
  }
  const around = [...words].filter(([, h]) => h !== hit && h.start <= hit.start && h.end >= hit.end);
  features.push(`covered ${around.length}`);
  for (const [other] of around) features.push(`covered by ${other} ${topic}`);
  for (const [other] of words) if (other !== topic) features.push(`with ${other} ${topic}`);
  return features;
}
