/**
 * Trains the detector's models on tests/corpus/train/ and writes data/model/: `npm run train`.
 *
 * First the linear models of words (does a sentence claim, which topics, does the page claim at all, is it about
 * recovery), then the forest over named features, among them the linear scores. A sentence's linear scores come from
 * models that saw no page of its file, so the forest learns to trust them as far as they carry to pages unseen.
 * choose-threshold.ts works out meanwhile from which score on a pair is a claim, and trains half of those word models.
 */
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Forest, Linear, WordModels } from '../lib/claims/tables.ts';
import { claimTables } from './build/claim-tables.ts';
import { readData } from './build/read-data.ts';
import { trainingFiles } from './corpus.ts';
import { prepareLessonsWith } from './share-turns.ts';
import { trainModels } from './train-models.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const beside = fork(join(root, 'scripts/choose-threshold.ts'));
const chosen = new Promise<number>((resolve) => {
  beside.on('message', (message) => {
    if (typeof message === 'number') resolve(message);
  });
});
// Killed by a signal it has no code.
beside.once('exit', (code) => {
  if (code !== 0) throw new Error('No threshold: scripts/choose-threshold.ts failed, see its message above.');
});

const { words, forestAt } = trainModels(
  await prepareLessonsWith(beside, 1, claimTables(root, readData(root)), trainingFiles(root)),
);
const threshold = await chosen;
mkdirSync(join(root, 'data/model'), { recursive: true });
writeFileSync(join(root, 'data/model/words.json'), wordsFile(words));
writeFileSync(join(root, 'data/model/forest.json'), forestFile(forestAt(threshold)));

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
