import { PARTED } from './flat-models.ts';

/** Odd numbers far from one another: two hashes of 32 bits that go their own ways. */
const PRIME_A = 0x01000193;
const PRIME_B = 0x5bd1e995;
const SEED_A = 0x811c9dc5 | 0;
const SEED_B = 0x2f6f7a1b;
const SPACE = 32;
/** A table has at least so many places for each name, so that a search is short. */
const ROOM = 2;

/** Hashes and, at the same place, one more than the place of their name; 0 is an empty one. */
interface Table {
  readonly hashesA: Int32Array;
  readonly hashesB: Int32Array;
  readonly places: Int32Array;
}

/** Where a name stands in a table, or would. */
function slotOf({ hashesA, hashesB, places }: Table, a: number, b: number): number {
  const mask = places.length - 1;
  let at = (a ^ (a >>> 15) ^ b) & mask;
  while (places[at] !== 0 && (hashesA[at] !== a || hashesB[at] !== b)) at = (at + 1) & mask;
  return at;
}

/** Puts the name from `from` to `end` of a text into a table. A function of its own: the browser has it fast after a few names. */
function note(table: Table, text: string, from: number, end: number, place: number): void {
  let a = SEED_A;
  let b = SEED_B;
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, PRIME_A);
    b = Math.imul(b ^ code, PRIME_B);
  }
  const at = slotOf(table, a, b);
  table.hashesA[at] = a;
  table.hashesB[at] = b;
  table.places[at] = place;
}

/**
 * Looks names up without making them: `find('b', 'opioid', 'withdrawal')` gives the place of "b opioid withdrawal" among
 * `names`, which stand in one text parted by `PARTED`; -1 where it is none of them. Names are told apart by 64 bits of a
 * hash (FNV-1a, Fowler, Noll and Vo, with two primes): among 100,000 names any other is taken for one of them by a
 * chance of one in a hundred million million.
 */
export function createNameIndex(names: string): {
  readonly count: number;
  readonly find: (first: string, second?: string, third?: string) => number;
} {
  let count = 1;
  for (let at = names.indexOf(PARTED); at >= 0; at = names.indexOf(PARTED, at + 1)) count++;
  let size = 1;
  while (size < ROOM * count) size *= 2;
  const table: Table = {
    hashesA: new Int32Array(size),
    hashesB: new Int32Array(size),
    places: new Int32Array(size),
  };
  for (let from = 0, place = 1; place <= count; place++) {
    const end = place === count ? names.length : names.indexOf(PARTED, from);
    note(table, names, from, end, place);
    from = end + 1;
  }
  return {
    count,
    find(first, second, third) {
      let a = SEED_A;
      let b = SEED_B;
      for (let part = 0; part < 3; part++) {
        const text = part === 0 ? first : part === 1 ? second : third;
        if (text === undefined) break;
        if (part > 0) {
          a = Math.imul(a ^ SPACE, PRIME_A);
          b = Math.imul(b ^ SPACE, PRIME_B);
        }
        for (let i = 0; i < text.length; i++) {
          const code = text.charCodeAt(i);
          a = Math.imul(a ^ code, PRIME_A);
          b = Math.imul(b ^ code, PRIME_B);
        }
      }
      return table.places[slotOf(table, a, b)]! - 1;
    },
  };
}
