import { UNIT } from '../lib/claims/linear.ts';
import type { Linear } from '../lib/claims/tables.ts';

/** Examples of linear models: the features present in each, and for each output whether it holds. */
export interface LinearExamples {
  /** Places in `names`, each once. */
  readonly features: readonly Int32Array[];
  readonly names: readonly string[];
  readonly outputs: readonly { readonly name: string; readonly holds: readonly boolean[] }[];
}

export interface LinearSettings {
  /** Penalty on the sum of the weights: it leaves most features out. */
  readonly sparse: number;
  /** Penalty on the sum of their squares. */
  readonly ridge: number;
  /** Features in fewer examples are left out: they would be learnt by heart. */
  readonly rare: number;
}

const SWEEPS = 12;

/** The features that are not too rare: their names, and for each the examples in which it is present. */
function columnsOf({ features, names }: LinearExamples, { rare }: LinearSettings) {
  const counts = new Int32Array(names.length);
  for (const present of features) for (const place of present) counts[place]!++;
  const kept = [...names.keys()].filter((place) => counts[place]! >= rare);
  const columnAt = new Int32Array(names.length).fill(-1);
  const columns = kept.map((place, column) => {
    columnAt[place] = column;
    return new Int32Array(counts[place]!);
  });
  const filled = new Int32Array(kept.length);
  features.forEach((present, row) => {
    for (const place of present) {
      const column = columnAt[place]!;
      if (column >= 0) columns[column]![filled[column]!++] = row;
    }
  });
  return { names: kept.map((place) => names[place]!), columns };
}

/**
 * Logistic regression with an elastic net, by coordinate descent with one Newton step a feature (Friedman, Hastie and
 * Tibshirani 2010). The same examples in the same order give the same weights.
 */
export function trainLinear(examples: LinearExamples, settings: LinearSettings): Linear {
  const { features, outputs } = examples;
  const { sparse, ridge } = settings;
  const { names, columns } = columnsOf(examples, settings);
  const weights: Record<string, number[]> = {};
  const keep = (name: string, output: number, weight: number) => {
    const rounded = Math.round(weight * UNIT);
    if (rounded === 0) return;
    weights[name] ??= [];
    weights[name].push(output, rounded);
  };
  outputs.forEach(({ holds }, output) => {
    const count = holds.filter(Boolean).length;
    if (count === 0) {
      keep('', output, -9);
      return;
    }
    let bias = Math.log(count / (features.length - count));
    const margins = new Float64Array(features.length).fill(bias);
    const chances = margins.map((m) => 1 / (1 + Math.exp(-m)));
    const w = new Float64Array(names.length);
    const move = (row: number, by: number) => {
      margins[row]! += by;
      chances[row] = 1 / (1 + Math.exp(-margins[row]!));
    };
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      // Weights that the second sweep left at nothing are looked at again in every third.
      const all = sweep < 2 || sweep % 3 === 0;
      for (let j = 0; j < columns.length; j++) {
        if (!all && w[j] === 0) continue;
        let slope = 0;
        let curve = 0;
        for (const row of columns[j]!) {
          const p = chances[row]!;
          slope += p - (holds[row] ? 1 : 0);
          curve += p * (1 - p);
        }
        const old = w[j]!;
        const target = curve * old - slope;
        const next = (Math.sign(target) * Math.max(0, Math.abs(target) - sparse)) / (curve + ridge);
        const by = Math.max(-1, Math.min(1, next - old));
        if (Math.abs(by) < 1e-3) continue;
        w[j] = old + by;
        for (const row of columns[j]!) move(row, by);
      }
      let slope = 0;
      let curve = 0;
      chances.forEach((p, row) => {
        slope += p - (holds[row] ? 1 : 0);
        curve += p * (1 - p);
      });
      const by = -slope / (curve + 1e-6);
      bias += by;
      for (let row = 0; row < features.length; row++) move(row, by);
    }
    keep('', output, bias);
    names.forEach((name, j) => {
      keep(name, output, w[j]!);
    });
  });
  return { outputs: outputs.map(({ name }) => name), weights };
}
