import type { LexiconTables } from './tables.ts';

/** Short names that are ordinary letters in lower case: as written they are names. */
export const CASED = new Set([
  ...['NAC', 'NAD', 'SAMe', 'EPA', 'DHA', 'B1', 'B3', 'B6', 'B12', 'D3'],
  // "At 7, oh" is no name; with its hyphen or its capitals it is.
  ...['7-OH', '7-oh', '7 OH'],
]);

/** The one name that is an ordinary word in lower case, which nearly every page has: the gate wants it as it is written. */
const ORDINARY = 'same';
const AS_WRITTEN = 'SAMe(?![a-z])';

/** How a source writes a name's gap and its apostrophe: short, since every page carries the sources. */
const GAP = ' ';
const APOSTROPHE = "'";

/** Names of fewer letters stand inside too many ordinary words to be looked for without their edges. */
const LONG = 6;

/**
 * The names that open the gate, lower case, as JSON: what the content script has of the tables until a page passes.
 * Ordinary words that are nicknames too are left out, and names with a shorter one in them, which opens it by itself.
 */
export function gateNames({ substances }: Pick<LexiconTables, 'substances'>): string[] {
  const names = substances.flatMap(([, , aliases, ambiguous]) => {
    const unsure = new Set(ambiguous.split(';'));
    return aliases.split(';').filter((name) => !unsure.has(name) || CASED.has(name));
  });
  const plain = names.map((name) => name.toLowerCase().replaceAll('-', GAP));
  const all = [...new Set(plain.filter((name) => name !== ORDINARY))];
  // A short one at the end of a block is not seen: there the whole name is.
  const opens = (inner: string, name: string) =>
    inner !== name && (inner.length < LONG ? name.startsWith(`${inner} `) : name.includes(inner));
  return all.filter((name) => !all.some((inner) => opens(inner, name)));
}

/** What a page may put for each; and what it may put anywhere, which shows nothing. */
const ANY_GAP = '[\\s\\-\\u2010-\\u2015]+';
const ANY_APOSTROPHE = "['\\u2019]?";
const NOTHING = /[\u00ad\u200b-\u200d]/g;

/** A name as the sources of regular expressions, one a place: letters, gaps, and apostrophes that may be left out. */
function placesOf(name: string): string[] {
  const places: string[] = [];
  let apostrophe = '';
  for (const [at, letter] of [...name].entries()) {
    if (letter === "'" || letter === '\u2019') apostrophe = APOSTROPHE;
    else if (letter === ' ' || letter === '-') {
      if (!places.at(-1)?.endsWith(GAP)) places.push(apostrophe + GAP);
      apostrophe = '';
    } else {
      // "Lions mane" is written with and without one.
      const endsWord = letter === 's' && at > 0 && !/[a-z]/.test(name[at + 1] ?? '');
      const plain = letter.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
      places.push((endsWord ? APOSTROPHE : apostrophe) + plain);
      apostrophe = '';
    }
  }
  return places;
}

/** Any of the names, as one source in which those that begin alike share their beginning. A name that another begins is left out. */
function anyOf(names: readonly (readonly string[])[], at = 0): string {
  const groups = new Map<string, (readonly string[])[]>();
  for (const places of names) {
    const place = places[at];
    if (place === undefined) return '';
    const group = groups.get(place);
    if (group) group.push(places);
    else groups.set(place, [places]);
  }
  const sources = [...groups].map(([place, group]) => place + anyOf(group, at + 1));
  return sources.length === 1 ? sources[0]! : `(?:${sources.join('|')})`;
}

/**
 * What the gate looks for, as sources of regular expressions in which a space stands for any gap and `'` for an apostrophe
 * that may be left out: made when the data are built, since it costs more than to use them.
 */
export interface GateSources {
  /** Long names, wherever they stand. */
  readonly long: string;
  /** Short names, with a bar between them. */
  readonly short: string;
  /** Long names that most pages put for a substance, with a bar between them. */
  readonly usual: string;
}

/** The sources for the names that open the gate. Usual are single words by which a substance's id calls it. */
export function gateSources(tables: Pick<LexiconTables, 'substances'>): GateSources {
  const names = gateNames(tables);
  const ids = new Set(tables.substances.map(([id]) => id.replaceAll('-', GAP)));
  const sources = (isWanted: (name: string) => boolean) => names.filter(isWanted).map(placesOf);
  const list = (of: ReturnType<typeof sources>) => of.map((places) => places.join('')).join('|');
  const isLong = (name: string) => name.length >= LONG;
  return {
    long: anyOf(sources(isLong)),
    short: list(sources((name) => !isLong(name))),
    usual: list(
      sources((name) => isLong(name) && !name.includes(GAP) && (ids.has(name) || ids.has(`l ${name}`))),
    ),
  };
}

/** A source in which a name that begins with a letter has a capital there, and any letters from there on; nothing of others. */
const withCapitals = (short: string) =>
  short
    .split('|')
    .filter((name) => /^[a-z]/.test(name))
    .map(
      (name) =>
        name[0]!.toUpperCase() +
        name.slice(1).replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`),
    )
    .join('|');

/**
 * Whether a text names a substance at all. It is made for `textContent`, which puts the end of one block right before
 * the beginning of the next ("withdrawalKratom helps"): long names open the gate wherever they stand, short ones
 * as a word, or where a capital shows the seam. A gate that opens for nothing costs time alone. The usual names come first: a
 * page that has one at its beginning is spared the making of the largest expression.
 *
 * Regular expressions, since a page's first pass is a cold one: the browser has them as machine code at once, and
 * a loop of our own only after tens of milliseconds.
 */
export function createGate({ long, short, usual }: GateSources): (text: string) => boolean {
  const word = (names: string) => `\\b(?:${names})(?![a-z\\d])`;
  const capital = `(?:${withCapitals(short)})`;
  const sources = [
    [word(usual), 'i'],
    [word(short), 'i'],
    [`[a-z\\d]${capital}(?![A-Za-z\\d])|\\b${capital}(?=[A-Z])|${AS_WRITTEN}`, ''],
    [long, 'i'],
  ] as const;
  const made: RegExp[] = [];
  return (text) => {
    const shown = text.search(NOTHING) < 0 ? text : text.replace(NOTHING, '');
    return sources.some(([source, flags], at) => {
      // Once the last is made the first spares nothing.
      if (at === 0 && made[3]) return false;
      made[at] ??= new RegExp(source.replaceAll(APOSTROPHE, ANY_APOSTROPHE).replaceAll(GAP, ANY_GAP), flags);
      return made[at].test(shown);
    });
  };
}
