import { COMPANION } from '../lib/claims/decide.ts';
import { CUT_EVERY } from '../lib/claims/score.ts';
import type { Forest, Tree } from '../lib/claims/tables.ts';
import { createRandom } from './random.ts';

/** A pair as the training sees it: its features, and whether the label says that it is claimed. */
export interface Example {
  /** Places in a list of names, each once. */
  readonly features: Int32Array;
  readonly claimed: boolean;
}

export interface ForestExamples {
  readonly names: readonly string[];
  readonly examples: readonly Example[];
}

export interface Settings {
  /** Forests grown from other draws of features and examples, whose mean is the forest: one draw is a chancy thing. */
  readonly bags: number;
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
  bags: 2,
  rounds: 250,
  depth: 12,
  rate: 0.1,
  penalty: 8,
  leastWeight: 8,
  featureShare: 0.2,
  exampleShare: 0.5,
  rare: 8,
};

type Node = { feature: number; absent: Node; present: Node } | { leaf: number };

/**
 * Boosted trees for log-loss by Newton steps (Friedman 2001; Chen and Guestrin 2016), over features that are
 * present or not. The same examples in the same order give the same forest. `threshold` is left at 0.
 */
export function trainForest(
  { names: allNames, examples }: ForestExamples,
  settings: Settings = SETTINGS,
): Forest {
  const { bags, rounds, depth, rate, penalty, leastWeight, featureShare, exampleShare, rare } = settings;
  const counts = new Int32Array(allNames.length);
  for (const { features } of examples) for (const feature of features) counts[feature]!++;
  const kept = [...allNames.keys()].filter((at) => counts[at]! >= rare && counts[at]! < examples.length);
  const names = kept.map((at) => allNames[at]!);
  const places = new Int32Array(allNames.length).fill(-1);
  for (const [place, at] of kept.entries()) places[at] = place;
  const width = names.length;
  // The places of all examples' features in one array, those of example i from starts[i] on: an array each would cost
  // the collector most of the time.
  const starts = new Int32Array(examples.length + 1);
  examples.forEach(({ features }, i) => {
    starts[i + 1] = starts[i]! + features.filter((feature) => places[feature]! >= 0).length;
  });
  const present = new Int32Array(starts[examples.length]!);
  examples.forEach(({ features }, i) => {
    let at = starts[i]!;
    for (const feature of features) {
      const place = places[feature]!;
      if (place >= 0) present[at++] = place;
    }
    present.subarray(starts[i]!, at).sort();
  });
  /** Whether the example has the feature, looked for among its own: a table of all would take ten gigabytes. */
  const has = (i: number, place: number) => {
    let from = starts[i]!;
    let to = starts[i + 1]!;
    while (from < to) {
      const middle = (from + to) >> 1;
      const found = present[middle]!;
      if (found === place) return true;
      if (found < place) from = middle + 1;
      else to = middle;
    }
    return false;
  };

  const share = examples.filter(({ claimed }) => claimed).length / examples.length;
  const base = Math.log(share / (1 - share));
  const sums = new Float64Array(examples.length);
  const slopes = new Float64Array(examples.length);
  const curves = new Float64Array(examples.length);
  // Of the examples seen, the features offered.
  const offers = new Int32Array(present.length);
  const offerStarts = new Int32Array(examples.length);
  const offerEnds = new Int32Array(examples.length);
  const random = createRandom();

  const grown: Node[][] = Array.from({ length: rounds }, () => []);
  for (let round = 0; round < bags * rounds; round++) {
    if (round % rounds === 0) sums.fill(base);
    const seen: number[] = [];
    const unseen: number[] = [];
    examples.forEach(({ claimed }, i) => {
      const p = 1 / (1 + Math.exp(-sums[i]!));
      slopes[i] = p - (claimed ? 1 : 0);
      curves[i] = p * (1 - p);
      (random() < exampleShare ? seen : unseen).push(i);
    });
    // A tree looks at the features offered to it alone; sums over them are kept beside each other.
    const offered = new Int32Array(width).fill(-1);
    const offeredNames: number[] = [];
    for (let place = 0; place < width; place++)
      if (random() < featureShare) offered[place] = offeredNames.push(place) - 1;
    const offerCount = offeredNames.length;
    let end = 0;
    for (const i of seen) {
      offerStarts[i] = end;
      for (let at = starts[i]!; at < starts[i + 1]!; at++) {
        const offer = offered[present[at]!]!;
        if (offer >= 0) offers[end++] = offer;
      }
      offerEnds[i] = end;
    }
    const sumsOf = (part: readonly number[]) => {
      const total = new Float64Array(2 * offerCount);
      for (const i of part) {
        const slope = slopes[i]!;
        const curve = curves[i]!;
        for (let at = offerStarts[i]!; at < offerEnds[i]!; at++) {
          const place = 2 * offers[at]!;
          total[place]! += slope;
          total[place + 1]! += curve;
        }
      }
      return total;
    };

    const grow = (part: readonly number[], left: number, given?: Float64Array): Node => {
      let slope = 0;
      let curve = 0;
      for (const i of part) {
        slope += slopes[i]!;
        curve += curves[i]!;
      }
      const leaf = () => {
        const value = (-rate * slope) / (curve + penalty);
        for (const i of part) sums[i]! += value;
        return { leaf: value };
      };
      if (left === 0 || curve < 2 * leastWeight) return leaf();
      const total = given ?? sumsOf(part);
      let best = 0.5;
      let chosen = -1;
      const whole = (slope * slope) / (curve + penalty);
      for (let place = 0; place < offerCount; place++) {
        const c = total[2 * place + 1]!;
        if (c < leastWeight || curve - c < leastWeight) continue;
        const s = total[2 * place]!;
        const gain = (s * s) / (c + penalty) + (slope - s) ** 2 / (curve - c + penalty) - whole;
        if (gain > best) [best, chosen] = [gain, place];
      }
      if (chosen < 0) return leaf();
      const feature = offeredNames[chosen]!;
      const without: number[] = [];
      const withIt: number[] = [];
      for (const i of part) (has(i, feature) ? withIt : without).push(i);
      // The sums of the larger part are the rest.
      const small = without.length < withIt.length ? without : withIt;
      const smallSums = left > 1 ? sumsOf(small) : undefined;
      const largeSums = smallSums && total.map((sum, at) => sum - smallSums[at]!);
      const [ofWithout, ofWith] = small === without ? [smallSums, largeSums] : [largeSums, smallSums];
      return {
        feature,
        absent: grow(without, left - 1, ofWithout),
        present: grow(withIt, left - 1, ofWith),
      };
    };
    const tree = grow(seen, depth);
    grown[round % rounds]!.push(tree);
    for (const i of unseen) {
      let node = tree;
      while (!('leaf' in node)) node = has(i, node.feature) ? node.present : node.absent;
      sums[i]! += node.leaf;
    }
  }

  // The bags' trees take turns, so that a part of the forest is a smaller forest: cuts depend on that.
  const trees: Node[] = [{ leaf: base }, ...grown.flat()];
  // Only features that a tree asks for are kept, in the order of the first question.
  const used = new Map<number, number>();
  const compact = (node: Node): Tree => {
    if ('leaf' in node) return Math.round((node.leaf * 100) / (node === trees[0] ? 1 : bags));
    let place = used.get(node.feature);
    if (place === undefined) {
      place = used.size;
      used.set(node.feature, place);
    }
    const [absent, there] = [compact(node.absent), compact(node.present)];
    return absent === there ? absent : [place, absent, there];
  };
  const compacted = trees.map(compact);
  return {
    features: [...used.keys()].map((place) => names[place]!),
    trees: compacted,
    threshold: 0,
    cuts: [],
  };
}

/** A pair so little below COMPANION may be a claim in other words. */
const NEAR = 50;
/** Pairs unseen stray further than those learnt from. */
const SLACK = 30;

/** The forest with cuts below which no example that ends at COMPANION, or near, has ever been. */
export function withCuts(forest: Forest, { names, examples }: ForestExamples): Forest {
  const cuts: number[] = [];
  const places = new Map(names.map((name, at) => [name, at]));
  const asked = forest.features.map((feature) => places.get(feature)!);
  const has = new Uint8Array(names.length);
  for (const { features } of examples) {
    for (const feature of features) has[feature] = 1;
    const way: number[] = [];
    let sum = 0;
    forest.trees.forEach((tree, at) => {
      let node = tree;
      while (typeof node !== 'number') node = has[asked[node[0]]!] ? node[2] : node[1];
      sum += node;
      if (at % CUT_EVERY === 0) way.push(sum);
    });
    for (const feature of features) has[feature] = 0;
    if (sum < COMPANION - NEAR) continue;
    way.forEach((reached, at) => {
      cuts[at] = Math.min(cuts[at] ?? Number.POSITIVE_INFINITY, reached - SLACK);
    });
  }
  return { ...forest, cuts };
}
