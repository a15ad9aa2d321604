import { ANNOUNCES, isTitleCase, isUnpunctuated } from './features.ts';
import { stem } from './lexicon.ts';
import type { Placed } from './read-page.ts';
import { FRAGMENT } from './word-features.ts';

// Sentences that claim nothing, whatever the models say: each rule by itself, with the sentence that it is for.

/** Lines that only introduce what follows, and titles, as in a list of contents. */
export const isIntroduction = ({ sentence: { text, cues, topics }, level }: Placed) =>
  text.endsWith(':') ||
  (level > 0 && topics.size === 0 && !cues.has('benefit')) ||
  (ANNOUNCES.test(text) && isTitleCase(text) && isUnpunctuated(text));

/** "with opioid withdrawal symptoms." as a paragraph of its own: the page has torn it from a sentence that stands elsewhere. */
const TORN = /^(?:with|of|for|in|to|from|by)\b/;
export const isTorn = ({ sentence: { text, cues }, named, isFirst, listed, level }: Placed) =>
  isFirst && !listed && level === 0 && named.length === 0 && !cues.has('benefit') && TORN.test(text);

const ADVICE =
  /\b(?:should|must|always|crucial|important|imperative|essential|vital|best to|before)\b|^(?:please )?(?:consult|talk|speak|ask)/i;
const MODAL_BENEFIT =
  /\b(?:may|might|can|could) (?:\w+ ){0,2}(?:help|ease|relieve|reduce|aid|support|improve|be (?:a |an )?(?:\w+ )?(?:beneficial|helpful|useful|effective))/i;

/** "Ask a doctor first" claims nothing, whatever it is asked about, unless a benefit is stated beside it. */
export const isAdvice = ({ sentence: { text, cues } }: Placed) =>
  cues.has('consult') && ADVICE.test(text) && !MODAL_BENEFIT.test(text);

const AIM =
  /\bhypothes[ie]|\b(?:aim|purpose|objective|goal)s? of (?:this|the|our) (?:\w+ )?(?:study|trial|research|project)\b|\b(?:studied|(?:investigat|determin|assess|evaluat|examin)(?:e|es|ed|ing)) whether\b/i;

/** "We hypothesize that it will ease cravings", "The aim of this trial is...": what is to be found out is not known. */
export const isAim = ({ sentence: { text } }: Placed) => AIM.test(text);

/** "Never helped", "did not touch", "did nothing for", "failed to ease", "helps nobody with". */
const DENIED = [
  '(?:<failure> )?<negation>(?: (?:even|ever|really|seem|to|be|much|a|any|of|enough|at|all))*(?: <benefit>| touch)+',
  '(?:<failure> )?<negation>(?= for )',
  '<failure>(?: <failure>| <benefit>)*',
  '<benefit> <negation>(?= with )',
].join('|');
const DENIAL = new RegExp(
  `^SUBSTANCE(?: SUBSTANCE| and| or)*(?: (?:<hedge>|<question>|really|just|also|even|ever|have|has|had|alone|did|do|doe|simply))* (?:${DENIED})(?: (?:for|with|from|of|in|on|to|the|a|at|all|much|one|bit|any|<forum>|<prefix>|<recovery>|<quitting>|DRUG|TOPIC|symptom|<problemlist>))*$`,
);
/** Of these a denial may be the claim: "Kratom does not stop your breathing." */
const ASSURANCES = ['safe', 'non-addictive', 'safer-than-opioids', 'legal', 'proven', 'dosing'];

/** "Kratom never helped my withdrawal", and nothing else in it: of 110 such sentences of all corpora none claims. */
export const isDenial = ({ sentence: { skeleton, topics } }: Placed) =>
  DENIAL.test(skeleton.frame.join(' ')) && !ASSURANCES.some((topic) => topics.has(topic));

/** A whole sentence without one word that the lexicon knows: of those that claim, one in a hundred is such. */
export const isBare = ({ sentence: { hits, stems } }: Placed) =>
  hits.length === 0 && stems.length >= FRAGMENT;

/** Words before a medicine that make it the other side of a comparison, or what is come off: "unlike", "off", "given with". */
const BESIDE: ReadonlySet<string> = new Set(
  'unlike than with without off from on to of instead versus vs like'.split(' ').map(stem),
);

/** "Buprenorphine eases cravings" on a page about kratom: a prescribed medicine is what helps, and none is flagged. */
export function isOfMedicine({ sentence: { hits, stems }, named }: Placed): boolean {
  const medicine = hits.find(({ id }) => id === 'medicines');
  const benefit = hits.find(({ type, id }) => type === 'cue' && id === 'benefit');
  if (named.length > 0 || !medicine || !benefit || medicine.start >= benefit.start) return false;
  // "Unlike Suboxone, it is easy to stop": what is spoken of stands between.
  const between = hits.some(
    ({ id, start, end }) => id === 'pronoun' && start >= medicine.end && end <= benefit.start,
  );
  return !between && !BESIDE.has(stems[medicine.at - 1] ?? '');
}

/** Whether it claims nothing by one of the rules above that need no more than the sentence and its place. */
export const claimsNothing = (placed: Placed): boolean =>
  isIntroduction(placed) ||
  isTorn(placed) ||
  isAdvice(placed) ||
  isAim(placed) ||
  isDenial(placed) ||
  isOfMedicine(placed);

/**
 * "There are reports of deaths, and it can cause vomiting": whoever tells dangers, and neither denies nor weighs them, does
 * not say that it is safe. One word of harm is too little: "risk: negligible".
 */
export function tellsDangers({ sentence: { hits, cues } }: Placed): boolean {
  const dangers = hits.filter(({ type, id }) => type === 'cue' && id === 'harm');
  const saysSafe = hits.some(({ type, id }) => type === 'good' && id === 'safe');
  return dangers.length > 1 && !saysSafe && !cues.has('negation') && !cues.has('comparison');
}
