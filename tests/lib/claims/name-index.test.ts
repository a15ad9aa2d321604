import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PARTED } from '../../../lib/claims/flat-models.ts';
import { createNameIndex } from '../../../lib/claims/name-index.ts';
import { addCross, addForms, addPairs, addWords, namesOf } from '../../../lib/claims/word-names.ts';

const part = fc.stringMatching(/^[a-z<>^$é]{1,6}$/);
const parts = fc.tuple(part, fc.option(part, { nil: undefined }), fc.option(part, { nil: undefined }));
/** A third part stands only behind a second. */
const inOrder = parts.filter(([, second, third]) => second !== undefined || third === undefined);

test('finds a name by its parts, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(part.chain((a) => fc.constantFrom(a, `${a} b`, `${a} b c`))),
      inOrder,
      (names, wanted) => {
        const { find, count } = createNameIndex(names.join(PARTED));
        expect(count).toBe(Math.max(1, names.length));
        for (const [place, name] of names.entries()) {
          expect(find(name)).toBe(place);
          const [first = '', second, third] = name.split(' ');
          expect(find(first, second, third)).toBe(place);
        }
        const [first, second, third] = wanted;
        expect(find(first, second, third)).toBe(
          names.indexOf(wanted.filter((p) => p !== undefined).join(' ')),
        );
      },
    ),
  );
});

test('finds the name without letters that holds the intercepts', () => {
  expect(createNameIndex(['', 'w a'].join(PARTED)).find('')).toBe(0);
  expect(createNameIndex(['w b', '', 'w a'].join(PARTED)).find('')).toBe(1);
});

test('names of words beside one another', () => {
  const words = ['it', 'helped', 'me'];
  expect([...namesOf((names) => addPairs(names, 'b', words))]).toEqual([
    'b ^ it',
    'b it helped',
    'b helped me',
    'b me $',
  ]);
  expect([...namesOf((names) => addPairs(names, 'g', words, { apart: 2 }))]).toEqual([
    'g ^ helped',
    'g it me',
    'g helped $',
  ]);
  expect([...namesOf((names) => addPairs(names, 'b', [], { edges: false }))]).toEqual([]);
});

test('the forms of words are named where their stems tell less', () => {
  expect([
    ...namesOf((names) =>
      addForms(names, ['it', 'helped', 'me', 'a', 'lot'], ['it', 'help', 'me', 'a', 'lot']),
    ),
  ]).toEqual(['ub it helped', 'u helped', 'ub helped me']);
});

test('names are each told once', () => {
  const names = namesOf((all) => {
    addWords(all, 'w', ['a', 'a']);
    addCross(all, 'k', ['a', 'b'], new Set(['x']));
    all.addList(['w a', 'k b x']);
  });
  expect([...names]).toEqual(['w a', 'k a x', 'k b x']);
});
