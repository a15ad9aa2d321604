// Names for words and for words beside one another, as the linear models know them. There are some hundreds for each
// sentence, so a name is told in parts, which nobody has to join who only looks it up.

/** Takes names of features. One may come twice. */
export interface Names {
  /** A name in up to three parts, with a space between them. */
  add(first: string, second?: string, third?: string): void;
  /** Names in a list that comes again for other sentences. */
  addList(list: readonly string[]): void;
}

/** Tells the names of all features that are present. */
export type Write = (names: Names) => void;

/** All names that are told, each once. */
export function namesOf(write: Write): Set<string> {
  const all = new Set<string>();
  write({
    add(first, second, third) {
      all.add(
        third !== undefined
          ? `${first} ${second} ${third}`
          : second !== undefined
            ? `${first} ${second}`
            : first,
      );
    },
    addList(list) {
      for (const name of list) all.add(name);
    },
  });
  return all;
}

/** A name for each word. */
export function addWords(names: Names, name: string, words: Iterable<string>): void {
  for (const word of words) names.add(name, word);
}

const wordAt = (words: readonly string[], at: number) => (at < 0 ? '^' : (words[at] ?? '$'));

/** A name for each two words, `apart` places from one another; with `^` and `$` where the words begin and end. */
export function addPairs(
  names: Names,
  name: string,
  words: readonly string[],
  { apart = 1, edges = true } = {},
): void {
  const edge = edges ? 1 : 0;
  for (let at = -edge; at + apart < words.length + edge; at++)
    names.add(name, wordAt(words, at), wordAt(words, at + apart));
}

const BEGINNING = 5;

/** A name for the beginning of each longer word: calming, calmness. */
export function addBeginnings(names: Names, stems: readonly string[]): void {
  for (const stem of stems) if (stem.length > BEGINNING) names.add('x', stem.slice(0, BEGINNING));
}

/** The words of which stems tell less: "helped" says another thing than "helps". And each two in a row of which one does. */
export function addForms(names: Names, words: readonly string[], stems: readonly string[]): void {
  for (const [at, word] of words.entries()) {
    const isFolded = word !== stems[at];
    if (isFolded) names.add('u', word);
    const next = words[at + 1];
    if (next !== undefined && (isFolded || next !== stems[at + 1])) names.add('ub', word, next);
  }
}

/** A name for each word of the one with each of the other. */
export function addCross(
  names: Names,
  name: string,
  first: Iterable<string>,
  second: ReadonlySet<string>,
): void {
  for (const one of first) for (const other of second) names.add(name, one, other);
}
