import type { Hit } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { PageState, Placed } from './read-page.ts';
import { cuesOf } from './sentence.ts';

// What the model sees of a page and of a sentence, each a name that a person can read.

/** Kinds of page, told by how often their words stand on it; and how much each word tells. */
const REGISTERS: Readonly<Record<string, number>> = {
  sell: 1,
  forum: 0.8,
  warnpage: 1.2,
  study: 1,
  benefit: 0.5,
  law: 1,
};
const PAGE_CUES = [...Object.keys(REGISTERS), 'recovery', 'otherscope', 'harm', 'distance', 'rival'];
/** Cues whose meaning turns on the page, the tier or the place. */
export const SIGNS: ReadonlySet<string> = new Set(
  (
    'negation harm failure distance consult definition mechanism law study question benefit report hedge ' +
    'quitting otherscope prefix problemlist doselist pronoun recovery rival'
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

/** The hits of one cue. */
export const cueHits = (hits: readonly Hit[], id: string): Hit[] =>
  hits.filter((h) => h.type === 'cue' && h.id === id);
/** A whole number of at most `most`. */
export const step = (value: number, most: number): number => Math.min(most, Math.floor(value));

/** How many blocks ago a substance was named, in steps: 0 in this one, 1 in the last, then 2, 4, 8 and 16 or more; 'ahead' where it comes later. */
export const distanceOf = (mention: Mention | undefined): string =>
  mention && Number.isFinite(mention.blocks) ? String(step(Math.log2(1 + mention.blocks), 5)) : 'ahead';

/** The register that the page leans to most. */
export const leaning = ({ rate }: PageState): string =>
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

/** The words of a sentence and of what stands over it: the linear models have them in forms of their own. */
export function wordFeatures({ sentence: { stems }, heading, lead }: Placed): string[] {
  const features = [`first word ${stems[0]}`, `first words ${stems[0]} ${stems[1]}`];
  for (const word of stems) features.push(`word ${word}`);
  for (const { stems: words } of heading) for (const word of words) features.push(`heading word ${word}`);
  for (const { stems: words } of lead) for (const word of words) features.push(`lead word ${word}`);
  return features;
}

/** What else holds of the sentence, whatever the pair. */
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
  const medicine = hits.find(({ id }) => id === 'medicines');
  const firstBenefit = cueHits(hits, 'benefit')[0];
  say(
    `medicine helps ${named.length > 0}`,
    medicine !== undefined && firstBenefit !== undefined && medicine.start < firstBenefit.start,
  );
  features.push(`rival ${placed.rival}`, `rival ${placed.rival} ${source}`);
  // "Yoga can ease cravings": yoga is what helps, no substance.
  const doer = hits.find(({ type, id }) => type === 'sub' || id === 'rival');
  say(
    'rival is subject',
    doer?.id === 'rival' && firstBenefit !== undefined && doer.start < firstBenefit.start,
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
