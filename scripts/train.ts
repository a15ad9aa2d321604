/**
 * Trains the detector's weights on tests/corpus/train/ and writes data/model/weights.json: `npx tsx scripts/train.ts`.
 * Logistic regression with a squared penalty by AdaGrad over a fixed order: the same corpora give the same weights.
 * The threshold is the one with the best pair F0.7 by cross-validation over files.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createCandidates } from '../lib/claims/detect.ts';
import { sentenceSpans } from '../tests/corpus/score.mjs';
import { claimTables } from './build/claim-tables.ts';
import { readData } from './build/read-data.ts';
import { pageOf, readCorpus } from './corpus.ts';

interface Row {
  features: readonly string[];
  gold: boolean;
}
const root = new URL('..', import.meta.url).pathname;
const { candidates } = createCandidates(claimTables(root, readData(root)));
const folder = `${root}tests/corpus/train/`;
const EPOCHS = 10;
const PENALTY = 2e-3;

let labels = 0;
const files = readdirSync(folder)
  .filter((f) => f.endsWith('.jsonl'))
  .sort()
  .map((file) => {
    const rows: Row[] = [];
    let pairs = 0;
    for (const doc of readCorpus(folder + file)) {
      for (const b of doc.blocks) for (const s of b.sentences) pairs += s.claims.length;
      for (const c of candidates(pageOf(doc))) {
        const block = doc.blocks[c.block];
        if (!block) continue;
        const overlap = ([from, to]: [number, number]) => Math.min(to, c.end) - Math.max(from, c.start);
        const spans = sentenceSpans(block) as [number, number][];
        const at = spans.reduce(
          (best, span, i) => (overlap(span) > overlap(spans[best] as [number, number]) ? i : best),
          0,
        );
        const gold =
          block.sentences[at]?.claims.some((g) => g.substance === c.substance && g.topic === c.topic) ??
          false;
        rows.push({ features: c.features, gold });
      }
    }
    labels += pairs;
    return { rows, pairs };
  });

/** Features in fewer than this many rows would be learnt by heart. */
const RARE = 12;

function train(rows: readonly Row[]): Map<string, number> {
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { features } of rows) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const common = rows.map(({ features }) => features.filter((f) => (counts.get(f) ?? 0) >= RARE));
  let seed = 7;
  const order = rows.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const j = seed % (i + 1);
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const i of order) {
      const { gold } = rows[i] as Row;
      const features = common[i] as string[];
      let sum = 0;
      for (const f of features) sum += weights.get(f) ?? 0;
      const slope = 1 / (1 + Math.exp(-sum)) - (gold ? 1 : 0);
      for (const f of features) {
        const w = weights.get(f) ?? 0;
        const g = slope + PENALTY * w;
        const q = (squares.get(f) ?? 1e-6) + g * g;
        squares.set(f, q);
        weights.set(f, w - (0.3 * g) / Math.sqrt(q + 1));
      }
    }
  }
  return weights;
}
const scored: { sum: number; gold: boolean }[] = [];
files.forEach((held, k) => {
  const weights = train(files.filter((_, i) => i !== k).flatMap((f) => f.rows));
  for (const { features, gold } of held.rows)
    scored.push({ sum: features.reduce((a, f) => a + (weights.get(f) ?? 0), 0), gold });
});
scored.sort((a, b) => b.sum - a.sum);
let hits = 0;
let best = { f1: 0, threshold: 0 };
scored.forEach(({ sum, gold }, i) => {
  if (gold) hits++;
  // F with beta 0.7: precision before recall where they trade.
  const f1 = (1.49 * hits) / (i + 1 + 0.49 * labels);
  if (f1 > best.f1) best = { f1, threshold: sum };
});
const found = scored.filter((s) => s.gold).length;
console.log(
  `candidates hold ${found} of ${labels} labelled pairs; cross-validated pair F0.7 ${(100 * best.f1).toFixed(1)}`,
);
const weights = [...train(files.flatMap((f) => f.rows))]
  .map(([f, w]) => [f, Math.round(w * 100)] as const)
  .filter(([, w]) => Math.abs(w) >= 3)
  .sort(([a], [b]) => (a < b ? -1 : 1));
mkdirSync(`${root}data/model`, { recursive: true });
writeFileSync(
  `${root}data/model/weights.json`,
  `${JSON.stringify({ threshold: Math.round(best.threshold * 100), weights: Object.fromEntries(weights) }, null, 2)}\n`,
);
