import type { Linear } from './tables.ts';

/** Weights are kept in twentieths of log-odds. */
const UNIT = 20;

/** A scorer: the log-odds of each output, in the order of `outputs`, of the features present; each counts once. */
export function createLinear({ outputs, weights }: Linear): (features: Iterable<string>) => Float64Array {
  const table = new Map(Object.entries(weights));
  const start = new Float64Array(outputs.length);
  const add = (sums: Float64Array, feature: string) => {
    const pairs = table.get(feature);
    if (pairs) for (let i = 0; i < pairs.length; i += 2) sums[pairs[i]!]! += pairs[i + 1]! / UNIT;
  };
  add(start, '');
  return (features) => {
    const sums = Float64Array.from(start);
    for (const feature of features instanceof Set ? features : new Set(features)) add(sums, feature);
    return sums;
  };
}
