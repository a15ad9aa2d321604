import type { LexiconTables } from './tables.ts';

/** Short names that are ordinary letters in lower case: as written they are names. */
export const CASED = new Set([
  ...['NAC', 'NAD', 'SAMe', 'EPA', 'DHA', 'B1', 'B3', 'B6', 'B12', 'D3'],
  // "At 7, oh" is no name; with its hyphen or its capitals it is.
  ...['7-OH', '7-oh', '7 OH'],
]);

/** The one name that is an ordinary word in lower case, which nearly every page has: the gate wants it as it is written. */
const ORDINARY = 'same';
const isAsWritten = (text: string) => text.includes('SAMe') && /SAMe(?![a-z])/.test(text);

/** How a source writes a name's gap and its apostrophe: short, since every page carries the sources. */
const GAP = ' ';
const APOSTROPHE = "'";
/** And the edge that a short name needs: "zinc", not "zincography". */
const EDGE = '$';

/** Names of fewer letters stand inside too many ordinary words to be looked for without their edges. */
const LONG = 6;

/**
 * The names that open the gate, lower case, as JSON: what the content script has of the tables until a page passes.
 * Ordinary words that are nicknames too are left out, and names with another in them, which opens it by itself.
 */
export function gateNames({ substances }: Pick<LexiconTables, 'substances'>): string[] {
  const names = substances.flatMap(([, , aliases, ambiguous]) => {
    const unsure = new Set(ambiguous.split(';'));
    return aliases.split(';').filter((name) => !unsure.has(name) || CASED.has(name));
  });
  // What a word's edge is not told by goes: of "γ-aminobutyric acid" the Greek letter.
  const plain = names.map((name) =>
    name
      .toLowerCase()
      .replaceAll('-', GAP)
      .replace(/^[^a-z\d]+/, ''),
  );
  const all = [...new Set(plain.filter((name) => name !== ORDINARY))];
  // A short one at the end of a block is not seen: there the whole name is.
  const opens = (inner: string, name: string) =>
    inner !== name &&
    (inner.length < LONG ? name.startsWith(`${inner} `) : `${GAP}${name}`.includes(`${GAP}${inner}`));
  return all.filter((name) => !all.some((inner) => opens(inner, name)));
}

/** What a page may put for each; and what it may put anywhere, which shows nothing. */
const ANY_GAP = '[\\s\\-\\u2010-\\u2015]+';
const ANY_APOSTROPHE = "['\\u2019]?";
const ANY_EDGE = '\\b';
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
  if (name.length < LONG) places.push(EDGE);
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
 * What the gate looks for, as sources of regular expressions in which a space stands for any gap, `'` for an apostrophe
 * that may be left out and `$` for a word's end: made when the data are built, since it costs more than to use them.
 */
export interface GateSources {
  /** Long names that most pages put for a substance, with a bar between them. */
  readonly usual: string;
  /** All others. */
  readonly names: string;
}

/** The sources for the names that open the gate. Usual are single words by which a substance's id calls it. */
export function gateSources(tables: Pick<LexiconTables, 'substances'>): GateSources {
  const names = gateNames(tables);
  const ids = new Set(tables.substances.map(([id]) => id.replaceAll('-', GAP)));
  const isUsual = (name: string) =>
    name.length >= LONG && !name.includes(GAP) && (ids.has(name) || ids.has(`l ${name}`));
  return {
    names: anyOf(names.filter((name) => !isUsual(name)).map(placesOf)),
    usual: names
      .filter(isUsual)
      .map((name) => placesOf(name).join(''))
      .join('|'),
  };
}

/**
 * Where a capital shows that one block ends and the next begins ("withdrawalB12 helps", "I took NACThe next day"): the
 * second character of a match is the first of the next block.
 */
const SEAM = /[a-z\d][A-Z]|[A-Z]{2}(?=[a-z])/g;
/** So much of a text is looked at before a seam, where only a short name needs an edge, and after it: no name is longer. */
const BEFORE_SEAM = 8;
const AFTER_SEAM = 60;

/** What stands at the seams of a text, with a space in each. */
function aroundSeams(text: string): string {
  let around = '';
  let last = 0;
  SEAM.lastIndex = 0;
  while (SEAM.test(text)) {
    const at = SEAM.lastIndex - 1;
    around += `${text.slice(Math.max(last, at - BEFORE_SEAM), at)} ${text.slice(at, at + AFTER_SEAM)} `;
    last = at;
  }
  // The browser holds on to the text of the last match.
  SEAM.test('aA');
  return around;
}

/**
 * Whether a text names a substance at all. It is made for `textContent`, which puts the end of one block right before
 * the beginning of the next ("withdrawalKratom helps"): names open the gate as words, and where a capital shows the
 * seam; the usual ones wherever they stand. A gate that opens for nothing costs time alone. The usual names come first: a
 * page that has one at its beginning is spared the making of the largest expression.
 *
 * Regular expressions, since a page's first pass is a cold one: the browser has them as machine code at once, and
 * a loop of our own only after tens of milliseconds. That of all names begins at a word's edge, where it is looked at
 * in one place of six.
 */
export function createGate({ names, usual }: GateSources): (text: string) => boolean {
  const made: RegExp[] = [];
  const has = (at: number, source: string, text: string) => {
    made[at] ??= new RegExp(
      source.replaceAll(APOSTROPHE, ANY_APOSTROPHE).replaceAll(GAP, ANY_GAP).replaceAll(EDGE, ANY_EDGE),
      'i',
    );
    return made[at].test(text);
  };
  const hasName = (text: string) => has(1, `\\b${names}`, text);
  return (text) => {
    const shown = text.search(NOTHING) < 0 ? text : text.replace(NOTHING, '');
    return has(0, usual, shown) || isAsWritten(shown) || hasName(shown) || hasName(aroundSeams(shown));
  };
}
