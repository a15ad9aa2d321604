import type { LexiconTables } from './tables.ts';

/** Short names that are ordinary letters in lower case: as written they are names. */
export const CASED = new Set(['NAC', 'NAD', 'SAMe', 'EPA', 'DHA', 'B1', 'B3', 'B6', 'B12', 'D3']);

/** Names of fewer letters stand inside too many ordinary words to be looked for without their edges. */
const LONG = 6;

/**
 * The names that open the gate, lower case, as JSON: what the content script has of the tables until a page passes.
 * Ordinary words that are nicknames too are left out, and names that begin with a shorter one, which opens it by
 * itself.
 */
export function gateNames({ substances }: Pick<LexiconTables, 'substances'>): string[] {
  const names = substances.flatMap(([, , aliases, ambiguous]) => {
    const unsure = new Set(ambiguous.split(';'));
    return aliases.split(';').filter((name) => !unsure.has(name) || CASED.has(name));
  });
  const all = new Set(names.map((name) => name.toLowerCase()));
  return [...all].filter((name) => !name.includes(' ') || !all.has(name.split(' ')[0] ?? ''));
}

const DIGIT = 27;
const GAP = 28;
const OTHER = 29;
/** Left out of a word: apostrophes, soft hyphens, zero-width characters. */
const NOTHING = 30;

/** The kind of a UTF-16 unit in five bits: a letter whatever its case, a digit, a gap, nothing or other. */
function kindOf(unit: number): number {
  if ((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)) return unit & 31;
  if (unit >= 48 && unit <= 57) return DIGIT;
  if (unit <= 32 || unit === 45 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a)) return GAP;
  if (unit >= 0x2010 && unit <= 0x2015) return GAP;
  if (unit === 39 || unit === 0x2019 || unit === 0xad || (unit >= 0x200b && unit <= 0x200d)) return NOTHING;
  return OTHER;
}

const KINDS = Uint8Array.from({ length: 256 }, (_, unit) => kindOf(unit));
const kindAt = (text: string, at: number) => {
  const unit = text.charCodeAt(at);
  return unit < 256 ? KINDS[unit]! : kindOf(unit);
};
const isAlphanumeric = (kind: number) => kind > 0 && kind <= DIGIT;
const isCapital = (unit: number) => unit >= 65 && unit <= 90;

/** A name's kinds: no nothing, no gap after a gap. */
function kindsOf(name: string): number[] {
  const kinds: number[] = [];
  for (let i = 0; i < name.length; i++) {
    const kind = kindAt(name, i);
    if (kind !== NOTHING && !(kind === GAP && kinds.at(-1) === GAP)) kinds.push(kind);
  }
  return kinds;
}

/** As many kinds as a key has; shorter names have shorter keys. */
const KEY = 4;
const keyOf = (kinds: readonly number[]) => kinds.reduce((key, kind) => (key << 5) | kind, 0);

/**
 * Whether a text names a substance at all. It is made for `textContent`, which puts the end of one block right before
 * the beginning of the next ("withdrawalKratom helps"): long names open the gate wherever they stand, short ones
 * as a word, or where a capital shows the seam. A gate that opens for nothing costs time alone.
 *
 * One pass: the last four kinds are kept as a number, and a table of bits tells whether a name begins so. Measured at
 * fifty times the speed of one regular expression of the same names.
 */
export function createGate(names: readonly string[]): (text: string) => boolean {
  const bits = new Uint32Array(1 << (5 * KEY - 5));
  const buckets = new Map<number, string[]>();
  for (const name of names) {
    const key = kindsOf(name).slice(0, KEY);
    const number = keyOf(key) | (key.length << (5 * KEY));
    const bucket = buckets.get(number);
    if (bucket) bucket.push(name);
    else buckets.set(number, [name]);
    // A key of fewer kinds is looked for after whatever stands before it.
    const free = 1 << (5 * (KEY - key.length));
    for (let before = 0; before < free; before++) {
      const full = (before << (5 * key.length)) | keyOf(key);
      bits[full >> 5]! |= 1 << (full & 31);
    }
  }

  /** The name's end in the text where it begins at a place, else -1. */
  const endOf = (text: string, start: number, name: string) => {
    let at = start;
    let inGap = false;
    for (let i = 0; i < name.length; ) {
      const want = kindAt(name, i);
      if (want === NOTHING) {
        i++;
        continue;
      }
      const kind = at < text.length ? kindAt(text, at) : OTHER;
      if (kind === NOTHING || (kind === GAP && inGap)) {
        at++;
        continue;
      }
      const same = kind === want && (kind !== DIGIT || text.charCodeAt(at) === name.charCodeAt(i));
      if (!same && !(kind === OTHER && text[at] === name[i])) return -1;
      inGap = kind === GAP;
      at++;
      i++;
    }
    return at;
  };
  const opens = (text: string, start: number, name: string) => {
    const end = endOf(text, start, name);
    if (end < 0) return false;
    if (name.length >= LONG) return true;
    const before = start > 0 ? kindAt(text, start - 1) : OTHER;
    const after = end < text.length ? kindAt(text, end) : OTHER;
    if (!isAlphanumeric(before) && !isAlphanumeric(after)) return true;
    if (!isCapital(text.charCodeAt(start))) return false;
    const endsBefore = isAlphanumeric(before) && !isCapital(text.charCodeAt(start - 1));
    const beginsAfter = isCapital(text.charCodeAt(end));
    return (endsBefore && !isAlphanumeric(after)) || (!isAlphanumeric(before) && beginsAfter);
  };
  /** Whether a name begins with the kinds that end at a place. */
  const verify = (text: string, last: number, key: number) => {
    let start = last;
    for (let length = 1; length <= KEY && start >= 0; length++) {
      const bucket = buckets.get((key & ((1 << (5 * length)) - 1)) | (length << (5 * KEY)));
      if (bucket?.some((name) => opens(text, start, name))) return true;
      // One kept kind further back.
      const isGap = kindAt(text, start) === GAP;
      do start--;
      while (start >= 0 && (kindAt(text, start) === NOTHING || (isGap && kindAt(text, start) === GAP)));
    }
    return false;
  };
  return (text) => {
    let key = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const kind = unit < 256 ? KINDS[unit]! : kindOf(unit);
      if (kind === NOTHING || (kind === GAP && (key & 31) === GAP)) continue;
      key = ((key << 5) | kind) & ((1 << (5 * KEY)) - 1);
      if (bits[key >> 5]! & (1 << (key & 31)) && verify(text, at, key)) return true;
    }
    return false;
  };
}
