import { PARTED } from './flat-models.ts';

/** Odd numbers far from one another: two hashes of 32 bits that go their own ways. */
const [PRIME_A, PRIME_B] = [0x01000193, 0x5bd1e995];
const [SEED_A, SEED_B] = [0x811c9dc5 | 0, 0x2f6f7a1b];
const SPACE = 32;
/** A table has at least so many places for each name, so that a search is short. */
const ROOM = 2;

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
  const mask = size - 1;
  const hashesA = new Int32Array(size);
  const hashesB = new Int32Array(size);
  /** One more than the place, so that 0 is an empty one. */
  const places = new Int32Array(size);
  const slot = (a: number, b: number) => {
    let at = (a ^ (a >>> 15) ^ b) & mask;
    while (places[at] !== 0 && (hashesA[at] !== a || hashesB[at] !== b)) at = (at + 1) & mask;
    return at;
  };

  // One loop over all characters: a worker that wakes makes this cold, and a page waits.
  let [a, b, place] = [SEED_A, SEED_B, 0];
  const parted = PARTED.charCodeAt(0);
  for (let i = 0; i <= names.length; i++) {
    const code = i === names.length ? parted : names.charCodeAt(i);
    if (code !== parted) {
      a = Math.imul(a ^ code, PRIME_A);
      b = Math.imul(b ^ code, PRIME_B);
      continue;
    }
    const at = slot(a, b);
    hashesA[at] = a;
    hashesB[at] = b;
    places[at] = ++place;
    a = SEED_A;
    b = SEED_B;
  }

  const feed = (text: string) => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, PRIME_A);
      b = Math.imul(b ^ code, PRIME_B);
    }
  };
  const space = () => {
    a = Math.imul(a ^ SPACE, PRIME_A);
    b = Math.imul(b ^ SPACE, PRIME_B);
  };
  return {
    count,
    find(first, second, third) {
      a = SEED_A;
      b = SEED_B;
      feed(first);
      if (second !== undefined) {
        space();
        feed(second);
      }
      if (third !== undefined) {
        space();
        feed(third);
      }
      return places[slot(a, b)]! - 1;
    },
  };
}
