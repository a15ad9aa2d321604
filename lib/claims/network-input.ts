import type { Hit } from './lexicon.ts';
import type { Placed, ReadPage, Source } from './read-page.ts';
import type { Sentence } from './sentence.ts';

/** What the network is told of a sentence. The same when it learns and when it is used. */
export interface NetworkInput {
  /** Its words in lower case, as many as it reads. */
  readonly words: readonly string[];
  /** For each word the kinds of phrases that it is part of: `sub`, `drug:opioid`, `bad:sleep`, `cue:negation`. */
  readonly kinds: readonly (readonly string[])[];
  /** Where the sentence stands: a number below that of `PLACE_SIZES` for each question. */
  readonly place: readonly number[];
}

/** A longer sentence is read as far as this. */
const MOST_WORDS = 45;
const MOST_KINDS = 6;

const SOURCES: readonly Source[] = ['own', 'block', 'row', 'head', 'spoken', 'main'];
const CLASSES = ['dependence-risk', 'nutrient', 'calming', 'botanical', 'detox-product'];
/** The level that a title has, below that of any heading. */
const TITLE_LEVEL = 7;
const MOST_RECOVERY = 4;
const MOST_SHARE = 9;
/** How many answers each question on a place has. */
export const PLACE_SIZES: readonly number[] = [
  TITLE_LEVEL + 1,
  2,
  SOURCES.length + 1,
  CLASSES.length + 1,
  MOST_RECOVERY + 1,
  MOST_SHARE + 1,
  2,
  2,
];

const kindOf = ({ type, id }: Hit) => (type === 'sub' ? type : `${type}:${id}`);

function wordsOf(sentences: readonly Sentence[]): Pick<NetworkInput, 'words' | 'kinds'> {
  const words = sentences.flatMap((sentence) => sentence.words).slice(0, MOST_WORDS);
  const kinds = words.map((): string[] => []);
  let before = 0;
  for (const { words: own, hits } of sentences) {
    for (const hit of hits)
      for (const ofWord of kinds.slice(before + hit.at, before + hit.at + hit.words)) {
        const kind = kindOf(hit);
        if (ofWord.length < MOST_KINDS && !ofWord.includes(kind)) ofWord.push(kind);
      }
    before += own.length;
  }
  return { words, kinds };
}

/** A sentence of no more words, and an item of a list, is read after the line that it stands under, */
const SHORT = 8;
/** as far as so many words, */
const MOST_WORDS_ABOVE = 14;
/** with this between the two. */
const UNDER = '|';

/** The words of the line above a list or an answer, else of the heading, where the sentence says little without: "Benefits of kava: | better sleep". */
function wordsAbove({
  lead,
  heading,
  listed,
  level,
  sentence,
}: Placed): Pick<NetworkInput, 'words' | 'kinds'> {
  const above = lead.length > 0 ? lead : heading;
  const isAlone = level > 0 || !(listed || sentence.words.length <= SHORT);
  if (isAlone || above.length === 0) return { words: [], kinds: [] };
  const { words, kinds } = wordsOf(above);
  return {
    words: [...words.slice(0, MOST_WORDS_ABOVE), UNDER],
    kinds: [...kinds.slice(0, MOST_WORDS_ABOVE), []],
  };
}

/** The title, which the network reads as the first of the page's sentences. */
const titleInput = (title: readonly Sentence[]): NetworkInput => ({
  ...wordsOf(title),
  place: [TITLE_LEVEL, ...PLACE_SIZES.slice(1).map(() => 0)],
});

function sentenceInput(placed: Placed): NetworkInput {
  const { sentence, level, listed, source, substanceClass, sectionRecovery, sectionShare, isFirst, lead } =
    placed;
  const above = wordsAbove(placed);
  const own = wordsOf([sentence]);
  return {
    words: [...above.words, ...own.words],
    kinds: [...above.kinds, ...own.kinds],
    place: [
      level,
      Number(listed),
      SOURCES.indexOf(source) + 1,
      CLASSES.indexOf(substanceClass) + 1,
      Math.min(MOST_RECOVERY, sectionRecovery),
      Math.min(MOST_SHARE, Math.floor(sectionShare / 11)),
      Number(isFirst),
      Number(lead.length > 0),
    ],
  };
}

/** A page as the network reads it: its title, then its sentences. Each is made when it is asked for: of most pages none is. */
export const inOrder = ({ state, sentences }: ReadPage): readonly (() => NetworkInput)[] => [
  () => titleInput(state.title),
  ...sentences.map((placed) => () => sentenceInput(placed)),
];
