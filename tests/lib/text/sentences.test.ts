import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceSpans } from '../../../lib/text/sentences.ts';

const cut = (text: string) => sentenceSpans(text).map(([start, end]) => text.slice(start, end));

test('cuts at full stops, line breaks, bullets and where the space is missing', () => {
  expect(cut('It helps. It may not!\nReally?')).toEqual(['It helps.', 'It may not!', 'Really?']);
  expect(cut('• sleep • pain')).toEqual(['• sleep', '• pain']);
  expect(cut('It eased cravings.Then I slept.')).toEqual(['It eased cravings.', 'Then I slept.']);
});

test('cuts after an emoji that ends a sentence and before one that begins an item, not at one within', () => {
  expect(cut('Slept great 😴🙏🏽 No cravings today')).toEqual(['Slept great 😴🙏🏽', 'No cravings today']);
  expect(cut('✅ Eases withdrawal ✅ Non-addictive')).toEqual(['✅ Eases withdrawal', '✅ Non-addictive']);
  expect(cut('I ❤️ kava and it ❤️ me')).toEqual(['I ❤️ kava and it ❤️ me']);
  expect(cut('It works. 👍 Good')).toEqual(['It works.', '👍 Good']);
});

test('keeps abbreviations and amounts whole', () => {
  expect(cut('Dr. Lee gave 1.5 mg. It helped.')).toEqual(['Dr. Lee gave 1.5 mg.', 'It helped.']);
  expect(cut('Prof. Ames met Sen. Ray on Nov. 3 at 9 a.m. in town.')).toHaveLength(1);
  expect(cut('L. plantarum, by J. Doe, is No. 1 of yeasts, moulds etc. in food.')).toHaveLength(1);
});

test.each([
  ['Does it help?', 'No.', 'Kava does not.'],
  ['We sell kava, kanna, etc.', 'They calm.'],
  ['She took it at 9 p.m.', 'Sleep came.'],
  ['I took vitamin D.', 'It helped.'],
  ['Take C and E.', 'Rest.'],
  ['A spoon is 2.4 g.', 'Most begin with one.'],
  ['It is in Schedule I.', 'Nobody sells it.'],
])('ends a sentence at what is an abbreviation elsewhere: %s %s', (...sentences) => {
  expect(cut(sentences.join(' '))).toEqual(sentences);
});

test('leaves the number of an item with it', () => {
  const items = ['Three things helped.', '1. Kava at night.', '2. Long walks.', '12) Zinc.'];
  expect(cut(items.join(' '))).toEqual(items);
});

test('spans are ordered, apart, inside the text, and together hold every mark that is not white space', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      let last = 0;
      for (const [start, end] of sentenceSpans(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }),
  );
});

test('no sentence is unbounded', () => {
  for (const [start, end] of sentenceSpans('word '.repeat(20_000))) expect(end - start).toBeLessThan(1600);
});
