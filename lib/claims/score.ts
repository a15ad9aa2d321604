import { leafWeight, PARTED } from './flat-models.ts';
import type { FlatForest } from './tables.ts';

/** After so many trees a pair may be given up. */
export const CUT_EVERY = 25;
/** The score of a pair that was given up. */
export const GIVEN_UP = -1000;

/** Layers that are looked up are kept until there are so many. */
const MOST_KEPT = 64;

/**
 * A scorer of layers of features: the sum of the leaves that they lead to, in hundredths of log-odds. A layer but the
 * last that is the same array as in a call before is not looked up again. A pair that falls behind on the way is given
 * up: the soft cascade of Bourdev and Brandt (2005). `lower` is by how much the cuts lie lower than in the forest.
 */
export function createScorer({
  features,
  trees,
  cuts,
}: FlatForest): (layers: readonly (readonly string[])[], lower?: number) => number {
  // A node's feature stands before the tree where it is absent, and that before the tree where it is present. Read from
  // the end, each part is known when its node comes: where the other tree begins, and at last the trees themselves.
  // Each node is two numbers side by side: its feature or leaf, and where the tree begins that holds where it is present.
  const nodes = new Int32Array(2 * trees.length);
  const begun: number[] = [];
  for (let at = nodes.length - 2; at >= 0; at -= 2) {
    nodes[at] = trees[at / 2]!;
    if (nodes[at]! >= 0) {
      begun.pop();
      nodes[at + 1] = begun.pop()!;
    }
    begun.push(at);
  }
  const roots = new Int32Array(begun.reverse());

  const names = features.split(PARTED);
  const places = new Map(names.map((feature, place) => [feature, place]));
  const has = new Uint8Array(names.length);
  const kept = new Map<readonly string[], readonly number[]>();
  const lookUp = (layer: readonly string[]) => {
    const found: number[] = [];
    for (const feature of layer) {
      const place = places.get(feature);
      if (place !== undefined) found.push(place);
    }
    return found;
  };
  return (layers, lower = 0) => {
    if (kept.size > MOST_KEPT) kept.clear();
    layers.forEach((layer, at) => {
      let found = kept.get(layer);
      if (!found) {
        found = lookUp(layer);
        if (at < layers.length - 1) kept.set(layer, found);
      }
      for (const place of found) has[place] = 1;
    });
    let sum = 0;
    for (let i = 0; i < roots.length; i++) {
      let at = roots[i]!;
      for (let next = nodes[at]!; next >= 0; next = nodes[at]!) at = has[next] ? nodes[at + 1]! : at + 2;
      sum += leafWeight(nodes[at]!);
      if (i % CUT_EVERY === 0 && sum < (cuts[i / CUT_EVERY] ?? Number.NEGATIVE_INFINITY) - lower) {
        sum = GIVEN_UP;
        break;
      }
    }
    has.fill(0);
    return sum;
  };
}
