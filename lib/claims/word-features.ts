import type { Placed, ReadPage } from './read-page.ts';

// What the linear models see: the words of a sentence and of what stands around it.

/** Names of sentence features that say a word: the linear models have their own. */
const SAYS_WORD = /^(?:(?:heading |lead |title )?word |first word)/;
const TITLE_WORD = 'title word ';
/** A fragment of fewer words stands for more than its words do in a sentence. */
export const FRAGMENT = 5;

const pairsOf = (stems: readonly string[]) => stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`);
const stemsOf = (list: readonly { readonly stems: readonly string[] }[]) =>
  list.flatMap(({ stems }) => stems);

/** What tells whether a sentence claims anything. `sentence` and `page` are its features by features.ts. */
export function claimWords(
  placed: Placed,
  sentence: readonly string[],
  page: readonly string[],
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

/** What tells which topics a sentence claims. */
export function topicWords({ sentence, heading, lead, drugs }: Placed): Set<string> {
  const { stems, topics } = sentence;
  return new Set([
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
