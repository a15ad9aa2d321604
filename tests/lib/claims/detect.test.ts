import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDetector } from '../../../lib/claims/detect.ts';
import { createGate, gateNames, gateSources } from '../../../lib/claims/gate.ts';
import { textBlocks } from '../../../scripts/bench/pages.mjs';
import { claimTables } from '../../../scripts/build/claim-tables.ts';
import { readData } from '../../../scripts/build/read-data.ts';
import { pageOf, readCorpus } from '../../../scripts/corpus.ts';
import { score } from '../../corpus/score.mjs';

const root = new URL('../../../', import.meta.url).pathname;
const tables = claimTables(root, readData(root));
const { detect } = createDetector(tables);
const namesSubstance = createGate(gateSources(tables));
const page = (...texts: string[]) => ({ title: '', blocks: texts.map((text) => ({ tag: 'p', text })) });

test('the gate opens for a substance and for nothing else', () => {
  expect(namesSubstance('They sell KRATOM here')).toBe(true);
  expect(namesSubstance('A mature testing framework for sailors')).toBe(false);
  expect(detect(page('No plant is named here, and withdrawal was eased.'))).toEqual([]);
});

test('the gate opens where blocks are joined without a space', () => {
  for (const text of ['Getting through itKratom helps', 'Our teas.KavaBuy now', 'it endsNAC is next'])
    expect(namesSubstance(text), text).toBe(true);
  expect(namesSubstance('A balaclavaKit for sailors')).toBe(false);
});

test('the gate opens for every name, in any case, and across the breaks that pages put in one', () => {
  for (const name of gateNames(tables)) {
    expect(namesSubstance(`I took ${name}, and`), name).toBe(true);
    expect(namesSubstance(`I TOOK ${name.toUpperCase()}.`), name).toBe(true);
    expect(namesSubstance(name.replaceAll(' ', '\n   ').replaceAll("'", '’')), name).toBe(true);
  }
  for (const [, , aliases, ambiguous] of tables.substances)
    for (const name of aliases.split(';').filter((alias) => !ambiguous.split(';').includes(alias)))
      expect(namesSubstance(`I took ${name}, and`), name).toBe(true);
  expect(namesSubstance('kra\u00adtom')).toBe(true);
  expect(namesSubstance('5\u2011HTP at night')).toBe(true);
});

test('the gate stays shut inside other words', () => {
  for (const text of ['a pinnacle of nadirs', 'lavas and cavas', 'B2B sales in Q3', 'the snack bar', '', ' '])
    expect(namesSubstance(text), text).toBe(false);
});

test('marks a plain claim with the words that made it', () => {
  const text = 'Kratom can ease opioid withdrawal symptoms.';
  const claim = detect(page(text)).find((c) => c.topic === 'opioid-withdrawal');
  expect(claim).toMatchObject({ block: 0, start: 0, end: text.length, substance: 'kratom' });
  expect(claim?.cues.map((c) => c.text)).toContain('Kratom');
});

test('a question and advice to see a doctor claim nothing', () => {
  expect(detect(page('Does kratom help with opioid withdrawal?'))).toEqual([]);
  expect(detect(page('Always consult your doctor before using kratom for opioid withdrawal.'))).toEqual([]);
});

test('reads a page in two batches as it reads it whole', () => {
  const doc = readCorpus(`${root}tests/corpus/seed.jsonl`)[0];
  if (!doc) throw new Error('the seed corpus is empty');
  const whole = pageOf(doc);
  const expected = createDetector(tables).detect(whole);
  detect({ ...whole, blocks: whole.blocks.slice(0, 5) });
  expect(detect(whole)).toEqual(expected);
});

test('never throws, and every claim and cue maps to the text', () => {
  const words = fc.constantFrom(
    'kratom',
    'NAC ',
    'ease',
    ' withdrawal',
    'Ｋava',
    '​',
    '. ',
    '?',
    '🙂',
    ' sleep',
    '\n',
    'no ',
    'à́',
  );
  fc.assert(
    fc.property(fc.array(fc.array(words, { maxLength: 30 }), { maxLength: 6 }), (blocks) => {
      const read = { title: 'kratom', blocks: blocks.map((b) => ({ tag: 'li', text: b.join('') })) };
      for (const c of detect(read)) {
        const text = read.blocks[c.block]?.text ?? '';
        expect(c.end).toBeGreaterThan(c.start);
        expect(c.end).toBeLessThanOrEqual(text.length);
        expect(c.cues.length).toBeGreaterThan(0);
        for (const cue of c.cues)
          if (cue.kind === 'topic') expect(text.slice(c.start, c.end)).toContain(cue.text);
      }
    }),
  );
});

