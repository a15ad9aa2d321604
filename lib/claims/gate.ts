import type { ClaimTables } from './tables.ts';

/** Short names that are ordinary letters in lower case: as written they are names. */
export const CASED = new Set(['NAC', 'NAD', 'SAMe', 'EPA', 'DHA', 'B1', 'B3', 'B6', 'B12', 'D3']);

const pattern = (name: string) =>
  name
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/[\s-]+/g, '[\\s-]+')
    .replace(/['\u2019]/g, "['\u2019]?");

/**
 * One regular expression of all names: whether a text names a substance at all. Ordinary words that are
 * nicknames too do not open the gate, nor names that begin with a shorter one, which opens it by itself.
 */
export function createGate({ substances }: ClaimTables): (text: string) => boolean {
  const names = substances.flatMap(([, , aliases, ambiguous]) => {
    const unsure = new Set(ambiguous.split(';'));
    return aliases.split(';').filter((name) => !unsure.has(name) || CASED.has(name));
  });
  const short = new Set(names.map((name) => name.toLowerCase()));
  const needed = names.filter(
    (name) => !name.includes(' ') || !short.has(name.toLowerCase().split(' ')[0] ?? ''),
  );
  const gate = new RegExp(`(?<![a-z0-9])(?:${needed.map(pattern).join('|')})(?![a-z0-9])`, 'i');
  return (text) => gate.test(text);
}
