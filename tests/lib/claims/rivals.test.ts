import { expect, test } from 'vitest';
import type { Place } from '../../../lib/claims/places.ts';
import { isNearer } from '../../../lib/claims/rivals.ts';

test('a rival is nearer than a substance that stands further off, and than none that is as near', () => {
  const nearer = (rival: Parameters<typeof isNearer>[0], ...places: Place[]) =>
    places.map((place) => isNearer(rival, place));
  expect(nearer('own', 'own', 'block', 'head', 'most')).toEqual([false, true, true, true]);
  expect(nearer('head', 'block', 'head', 'spoken', 'title')).toEqual([false, false, true, true]);
  expect(nearer('since', 'row', 'spoken', 'list')).toEqual([false, true, true]);
  expect(nearer('none', 'own', 'most')).toEqual([false, false]);
});
