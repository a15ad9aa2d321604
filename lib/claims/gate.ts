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

/**
 * Any of the names, as one source in which those that begin alike share their beginning. A name that another begins is left
 * out, unless names are looked for `whole`.
 */
function anyOf(names: readonly (readonly string[])[], whole = false, at = 0): string {
  const groups = new Map<string, (readonly string[])[]>();
  let hasEnd = false;
  for (const places of names) {
    const place = places[at];
    if (place === undefined) {
      if (!whole) return '';
      hasEnd = true;
      continue;
    }
    const group = groups.get(place);
    if (group) group.push(places);
    else groups.set(place, [places]);
  }
  const sources = [...groups].map(([place, group]) => place + anyOf(group, whole, at + 1));
  // The longest first.
  if (hasEnd) sources.push('');
  return sources.length === 1 ? sources[0]! : `(?:${sources.join('|')})`;
}

const withCapital = (places: readonly string[]) =>
  places.map((place, at) =>
    at === 0
      ? place.toUpperCase()
      : place.replace(/[a-z]$/, (letter) => `[${letter}${letter.toUpperCase()}]`),
  );

/**
 * The gate's regular expressions, as sources in which a space stands for any gap and `'` for an apostrophe that may be
 * left out: made when the data are built, since it costs more than to use them.
 */
export interface GateSources {
  /** Long names, wherever they stand; without regard to case. */
  readonly anywhere: string;
  /** Short names as words; without regard to case. */
  readonly word: string;
  /** Short names whose capital shows the seam of two blocks; as written. */
  readonly seam: string;
}

/** The sources for some names, as `gateNames` gives them; at least one long and one short name. */
export function gateSources(names: readonly string[]): GateSources {
  const long = names.filter((name) => name.length >= LONG).map(placesOf);
  const short = names.filter((name) => name.length < LONG).map(placesOf);
  const capital = anyOf(short.filter(([first]) => /^[a-z]$/.test(first ?? '')).map(withCapital), true);
  return {
    anywhere: anyOf(long),
    word: `\\b(?:${short.map((places) => places.join('')).join('|')})(?![a-z\\d])`,
    seam: `[a-z\\d]${capital}(?![A-Za-z\\d])|\\b${capital}(?=[A-Z])|${AS_WRITTEN}`,
  };
}

/**
 * Whether a text names a substance at all. It is made for `textContent`, which puts the end of one block right before
 * the beginning of the next ("withdrawalKratom helps"): long names open the gate wherever they stand, short ones
 * as a word, or where a capital shows the seam. A gate that opens for nothing costs time alone.
 *
 * Regular expressions, since a page's first pass is a cold one: the browser has them as machine code at once, and
 * a loop of our own only after tens of milliseconds.
 */
export function createGate({ anywhere, word, seam }: GateSources): (text: string) => boolean {
  const expression = (source: string, flags = '') =>
    new RegExp(source.replaceAll(APOSTROPHE, ANY_APOSTROPHE).replaceAll(GAP, ANY_GAP), flags);
  const tests = [expression(word, 'i'), expression(seam), expression(anywhere, 'i')];
  return (text) => {
    const shown = text.search(NOTHING) < 0 ? text : text.replace(NOTHING, '');
    return tests.some((test) => test.test(shown));
  };
}
