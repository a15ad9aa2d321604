import type { LexiconTables } from './tables.ts';

/** A phrase found in a text. `type` is sub, good, bad, field, drug or cue; `id` is what it names. */
export interface Hit {
  readonly type: string;
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** The place of its first word, counted in words, and how many words it has. */
  readonly at: number;
  readonly words: number;
  readonly unsure: boolean;
}
interface Meaning {
  readonly type: string;
  readonly id: string;
  readonly unsure: boolean;
  /** Only where it is written as a plural. */
  readonly plural?: boolean;
}
interface Node {
  next?: Map<string, Node>;
  out?: Meaning[];
}
/** No phrase has more words. */
const LONGEST = 8;
/** A phrase in which a name or a word means something else, as one hit of a scan. */
const VOID = 'void';

export interface Lexicon {
  /** The words of a text in lower case without accents, as `stem` folds them, and the phrases found among them, in order. */
  readonly scan: (text: string) => {
    readonly words: readonly string[];
    readonly stems: readonly string[];
    readonly hits: readonly Hit[];
  };
}

/** One syllable that ends in one consonant after one vowel: a last "e" tells "note" from "not", "quite" from "quit". */
const SYLLABLE = /^(?:qu|[^aeiouy])*[aeiouy][^aeiouywx]$/;

/** Folds inflections together: eases, easing and eased all give "eas". Not a word of English, only a key. */
export function stem(word: string): string {
  let w = word;
  if (w.length > 4 && w.endsWith('ies')) w = `${w.slice(0, -3)}y`;
  else if (w.length > 3 && w.endsWith('s') && !/(?:ss|us|is)$/.test(w)) w = w.slice(0, -1);
  const cut = w.replace(/(?:ing|ed)$/, '');
  if (cut !== w && cut.length >= 3) {
    const single = cut.replace(/([bdgmnprt])\1$/, '$1');
    // "Quitting" is of "quit", "noted" of "note".
    w = single === cut && SYLLABLE.test(cut) ? `${cut}e` : single;
  }
  return w.length > 3 && w.endsWith('e') && !SYLLABLE.test(w.slice(0, -1)) ? w.slice(0, -1) : w;
}

// Amounts part from their unit (500mg); soft hyphens and zero-width characters stay inside a word.
const WORD =
  /\d+(?=(?:mg|mcg|g|gpd|ml|iu|k)(?![\p{L}\p{N}]))|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d]|['’](?=\p{L}))*/gu;
const PLAIN_WORD = /^[a-z0-9]+$/i;
const plain = (word: string) =>
  PLAIN_WORD.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '');
const fold = (word: string) => stem(plain(word));

const isPlain = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
const isDigit = (code: number) => code >= 48 && code <= 57;
const APOSTROPHE = 39;
const NEXT_WORD = new RegExp(WORD);

/** [start, end) of each word. Plain words are told by their codes, all others by WORD, which takes ten times as long. */
function* wordSpans(text: string): Generator<readonly [start: number, end: number]> {
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (code < 128 && !isPlain(code)) {
      i++;
      continue;
    }
    if (code < 128 && !isDigit(code)) {
      let end = i + 1;
      while (end < text.length && isPlain(text.charCodeAt(end))) end++;
      const next = text.charCodeAt(end);
      if (!(next >= 128 || next === APOSTROPHE)) {
        yield [i, end];
        i = end;
        continue;
      }
    }
    // A copy: `matchAll` begins where the last search of its expression ended.
    NEXT_WORD.lastIndex = i;
    const found = NEXT_WORD.exec(text);
    if (!found) return;
    i = found.index + found[0].length;
    yield [found.index, i];
  }
}

/** The words of a phrase as a text's are folded, parted by spaces: what the tables hold of the phrases of topics, drugs and cues. */
export const foldPhrase = (phrase: string): string =>
  Array.from(wordSpans(phrase), ([start, end]) => fold(phrase.slice(start, end))).join(' ');

/** Told of steps of work as they are done, so that a test can count them where a clock would lie. */
export type Steps = (count: number) => void;

/**
 * All phrases of the tables as trees of word stems, one for each first word; a scan is one pass that takes the longest
 * match of each kind. A tree is made when a text first has its word: most texts have few, and all take some 70 ms.
 */
