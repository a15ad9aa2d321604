import { expect, test } from 'vitest';
import { createNetwork, STRETCH } from '../../../lib/claims/network.ts';
import { inOrder, type NetworkInput } from '../../../lib/claims/network-input.ts';
import { createPageReader } from '../../../lib/claims/read-page.ts';
import type { Network } from '../../../lib/claims/tables.ts';
import { claimTables } from '../../../scripts/build/claim-tables.ts';
import { readData } from '../../../scripts/build/read-data.ts';
import ofTorch from './network-of-torch.json' with { type: 'json' };

const small = ofTorch as {
  network: Network;
  pages: NetworkInput[][];
  logOdds: number[][];
};
const asked = (page: readonly NetworkInput[]) => page.map((input) => () => input);

test('the network says of each sentence what PyTorch says with the same weights', () => {
  const read = createNetwork(small.network);
  small.pages.forEach((page, at) => {
    const logOdds = read(asked(page));
    const expected = small.logOdds[at]!;
    // From the last on: no answer leans on one given before.
    for (let i = page.length - 1; i >= 0; i--) expect(logOdds(i)).toBeCloseTo(expected[i]!, 2);
  });
});

test('only the sentences around one that is asked for are read, and counted', () => {
  const page = small.pages.at(-1)!;
  let made = 0;
  let steps = 0;
  const read = createNetwork(small.network, (more = 1) => {
    steps += more;
  });
  const logOdds = read(
    page.map((input) => () => {
      made++;
      return input;
    }),
  );
  expect(made).toBe(0);
  logOdds(STRETCH + 3);
  logOdds(STRETCH + 4);
  expect(made).toBe(STRETCH);
  expect(steps).toBe(STRETCH);
});

const root = new URL('../../../', import.meta.url).pathname;
const tables = claimTables(root, readData(root));
const { read } = createPageReader(tables);
const readings = createNetwork(tables.network!);
const sayOf = (title: string, texts: readonly string[]) => {
  const logOdds = readings(inOrder(read({ title, blocks: texts.map((text) => ({ tag: 'p', text })) })!));
  return texts.map((_, at) => logOdds(at + 1));
};

test('what a sentence says depends on the order of its words, and on what stands before it', () => {
  const [helped, harmed] = sayOf('My story', [
    'Kratom took the cravings and left me my sleep.',
    'Kratom took my sleep and left me the cravings.',
  ]);
  expect(helped).toBeGreaterThan(harmed!);
  const [, afterKratom] = sayOf('Getting off oxy', ['I tried kratom for the withdrawal.', 'Huge help.']);
  const [, afterDetox] = sayOf('Getting off oxy', [
    'I tried kratom and hated it, then I went to a detox clinic.',
    'Huge help.',
  ]);
  expect(afterKratom).toBeGreaterThan(afterDetox!);
});

test('a page is read as its title, then its sentences, with the kinds of the phrases that each word is part of', () => {
  const inputs = inOrder(
    read({
      title: 'Kava: a guide',
      blocks: [
        { tag: 'h2', text: 'Opioid withdrawal' },
        { tag: 'li', text: 'Kava is no cure.' },
      ],
    })!,
  ).map((input) => input());
  expect(inputs.map(({ words }) => words.join(' '))).toEqual([
    'kava a guide',
    'opioid withdrawal',
    'kava is no cure',
  ]);
  const [title, heading, item] = inputs;
  expect(title!.kinds[0]).toContain('sub');
  expect(heading!.kinds[0]).toContain('drug:opioid');
  expect(item!.kinds[2]).toContain('cue:negation');
  expect([title, heading, item].map((input) => input!.place[0])).toEqual([7, 2, 0]);
  expect([heading, item].map((input) => input!.place[1])).toEqual([0, 1]);
});
