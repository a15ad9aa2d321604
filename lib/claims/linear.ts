import type { Linear } from './tables.ts';

/** Weights are whole numbers of this part of log-odds. */
export const UNIT = 20;

/** A scorer: the log-odds of each output, in the order of `outputs`, of the features present. */
export function createLinear({ outputs, weights }: Linear): (features: ReadonlySet<string>) => Float64Array {
  const table = new Map(Object.entries(weights));
  const start = new Float64Array(outputs.length);
  const add = (sums: Float64Array, feature: string) => {
    const pairs = table.get(feature);
    if (pairs) for (let i = 0; i < pairs.length; i += 2) sums[pairs[i]!]! += pairs[i + 1]! / UNIT;
  };
  add(start, '');
  return (features) => {
    const sums = Float64Array.from(start);
    for (const feature of features) add(sums, feature);
    return sums;
  };
}
