import { PARTED } from './flat-models.ts';
import type { FlatLinear } from './tables.ts';

/** Weights are whole numbers of this part of log-odds. */
export const UNIT = 20;

/** A scorer: the log-odds of each output, in the order of `outputs`, of the features present. */
export function createLinear({
  outputs,
  features: names,
  lengths,
  weights,
}: FlatLinear): (features: ReadonlySet<string>) => Float64Array {
  // Plain loops: a worker that wakes makes these tables cold, and a page waits.
  const places = new Map<string, number>();
  let count = 0;
  for (const name of names.split(PARTED)) places.set(name, count++);
  const row = new Int32Array(weights);
  const ends = new Int32Array(lengths);
  for (let i = 1; i < ends.length; i++) ends[i]! += ends[i - 1]!;
  const start = new Float64Array(outputs.length);
  const add = (sums: Float64Array, feature: string) => {
    const place = places.get(feature);
    if (place === undefined) return;
    const end = ends[place]!;
    for (let i = ends[place - 1] ?? 0; i < end; i += 2) sums[row[i]!]! += row[i + 1]! / UNIT;
  };
  add(start, '');
  return (features) => {
    const sums = Float64Array.from(start);
    for (const feature of features) add(sums, feature);
    return sums;
  };
}
