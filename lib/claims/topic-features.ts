import { cueHits, SIGNS } from './features.ts';
import type { Hit } from './lexicon.ts';
import type { PageState, Placed } from './read-page.ts';
import { scoreFeatures } from './score-features.ts';
import { cuesOf, topicsOf } from './sentence.ts';

// What the model sees of a topic in a sentence, whatever the substance, each a name that a person can read.

/** The topic whose words a topic shares: a specific withdrawal is told by those of withdrawal and by a drug's. */
export const familyOf = (topic: string): string => (topic.endsWith('-withdrawal') ? 'withdrawal' : topic);

/** A topic that a sentence might claim, and where it comes from: worked out once for all substances. */
export interface WeighedTopic {
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

/** What holds of the topic in this sentence on this page. */
export function topicFeatures(setting: PairSetting, of: WeighedTopic): string[] {
  const { placed, state, lean, headCues, leadCues } = setting;
  const { sentence, listed, source, substances, level, tag, offered, drugs } = placed;
  const { topic, tier, hit, from, words } = of;
  const told = hit?.type ?? from;
  const flow = listed ? 'listed' : 'running';
  const features = [
    `topic ${topic}`,
    `topic ${topic} ${told}`,
    `${from} ${tier}`,
    `substances ${Math.min(substances.length, 4)}`,
    `topics ${Math.min(words.size, 5)}`,
    `leans ${lean} ${level > 0 ? 'heading' : tag} ${source}`,
    `offered ${Math.min(offered.size, 5)}`,
    `context ${of.inContext.map(Number).join('')}`,
  ];
  const say = (name: string, holds: boolean) => {
    if (holds) features.push(name);
  };
  for (const cue of sentence.cues)
    if (SIGNS.has(cue))
      features.push(
        `has ${cue} ${tier}`,
        `has ${cue} ${told}`,
        `has ${cue} leans ${lean}`,
        `has ${cue} ${source}`,
      );
  for (const cue of headCues) if (SIGNS.has(cue)) features.push(`under ${cue} ${flow} ${tier}`);
  for (const cue of leadCues) if (SIGNS.has(cue)) features.push(`lead ${cue} ${flow} ${told}`);
  say('lead has topic', setting.leadTopics.has(of.family));
  say('heading has topic', setting.headTopics.has(of.family));
  say(`path has topic ${flow}`, of.inPath);
  say(`title has topic ${flow}`, of.inTitle);
  say(`title has topic ${tier}`, of.inTitle);
  if (hit) features.push(...hitFeatures(placed, state, of, hit));
  features.push(...drugFeatures(drugs, of));
  features.push(...scoreFeatures('topic', of.score), ...scoreFeatures('best', of.best));
  features.push(`topic rank ${Math.min(of.rank, 4)}`);
  features.push(...scoreFeatures('given', of.given), ...scoreFeatures('chance', of.chance));
  features.push(`given rank ${Math.min(of.givenRank, 4)}`);
  if (of.rank > 0) features.push(...scoreFeatures('behind', of.best - of.score));
  return features;
}

/** Topics that turn on a drug without being its withdrawal. */
const DRUG_TOPICS: Readonly<Record<string, readonly string[]>> = {
  alcohol: ['alcohol-reduction', 'liver'],
  opioid: ['opioid-substitute', 'safer-than-opioids'],
};

/** Where the drugs stand that a person may come off, for the topics that turn on one. */
function drugFeatures(drugs: Placed['drugs'], { topic, drug, family }: WeighedTopic): string[] {
  const features: string[] = [];
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
function hitFeatures(
  { sentence, listed, source }: Placed,
  state: PageState,
  { topic, tier, words }: WeighedTopic,
  hit: Hit,
): string[] {
  const { stems, hits, cues } = sentence;
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
