/**
 * Trains the detector's model on tests/corpus/train/ and writes data/model/forest.json: `npm run train`.
 * The threshold is chosen by cross-validation over files: no file is scored by a model that saw it. It has the
 * best mean of sentence and pair F0.7, since precision comes before recall where they trade.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCandidates } from '../lib/claims/candidates.ts';
import { createScorer } from '../lib/claims/score.ts';
import { claimTables } from './build/claim-tables.ts';
import { readData } from './build/read-data.ts';
import { type CorpusDocument, documentClaims, pageOf, trainingFiles } from './corpus.ts';
import { trainForest } from './train-forest.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const candidates = createCandidates(claimTables(root, readData(root)));
const files = trainingFiles(root).map((documents) => ({
  documents,
  examples: documents.flatMap((document) => examplesOf(document)),
}));

function examplesOf(document: CorpusDocument) {
  const claimed = documentClaims(document);
  return candidates(pageOf(document)).map((candidate) => ({
    features: candidate.features,
    ...claimed(candidate),
    pair: `${candidate.substance}/${candidate.topic}`,
  }));
}

const labels = files.map(({ documents }) => {
  const sentences = documents.flatMap(({ id, blocks }) =>
    blocks.flatMap((block, b) =>
      block.sentences.map((s, i) => ({ key: `${id} ${b} ${i}`, claims: s.claims })),
    ),
  );
  return {
    pairs: sentences.reduce((sum, { claims }) => sum + claims.length, 0),
    sentences: sentences.filter(({ claims }) => claims.length > 0).length,
  };
});
const held = files.map((file, at) => {
  const score = createScorer(trainForest(files.flatMap(({ examples }, i) => (i === at ? [] : examples))));
  return file.examples.map((example) => ({ ...example, score: score(example.features) }));
});

/** Weight of recall beside precision, squared. */
const RECALL = 0.7 ** 2;
/** F0.7 from right answers, answers and labels. */
const f = (right: number, given: number, wanted: number) =>
  ((1 + RECALL) * right) / (given + RECALL * wanted || 1);

function quality(threshold: number) {
  let sum = 0;
  held.forEach((examples, at) => {
    const given = examples.filter(({ score }) => score >= threshold);
    const pairs = new Set(given.map(({ key, pair }) => `${key} ${pair}`));
    const rightPairs = new Set(given.filter((e) => e.claimed).map(({ key, pair }) => `${key} ${pair}`));
    const sentences = new Set(given.map(({ key }) => key));
    const rightSentences = new Set(given.filter((e) => e.sentenceClaims).map(({ key }) => key));
    sum += f(rightPairs.size, pairs.size, labels[at]!.pairs);
    sum += f(rightSentences.size, sentences.size, labels[at]!.sentences);
  });
  return sum / held.length / 2;
}
const thresholds = Array.from({ length: 41 }, (_, i) => -200 + i * 10);
const threshold = thresholds.reduce((best, next) => (quality(next) > quality(best) ? next : best));
console.log(`threshold ${threshold}: cross-validated F0.7 ${(100 * quality(threshold)).toFixed(1)}`);

const forest = { ...trainForest(files.flatMap(({ examples }) => examples)), threshold };
mkdirSync(join(root, 'data/model'), { recursive: true });
writeFileSync(
  join(root, 'data/model/forest.json'),
  `{
  "about": "Made by npm run train from tests/corpus/train. Trees over named features: [feature, where absent, where present]; leaves in hundredths of log-odds.",
  "threshold": ${threshold},
  "features": ${JSON.stringify(forest.features, null, 1).replaceAll('\n', '\n  ')},
  "trees": [
${forest.trees.map((tree) => `    ${JSON.stringify(tree)}`).join(',\n')}
  ]
}
`,
);
