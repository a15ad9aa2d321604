import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createLexicon } from '../../../lib/claims/lexicon.ts';
import { readText } from '../../../lib/claims/read-text.ts';
import { sureNames } from '../../../lib/claims/sure-names.ts';

const lexicon = createLexicon(JSON.parse(readFileSync('generated/claim-tables.json', 'utf8')));
const namesOf = (...texts: string[]) =>
  [...sureNames(texts.flatMap((text) => readText(text, lexicon)))].sort();

test('a nickname that is an ordinary word names nothing by itself', () => {
  expect(namesOf('She hops on the bus.', 'A mag on the table.', 'Charcoal is for the grill.')).toEqual([]);
  expect(namesOf('Valerian is good.', 'He hops about.')).toEqual(['valerian']);
  expect(namesOf('Valerian is what he took when the hops failed.')).toEqual(['valerian']);
});

test('it does beside a sure name in a list, whatever their order', () => {
  expect(namesOf('Valerian, hops & skullcap')).toEqual(['hops', 'skullcap', 'valerian']);
  expect(namesOf('Hops, mag and 300 mg of the zinc, nightly.')).toEqual(['hops', 'magnesium', 'zinc']);
  expect(namesOf('We add the charcoal and the niacin.')).toEqual(['activated-charcoal', 'b-vitamins']);
});

test('it does not right behind a name without a comma or a word between: that is one name', () => {
  expect(namesOf('Magnesium gummies calm the legs.')).toEqual(['magnesium']);
  expect(namesOf('Kava, kratom mag.')).toEqual(['kava', 'kratom']);
});

test('once it is sure it is so in all of the page', () => {
  expect(namesOf('Hops alone?', 'Hops and charcoal.', 'Zinc plus hops.')).toContain('hops');
});

test('a nickname counts where capitals make it a name', () => {
  expect(namesOf('I took NAC.')).toEqual(['nac']);
  expect(namesOf('I took nac.')).toEqual([]);
});

test('GABA in small letters is gabapentin where the page has it', () => {
  expect(namesOf('I took a gaba.')).toEqual(['gaba']);
  expect(namesOf('Any gabapentin left?', 'I took a gaba.')).toEqual([]);
  expect(namesOf('Any gabapentin left?', 'No, I take GABA from the shop.')).toEqual(['gaba']);
});
