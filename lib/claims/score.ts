import type { Forest, Tree } from './tables.ts';

/** A scorer of feature lists: the sum of the leaves that the features lead to, in hundredths of log-odds. */
export function createScorer({ features, trees }: Forest): (present: readonly string[]) => number {
  const places = new Map(features.map((feature, place) => [feature, place]));
  const has = new Uint8Array(features.length);
  return (present) => {
    const set: number[] = [];
    for (const feature of present) {
      const place = places.get(feature);
      if (place === undefined) continue;
      has[place] = 1;
      set.push(place);
    }
    let sum = 0;
    for (const root of trees) {
      let tree: Tree = root;
      while (typeof tree !== 'number') tree = has[tree[0]] ? tree[2] : tree[1];
      sum += tree;
    }
    for (const place of set) has[place] = 0;
    return sum;
  };
}
