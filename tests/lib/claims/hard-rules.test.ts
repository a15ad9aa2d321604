import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isAim, isDenial, isOfMedicine, tellsDangers } from '../../../lib/claims/hard-rules.ts';
import { createPageReader } from '../../../lib/claims/read-page.ts';

const { read } = createPageReader(JSON.parse(readFileSync('generated/claim-tables.json', 'utf8')));

/** The last sentence of a text on a page about kratom. */
function last(text: string) {
  const sentence = read({ title: 'Kratom', blocks: [{ tag: 'p', text }] })?.sentences.at(-1);
  if (!sentence) throw new Error(`No sentence in "${text}".`);
  return sentence;
}

test.each([
  'Kratom is a leaf. Buprenorphine eases cravings.',
  'Kratom is a leaf. Methadone and naltrexone help people stay off opioids.',
])('a benefit of a prescribed medicine is not the plant’s: %s', (text) => {
  expect(isOfMedicine(last(text))).toBe(true);
});

test.each([
  'Kratom is a leaf. Unlike buprenorphine, it is easy to stop.',
  'Kratom is a leaf. Where methadone made me sleepy, this helped me through the day.',
  'Kratom is a leaf. Coming off methadone was easier.',
  'Kratom eases cravings better than buprenorphine.',
])('a medicine that is compared with, or come off, is not what helps: %s', (text) => {
  expect(isOfMedicine(last(text))).toBe(false);
});

test.each([
  'We hypothesize that kratom will ease opioid withdrawal.',
  'The aim of this pilot study is to see if kratom eases cravings.',
  'The authors evaluated whether kratom could help people to stay off opioids.',
])('what a trial is to find out is no claim: %s', (text) => {
  expect(isAim(last(text))).toBe(true);
});

test('what it found is one', () => {
  expect(isAim(last('The study showed that kratom eased opioid withdrawal.'))).toBe(false);
});

test.each([
  'Kratom never helped my withdrawal.',
  'Kratom does not help with opioid withdrawal.',
  'Kratom did nothing for my cravings.',
  'NAC failed to curb cravings for meth.',
  'Glutamine never touched my cravings.',
  'Kratom helps nobody with withdrawal.',
])('a denial and nothing else claims nothing: %s', (text) => {
  expect(isDenial(last(text))).toBe(true);
});

test.each([
  'Kratom never failed to ease my withdrawal.',
  "Kratom didn't end my withdrawal, but it eased the cravings.",
  'Kratom does not stop your breathing.',
  'Kratom is not known to be addictive.',
  'Nothing but kratom helped my withdrawal.',
])('a denial of something else may claim: %s', (text) => {
  expect(isDenial(last(text))).toBe(false);
});

test('who tells dangers does not say that it is safe', () => {
  const text = 'Kratom is a leaf. There are reports of deaths, and it can cause vomiting and seizures.';
  expect(tellsDangers(last(text))).toBe(true);
});

test.each([
  'Kratom is a leaf. No deaths, seizures or overdoses are known.',
  'Kratom is a leaf. It causes fewer deaths and seizures than opioids.',
  'Kratom is a leaf. It is safe, whatever they tell of deaths and seizures.',
  'Kratom is a leaf. Toxicity: negligible.',
])('dangers that are denied, compared or weighed may be a claim: %s', (text) => {
  expect(tellsDangers(last(text))).toBe(false);
});
