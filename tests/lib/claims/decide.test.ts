import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  COMPANION,
  decide,
  MOST_FALL,
  MOST_LIFT,
  MOST_TOPIC_LIFT,
  ofReading,
  ofTopicReading,
  pageShift,
} from '../../../lib/claims/decide.ts';
import { createDetector } from '../../../lib/claims/detect.ts';
import { claimTables } from '../../../scripts/build/claim-tables.ts';
import { readData } from '../../../scripts/build/read-data.ts';

const scores = fc.array(fc.integer({ min: -1000, max: 500 }), { minLength: 1, maxLength: 12 });
const logOdds = fc.array(fc.double({ min: -9, max: 5, noNaN: true }), { minLength: 1, maxLength: 30 });
const threshold = fc.integer({ min: -100, max: 100 });

test('scores rise on a page that claims much, fall on one that claims nothing, and hardly move on a short one', () => {
  expect(pageShift(new Array(40).fill(3))).toBeGreaterThanOrEqual(150);
  expect(pageShift(new Array(40).fill(-6))).toBeLessThan(-100);
  expect(pageShift([])).toBe(0);
  expect(Math.abs(pageShift([-6, -6, 2]))).toBeLessThan(25);
});

test('a page where all claims lifts its scores no more than one where half does', () => {
  const half = pageShift(Array.from({ length: 400 }, (_, at) => (at % 2 ? 5 : -9)));
  expect(pageShift(new Array(400).fill(5))).toBe(half);
});

test('a page shifts its scores alike in whatever order it is read, and never less for a sentence that claims more', () => {
  fc.assert(
    fc.property(logOdds, fc.nat(), fc.double({ min: 0, max: 9, noNaN: true }), (claims, n, more) => {
      const shift = pageShift(claims);
      expect(pageShift([...claims].reverse())).toBeCloseTo(shift, 6);
      const at = n % claims.length;
      expect(pageShift(claims.with(at, claims[at]! + more))).toBeGreaterThanOrEqual(shift - 1e-6);
    }),
  );
});

test('where a sentence claims its best pair is claimed, and beside it none below what a companion needs', () => {
  fc.assert(
    fc.property(scores, fc.integer({ min: -200, max: 200 }), threshold, (list, shift, from) => {
      const isClaimed = decide(list, shift, from);
      const best = Math.max(...list);
      expect(isClaimed.includes(true)).toBe(best + shift >= from);
      list.forEach((score, at) => {
        if (!isClaimed[at]) return;
        expect(score === best || score >= COMPANION).toBe(true);
      });
    }),
  );
});

test('what the network says of topics chooses among the pairs of a sentence that claims, and lets none claim that does not', () => {
  const ofPairs = (list: readonly number[], said: readonly number[], shift: number, from: number) =>
    decide(list, shift, from, (at) => ofTopicReading(said[at] ?? 0));
  fc.assert(
    fc.property(
      scores,
      fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 12, maxLength: 12 }),
      threshold,
      (list, said, from) => {
        const isClaimed = ofPairs(list, said, 0, from);
        const sums = list.map((score, at) => score + ofTopicReading(said[at] ?? 0));
        const least = Math.max(...list) < from ? Infinity : Math.min(Math.max(...sums), COMPANION);
        expect(isClaimed).toEqual(sums.map((sum) => sum >= least));
        list.forEach((score, at) => {
          if (isClaimed[at] && isClaimed.filter(Boolean).length > 1)
            expect(score).toBeGreaterThanOrEqual(COMPANION - MOST_TOPIC_LIFT);
        });
      },
    ),
  );
  // The second is likelier by far for the network, and good enough for the forest.
  expect(ofPairs([20, -100], [-9, 4], 0, 0)).toEqual([false, true]);
  expect(ofPairs([20, -100], [-9, 4], 0, 30)).toEqual([false, false]);
  const never = () => {
    throw new Error('asked');
  };
  expect(decide([-10, -20], 0, 0, never)).toEqual([false, false]);
  // One pair alone, one far above the others, some that all are sure, however far below another: the topics change nothing.
  expect(decide([20], 0, 0, never)).toEqual([true]);
  expect(decide([180, -150, -300], 0, 0, never)).toEqual([true, false, false]);
  expect(decide([480, 150, -150], 0, 0, never)).toEqual([true, true, false]);
});

test('the network is asked only where the forest is in doubt, and a surer one never says less', () => {
  const never = () => {
    throw new Error('asked');
  };
  expect(ofReading(-MOST_LIFT - 1, 0, never)).toBe(0);
  expect(ofReading(MOST_FALL + 1, 0, never)).toBe(0);
  fc.assert(
    fc.property(
      fc.double({ min: -MOST_LIFT, max: MOST_FALL, noNaN: true }),
      fc.integer({ min: -200, max: 150 }),
      fc.double({ min: -20, max: 20, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (over, shift, reading, more) => {
        const added = ofReading(over, shift, () => reading);
        expect(added).toBeLessThanOrEqual(MOST_LIFT);
        expect(added + Math.min(0, shift)).toBeGreaterThanOrEqual(Math.min(-MOST_FALL, shift));
        expect(ofReading(over, shift, () => reading + more)).toBeGreaterThanOrEqual(added);
      },
    ),
  );
  expect(ofReading(0, 0, () => 9)).toBe(MOST_LIFT);
  expect(ofReading(0, 0, () => -9)).toBe(-MOST_FALL);
});

test('what a page takes already the network does not take once more', () => {
  expect(ofReading(0, -100, () => -9)).toBe(100 - MOST_FALL);
  expect(ofReading(100, -100, () => -9)).toBe(0);
});

const root = new URL('../../../', import.meta.url).pathname;
const { detect } = createDetector(claimTables(root, readData(root)));
const blocksOf = (texts: readonly string[]) => texts.map((text) => ({ tag: 'p', text }));

test('a plain claim is marked where nothing else on the page claims', () => {
  const leaves = 'The tree grows in Asia, and its leaves are picked by hand in the morning.';
  const claim = 'Kratom helps with opioid withdrawal symptoms.';
  const claims = detect({
    title: 'Getting through withdrawal',
    blocks: blocksOf([claim, leaves, leaves, leaves]),
  });
  expect(claims.map(({ block, topic }) => `${block} ${topic}`)).toContain('0 opioid-withdrawal');
  const inLongPage = ['Withdrawal', ...new Array(12).fill(leaves), claim, ...new Array(40).fill(leaves)];
  expect(detect({ title: 'Test page', blocks: blocksOf(inLongPage) })).toHaveLength(1);
});

test('the same doubtful sentence is marked on a page that sells and left alone on one that does not', () => {
  const doubtful = 'Kava was what they had for opioid withdrawal.';
  const on = (texts: readonly string[]) => {
    return detect({ title: '', blocks: blocksOf([...texts, doubtful]) }).filter(
      ({ block }) => block === texts.length,
    );
  };
  const sells = [
    'Kratom eases opioid withdrawal.',
    'Kava calms the cravings of early recovery.',
    'Kratom stops the aches of withdrawal.',
    'Kava helps you sleep through opioid withdrawal.',
    'Kratom takes the cravings away.',
  ];
  const tells = [
    'Kava is a plant of the Pacific.',
    'The council met on Tuesday to speak of withdrawal clinics.',
    'Kava is drunk at weddings on Tonga.',
    'Clinics for opioid withdrawal opened in May.',
    'The ferry to the islands was late.',
  ];
  expect(on(sells).length).toBeGreaterThan(0);
  expect(on(tells)).toEqual([]);
});
