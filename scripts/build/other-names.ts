import { otherNames } from '../../lib/library/other-names.ts';
import type { EvidenceData } from './read-data.ts';

/** A nickname that is an ordinary word ("gummies") tells a reader nothing; of several words, or a brand, it does. */
const isOrdinary = (name: string) => /^\p{Ll}+$/u.test(name);

/** JSON of generated/names.json: the other names of each substance, for its page in the library. */
export function namesTable({ substances }: EvidenceData): string {
  return JSON.stringify(
    Object.fromEntries(
      substances.map(({ id, name, scientificName, aliases, ambiguous }) => [
        id,
        otherNames(
          [name, ...(scientificName ? [scientificName] : [])],
          aliases.filter((alias) => !ambiguous.includes(alias) || !isOrdinary(alias)),
        ),
      ]),
    ),
  );
}
