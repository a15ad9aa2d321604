import { expect, test } from 'vitest';
import { claimsByDocument, type Detection } from '../../scripts/scored-claims.ts';

const scored = (start: number, pair: string, score: number, shift = 0): Detection => ({
  document: 'd',
  block: 0,
  start,
  end: start + 9,
  pair,
  score,
  shift,
});

test("decides on each sentence by its own best pair and its page's shift, as the detector does", () => {
  const claims = claimsByDocument(
    [
      scored(0, 'kratom/sleep', 40),
      scored(0, 'kratom/pain', -40),
      scored(0, 'kratom/mood', -400),
      scored(10, 'kava/anxiety', -40),
      scored(20, 'kava/sleep', -40, 90),
    ],
    10,
  );
  expect(claims({ id: 'd' })).toEqual([
    { block: 0, start: 0, end: 9, substance: 'kratom', topic: 'sleep' },
    { block: 0, start: 0, end: 9, substance: 'kratom', topic: 'pain' },
    { block: 0, start: 20, end: 29, substance: 'kava', topic: 'sleep' },
  ]);
  expect(claims({ id: 'another' })).toEqual([]);
});
