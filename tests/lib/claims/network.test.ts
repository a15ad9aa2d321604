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
  topicOdds: number[][][];
};
const asked = (page: readonly NetworkInput[]) => page.map((input) => () => input);

test('the network says of each sentence what PyTorch says with the same weights', () => {
  const read = createNetwork(small.network);
  small.pages.forEach((page, at) => {
    const reading = read(asked(page));
    // From the last on: no answer leans on one given before.
    for (let i = page.length - 1; i >= 0; i--) {
      const { claims, ofTopic } = reading(i);
      expect(claims).toBeCloseTo(small.logOdds[at]![i]!, 2);
      small.network.topics.split(' ').forEach((topic, row) => {
        expect(ofTopic(topic)).toBeCloseTo(small.topicOdds[at]![i]![row]!, 2);
      });
      expect(ofTopic('gardening')).toBe(0);
    }
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
  const reading = readings(inOrder(read({ title, blocks: texts.map((text) => ({ tag: 'p', text })) })!));
  return texts.map((_, at) => reading(at + 1).claims);
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
    'opioid withdrawal | kava is no cure',
  ]);
  const [title, heading, item] = inputs;
  expect(title!.kinds[0]).toContain('sub');
  expect(heading!.kinds[0]).toContain('drug:opioid');
  expect(item!.kinds[0]).toContain('drug:opioid');
  expect(item!.kinds[2]).toEqual([]);
  expect(item!.kinds[5]).toContain('cue:negation');
  expect([title, heading, item].map((input) => input!.place[0])).toEqual([7, 2, 0]);
  expect([heading, item].map((input) => input!.place[1])).toEqual([0, 1]);
});

test('a short line and an item are read after the line that they stand under, a sentence of more words alone', () => {
  const wordsOf = (...blocks: readonly (readonly [string, string])[]) =>
    inOrder(read({ title: 'Teas', blocks: blocks.map(([tag, text]) => ({ tag, text })) })!).at(
      -1,
    )!().words.join(' ');
  const heading = ['h2', 'Kava and sleep'] as const;
  expect(wordsOf(heading, ['p', 'It works.'])).toBe('kava and sleep | it works');
  expect(wordsOf(heading, ['p', 'It grows in the islands, where it is drunk in the evening.'])).toBe(
    'it grows in the islands where it is drunk in the evening',
  );
  expect(wordsOf(heading, ['p', 'It may help with:'], ['li', 'cravings'])).toBe(
    'it may help with | cravings',
  );
  expect(wordsOf(heading, ['h3', 'Doses'])).toBe('doses');
  expect(wordsOf(['p', 'Kava works.'])).toBe('kava works');
  const long = Array.from({ length: 30 }, (_, at) => `word${at}`);
  const read30 = wordsOf(['h2', `Kava ${long.join(' ')}`], ['p', 'It works.']);
  expect(read30).toMatch(/^kava word0 .* word12 \| it works$/);
});
