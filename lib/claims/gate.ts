import type { ClaimTables } from './tables.ts';

/** Short names that are ordinary letters in lower case: as written they are names. */
export const CASED = new Set(['NAC', 'NAD', 'SAMe', 'EPA', 'DHA', 'B1', 'B3', 'B6', 'B12', 'D3']);

const pattern = (name: string) =>
  name
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/[\s-]+/g, '[\\s-]+')
    .replace(/['\u2019]/g, "['\u2019]?");

/** Names of fewer letters stand inside too many ordinary words to be looked for without their edges. */
const LONG = 6;

/**
 * Whether a text names a substance at all. Made for `textContent`, which puts the end of one block right before
 * the beginning of the next ("withdrawalKratom helps"): long names open the gate wherever they stand, short ones
 * as a word, or where a capital shows the seam. Ordinary words that are nicknames too do not open it, nor names
 * that begin with a shorter one, which opens it by itself. A gate that opens for nothing costs time alone.
 */
export function createGate({ substances }: ClaimTables): (text: string) => boolean {
  const names = substances.flatMap(([, , aliases, ambiguous]) => {
    const unsure = new Set(ambiguous.split(';'));
    return aliases.split(';').filter((name) => !unsure.has(name) || CASED.has(name));
  });
  const alone = new Set(names.map((name) => name.toLowerCase()));
  const needed = names.filter(
    (name) => !name.includes(' ') || !alone.has(name.toLowerCase().split(' ')[0] ?? ''),
  );
  const long = needed.filter((name) => name.length >= LONG).map(pattern);
  const short = needed.filter((name) => name.length < LONG).map(pattern);
  const capital = [...new Set(short.map((name) => name.charAt(0).toUpperCase() + name.slice(1)))].join('|');
  const gate = new RegExp(`${long.join('|')}|(?<![a-z0-9])(?:${short.join('|')})(?![a-z0-9])`, 'i');
  const seam = new RegExp(`(?<=[a-z.!?)])(?:${capital})(?![a-z0-9])|(?<![A-Za-z0-9])(?:${capital})(?=[A-Z])`);
  return (text) => gate.test(text) || seam.test(text);
}
