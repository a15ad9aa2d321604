import { expect, test } from 'vitest';
import { claimTables } from '../../scripts/build/claim-tables.ts';
import { readData } from '../../scripts/build/read-data.ts';
import type { CorpusDocument } from '../../scripts/corpus.ts';
import { excerptsOf, isPart } from '../../scripts/excerpts.ts';

const root = new URL('../..', import.meta.url).pathname;
const tables = claimTables(root, readData(root));

const block = (text: string, claims: [substance: string, topic: string][] = []) => ({
  tag: 'p',
  sentences: [
    {
      text,
      claims: claims.map(([substance, topic]) => ({ substance, topic })),
      stance: claims.length > 0 ? 'asserts' : 'mentions',
    },
  ],
});
const page = (id: string, blocks: ReturnType<typeof block>[]) =>
  ({ id, genre: 'news', title: 'A page', blocks }) as unknown as CorpusDocument;

test('shows a paragraph alone only where it names what it claims for', () => {
  const told = page('told', [block('Kratom eases opioid withdrawal.', [['kratom', 'opioid-withdrawal']])]);
  const carried = page('carried', [block('It eases opioid withdrawal.', [['kratom', 'opioid-withdrawal']])]);
  const [shown = []] = excerptsOf(tables, [[told, carried]]);
  expect(shown.map(({ id }) => id)).toEqual(['told#0']);
  expect([told, carried, ...shown].map(isPart)).toEqual([false, false, true]);
});
