import type { Forest, Tree } from '../lib/claims/tables.ts';

/** A pair as the training sees it: its features, and whether the label says that it is claimed. */
export interface Example {
  readonly features: readonly string[];
  readonly claimed: boolean;
}

export interface Settings {
  readonly rounds: number;
  readonly depth: number;
  readonly rate: number;
  /** Squared penalty on the leaves. */
  readonly penalty: number;
  /** Least sum of p(1-p) in a leaf. */
  readonly leastWeight: number;
  /** Share of the features and of the examples that a tree sees. */
  readonly featureShare: number;
  readonly exampleShare: number;
  /** Features in fewer examples are left out: they would be learnt by heart. */
  readonly rare: number;
}

export const SETTINGS: Settings = {
  rounds: 260,
  depth: 5,
  rate: 0.12,
  penalty: 4,
  leastWeight: 3,
  featureShare: 0.35,
  exampleShare: 0.7,
  rare: 8,
};

type Node = { feature: number; absent: Node; present: Node } | { leaf: number };

/**
 * Boosted trees for log-loss by Newton steps (Friedman 2001; Chen and Guestrin 2016), over features that are
 * present or not. The same examples in the same order give the same forest. `threshold` is left at 0.
 */
export function trainForest(examples: readonly Example[], settings: Settings = SETTINGS): Forest {
  const { rounds, depth, rate, penalty, leastWeight, featureShare, exampleShare, rare } = settings;
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const names = [...counts].filter(([, n]) => n >= rare && n < examples.length).map(([name]) => name);
  const places = new Map(names.map((name, place) => [name, place]));
  const present = examples.map(({ features }) =>
    Int32Array.from(features.flatMap((feature) => places.get(feature) ?? [])).sort(),
  );
  const width = names.length;
  const has = examples.map((_, i) => {
    const bits = new Uint8Array(width);
    for (const place of present[i]!) bits[place] = 1;
    return bits;
  });

  const share = examples.filter(({ claimed }) => claimed).length / examples.length;
  const base = Math.log(share / (1 - share));
  const sums = new Float64Array(examples.length).fill(base);
  const slopes = new Float64Array(examples.length);
  const curves = new Float64Array(examples.length);
  const slopeOf = new Float64Array(width);
  const curveOf = new Float64Array(width);
  let seed = 12345;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };

  const trees: Node[] = [{ leaf: base }];
  for (let round = 0; round < rounds; round++) {
    const seen: number[] = [];
    examples.forEach(({ claimed }, i) => {
      const p = 1 / (1 + Math.exp(-sums[i]!));
      slopes[i] = p - (claimed ? 1 : 0);
      curves[i] = p * (1 - p);
      if (random() < exampleShare) seen.push(i);
    });
    const offered = names.map(() => random() < featureShare);

    const grow = (part: readonly number[], left: number): Node => {
      let slope = 0;
      let curve = 0;
      for (const i of part) {
        slope += slopes[i]!;
        curve += curves[i]!;
      }
      const leaf = { leaf: (-rate * slope) / (curve + penalty) };
      if (left === 0 || curve < 2 * leastWeight) return leaf;
      slopeOf.fill(0);
      curveOf.fill(0);
      for (const i of part)
        for (const place of present[i]!) {
          slopeOf[place]! += slopes[i]!;
          curveOf[place]! += curves[i]!;
        }
      let best = 0.5;
      let feature = -1;
      const whole = (slope * slope) / (curve + penalty);
      for (let place = 0; place < width; place++) {
        const c = curveOf[place]!;
        if (!offered[place] || c < leastWeight || curve - c < leastWeight) continue;
        const s = slopeOf[place]!;
        const gain = (s * s) / (c + penalty) + (slope - s) ** 2 / (curve - c + penalty) - whole;
        if (gain > best) [best, feature] = [gain, place];
      }
      if (feature < 0) return leaf;
      const without: number[] = [];
      const withIt: number[] = [];
      for (const i of part) (has[i]![feature] ? withIt : without).push(i);
      return { feature, absent: grow(without, left - 1), present: grow(withIt, left - 1) };
    };
    const tree = grow(seen, depth);
    trees.push(tree);
    has.forEach((bits, i) => {
      let node = tree;
      while (!('leaf' in node)) node = bits[node.feature] ? node.present : node.absent;
      sums[i]! += node.leaf;
    });
  }

  // Only features that a tree asks for are kept, in the order of the first question.
  const used = new Map<number, number>();
  const compact = (node: Node): Tree => {
    if ('leaf' in node) return Math.round(node.leaf * 100);
    let place = used.get(node.feature);
    if (place === undefined) {
      place = used.size;
      used.set(node.feature, place);
    }
    const [absent, there] = [compact(node.absent), compact(node.present)];
    return absent === there ? absent : [place, absent, there];
  };
  const compacted = trees.map(compact);
  return { features: [...used.keys()].map((place) => names[place]!), trees: compacted, threshold: 0 };
}
