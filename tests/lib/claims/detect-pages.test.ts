import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDetector } from '../../../lib/claims/detect.ts';
import { createPagesDetector } from '../../../lib/claims/detect-pages.ts';
import { createDeltas } from '../../../lib/claims/page-delta.ts';

const tables = JSON.parse(readFileSync('generated/claim-tables.json', 'utf8'));
const blocks = Array.from({ length: 40 }, () => ({
  tag: 'p',
  text: 'Kratom eases opioid withdrawal. The weather is fine.',
}));

test('a long page lets a short one go first, and both get the claims that detecting at once gives', async () => {
  const detector = createDetector(tables);
  const waiting: (() => void)[] = [];
  let clock = 0;
  const detect = createPagesDetector(() => detector, {
    // Every look at the clock finds the slice used up: the work pauses as often as it may.
    now: () => (clock += 100),
    pause: () => new Promise((resolve) => waiting.push(resolve)),
  });
  const done: string[] = [];
  const ask = (name: string, count: number) =>
    detect(createDeltas(name)({ title: name, blocks: blocks.slice(0, count) })).then((claims) => {
      done.push(name);
      return claims;
    });
  const long = ask('Kratom at length', 40);
  const short = ask('Kratom in short', 1);
  const both = Promise.all([long, short]);
  const turns = setInterval(() => waiting.shift()?.());
  await both.finally(() => clearInterval(turns));
  expect(done).toEqual(['Kratom in short', 'Kratom at length']);
  expect(await long).toMatchObject(
    detector.detect({ title: 'Kratom at length', blocks }).map(({ block, start }) => ({ block, start })),
  );
  expect(await long).toHaveLength(40);
  expect(await short).toHaveLength(1);
});

test('a page that was not told in full is asked to tell all', async () => {
  const deltas = createDeltas('a');
  deltas({ title: '', blocks });
  const detect = createPagesDetector(() => createDetector(tables), { now: () => 0, pause: async () => {} });
  expect(await detect(deltas({ title: '', blocks }))).toBeNull();
  expect(await detect(deltas({ title: '', blocks }, true))).toHaveLength(40);
});
