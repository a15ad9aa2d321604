/**
 * Chooses the score from which on a pair is a claim, by cross-validation over files: run by train.ts beside the training
 * itself, on another core. Both prepare the same lessons, some ten minutes of half an hour: to send them would take
 * gigabytes. Sends the threshold to its parent.
 *
 * It is the one with the best mean of sentence and pair F0.5, since precision comes before recall where they trade; of
 * thresholds that are as good, the lowest, and that two steps higher.
 */
import { fileURLToPath } from 'node:url';
import { claimTables } from './build/claim-tables.ts';
import { readData } from './build/read-data.ts';
import { labelledSentences, trainingFiles, trainingNames } from './corpus.ts';
import { crossValidate, type Detection, prepareLessons } from './train-models.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = trainingFiles(root);
/** Single lines say nothing of how a page is read: pages alone choose the threshold. */
const PAGES = trainingNames(root).map((name) => !name.startsWith('plain'));

/** Weight of recall beside precision, squared. */
const RECALL = 0.5 ** 2;
/** F0.5 from right answers, answers and labels. */
const f = (right: number, given: number, wanted: number) =>
  ((1 + RECALL) * right) / (given + RECALL * wanted || 1);

function quality(held: readonly (readonly Detection[])[], threshold: number) {
  let sum = 0;
  held.forEach((found, at) => {
    if (!PAGES[at]) return;
    const labelled = files[at]!.flatMap(labelledSentences);
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

const held = crossValidate(prepareLessons(claimTables(root, readData(root)), files));
/** Points of F0.5 that do not count: where the curve is so flat, the lowest threshold finds more at no cost. */
const FLAT = 0.001;
const thresholds = Array.from({ length: 41 }, (_, i) => -200 + i * 10);
const qualities = thresholds.map((threshold) => quality(held, threshold));
const least = Math.max(...qualities) - FLAT;
const chosen = qualities.findIndex((one) => one >= least);
/** On held-out pages that claim nothing each step lower marks a sentence or two more, which F0.5 hardly tells: two steps higher. */
const CAUTION = 20;
const threshold = thresholds[chosen]! + CAUTION;
console.log(`threshold ${threshold}: cross-validated F0.5 ${(100 * qualities[chosen]!).toFixed(1)}`);

process.send?.(threshold);
