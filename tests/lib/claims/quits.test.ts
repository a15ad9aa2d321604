import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { quitPlace } from '../../../lib/claims/quits.ts';
import { createPageReader } from '../../../lib/claims/read-page.ts';

const { read } = createPageReader(JSON.parse(readFileSync('generated/claim-tables.json', 'utf8')));
const readAll = (...texts: [tag: string, text: string][]) =>
  read({ title: '', blocks: texts.map(([tag, text]) => ({ tag, text })) })!;
const quitsOf = (text: string) => [...readAll(['p', text]).sentences[0]!.sentence.quits];

test('a substance is one to quit where a word of quitting stands next to it', () => {
  for (const text of [
    'Kratom withdrawal lasts a week.',
    'I am off kratom now.',
    'Withdrawal from kratom is hard.',
    'She was addicted to kratom.',
    'He quit his kratom; she quit the kratom.',
  ])
    expect(quitsOf(text), text).toEqual(['kratom']);
  for (const text of [
    'Kratom eases opioid withdrawal.',
    'Kratom for withdrawal, from a farm.',
    'Kratom is a tree.',
  ])
    expect(quitsOf(text), text).toEqual([]);
});

test('a page tells by its share of such sentences how much it speaks of quitting', () => {
  const named: [string, string][] = Array.from({ length: 7 }, () => ['p', 'Kratom is a tree.']);
  const quit: [string, string] = ['p', 'Kratom withdrawal lasts a week.'];
  expect([...readAll(...named).state.quits]).toEqual([]);
  expect([...readAll(...named, ...named, quit).state.quits]).toEqual([['kratom', 1]]);
  expect([...readAll(...named, quit).state.quits]).toEqual([['kratom', 2]]);
  expect([...readAll(quit, quit, ...named).state.quits]).toEqual([['kratom', 2]]);
  expect([...readAll(quit, quit).state.quits]).toEqual([['kratom', 3]]);
});

test('the nearest place that speaks of quitting', () => {
  const placeOf = (...texts: [string, string][]) => quitPlace(readAll(...texts).sentences.at(-1)!, 'kratom');
  expect(placeOf(['p', 'I am off kratom now.'])).toBe('own');
  expect(placeOf(['h2', 'Kratom withdrawal'], ['p', 'Mood swings come and go.'])).toBe('head');
  expect(placeOf(['h2', 'Kratom withdrawal'], ['h3', 'Symptoms'], ['p', 'Mood swings.'])).toBe('path');
  expect(placeOf(['p', 'Kratom withdrawal brings:'], ['li', 'Mood swings'])).toBe('lead');
  expect(placeOf(['p', 'I am off kratom now. It was hard.'])).toBe('before');
  expect(placeOf(['p', 'Kratom is a tree.'])).toBe('none');
});
