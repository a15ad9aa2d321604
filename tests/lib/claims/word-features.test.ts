import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createPageReader } from '../../../lib/claims/read-page.ts';
import { pageParts, pageWords } from '../../../lib/claims/word-features.ts';
import { namesOf } from '../../../lib/claims/word-names.ts';

const { read } = createPageReader(JSON.parse(readFileSync('generated/claim-tables.json', 'utf8')));

/** What is told of a page of these paragraphs. */
function wordsOf(...texts: string[]): Set<string> {
  const page = read({ title: '', blocks: texts.map((text) => ({ tag: 'p', text })) });
  expect(page).not.toBeNull();
  return namesOf((names) => pageWords(names, page!, ['page benefit 1']));
}

test('a page is told by its words, what they name, and kinds of phrases beside one another', () => {
  const words = wordsOf('Kava can ease cravings for heroin.');
  for (const name of ['page benefit 1', 'w kava', 'sub kava', 'drug opioid', 'f SUBSTANCE <hedge>'])
    expect(words, name).toContain(name);
  expect(words).toContain('bad cravings');
});

test('a word is common from a tenth of the sentences on, and more so from a quarter on, but never by one', () => {
  const commonIn = (sentences: number, of: number) => {
    const words = wordsOf(
      'Kava is a root.',
      ...Array.from({ length: of - 1 }, (_, at) => (at < sentences ? 'The garden was wet.' : 'It rained.')),
    );
    return ['common 0.1 garden', 'common 0.25 garden'].filter((name) => words.has(name)).length;
  };
  expect(commonIn(1, 3)).toBe(0);
  expect(commonIn(2, 20)).toBe(1);
  expect(commonIn(1, 20)).toBe(0);
  expect(commonIn(5, 20)).toBe(2);
  expect(commonIn(3, 40)).toBe(0);
});

test.each([
  1, 18, 19, 30, 31, 100, 1_001,
])('a page of %i sentences is parted into all of them, in order', (count) => {
  const page = read({
    title: '',
    blocks: Array.from({ length: count }, (_, at) => ({ tag: 'p', text: `Kava number ${at}.` })),
  })!;
  const parts = pageParts(page);
  expect(parts.flatMap(({ sentences }) => sentences)).toEqual(page.sentences);
  const sizes = parts.map(({ sentences }) => sentences.length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(18);
  if (parts.length > 1) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9);
});
