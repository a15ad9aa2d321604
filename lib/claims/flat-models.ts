import type { FlatForest, FlatLinear, FlatWords, Forest, Linear, Tree, WordModels } from './tables.ts';

// The models as they ship: a few long lists of numbers, which JSON reads many times as fast as trees and records of
// lists. data/model/ keeps the form that a person can read in a diff.

/** Parts the features of a model in one text; no feature has it. */
export const PARTED = '\n';

/**
 * A linear model as two lists: the weights of all features in a row, each as the place of an output and a weight, and
 * how many numbers of that row are each feature's.
 */
export function flattenLinear({ outputs, weights }: Linear): FlatLinear {
  const lists = Object.values(weights);
  return {
    outputs,
    features: Object.keys(weights).join(PARTED),
    lengths: lists.map(({ length }) => length),
    weights: lists.flat(),
  };
}

/** Two models of the same features as one that looks each up once: the outputs of the second follow those of the first. */
export function besides(first: Linear, second: Linear): Linear {
  const weights: Record<string, number[]> = {};
  for (const [feature, list] of Object.entries(first.weights)) weights[feature] = [...list];
  for (const [feature, list] of Object.entries(second.weights)) {
    weights[feature] ??= [];
    for (let i = 0; i < list.length; i += 2)
      weights[feature].push(list[i]! + first.outputs.length, list[i + 1]!);
  }
  return { outputs: [...first.outputs, ...second.outputs], weights };
}

export const flattenWords = ({ claim, topics, given, page }: WordModels): FlatWords => ({
  claim: flattenLinear(claim),
  topics: flattenLinear(besides(topics, given)),
  page: flattenLinear(page),
});

/** A leaf's weight below nothing, so that it is told from a feature's place; short numbers for weights of either sign. */
const asLeaf = (weight: number) => -1 - (weight < 0 ? -2 * weight - 1 : 2 * weight);
/** The weight of a leaf in a flat tree. */
export const leafWeight = (leaf: number) => (leaf & 1 ? (-1 - leaf) / 2 : leaf / 2);

/** A forest as one row, tree after tree, each as its feature, the tree where it is absent, the tree where it is present. */
export function flattenForest({ features, trees, threshold, cuts }: Forest): FlatForest {
  const row: number[] = [];
  const flatten = (tree: Tree) => {
    if (typeof tree === 'number') row.push(asLeaf(tree));
    else {
      row.push(tree[0]);
      flatten(tree[1]);
      flatten(tree[2]);
    }
  };
  trees.forEach(flatten);
  return { features: features.join(PARTED), trees: row, threshold, cuts };
}
