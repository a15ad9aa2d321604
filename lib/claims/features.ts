import type { Hit } from './lexicon.ts';
import { cuesOf, type PageState, type Placed, topicsOf } from './read-page.ts';

// What the model sees of a sentence and of a pair, each a name that a person can read.

/** Kinds of page, told by how often their words stand on it; and how much each word tells. */
const REGISTERS: Readonly<Record<string, number>> = {
  sell: 1,
  forum: 0.8,
  warnpage: 1.2,
  study: 1,
  benefit: 0.5,
  law: 1,
};
const PAGE_CUES = [...Object.keys(REGISTERS), 'recovery', 'otherscope', 'harm', 'distance'];
/** Cues whose meaning turns on the page, the tier or the place. */
const SIGNS = new Set(
  (
    'negation harm failure distance consult definition mechanism law study question benefit report hedge ' +
    'quitting otherscope prefix problemlist doselist pronoun recovery'
  ).split(' '),
);
/** Cues that say more together. */
const TOGETHER = [
  'negation benefit',
  'harm benefit',
  'distance benefit',
  'study benefit',
  'hedge benefit',
  'report benefit',
  'mechanism benefit',
  'consult benefit',
  'pronoun benefit',
  'failure hedge',
].map((pair) => pair.split(' ') as [string, string]);
/** The beginning of a title that announces what follows, and states nothing. */
export const ANNOUNCES =
  /^(?:\d+\. )?(?:understanding|exploring|navigating|the (?:science|role|benefits)|what|how|benefits|potential|uses|best|using|is |does |can |should |[\w\u2019' -]+ (?:and|for|vs\.?) [\w -]+$)/i;
/** Questions that take their answer for granted. */
const PRESUPPOSES = /^["\u201c]?(?:so )?(?:why|tired of|want to|looking|ready|need)/i;
/** "No" this many words before a benefit takes it back. */
const NEGATION_REACH = 4;

const cueHits = (hits: readonly Hit[], id: string) => hits.filter((h) => h.type === 'cue' && h.id === id);
const step = (value: number, most: number) => Math.min(most, Math.floor(value));

/** The register that the page leans to most. */
const leaning = ({ rate }: PageState) =>
  Object.entries(REGISTERS).sort(([a, x], [b, y]) => rate(b) * y - rate(a) * x)[0]?.[0] ?? '';

/** What holds of the page, whatever the sentence. */
export function pageFeatures(state: PageState): string[] {
  return [
    ...PAGE_CUES.map((cue) => `page ${cue} ${step(Math.log2(1 + state.rate(cue) / 4), 4)}`),
    ...new Set(state.title.flatMap(({ stems }) => stems.map((word) => `title word ${word}`))),
  ];
}

/** The first thing said is a topic, and a benefit follows it. */
function benefitAfterTopic(hits: readonly Hit[]): boolean {
  const told = hits.find(
    (h) => h.type === 'sub' || h.type === 'good' || h.type === 'bad' || h.type === 'field',
  );
  return (
    told !== undefined &&
    told.type !== 'sub' &&
    cueHits(hits, 'benefit').some(({ start }) => start > told.end)
  );
}

/** Most of the longer words begin with a capital. */
export function isTitleCase(text: string): boolean {
  const long = text.split(/\s+/).filter((word) => word.length > 3);
  return long.length >= 3 && long.filter((word) => /^[A-Z]/.test(word)).length / long.length > 0.6;
}

/** Does not end as a sentence does. */
export const isUnpunctuated = (text: string): boolean => !/[.!?]['"\u201d)]*$/.test(text);

/** What holds of the sentence, whatever the pair. */
export function sentenceFeatures(placed: Placed): string[] {
  const { sentence, level, tag, source, heading, lead, before, after, named } = placed;
  const { text, cues, hits, stems } = sentence;
  const place = level > 0 ? 'heading' : tag;
  const shape = `${place} ${source}`;
  const features = [
    shape,
    `length ${step(text.length / 40, 5)}`,
    `words ${step(Math.log2(1 + stems.length) * 1.5, 8)}`,
  ];
  const say = (name: string, holds: boolean) => {
    if (holds) features.push(name);
  };

  for (const cue of cues) features.push(`has ${cue}`);
  for (const cue of before?.cues ?? []) features.push(`before ${cue}`);
  for (const cue of after?.cues ?? []) features.push(`next ${cue}`);
  for (const cue of cuesOf(heading)) features.push(`under ${cue}`);
  for (const cue of cuesOf(lead)) features.push(`lead ${cue}`);
  for (const [a, b] of TOGETHER) say(`has ${a}+${b}`, cues.has(a) && cues.has(b));
  for (const word of stems) features.push(`word ${word}`);
  for (const { stems: words } of heading) for (const word of words) features.push(`heading word ${word}`);
  for (const { stems: words } of lead) for (const word of words) features.push(`lead word ${word}`);
  features.push(`first word ${stems[0]}`, `first words ${stems[0]} ${stems[1]}`);

  say(`plain ${shape}`, !cues.has('benefit'));
  say('asks', text.endsWith('?'));
  say('asks plainly', text.endsWith('?') && !PRESUPPOSES.test(text));
  say(
    'has drug',
    hits.some(({ type }) => type === 'drug'),
  );
  say(
    'has medicine',
    hits.some(({ id }) => id === 'medicines'),
  );
  say('first', placed.isFirst);
  say('last', placed.isLast);
  say('names', named.length > 0);
  // "Better sleep can help recovery": sleep is what helps, no substance.
  const doing = benefitAfterTopic(hits);
  say('topic is subject', doing && named.length === 0 && !cues.has('pronoun'));
  say('announces', level > 0 && (!cues.has('benefit') || ANNOUNCES.test(text)));
  say('advises', cues.has('consult') && /should|always|consult|imperative|essential|before /i.test(text));
  // Where it names nothing, it speaks of the last substance by a pronoun, as a fragment or in a list.
  say(
    'not carried',
    named.length === 0 &&
      !placed.listed &&
      !cues.has('pronoun') &&
      text.length >= 60 &&
      !(cues.has('benefit') && source !== 'main'),
  );
  for (const [name, holds] of [
    ['title case', isTitleCase(text)],
    ['unpunctuated', isUnpunctuated(text)],
  ] as const) {
    say(name, holds);
    say(`${name} ${place}`, holds);
  }

  const negations = cueHits(hits, 'negation');
  const benefits = cueHits(hits, 'benefit');
  const harms = cueHits(hits, 'harm');
  const negated = benefits.filter(({ at }) =>
    negations.some((no) => at - no.at > 0 && at - no.at <= NEGATION_REACH),
  ).length;
  say('negated benefit', negated > 0);
  say('all benefits negated', negated > 0 && negated === benefits.length);
  features.push(`benefits ${Math.min(3, benefits.length)}`, `harms ${Math.min(3, harms.length)}`);
  features.push(`balance ${Math.sign(benefits.length - harms.length)}`);
  return features;
}

/** A pair that a sentence might claim, and where its topic comes from. */
export interface Pair {
  readonly substance: string;
  readonly substanceClass: string;
  readonly topic: string;
  readonly tier: string;
  /** The words that name the topic; undefined where it comes from the context. */
  readonly hit: Hit | undefined;
  /** The sentence's own words, its words with the page's drug, or its context. */
  readonly from: 'own' | 'page drug' | 'context';
  /** All topics that the sentence's words name, with the words. */
  readonly words: ReadonlyMap<string, Hit>;
}

/** What holds of the pair in this sentence on this page. */
export function pairFeatures(placed: Placed, state: PageState, pair: Pair): string[] {
  const { sentence, listed, source, heading, lead, path, named, substances, level, tag } = placed;
  const { text, cues, hits } = sentence;
  const { substance, substanceClass, topic, tier, hit, from, words } = pair;
  const risk = substanceClass === 'dependence-risk' ? 'risk' : 'other';
  const headCues = cuesOf(heading);
  const leadCues = cuesOf(lead);
  const told = hit?.type ?? from;
  const flow = listed ? 'listed' : 'running';
  const lean = leaning(state);
  const inPath = path.some((head) => cuesOf(head).has('recovery'));
  const scope = `${state.titleCues.has('recovery') ? 't' : '-'}${inPath ? 'h' : '-'}${cues.has('recovery') ? 's' : '-'}`;
  const share = step(state.rate('recovery') / 8, 5);
  const near =
    (placed.before?.cues.has('recovery') ?? false) || cues.has('recovery') || headCues.has('recovery');
  const features = [
    `topic ${topic}`,
    `topic ${topic} ${told}`,
    `${tier} ${risk}`,
    `${tier} ${risk} ${scope}`,
    `${tier} ${risk} ${scope} ${share}`,
    `${tier} ${risk} recovery ${share}`,
    `${tier} ${risk} near recovery ${near}`,
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
  say('lead has topic', topicsOf(lead).has(topic));
  say('heading has topic', topicsOf(heading).has(topic));
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
  const subject = hits.filter((h) => h.type === 'sub' && h.end <= hit.start).at(-1);
  features.push(`subject ${subject ? (subject.id === substance ? 'own' : 'other') : 'none'}`);
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
