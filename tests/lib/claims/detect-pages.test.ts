import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDetector, type Part } from '../../../lib/claims/detect.ts';
import { createPagesDetector } from '../../../lib/claims/detect-pages.ts';
import { createDeltas } from '../../../lib/claims/page-delta.ts';

const tables = JSON.parse(readFileSync('generated/claim-tables.json', 'utf8'));
const blocks = Array.from({ length: 40 }, () => ({
  tag: 'p',
  text: 'Kratom eases opioid withdrawal symptoms. The weather is fine.',
}));

test('a long page lets a short one go first, and both get the claims that detecting at once gives', async () => {
  const detector = createDetector(tables);
  const waiting: (() => void)[] = [];
  let clock = 0;
  const { detect } = createPagesDetector(() => detector, {
    // Every look at the clock finds the slice used up: the work pauses as often as it may.
    now: () => (clock += 100),
    pause: () => new Promise((resolve) => waiting.push(resolve)),
  });
  const done: string[] = [];
  const ask = (name: string, count: number) =>
    detect(createDeltas(name)({ title: name, blocks: blocks.slice(0, count) })).then((found) => {
      done.push(name);
      return found?.claims;
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
  const { detect } = createPagesDetector(() => createDetector(tables), {
    now: () => 0,
    pause: async () => {},
  });
  expect(await detect(deltas({ title: '', blocks }))).toBeNull();
  expect((await detect(deltas({ title: '', blocks }, true)))?.claims).toHaveLength(40);
});

test('tells the claims from the block that is seen first, and all of them when asked for the rest', async () => {
  const detector = createDetector(tables);
  const { detect, rest } = createPagesDetector(() => detector, { now: () => 0, pause: async () => {} });
  const page = { title: '', blocks };
  const all = detector.detect(page);
  const found = await detect({ ...createDeltas('a')(page), near: 20 });
  expect(found).toMatchObject({ first: 20, end: expect.toSatisfy((end: number) => end > 21 && end < 39) });
  const { end } = found as Part;
  expect(found?.claims).toEqual(all.filter(({ block }) => block >= 20 && block < end));
  expect(await rest('a')).toEqual({ claims: all });
  expect(await rest('a'), 'it is told once').toBeNull();
  expect(await rest('b'), 'of a page that was never told').toBeNull();
});

test('tells all at once where little is left after the block that is seen first', async () => {
  const { detect, rest } = createPagesDetector(() => createDetector(tables), {
    now: () => 0,
    pause: async () => {},
  });
  const found = await detect({ ...createDeltas('a')({ title: '', blocks }), near: 37 });
  expect(found?.claims).toHaveLength(40);
  expect(await rest('a')).toBeNull();
});
