import { expect, test } from 'vitest';
import gate from '../../../generated/gate.json';
import { createGate } from '../../../lib/claims/gate.ts';

const namesSubstance = createGate(gate);

test.each([
  'I take SAMe daily.',
  'stackSAMe',
  'KAVA',
  'withdrawalKratom helps',
  'nac and zinc',
  'withdrawalB12 helps',
  'withdrawalB1 helps',
  'St Johns wort',
  'three days agokratom helped me',
  'what I tookNACThe next day',
  'the end of itEGb 761 was tried',
  'a daily\u200bcapsule of γ-aminobutyric acid',
  'δ8-THC gummies',
])('opens for %s', (text) => {
  expect(namesSubstance(text)).toBe(true);
});

test.each([
  'Go to bed at the same time.',
  'THE SAME',
  'The nacre of a shell',
  'She came home.',
  'a mazincThe name of a town',
])('stays shut for %s', (text) => {
  expect(namesSubstance(text)).toBe(false);
});