test.each([
  ['one block without a full stop', (n: number) => [`kratom ${'and the long rain went on '.repeat(n)}`]],
  [
    'many blocks that claim',
    (n: number) => Array.from({ length: n }, () => 'Kratom eases opioid withdrawal.'),
  ],
  ['a name again and again', (n: number) => ['kratom '.repeat(4 * n)]],
])('the work grows with the length of the page: %s', (_, texts) => {
  const stepsFor = (n: number) => {
    let steps = 0;
    const onSteps = (count: number) => {
      steps += count;
    };
    createDetector(tables, { onSteps }).detect(page(...texts(n)));
    return steps;
  };
  const [small, large] = [stepsFor(100), stepsFor(1600)];
  expect(small).toBeGreaterThan(100);
  expect(large / small).toBeLessThan(17);
});

test('reads ten megabytes of plain text in steps that grow with its length alone', () => {
  const line = 'The boats came in late and the harbour was quiet, as it is on most evenings of the year. ';
  let steps = 0;
  const text = `Kava. ${line.repeat(Math.ceil(10_000_000 / line.length))}`;
  const onSteps = (count: number) => {
    steps += count;
  };
  createDetector(tables, { onSteps }).detect(page(text));
  expect(steps).toBeLessThan(text.length);
}, 120_000);

test('a gummy is of what the page speaks of, whatever else it names and is sold so', () => {
  const claims = detect(
    page(
      'CBD is legal in most states.',
      'Delta-8 gummies ease opioid withdrawal.',
      'Half a gummy calms cravings.',
      'Magnesium gummies help with the restless legs of withdrawal.',
    ),
  );
  expect(claims.some(({ block }) => block === 2)).toBe(true);
  expect(new Set(claims.map(({ substance }) => substance))).toEqual(new Set(['delta-8-thc', 'magnesium']));
});

/** Committed scores, in points of F1; they may fall by half a point before this test does. */
const SCORES = {
  'seed.jsonl': { sentence: 91.7, pair: 80.0 },
  'dev.jsonl': { sentence: 79.3, pair: 57.3 },
  'held/blogs.jsonl': { sentence: 80.5, pair: 72.2 },
  'held/clinics.jsonl': { sentence: 88.1, pair: 76.0 },
  'held/found.jsonl': { sentence: 73.7, pair: 60.5 },
  'held/forums.jsonl': { sentence: 78.9, pair: 69.3 },
  'held/hard.jsonl': { sentence: 55.5, pair: 44.9 },
  'held/mirrored.jsonl': { sentence: 71.7, pair: 62.8 },
  'held/news.jsonl': { sentence: 82.0, pair: 70.6 },
  'held/plain.jsonl': { sentence: 87.1, pair: 79.8 },
  'held/searched.jsonl': { sentence: 70.4, pair: 62.7 },
  'held/short.jsonl': { sentence: 80.5, pair: 67.6 },
  'held/shops.jsonl': { sentence: 80.0, pair: 64.6 },
  'held/strewn.jsonl': { sentence: 83.4, pair: 72.3 },
  'held/talk.jsonl': { sentence: 64.8, pair: 56.1 },
  'held/threads.jsonl': { sentence: 48.7, pair: 40.0 },
};

test.each(Object.entries(SCORES))('%s scores no worse than committed', (file, committed) => {
  const docs = readCorpus(`${root}tests/corpus/${file}`);
  const got = score(
    docs,
    docs.map((doc) => ({ id: doc.id, claims: detect(pageOf(doc)) })),
  );
  expect(100 * got.sentence.f1).toBeGreaterThan(committed.sentence - 0.5);
  expect(100 * got.pair.f1).toBeGreaterThan(committed.pair - 0.5);
});

/** Sentences marked in a thousand of pages on health that claim nothing; they may be one more before the test fails. */
const FALSE_MARKS = { 'held/general.jsonl': 0.4 };

test.each(Object.entries(FALSE_MARKS))('of %s no more is marked than committed', (file, committed) => {
  const docs = readCorpus(`${root}tests/corpus/${file}`);
  const { silent } = score(
    docs,
    docs.map((doc) => ({ id: doc.id, claims: detect(pageOf(doc)) })),
  );
  expect(silent.sentences).toBeGreaterThan(2_000);
  expect(silent.per1000).toBeLessThan(committed + 1);
});

// As in a feed: what stands around a claim has nothing to do with it.
test('finds claims strewn in a page of unrelated prose', () => {
  expect(detect(page(...textBlocks('claims', 30_000))).length).toBeGreaterThan(15);
});

test('finds the same in pages that another gate has let through', () => {
  const { detect: detectGated } = createDetector(tables, { gated: true });
  for (const doc of readCorpus(`${root}tests/corpus/held/shops.jsonl`))
    expect(detectGated(pageOf(doc))).toEqual(detect(pageOf(doc)));
  expect(detectGated(page('The boats came in late.'))).toEqual([]);
});

test('reading a text leaves the next lexicon whole', () => {
  const page = { title: '', blocks: [{ tag: 'p', text: 'Kratom’s 500mg eased my opioid withdrawal' }] };
  const before = createDetector(tables).detect(page);
  expect(before).not.toHaveLength(0);
  expect(createDetector(tables).detect(page)).toEqual(before);
});
