#!/usr/bin/env node
/**
 * Scores claim predictions against a labelled corpus (GUIDELINE.md).
 *
 *   node score.mjs GOLD.jsonl < predictions.jsonl     [--json] [--errors N]
 *
 * A prediction line: {"id": "<document id>", "claims": [{"block": 0, "start": 0,
 * "end": 42, "substance": "kratom", "topic": "sleep"}]}. `block` counts the
 * document's blocks from 0; `start` and `end` are UTF-16 offsets into the
 * block's text, which is its sentences joined by one space. A claim belongs to
 * the sentence that it overlaps most.
 *
 * Prints precision, recall and F1 three ways: `sentence` (was it rightly
 * flagged at all), `substance` (right sentence and substance), `pair` (right
 * sentence, substance and topic); then false flags per 1,000 sentences in the
 * documents that hold no claim.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const parseLines = (text) =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

/** The [start, end) offsets of each sentence within its block's text. */
export function sentenceSpans(block) {
  let at = 0;
  return block.sentences.map(({ text }) => {
    const span = [at, at + text.length];
    at = span[1] + 1;
    return span;
  });
}

function sentenceOf(spans, start, end) {
  let best = -1;
  let most = 0;
  spans.forEach(([from, to], i) => {
    const overlap = Math.min(to, end) - Math.max(from, start);
    if (overlap > most) [best, most] = [i, overlap];
  });
  return best;
}

const LEVELS = {
  sentence: () => 'claim',
  substance: ({ substance }) => substance,
  pair: ({ substance, topic }) => `${substance}/${topic}`,
};

/** The tally of the topic in a `substance/topic` key, made where it is the first of its topic. */
function topicTally(byTopic, key) {
  const topic = key.split('/')[1];
  byTopic[topic] ??= { tp: 0, fp: 0, fn: 0 };
  return byTopic[topic];
}

const ratio = (a, b) => (b === 0 ? 0 : a / b);

export function score(gold, predictions) {
  const predicted = new Map(predictions.map((p) => [p.id, p.claims]));
  const tally = Object.fromEntries(Object.keys(LEVELS).map((k) => [k, { tp: 0, fp: 0, fn: 0 }]));
  const silent = { documents: 0, sentences: 0, flags: 0 };
  const byTopic = {};
  const errors = [];
  for (const doc of gold) {
    const claims = predicted.get(doc.id);
    if (!claims) throw new Error(`no prediction line for document ${doc.id}`);
    const isSilent = doc.blocks.every((b) => b.sentences.every((s) => s.claims.length === 0));
    if (isSilent) silent.documents++;
    doc.blocks.forEach((block, b) => {
      const spans = sentenceSpans(block);
      const found = block.sentences.map(() => []);
      for (const claim of claims.filter((c) => c.block === b)) {
        const s = sentenceOf(spans, claim.start, claim.end);
        if (s < 0) throw new Error(`${doc.id}: a claim at ${claim.start}-${claim.end} is outside block ${b}`);
        found[s].push(claim);
      }
      block.sentences.forEach((sentence, s) => {
        for (const [level, key] of Object.entries(LEVELS)) {
          const want = new Set(sentence.claims.map(key));
          const got = new Set(found[s].map(key));
          const missed = [...want].filter((k) => !got.has(k));
          const extra = [...got].filter((k) => !want.has(k));
          tally[level].tp += want.size - missed.length;
          tally[level].fn += missed.length;
          tally[level].fp += extra.length;
          if (level === 'pair') {
            for (const k of want) {
              const topic = topicTally(byTopic, k);
              if (missed.includes(k)) topic.fn++;
              else topic.tp++;
            }
            for (const k of extra) topicTally(byTopic, k).fp++;
            if (missed.length || extra.length)
              errors.push({ doc: doc.id, missed, extra, text: sentence.text });
          }
          if (level === 'sentence' && isSilent) {
            silent.sentences++;
            silent.flags += got.size;
          }
        }
      });
    });
  }
  const metrics = Object.fromEntries(
    Object.entries(tally).map(([level, { tp, fp, fn }]) => {
      const precision = ratio(tp, tp + fp);
      const recall = ratio(tp, tp + fn);
      return [
        level,
        { precision, recall, f1: ratio(2 * precision * recall, precision + recall), tp, fp, fn },
      ];
    }),
  );
  return {
    documents: gold.length,
    ...metrics,
    silent: { ...silent, per1000: 1000 * ratio(silent.flags, silent.sentences) },
    byTopic,
    errors,
  };
}

function main([goldFile, ...flags]) {
  if (!goldFile) {
    console.error('usage: node score.mjs GOLD.jsonl < predictions.jsonl [--json] [--errors N]');
    process.exit(2);
  }
  const result = score(parseLines(readFileSync(goldFile, 'utf8')), parseLines(readFileSync(0, 'utf8')));
  if (flags.includes('--json')) {
    console.log(JSON.stringify({ ...result, errors: undefined }));
    return;
  }
  const pct = (x) => (100 * x).toFixed(1).padStart(6);
  console.log(`documents ${result.documents}\n           precision recall     F1`);
  for (const level of Object.keys(LEVELS)) {
    const { precision, recall, f1 } = result[level];
    console.log(`${level.padEnd(11)}${pct(precision)}   ${pct(recall)} ${pct(f1)}`);
  }
  const { flags: wrong, sentences, documents, per1000 } = result.silent;
  console.log(
    `claim-free documents: ${wrong} false flags in ${sentences} sentences of ${documents} documents (${per1000.toFixed(1)} per 1,000)`,
  );
  const shown = flags.includes('--errors') ? Number(flags[flags.indexOf('--errors') + 1] ?? 20) : 0;
  for (const e of result.errors.slice(0, shown))
    console.log(
      `\n${e.doc}: ${e.text}\n  missed ${e.missed.join(', ') || '-'} | extra ${e.extra.join(', ') || '-'}`,
    );
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2));
