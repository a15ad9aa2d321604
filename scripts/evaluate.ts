/**
 * Scores the detector: `npm run evaluate [-- FILE.jsonl ...] [-- --errors N]`. Without a file: every corpus in
 * tests/corpus, those of train/ by cross-validation over files (their pages are scored by models that saw none of that
 * file, which takes some minutes), the others by the models that ship; held/ was never trained on. `--errors N` lists up to N errors,
 * grouped by cause.
 */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createDetector } from '../lib/claims/detect.ts';
import { type CorpusScore, score } from '../tests/corpus/score.mjs';
import { claimTables } from './build/claim-tables.ts';
import { readData } from './build/read-data.ts';
import { createCauses } from './causes.ts';
import { type CorpusDocument, pageOf, readCorpus, trainingFiles, trainingNames } from './corpus.ts';
import { claimsByDocument, type FoundClaim } from './scored-claims.ts';
import { crossValidate, prepareLessons } from './train-models.ts';

const root = new URL('..', import.meta.url).pathname;
const { values, positionals } = parseArgs({
  options: { errors: { type: 'string', default: '0' } },
  allowPositionals: true,
});
const shown = Number(values.errors);
if (!Number.isInteger(shown) || shown < 0) {
  console.error(`--errors wants a whole number, for example --errors 50, not "${values.errors}".`);
  process.exit(1);
}

interface Part {
  readonly name: string;
  readonly docs: readonly CorpusDocument[];
  /** The claims of a document. */
  readonly found: (doc: CorpusDocument) => readonly FoundClaim[];
}

const tables = claimTables(root, readData(root));
const { detect } = createDetector(tables);
const shipped = (file: string): Part => {
  try {
    return { name: basename(file), docs: readCorpus(file), found: (doc) => detect(pageOf(doc)) };
  } catch (error) {
    console.error(`Can't read ${file} as a corpus, a JSON document a line: ${(error as Error).message}`);
    process.exit(1);
  }
};

/** The files of train/, each with what models that saw none of its pages find. */
function crossValidated(): Part[] {
  const files = trainingFiles(root);
  const names = trainingNames(root);
  const { threshold } = tables.forest;
  return crossValidate(prepareLessons(tables, files)).map((held, at) => ({
    name: `train/${names[at]}`,
    docs: files[at] ?? [],
    found: claimsByDocument(held, threshold),
  }));
}

const parts = positionals.length
  ? positionals.map(shipped)
  : [
      ...['seed', 'dev'].map((name) => shipped(`${root}tests/corpus/${name}.jsonl`)),
      ...readdirSync(`${root}tests/corpus/held`).map((name) => shipped(`${root}tests/corpus/held/${name}`)),
      ...crossValidated(),
    ];

const run = (part: Pick<Part, 'docs' | 'found'>): CorpusScore =>
  score(
    part.docs,
    part.docs.map((doc) => ({ id: doc.id, claims: part.found(doc) })),
  );
const points = (x: number) => (100 * x).toFixed(1).padStart(6);
const row = (name: string, s: CorpusScore) =>
  console.log(
    `${name.padEnd(26)}${points(s.sentence.f1)}  ${points(s.pair.f1)} ${s.silent.per1000.toFixed(1).padStart(8)}`,
  );

// A reader such as `head` may close the pipe early: that is no error.
process.stdout.on('error', () => process.exit(0));
console.log(`${''.padEnd(26)}sentence  pair  false flags per 1,000 sentences without claims`);
const scores = parts.map(run);
parts.forEach(({ name }, at) => {
  row(name, scores[at]!);
});
const trained = scores.filter((_, at) => parts[at]!.name.startsWith('train/'));
if (trained.length > 0) {
  const mean = (of: (s: CorpusScore) => number) =>
    trained.reduce((sum, s) => sum + of(s), 0) / trained.length;
  row('train/ (mean of files)', {
    ...trained[0]!,
    sentence: { ...trained[0]!.sentence, f1: mean((s) => s.sentence.f1) },
    pair: { ...trained[0]!.pair, f1: mean((s) => s.pair.f1) },
    silent: { ...trained[0]!.silent, per1000: mean((s) => s.silent.per1000) },
  });
}

const everything = parts.flatMap(({ docs, found }) => docs.map((doc) => ({ doc, found })));
const finderOf = new Map(everything.map(({ doc, found }) => [doc, found]));
const found = (doc: CorpusDocument) => finderOf.get(doc)!(doc);
console.log('\nby genre');
const docs = everything.map(({ doc }) => doc);
for (const genre of [...new Set(docs.map((d) => d.genre))].sort())
  row(genre, run({ docs: docs.filter((d) => d.genre === genre), found }));
const total = run({ docs, found });
console.log('\nby topic: right, wrong, missed');
for (const [topic, { tp, fp, fn }] of Object.entries(total.byTopic).sort())
  console.log(`${topic.padEnd(26)}${tp} ${fp} ${fn}`);

if (shown > 0) {
  const byId = new Map(docs.map((doc) => [doc.id, doc]));
  const causeOf = createCauses(tables);
  const causes = new Map<string, string[]>();
  for (const error of total.errors) {
    const cause = causeOf(byId.get(error.doc)!, error);
    const line = `${error.doc}: ${error.text}  [+ ${error.extra.join(' ') || '-'} | - ${error.missed.join(' ') || '-'}]`;
    causes.set(cause, [...(causes.get(cause) ?? []), line]);
  }
  const sorted = [...causes].sort((a, b) => b[1].length - a[1].length);
  const share = Math.ceil(shown / sorted.length);
  for (const [cause, lines] of sorted) {
    console.log(`\n${cause} (${lines.length})`);
    for (const line of lines.slice(0, share)) console.log(`  ${line}`);
  }
}
