/**
 * Trains the detector's models on tests/corpus/train/ and writes data/model/: `npm run train`.
 *
 * First the linear models of words (does a sentence claim, which topics, does the page claim at all), then the forest
 * over named features, among them the linear scores. A sentence's linear scores come from models that saw no page of
 * its file, so the forest learns to trust them as far as they carry to pages unseen. The threshold is chosen by
 * cross-validation over files, by the best mean of sentence and pair F0.5, since precision comes before recall where
 * they trade; of thresholds that are as good, the lowest.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Forest, Linear, WordModels } from '../lib/claims/tables.ts';
import { claimTables } from './build/claim-tables.ts';
import { readData } from './build/read-data.ts';
import { trainingFiles, trainingNames } from './corpus.ts';
import { crossValidate, type Detection, prepareLessons, trainModels } from './train-models.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const tables = claimTables(root, readData(root));
const files = trainingFiles(root);
/** Single lines say nothing of how a page is read: pages alone choose the threshold. */
const PAGES = trainingNames(root).map((name) => name !== 'plain.jsonl');

/** Weight of recall beside precision, squared. */
const RECALL = 0.5 ** 2;
/** F0.5 from right answers, answers and labels. */
const f = (right: number, given: number, wanted: number) =>
  ((1 + RECALL) * right) / (given + RECALL * wanted || 1);

function quality(held: readonly (readonly Detection[])[], threshold: number) {
  let sum = 0;
  held.forEach((found, at) => {
    if (!PAGES[at]) return;
    const labelled = files[at]!.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences));
    const given = found.filter(({ score }) => score >= threshold);
    const count = (list: readonly Detection[], key: (d: Detection) => string) => new Set(list.map(key)).size;
    const pair = ({ key, pair: id }: Detection) => `${key} ${id}`;
    const sentence = ({ key }: Detection) => key;
    sum += f(
      count(
        given.filter((d) => d.claimed),
        pair,
      ),
      count(given, pair),
      labelled.reduce((n, { claims }) => n + claims.length, 0),
    );
    sum += f(
      count(
        given.filter((d) => d.sentenceClaims),
        sentence,
      ),
      count(given, sentence),
      labelled.filter(({ claims }) => claims.length > 0).length,
    );
  });
  return sum / PAGES.filter(Boolean).length / 2;
}

const lessons = prepareLessons(tables, files);
const held = crossValidate(lessons);
/** Points of F0.5 that do not count: where the curve is so flat, the lowest threshold finds more at no cost. */
const FLAT = 0.001;
const thresholds = Array.from({ length: 41 }, (_, i) => -200 + i * 10);
const qualities = thresholds.map((threshold) => quality(held, threshold));
const least = Math.max(...qualities) - FLAT;
const chosen = qualities.findIndex((one) => one >= least);
const threshold = thresholds[chosen]!;
console.log(`threshold ${threshold}: cross-validated F0.5 ${(100 * qualities[chosen]!).toFixed(1)}`);

const { words, forest } = trainModels(lessons, threshold);
mkdirSync(join(root, 'data/model'), { recursive: true });
writeFileSync(join(root, 'data/model/words.json'), wordsFile(words));
writeFileSync(join(root, 'data/model/forest.json'), forestFile(forest));

/** The linear models, a feature a line, so that a diff can be read. */
function wordsFile(models: WordModels): string {
  const model = (name: string, { outputs, weights }: Linear) =>
    `  "${name}": {
    "outputs": ${JSON.stringify(outputs)},
    "weights": {
${Object.keys(weights)
  .sort()
  .map((feature) => `      ${JSON.stringify(feature)}: ${JSON.stringify(weights[feature])}`)
  .join(',\n')}
    }
  }`;
  return `{
  "about": "Made by npm run train from tests/corpus/train. Linear models of words: feature: [output, weight in twentieths of log-odds, ...].",
${model('claim', models.claim)},
${model('topics', models.topics)},
${model('given', models.given)},
${model('page', models.page)}
}
`;
}

function forestFile({ features, trees, threshold: from, cuts }: Forest): string {
  return `{
  "about": "Made by npm run train from tests/corpus/train. Trees over named features: [feature, where absent, where present]; leaves in hundredths of log-odds.",
  "threshold": ${from},
  "cuts": ${JSON.stringify(cuts)},
  "features": ${JSON.stringify(features, null, 1).replaceAll('\n', '\n  ')},
  "trees": [
${trees.map((tree) => `    ${JSON.stringify(tree)}`).join(',\n')}
  ]
}
`;
}
