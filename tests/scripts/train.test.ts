import { expect, test } from 'vitest';
import { flattenForest } from '../../lib/claims/flat-models.ts';
import { UNIT } from '../../lib/claims/linear.ts';
import { createScorer } from '../../lib/claims/score.ts';
import { pageInLines, pageOf } from '../../scripts/corpus.ts';
import { createFeaturePlaces } from '../../scripts/feature-places.ts';
import { SETTINGS, trainForest } from '../../scripts/train-forest.ts';
import { trainLinear } from '../../scripts/train-linear.ts';

const SETTINGS_LINEAR = { sparse: 0.5, ridge: 1, rare: 5 };

/** Each list of features so many times. */
const repeated = <One>(lists: readonly One[], times: number): One[] =>
  Array.from({ length: times }, () => lists).flat();

test('a sentence that no stop ends has a line of its own in training, at the same offsets', () => {
  const sentences = ['Kava, day 3', 'It helped.', '"Slept."', 'no cravings', 'Good!'].map((text) => ({
    text,
    claims: [],
    stance: 'none' as const,
  }));
  const doc = { id: 'd', genre: 'forum-post', title: 'T', blocks: [{ tag: 'p', sentences }] };
  const [lines] = pageInLines(doc).blocks;
  expect(lines?.text).toBe('Kava, day 3\nIt helped. "Slept." no cravings\nGood!');
  expect(lines?.text.replaceAll('\n', ' ')).toBe(pageOf(doc).blocks[0]?.text);
});

test('places lead back to the names, and a name has one place', () => {
  const places = createFeaturePlaces();
  const lists = [['a', 'b'], [], ['c', 'b'], ['a']];
  const told = lists.map((list) => places.of(list));
  expect(told.map((list) => Array.from(list, (place) => places.names[place]))).toEqual(lists);
  expect(new Set(places.names).size).toBe(places.names.length);
});

test('a linear model learns what tells, leaves out what does not and what is rare, for each output by itself', () => {
  const places = createFeaturePlaces();
  const lists = [
    ...repeated([['tells', 'both'], ['both'], ['other', 'both'], ['both']], 20),
    ['tells', 'rare'],
  ];
  const { outputs, weights } = trainLinear(
    {
      features: lists.map((list) => places.of(list)),
      names: places.names,
      outputs: [
        { name: 'one', holds: lists.map((list) => list.includes('tells')) },
        { name: 'two', holds: lists.map((list) => list.includes('other')) },
      ],
    },
    SETTINGS_LINEAR,
  );
  expect(outputs).toEqual(['one', 'two']);
  const weight = (name: string, output: number) => {
    const of = weights[name] ?? [];
    const at = of.findIndex((value, i) => i % 2 === 0 && value === output);
    return at < 0 ? 0 : of[at + 1]! / UNIT;
  };
  expect(weight('tells', 0)).toBeGreaterThan(1);
  expect(weight('other', 1)).toBeGreaterThan(1);
  expect(weight('tells', 1)).toBeLessThanOrEqual(0);
  expect(weights).not.toHaveProperty('rare');
});

test('a forest learns what no sum of features tells', () => {
  const places = createFeaturePlaces();
  const lists = repeated([['a', 'b'], ['a'], ['b'], ['c']], 100);
  const examples = lists.map((list) => ({
    features: places.of(list),
    claimed: list.length === 1 && list[0] !== 'c',
  }));
  const forest = trainForest(
    { names: places.names, examples },
    { ...SETTINGS, bags: 1, rounds: 60, featureShare: 1 },
  );
  const score = createScorer(flattenForest(forest));
  expect(score([['a']])).toBeGreaterThan(100);
  expect(score([['b']])).toBeGreaterThan(100);
  expect(score([['a', 'b']])).toBeLessThan(-100);
  expect(score([['c']])).toBeLessThan(-100);
});
