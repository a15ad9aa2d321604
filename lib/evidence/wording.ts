import type {
  Certainty,
  EntryTopic,
  SourceKind,
  SubstanceClass,
  TopicId,
  Verdict,
} from '../../generated/ids.ts';
import wording from '../../generated/wording.json';

/** A verdict as readers see it: a sign that survives greyscale, and words. */
export interface VerdictWording {
  readonly sign: string;
  readonly words: string;
}

const verdicts = new Map(wording.verdicts.map((row) => [row.id, row]));
const certainties = new Map(wording.certainties.map((row) => [row.id, row]));
const topics = new Map(wording.topics.map((row) => [row.id, row.name]));
const assurances = new Set(wording.assurances);
const kinds = new Map(wording.sourceKinds.map((row) => [row.id, row.name]));
const classes = new Map(wording.classes.map((row) => [row.id, row.name]));

/** The ids are made from the same file, so a miss is our own bug. */
function held<Row>(rows: ReadonlyMap<string, Row>, id: string): Row {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`No wording for ${id} in the wording.`);
  return row;
}

/** Whether a certainty lets a verdict keep its strong words. */
export const isSure = (certainty: Certainty): boolean => certainty === 'moderate' || certainty === 'high';

/**
 * The public words of a verdict. They follow the certainty: at low or very low a strong verdict takes its
 * careful words ("No effect seen so far" in place of "Tested, does not hold"), and what was not tested in controlled studies
 * is "Not tested in people" only where there is no human data at all. A topic that promises a quality, such as
 * being safe, has no effect that could be seen, and takes words of its own ("Does not hold so far").
 */
export function verdictWording(verdict: Verdict, certainty: Certainty, topic: EntryTopic): VerdictWording {
  const row = held(verdicts, verdict);
  const { words, wordsWhenUnsure } = (assurances.has(topic) && row.assurance) || row;
  const isPlain = isSure(certainty) || certainty === 'none';
  return { sign: row.sign, words: isPlain ? words : (wordsWhenUnsure ?? words) };
}

/** All public words of a verdict, whatever its certainty: the sure ones first, then the careful ones if there are any. */
export function verdictWords(verdict: Verdict): readonly string[] {
  const { words, wordsWhenUnsure } = held(verdicts, verdict);
  return wordsWhenUnsure ? [words, wordsWhenUnsure] : [words];
}

/** The public words of a certainty and how many of its four dots are filled. */
export function certaintyWording(certainty: Certainty): { readonly words: string; readonly dots: number } {
  const { words, dots } = held(certainties, certainty);
  return { words, dots };
}

/** A topic in words that fit in a sentence ("opioid withdrawal"). */
export const topicWording = (topic: TopicId): string => held(topics, topic);

/** Whether this topic is one that a claim can be about, as against the overview of a substance. */
export const isTopic = (topic: EntryTopic): topic is TopicId => topic !== 'overview';

/** A kind of source as a label ("Randomised trial"). */
export const sourceKindWording = (kind: SourceKind): string => held(kinds, kind);

/** A class of substances as a quality ("can cause dependence"). */
export const classWording = (id: SubstanceClass): string => held(classes, id);

/** The sign of a verdict that survives greyscale; a dash where nothing is held. */
export const verdictSign = (verdict: Verdict | 'none'): string =>
  verdict === 'none' ? '–' : held(verdicts, verdict).sign;
