import { expect, test } from 'vitest';
import { claimsAmong, type Detection } from '../../scripts/train-models.ts';

const scored = (start: number, pair: string, score: number, benefit = 0): Detection => ({
  ...{ document: 'd', block: 0, start, end: start + 9, key: `d 0 ${start}`, pair, score, benefit },
  ...{ claimed: false, sentenceClaims: false },
});

test('decides on each sentence by its own best pair and its benefit, as the detector does', () => {
  const claims = claimsAmong(
    [
      scored(0, 'kratom/sleep', 40),
      scored(0, 'kratom/pain', -40),
      scored(0, 'kratom/mood', -400),
      scored(10, 'kava/anxiety', -40),
      scored(20, 'kava/sleep', -40, 90),
    ],
    10,
  );
  expect(claims.map(({ pair }) => pair)).toEqual(['kratom/sleep', 'kratom/pain', 'kava/sleep']);
});
