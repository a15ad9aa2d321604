import { expect, test } from 'vitest';
import { createDetector } from '../../../lib/claims/detect.ts';
import { liftPlain } from '../../../lib/claims/plain.ts';
import { claimTables } from '../../../scripts/build/claim-tables.ts';
import { readData } from '../../../scripts/build/read-data.ts';

const root = new URL('../../../', import.meta.url).pathname;
const { detect } = createDetector(claimTables(root, readData(root)));

/** The topics of a sentence on a dry page about kratom, which claims nothing else. */
function claimedOnDryPage(text: string): string[] {
  const texts = ['Kratom is a leaf from Southeast Asia.', text, 'The leaves are dried and ground.'];
  const blocks = texts.map((one) => ({ tag: 'p', text: one }));
  return detect({ title: 'Kratom', blocks }).flatMap(({ block, topic }) => (block === 1 ? [topic] : []));
}

test.each([
  ['Kratom is great for opioid withdrawal.', 'opioid-withdrawal'],
  ['Kratom is really good for opioid withdrawal.', 'opioid-withdrawal'],
  ['Kratom did wonders for my opioid withdrawal.', 'opioid-withdrawal'],
  ['Kratom makes opioid withdrawal so much easier.', 'opioid-withdrawal'],
  ['Kratom for opioid withdrawal is a game changer.', 'opioid-withdrawal'],
  ['Kratom is a lifesaver for cravings.', 'cravings'],
  ['I recommend kratom for cravings.', 'cravings'],
  ['Kratom is effective for anxiety.', 'anxiety'],
  ['It works wonders for cravings.', 'cravings'],
  ['Great for cravings.', 'cravings'],
  ['Kratom is safe.', 'safe'],
  ['Kratom is perfectly natural and not addictive.', 'non-addictive'],
])('a plain claim is one on a page that claims nothing else: %s', (text, topic) => {
  expect(claimedOnDryPage(text)).toContain(topic);
});

test.each([
  'Kratom is bad for anxiety.',
  'Kratom is not good for anxiety.',
  'Kratom did nothing for my cravings.',
  'Kratom increases cravings.',
  'Kratom withdrawal is rough.',
  'Kratom addiction treatment is effective.',
  'Does kratom help with opioid withdrawal?',
  'Methadone is great for opioid withdrawal.',
  'A hot bath is great for opioid withdrawal.',
  'It is great for pizza.',
  'Kratom is not safe.',
])('as plain a sentence that claims nothing is left: %s', (text) => {
  expect(claimedOnDryPage(text)).toEqual([]);
});

test('the page still decides what is not told of recovery by itself', () => {
  const on = (title: string, ...texts: string[]) =>
    detect({ title, blocks: texts.map((text) => ({ tag: 'p', text })) });
  expect(on('Magnesium for runners', 'Run every day.', 'Magnesium is great for sleep.')).toEqual([]);
  expect(on('Travel kit', 'Pack a towel.', 'Loperamide is good for diarrhea.')).toEqual([]);
  expect(on('Lavender', 'We grow lavender.', 'Lavender is great for anxiety.')).toEqual([]);
});

test('of withdrawals from several drugs only the likeliest is lifted, and nothing that is not plain', () => {
  const pair = (topic: string, lift = 300) => ({ substance: 'nad', topic, lift });
  const pairs = [pair('opioid-withdrawal'), pair('withdrawal'), pair('cravings'), pair('sleep', 0)];
  expect(liftPlain(pairs, [-90, -80, -70, -60])).toEqual([-90, -80 + 300, -70 + 300, -60]);
});
