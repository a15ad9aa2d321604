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
interface Node {
  next?: Map<string, Node>;
  out?: { type: string; id: string; unsure: boolean }[];
}
export interface Lexicon {
  /** The words of a text as `stem` folds them, and the phrases found among them, in order. */
  readonly scan: (text: string) => { readonly stems: readonly string[]; readonly hits: readonly Hit[] };
}

/** Folds inflections together: eases, easing and eased all give "eas". Not a word of English, only a key. */
export function stem(word: string): string {
  let w = word;
  if (w.length > 4 && w.endsWith('ies')) w = `${w.slice(0, -3)}y`;
  else if (w.length > 3 && w.endsWith('s') && !/(?:ss|us|is)$/.test(w)) w = w.slice(0, -1);
  const cut = w.replace(/(?:ing|ed)$/, '');
  if (cut !== w && cut.length >= 3) w = cut.replace(/([bdgmnprt])\1$/, '$1');
  return w.length > 3 && w.endsWith('e') ? w.slice(0, -1) : w;
}

// Amounts part from their unit (500mg); soft hyphens and zero-width characters stay inside a word.
const WORD =
  /\d+(?=(?:mg|mcg|g|gpd|ml|iu|k)(?![\p{L}\p{N}]))|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d]|['’](?=\p{L}))*/gu;
const fold = (word: string) =>
  stem(
    word
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );

/** Told of steps of work as they are done, so that a test can count them where a clock would lie. */
export type Steps = (count: number) => void;

/** All phrases of the tables as one tree of word stems; a scan is one pass that takes the longest match of each kind. */
export function createLexicon(tables: LexiconTables, onSteps: Steps = () => undefined): Lexicon {
  const root: Node = {};
  const add = (phrases: string, type: string, id: string, unsure = new Set<string>()) => {
    for (const phrase of phrases.split(';')) {
      let node = root;
      for (const [word] of phrase.matchAll(WORD)) {
        node.next ??= new Map();
        const key = fold(word);
        let next = node.next.get(key);
        if (!next) {
          next = {};
          node.next.set(key, next);
        }
        node = next;
      }
      if (node === root) continue;
      node.out ??= [];
      node.out.push({ type, id, unsure: unsure.has(phrase) });
    }
  };
  for (const [id, , aliases, ambiguous] of tables.substances)
    add(aliases, 'sub', id, new Set(ambiguous.split(';')));
  for (const [id, , good, bad, field] of tables.topics) {
    add(good, 'good', id);
    add(bad, 'bad', id);
    add(field, 'field', id);
  }
  for (const [id, words] of Object.entries(tables.drugs)) add(words, 'drug', id);
  for (const [id, words] of Object.entries(tables.cues)) add(words, 'cue', id);
  const folded = new Map<string, string>();
  const key = (word: string) => {
    let k = folded.get(word);
    if (k === undefined) {
      if (folded.size > 50_000) folded.clear();
      k = fold(word);
      folded.set(word, k);
    }
    return k;
  };
  return {
    scan(text) {
      const words = [...text.matchAll(WORD)].map((m) => ({
        key: key(m[0]),
        start: m.index,
        end: m.index + m[0].length,
      }));
      const hits: Hit[] = [];
      let steps = words.length;
      let subEnd = 0;
      words.forEach((word, at) => {
        let node: Node | undefined = root;
        const best = new Map<string, Hit>();
        for (let j = at; j < words.length && j < at + 8; j++) {
          const w = words[j] as (typeof words)[number];
          steps++;
          node = node.next?.get(w.key);
          if (!node) break;
          for (const o of node.out ?? []) {
            if (
              o.type === 'sub' &&
              (word.start < subEnd || (o.id === 'same' && text.slice(word.start, w.end) === 'same'))
            )
              continue;
            best.set(o.type === 'sub' ? 'sub' : o.type + o.id, {
              ...o,
              start: word.start,
              end: w.end,
              at,
              words: j - at + 1,
            });
          }
        }
        for (const hit of best.values()) {
          if (hit.type === 'sub') subEnd = hit.end;
          hits.push(hit);
        }
      });
      onSteps(steps);
      return { stems: words.map(({ key: stemmed }) => stemmed), hits };
    },
  };
}
