import type { Placed, ReadPage } from './read-page.ts';
import { isTopicHit } from './sentence.ts';

// What the linear models see: the words of a sentence and of what stands around it.

/** Names of sentence features that say a word: the linear models have their own. */
const SAYS_WORD = /^(?:(?:heading |lead |title )?word |first word)/;
const TITLE_WORD = 'title word ';
/** A fragment of fewer words stands for more than its words do in a sentence. */
export const FRAGMENT = 5;

const pairsOf = (stems: readonly string[]) => stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`);
const stemsOf = (list: readonly { readonly stems: readonly string[] }[]) =>
  list.flatMap(({ stems }) => stems);

/** Longer words are also known by so many letters of their beginning: calming, calmness. */
const BEGINNING = 5;
const beginnings = (stems: readonly string[]) =>
  stems.filter((stem) => stem.length > BEGINNING).map((stem) => `x ${stem.slice(0, BEGINNING)}`);

/** The frame of a sentence and its kinds of phrases, each also by where it stands and by the page's register, `lean`. */
function frameWords({ sentence, heading, lead, level, listed, source }: Placed, lean: string): string[] {
  const { frame, kinds } = sentence.skeleton;
  const place = level > 0 ? 'h' : listed ? 'li' : 'p';
  const framePairs = (name: string, of: Placed['sentence'] | undefined) =>
    of ? pairsOf(['^', ...of.skeleton.frame, '$']).map((pair) => `${name} ${pair}`) : [];
  return [
    ...pairsOf(['^', ...frame, '$']).map((pair) => `f ${pair}`),
    ...kinds.flatMap((kind) => [`${place} ${kind}`, `${source} ${kind}`, `${lean} ${kind}`]),
    ...sentence.stems.map((stem) => `${place} ${stem}`),
    ...framePairs('hf', heading.at(-1)),
    ...framePairs('lf', lead.at(-1)),
  ];
}

/**
 * What tells whether a sentence claims anything. `sentence` and `page` are its features by features.ts, `lean` the
 * page's register.
 */
export function claimWords(
  placed: Placed,
  sentence: readonly string[],
  page: readonly string[],
  lean: string,
): Set<string> {
  const {
    sentence: { stems },
    heading,
    lead,
    before,
    after,
    offered,
  } = placed;
  return new Set([
    ...frameWords(placed, lean),
    ...beginnings(stems),
    ...stems.map((word) => `w ${word}`),
    ...pairsOf(['^', ...stems, '$']).map((pair) => `b ${pair}`),
    ...stemsOf(heading).map((word) => `h ${word}`),
    ...stemsOf(lead).map((word) => `l ${word}`),
    ...(before?.stems ?? []).map((word) => `p ${word}`),
    ...(after?.stems ?? []).map((word) => `n ${word}`),
    ...sentence.filter((name) => !SAYS_WORD.test(name)),
    ...page.map((name) => (name.startsWith(TITLE_WORD) ? `t ${name.slice(TITLE_WORD.length)}` : name)),
    `offered ${Math.min(4, offered.size)}`,
  ]);
}

/** Substances that the sentence may speak of hint at its topic, the nearest so many. */
const NEAREST = 2;

/** What tells which topics a sentence claims. */
export function topicWords({ sentence, heading, lead, drugs, offered }: Placed): Set<string> {
  const { stems, topics, hits } = sentence;
  return new Set([
    ...beginnings(stems),
    ...[...offered.keys()].slice(0, NEAREST).map((substance) => `sub ${substance}`),
    ...hits.filter(isTopicHit).map(({ type, id }) => `${type} ${id}`),
    ...stems.map((word) => `w ${word}`),
    ...pairsOf(stems).map((pair) => `b ${pair}`),
    ...stemsOf(heading).map((word) => `h ${word}`),
    ...stemsOf(lead).map((word) => `l ${word}`),
    ...[...topics].map((topic) => `lex ${topic}`),
    ...(stems.length < FRAGMENT ? stems.map((word) => `short ${word}`) : []),
    ...[...drugs].map(([drug, place]) => `drug ${drug} ${place}`),
  ]);
}

/** What tells whether a page makes claims at all. `page` are its features by features.ts. */
export function pageWords({ sentences }: ReadPage, page: readonly string[]): Set<string> {
  const words = new Set(page);
  for (const { sentence, level } of sentences) {
    for (const word of sentence.stems) {
      words.add(`w ${word}`);
      if (level > 0) words.add(`h ${word}`);
    }
    for (const cue of sentence.cues) words.add(`c ${cue}`);
  }
  return words;
}
