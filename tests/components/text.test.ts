import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PANEL_TEXT_KEYS } from '../../components/panel-keys.ts';
import { SETTINGS_TEXT_KEYS } from '../../components/settings-keys.ts';
import { TEXT_KEYS as OTHER_TEXT_KEYS } from '../../components/Text.tsx';
import { english, englishKeys, readerRegion } from './english.ts';

const TEXT_KEYS = [...OTHER_TEXT_KEYS, ...PANEL_TEXT_KEYS, ...SETTINGS_TEXT_KEYS];
const LISTS = ['Text.tsx', 'panel-keys.ts', 'settings-keys.ts'];

const read = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !LISTS.includes(name))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n');

test('the views and the English text know the same keys', () => {
  const own = englishKeys.filter((key) => key.includes('.'));
  expect([...own].sort()).toEqual([...TEXT_KEYS].sort());
});

test('every text is used', () => {
  const source = read('components') + read('entrypoints');
  // Keys of cues are put together from the kind of cue and its place.
  const unused = TEXT_KEYS.filter((key) => !key.startsWith('cue.') && !source.includes(`'${key}'`));
  expect(unused).toEqual([]);
});

test('says one and many as English does', () => {
  expect(english.t('card.sources', undefined, 1)).toBe('Source (1)');
  expect(english.t('card.sources', undefined, 12)).toBe('Sources (12)');
  expect(english.t('card.people', ['2,798'], 2798)).toBe('2,798 people');
  expect(english.t('popup.found', undefined, 1)).toBe('1 marked sentence');
  expect(english.t('popup.found', undefined, 3)).toBe('3 marked sentences');
  expect(english.t('popup.results', undefined, 0)).toBe('No results');
  expect(english.t('popup.results', undefined, 1)).toBe('1 result');
  expect(english.t('popup.results', undefined, 8)).toBe('8 results');
});

test('takes the country from the language of the browser', () => {
  expect(readerRegion()).toBe('US');
});
