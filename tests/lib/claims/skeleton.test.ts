import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createLexicon } from '../../../lib/claims/lexicon.ts';
import { skeletonOf } from '../../../lib/claims/skeleton.ts';

const { scan } = createLexicon(JSON.parse(readFileSync('generated/claim-tables.json', 'utf8')));
const skeleton = (text: string) => {
  const { stems, hits } = scan(text);
  return skeletonOf(stems, hits);
};

test('what is said of one substance is the frame of what is said of another', () => {
  const { frame, kinds } = skeleton('Kava may ease cravings on the bus.');
  expect(skeleton('Ashwagandha may ease cravings on the bus.').frame).toEqual(frame);
  expect(frame.slice(-3)).toEqual(['on', 'the', 'bus']);
  expect(kinds).toEqual(['SUBSTANCE', '<hedge>', '<benefit>', 'TOPIC']);
});

test('a phrase of several words is one kind', () => {
  const { frame } = skeleton('St. John’s wort eases opioid withdrawal.');
  expect(frame.filter((word) => word === 'SUBSTANCE')).toHaveLength(1);
  expect(frame).not.toContain('wort');
});

test('a text without a known phrase has its words alone', () => {
  expect(skeleton('The boats came in late.')).toEqual({
    frame: scan('The boats came in late.').stems,
    kinds: [],
  });
});
