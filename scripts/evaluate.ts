/**
 * Scores the detector that ships: `npm run evaluate [-- FILE.jsonl] [-- --errors N]`. Without a file: every corpus
 * in tests/corpus. The weights were trained on train/, so its rows flatter; scripts/train.ts prints the
 * cross-validated figure. Errors are grouped by cause: what was missed or added, and for which topic.
 */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { createDetector } from '../lib/claims/detect.ts';
import { score } from '../tests/corpus/score.mjs';
import { claimTables } from './build/claim-tables.ts';
import { readData } from './build/read-data.ts';
import { type CorpusDocument, pageOf, readCorpus } from './corpus.ts';

const root = new URL('..', import.meta.url).pathname;
const args = process.argv.slice(2);
const flag = args.indexOf('--errors');
const shown = flag < 0 ? 0 : Number(args[flag + 1]);
const given = args.filter((_, i) => flag < 0 || (i !== flag && i !== flag + 1));
const folder = `${root}tests/corpus/`;
const files = given.length
  ? given
  : [
      'seed.jsonl',
      'dev.jsonl',
      ...readdirSync(`${folder}train`)
        .filter((f) => f.endsWith('.jsonl'))
        .map((f) => `train/${f}`),
    ].map((f) => folder + f);
const { detect } = createDetector(claimTables(root, readData(root)));
const run = (docs: CorpusDocument[]) =>
  score(
    docs,
    docs.map((doc) => ({ id: doc.id, claims: detect(pageOf(doc)) })),
  );
const points = (x: number) => (100 * x).toFixed(1).padStart(6);
const row = (name: string, docs: CorpusDocument[]) => {
  const s = run(docs);
  console.log(
    `${name.padEnd(24)}${points(s.sentence.f1)} ${points(s.pair.f1)} ${s.silent.per1000.toFixed(1).padStart(8)}`,
  );
};

console.log(`${''.padEnd(24)}sentence  pair  false flags per 1,000 sentences without claims`);
const all: CorpusDocument[] = [];
for (const file of files) {
  const docs = readCorpus(file);
  all.push(...docs);
  row(basename(file), docs);
}
console.log('\nby genre');
for (const genre of [...new Set(all.map((d) => d.genre))].sort())
  row(
    genre,
    all.filter((d) => d.genre === genre),
  );
const total = run(all);
console.log('\nby topic: right, wrong, missed');
for (const [topic, { tp, fp, fn }] of Object.entries(total.byTopic).sort())
  console.log(`${topic.padEnd(24)}${tp} ${fp} ${fn}`);
if (shown) {
  const causes = new Map<string, string[]>();
  for (const e of total.errors) {
    const kind = e.missed.length && e.extra.length ? 'wrong pair' : e.missed.length ? 'missed' : 'extra';
    const cause = `${kind} ${(e.missed[0] ?? e.extra[0] ?? '').split('/')[1]}`;
    causes.set(cause, [...(causes.get(cause) ?? []), `${e.doc}: ${e.text}`]);
  }
  let left = shown;
  for (const [cause, texts] of [...causes].sort((a, b) => b[1].length - a[1].length)) {
    if (left <= 0) break;
    console.log(`\n${cause} (${texts.length})`);
    for (const text of texts.slice(0, Math.min(left, 8))) console.log(`  ${text}`);
    left -= 8;
  }
}
