/**
 * Times the detector in Node on 5 MB of text, as a ratio to one pass of one regular expression of all names over the
 * same text: `npm run bench:detect`. The two alternate in one run, and the least of the rounds counts for each.
 */
import { createDetector } from '../lib/claims/detect.ts';
import { createGate, gateNames, gateSources } from '../lib/claims/gate.ts';
import type { PageText } from '../lib/text/block.ts';
import { claimTables } from './build/claim-tables.ts';
import { readData } from './build/read-data.ts';
import { trainingFiles } from './corpus.ts';

const root = new URL('..', import.meta.url).pathname;
const SIZE = Number(process.argv[2] ?? 5_000_000);
const ROUNDS = 3;
const tables = claimTables(root, readData(root));
const names = new RegExp(
  gateNames(tables)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
  'gi',
);
const namesSubstance = createGate(gateSources(tables));
const sentences = trainingFiles(root).flatMap((file) =>
  file.flatMap(({ blocks }) => blocks.flatMap((block) => block.sentences)),
);

/** Pages of some 100 kB, in all SIZE characters, of the given sentences in turn, in blocks that suit. */
function pagesOf(texts: readonly string[], suits: (block: string) => boolean): PageText[] {
  const pages: PageText[] = [];
  for (let at = 0, done = 0; done < SIZE; ) {
    const blocks: { tag: string; text: string }[] = [];
    for (let size = 0; size < 100_000; ) {
      const text = Array.from({ length: 4 }, () => texts[at++ % texts.length]).join(' ');
      if (!suits(text)) continue;
      blocks.push({ tag: 'p', text });
      size += text.length;
    }
    pages.push({ title: '', blocks });
    done += 100_000;
  }
  return pages;
}

function least(work: () => void): () => number {
  let best = Number.POSITIVE_INFINITY;
  return () => {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
    return best;
  };
}

const plain = sentences.filter(({ text, claims }) => claims.length === 0 && !namesSubstance(text));
const claiming = sentences.filter(({ claims }) => claims.length > 0);
for (const [name, list, suits] of [
  // The end of one sentence and the beginning of the next may make a name.
  ['text that names no substance', plain, (block: string) => !namesSubstance(block)],
  ['text full of claims', claiming, () => true],
] as const) {
  const texts = list.map(({ text }) => text);
  const pages = pagesOf(texts, suits);
  const one = least(() => {
    for (const { blocks } of pages) for (const { text } of blocks) text.match(names);
  });
  const detector = createDetector(tables);
  const other = least(() => {
    // Blocks of their own each time: the detector keeps its work by their identity.
    for (const { title, blocks } of pages) detector.detect({ title, blocks: blocks.map((b) => ({ ...b })) });
  });
  let [floor, ours] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) [floor, ours] = [one(), other()];
  const speed = (ms: number) => `${(SIZE / 1000 / ms).toFixed(2)} MB/s`;
  console.log(
    `${name}: ${(ours / floor).toFixed(1)} times one regular expression (${speed(ours)}, ${speed(floor)})`,
  );
}
