import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type DrugSince, isForgotten } from '../../../lib/claims/mentions.ts';
import type { Place } from '../../../lib/claims/places.ts';
import { createPageReader } from '../../../lib/claims/read-page.ts';

const { read } = createPageReader(JSON.parse(readFileSync('generated/claim-tables.json', 'utf8')));
const readTexts = (...texts: string[]) =>
  read({ title: '', blocks: texts.map((text) => ({ tag: 'p', text })) })!;
const lastKava = (...texts: string[]) =>
  readTexts(...texts)
    .sentences.at(-1)!
    .mentions.get('kava');

test('blocks are counted from the last naming of a substance, and it is ahead before the first', () => {
  expect(lastKava('I drank kava.')?.blocks).toBe(0);
  expect(lastKava('I drank kava. It was warm.')?.blocks).toBe(0);
  expect(lastKava('I drank kava.', 'Rain again.', 'Kava, more of it.', 'It was warm.')?.blocks).toBe(1);
  expect(lastKava('I drank kava.', 'Rain again.', 'It was warm.')?.blocks).toBe(2);
  const first = readTexts('It was warm.', 'I drank kava.').sentences[0]!;
  expect(first.mentions.get('kava')?.blocks).toBe(Number.POSITIVE_INFINITY);
});

test('a drug or a medicine named since then stands between', () => {
  expect(lastKava('I drank kava.', 'It was warm.')?.drug).toBe('none');
  expect(lastKava('Off heroin I drank kava.', 'It was warm.')?.drug).toBe('none');
  expect(lastKava('I drank kava.', 'My oxycodone ran out.', 'It was warm.')?.drug).toBe('since');
  expect(lastKava('I drank kava.', 'They gave me gabapentin.', 'It was warm.')?.drug).toBe('since');
  expect(lastKava('I drank kava.', 'Suboxone was warm.')?.drug).toBe('own');
  // Everyday words name none: "a pint" may be of milk.
  expect(lastKava('I drank kava.', 'A pint of milk.', 'It was warm.')?.drug).toBe('none');
});

test('running text forgets a substance after eight blocks, sooner where a drug was named since, but not what stands above it', () => {
  const forgets = (blocks: number, drug: DrugSince, ...places: Place[]) =>
    isForgotten({ blocks, drug, drugBetween: drug === 'since' }, places, false);
  expect([0, 7, 8, 30].map((blocks) => forgets(blocks, 'none', 'spoken'))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect([0, 3, 4].map((blocks) => forgets(blocks, 'own', 'main', 'most'))).toEqual([false, false, true]);
  expect([0, 1].map((blocks) => forgets(blocks, 'since', 'spoken'))).toEqual([false, true]);
  expect(forgets(Number.POSITIVE_INFINITY, 'none', 'main')).toBe(true);
  expect(forgets(30, 'since', 'spoken', 'head')).toBe(false);
  expect(forgets(30, 'since', 'title')).toBe(false);
  // It names one itself, after another did.
  expect(isForgotten({ blocks: 1, drug: 'own', drugBetween: true }, ['spoken'], false)).toBe(true);
  expect(isForgotten({ blocks: 30, drug: 'none', drugBetween: false }, ['spoken'], true)).toBe(false);
});
