import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createPageReader } from '../../../lib/claims/read-page.ts';

const { read } = createPageReader(JSON.parse(readFileSync('generated/claim-tables.json', 'utf8')));
/** Reads "tag: text" lines. */
const readLines = (...lines: string[]) =>
  read({
    title: '',
    blocks: lines.map((line) => {
      const [tag, ...text] = line.split(': ');
      return { tag: tag!, text: text.join(': ') };
    }),
  });
const lastOf = (...lines: string[]) => readLines(...lines)!.sentences.at(-1)!;

test('a sentence that names a substance may still speak of the one that its heading names', () => {
  const { named, offered } = lastOf('h2: Magnesium', 'li: Relaxes muscles and supports GABA.');
  expect(named).toEqual(['gaba']);
  expect([...offered]).toEqual([
    ['gaba', ['own', 'most']],
    ['magnesium', ['head']],
  ]);
});

test('what was spoken of before the last is offered, behind the last', () => {
  const { offered } = lastOf('p: I took kava first.', 'p: Then I tried NAC.', 'p: The tea was better.');
  expect([...offered.keys()].slice(0, 2)).toEqual(['nac', 'kava']);
});

test('a page that never says recovery still counts the drugs that it names', () => {
  const { state } = readLines('p: Chamomile helped me to leave the weed alone, and the weed was strong.')!;
  expect(state.onRecovery).toBe(false);
  expect(state.drugsNamed).toBeGreaterThanOrEqual(2);
});

test('7-OH is a name by its hyphen or its capitals alone', () => {
  for (const text of ['7-OH stops it.', 'I took 7 OH again.', '7-oh tablets'])
    expect(readLines(`p: ${text}`)?.sentences[0]?.named, text).toEqual(['7-oh']);
  expect(readLines('p: We met at 7 oh my word.')).toBeNull();
});

test('everyday words for drugs do not tell that a page is about coming off one, whatever their form', () => {
  const { state } = readLines('p: Kava speeds me up, and wines, beers and drinks slow me down.')!;
  expect(state.drugsNamed).toBe(0);
  expect(state.drugCount).toBeGreaterThan(0);
});

test('everyday words for drugs name one to come off only where the page speaks of drugs', () => {
  const drugsOfLast = (...lines: string[]) => [...lastOf(...lines).drugs.keys()];
  expect(drugsOfLast('p: Zinc as a syrup shortens a cold.')).toEqual([]);
  expect(drugsOfLast('p: My rehab was hard.', 'p: Zinc helped me off the syrup.')).toEqual(['opioid']);
  expect(drugsOfLast('p: Kudzu instead of the wine.')).toEqual(['alcohol']);
});

test('what else may be what helps is known by where it stands, until a substance is named again', () => {
  const rivalOf = (...lines: string[]) => lastOf('p: NAC is sold here.', ...lines).rival;
  expect(rivalOf('p: It eases cravings.')).toBe('none');
  expect(rivalOf('p: Yoga eases cravings.')).toBe('own');
  expect(rivalOf('p: Try yoga. It eases cravings.')).toBe('block');
  expect(rivalOf('p: Yoga:', 'li: Eases cravings')).toBe('lead');
  expect(rivalOf('h2: Creatine', 'p: Restores energy.')).toBe('head');
  expect(rivalOf('li: Shilajit: more energy', 'li: Dosage: 300 mg')).toBe('since');
  expect(rivalOf('p: Try yoga.', 'p: NAC is another.', 'p: It eases cravings.')).toBe('none');
  expect(rivalOf('h2: Kava and yoga', 'p: Calms the nerves.')).toBe('none');
});
