import fc from 'fast-check';
import { expect, test } from 'vitest';
import { besides, flattenForest, flattenLinear } from '../../../lib/claims/flat-models.ts';
import { createLinear, UNIT } from '../../../lib/claims/linear.ts';
import { createScorer } from '../../../lib/claims/score.ts';
import type { Tree } from '../../../lib/claims/tables.ts';
import type { Write } from '../../../lib/claims/word-names.ts';

const FEATURES = ['topic sleep', 'has negation', 'in title', 'score over -0.5'];
const present = fc.subarray(FEATURES);
const leaf = fc.integer({ min: -200, max: 200 });
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.tuple(fc.nat(FEATURES.length - 1), tie('tree'), tie('tree')) as fc.Arbitrary<Tree>,
  ),
}));

test('a flat forest scores as its trees do', () => {
  const leafOf = (node: Tree, has: readonly string[]): number =>
    typeof node === 'number' ? node : leafOf(has.includes(FEATURES[node[0]]!) ? node[2] : node[1], has);
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 8 }), fc.array(present, { maxLength: 4 }), (trees, pairs) => {
      const score = createScorer(flattenForest({ features: FEATURES, trees, threshold: 0, cuts: [] }));
      // One scorer for all: nothing of a pair may be left for the next.
      for (const has of pairs)
        expect(score([has, ['no such feature']])).toBe(
          trees.reduce<number>((sum, one) => sum + leafOf(one, has), 0),
        );
    }),
  );
});

const outputs = ['sleep', 'mood'];
/** Tells some names, one by one. */
const tell =
  (all: Iterable<string>): Write =>
  (names) => {
    for (const name of all) names.add(name);
  };
const weights = fc.dictionary(
  fc.constantFrom('', ...FEATURES),
  fc.tuple(fc.nat(1), fc.integer({ min: -60, max: 60 })).map((pair) => [...pair]),
);

test('two models in one score as each does', () => {
  fc.assert(
    fc.property(weights, weights, present, (one, other, has) => {
      const models = [one, other].map((weights) => ({ outputs, weights }));
      const scores = createLinear(flattenLinear(besides(models[0]!, models[1]!)))(tell(has));
      expect([...scores]).toEqual(
        models.flatMap((model) => [...createLinear(flattenLinear(model))(tell(has))]),
      );
    }),
  );
});

test('a feature counts once, by itself or in a list that came before', () => {
  fc.assert(
    fc.property(weights, present, present, present, (model, page, first, second) => {
      const score = createLinear(flattenLinear({ outputs, weights: model }));
      for (const own of [first, second, first]) {
        const together = score((names) => {
          names.addList(page);
          for (const name of [...own, ...own, ...page]) names.add(name);
        });
        expect([...together]).toEqual([...score(tell(new Set([...page, ...own])))]);
      }
    }),
  );
});

test('a flat linear model scores as its weights do', () => {
  fc.assert(
    fc.property(weights, present, (model, has) => {
      const scores = createLinear(flattenLinear({ outputs, weights: model }))(tell(has));
      for (const [place, score] of scores.entries()) {
        const sum = ['', ...has].reduce((all, feature) => {
          const [output, weight = 0] = model[feature] ?? [];
          return all + (output === place ? weight / UNIT : 0);
        }, 0);
        expect(score).toBeCloseTo(sum, 9);
      }
    }),
  );
});
