/**
 * Prints what the detector finds: `npm run --silent scan -- FILE.txt`, or `-- --corpus FILE.jsonl` for a
 * prediction line a document, in the form that tests/corpus/score.mjs reads.
 */
import { readFileSync } from 'node:fs';
import { createDetector } from '../lib/claims/detect.ts';
import { claimTables } from './build/claim-tables.ts';
import { readData } from './build/read-data.ts';
import { pageOf, readCorpus } from './corpus.ts';

const root = new URL('..', import.meta.url).pathname;
const [first, second] = process.argv.slice(2);
if (!first || (first === '--corpus' && !second)) {
  console.error('usage: npm run --silent scan -- FILE.txt | --corpus FILE.jsonl');
  process.exit(2);
}
const { detect } = createDetector(claimTables(root, readData(root)));
if (first === '--corpus') {
  for (const doc of readCorpus(second as string))
    console.log(JSON.stringify({ id: doc.id, claims: detect(pageOf(doc)) }));
} else {
  const lines = readFileSync(first, 'utf8')
    .split(/\n+/)
    .filter((line) => line.trim());
  const blocks = lines.map((text) => ({ tag: 'p', text }));
  for (const c of detect({ title: lines[0] ?? '', blocks }))
    console.log(`${c.substance}/${c.topic}\t${blocks[c.block]?.text.slice(c.start, c.end)}`);
}