export function createLexicon(tables: LexiconTables, onSteps: Steps = () => undefined): Lexicon {
  /** First word -> its phrases, each with what it means, in turn; the tree of them once a text had the word. */
  const entries = new Map<string, (string | Meaning)[] | Node>();
  const folded = new Map<string, { readonly word: string; readonly key: string }>();
  const foldOnce = (written: string) => {
    let known = folded.get(written);
    if (!known) {
      if (folded.size > 50_000) folded.clear();
      const word = plain(written);
      known = { word, key: stem(word) };
      folded.set(written, known);
    }
    return known;
  };
  const add = (phrase: string, meaning: Meaning) => {
    const end = phrase.indexOf(' ');
    const first = end < 0 ? phrase : phrase.slice(0, end);
    const list = entries.get(first);
    if (Array.isArray(list)) list.push(phrase, meaning);
    else entries.set(first, [phrase, meaning]);
  };
  const addAll = (list: string, type: string, id: string, plurals?: ReadonlySet<string>) => {
    const meaning = { type, id, unsure: false };
    const ofPlural = { ...meaning, plural: true };
    if (list) for (const phrase of list.split(';')) add(phrase, plurals?.has(phrase) ? ofPlural : meaning);
  };
  /** The tree of the phrases that begin with a word. */
  const treeOf = (first: string): Node | undefined => {
    const list = entries.get(first);
    if (!Array.isArray(list)) return list;
    const tree: Node = {};
    entries.set(first, tree);
    for (let i = 0; i < list.length; i += 2) {
      let node = tree;
      for (const word of (list[i] as string).split(' ').slice(1)) {
        node.next ??= new Map();
        let next = node.next.get(word);
        if (!next) {
          next = {};
          node.next.set(word, next);
        }
        node = next;
      }
      node.out ??= [];
      node.out.push(list[i + 1] as Meaning);
    }
    return tree;
  };
  for (const [id, , aliases, ambiguous, folded] of tables.substances) {
    const unsure = new Set(ambiguous.split(';'));
    const phrasesOf = folded.split(';');
    // "Sevens" are pills; "seven" is a number.
    for (const [at, alias] of aliases.split(';').entries())
      add(phrasesOf[at]!, {
        type: 'sub',
        id,
        unsure: unsure.has(alias),
        plural: unsure.has(alias) && /^\p{L}+s$/u.test(alias),
      });
  }
  for (const [id, , good, bad, field] of tables.topics) {
    addAll(good, 'good', id);
    addAll(bad, 'bad', id);
    addAll(field, 'field', id);
  }
  // "Sedatives" are drugs to come off; a plant's "sedative effect" is none.
  const { plural = '', ...drugs } = tables.drugs;
  const plurals = new Set(plural.split(';'));
  for (const [id, words] of Object.entries(drugs)) addAll(words, 'drug', id, plurals);
  const { void: voids = '', ...cues } = tables.cues;
  for (const [id, words] of Object.entries(cues)) addAll(words, 'cue', id);
  addAll(voids, VOID, '');
  return {
    scan(text) {
      const words: { word: string; key: string; start: number; end: number }[] = [];
      for (const [start, end] of wordSpans(text)) {
        const { word, key } = foldOnce(text.slice(start, end));
        words.push({ word, key, start, end });
      }
      const hits: Hit[] = [];
      let steps = words.length;
      let subEnd = 0;
      let voidEnd = 0;
      for (let at = 0; at < words.length; at++) {
        const word = words[at]!;
        let node = treeOf(word.key);
        if (!node) continue;
        const best = new Map<string, Hit>();
        for (let j = at; node && j < at + LONGEST; node = node.next?.get(words[++j]?.key ?? '')) {
          const { end } = words[j]!;
          steps++;
          for (const o of node.out ?? []) {
            const isSub = o.type === 'sub';
            if (isSub && (word.start < subEnd || (o.id === 'same' && text.slice(word.start, end) === 'same')))
              continue;
            if (o.plural && !words[j]!.word.endsWith('s')) continue;
            const { type, id, unsure } = o;
            const hit = { type, id, unsure, start: word.start, end, at, words: j - at + 1 };
            best.set(isSub ? 'sub' : type + id, hit);
          }
        }
        const inVoid = best.get(VOID);
        if (inVoid) voidEnd = Math.max(voidEnd, inVoid.end);
        best.delete(VOID);
        for (const hit of best.values()) {
          // In "melatonin levels" melatonin is the body's own; a phrase that is all of the void means what it says.
          const isAll = hit.start === inVoid?.start && hit.end === inVoid.end;
          if (hit.end <= voidEnd && !isAll) continue;
          if (hit.type === 'sub') subEnd = hit.end;
          hits.push(hit);
        }
      }
      onSteps(steps);
      return { words: words.map(({ word }) => word), stems: words.map(({ key }) => key), hits };
    },
  };
}
