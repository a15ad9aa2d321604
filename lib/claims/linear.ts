import { createNameIndex } from './name-index.ts';
import type { FlatLinear } from './tables.ts';
import type { Write } from './word-names.ts';

/** Weights are whole numbers of this part of log-odds. */
export const UNIT = 20;

/** Lists that are looked up are kept until there are so many. */
const MOST_KEPT = 64;

/**
 * A scorer: the log-odds of each output, in the order of `outputs`, of the features that a writer names, each counted once
 * however often it is named. A list that the writer gave before, the same object, is not looked up again.
 */
export function createLinear({
  outputs,
  features: names,
  lengths,
  weights,
}: FlatLinear): (write: Write) => Float64Array {
  const index = createNameIndex(names);
  const row = new Int32Array(weights);
  const ends = new Int32Array(lengths);
  for (let i = 1; i < ends.length; i++) ends[i]! += ends[i - 1]!;
  /** The last call that counted each feature. */
  const counted = new Int32Array(index.count);
  let call = 0;
  let sums = new Float64Array(outputs.length);
  const count = (place: number) => {
    if (place < 0 || counted[place] === call) return;
    counted[place] = call;
    const end = ends[place]!;
    for (let i = ends[place - 1] ?? 0; i < end; i += 2) sums[row[i]!]! += row[i + 1]!;
  };
  const kept = new Map<readonly string[], readonly number[]>();
  const lookUp = (list: readonly string[]) => {
    let found = kept.get(list);
    if (!found) {
      if (kept.size > MOST_KEPT) kept.clear();
      found = list.map((name) => index.find(name)).filter((place) => place >= 0);
      kept.set(list, found);
    }
    return found;
  };
  return (write) => {
    call++;
    sums = new Float64Array(outputs.length);
    count(index.find(''));
    write({
      add: (first, second, third) => count(index.find(first, second, third)),
      addList: (list) => {
        for (const place of lookUp(list)) count(place);
      },
    });
    // Whole numbers until here: their sum is the same in any order.
    return sums.map((sum) => sum / UNIT);
  };
}
