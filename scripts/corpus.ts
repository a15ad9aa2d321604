import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusDocument } from '../tests/corpus/build.mjs';
import { sentenceSpans } from '../tests/corpus/score.mjs';

export type { CorpusDocument };

/** The documents of a corpus file, a JSON value a line. Throws with the file's name where a line is not JSON. */
export const readCorpus = (file: string): CorpusDocument[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

/** A document as a page; `gapAfter` gives the one character between a sentence and the next. */
const pageWith = (doc: CorpusDocument, gapAfter: (text: string) => string) => ({
  title: doc.title,
  blocks: doc.blocks.map(({ tag, sentences }) => ({
    tag,
    text: sentences
      .map(({ text }, at) => (at < sentences.length - 1 ? text + gapAfter(text) : text))
      .join(''),
  })),
});

/** A document as the detector reads it: a block's text is its sentences joined by one space. */
export const pageOf = (doc: CorpusDocument) => pageWith(doc, () => ' ');

/** What ends a sentence, or parts it from the next in its line. */
const STOPPED = /[.!?:,;…"'”’)\]]\s*$/;

/**
 * A document as a browser shows its like, for training: a sentence with no stop at its end, as in a chat or a label,
 * has a line of its own there. Offsets are those of `pageOf`.
 */
export const pageInLines = (doc: CorpusDocument) =>
  pageWith(doc, (text) => (STOPPED.test(text) ? ' ' : '\n'));

/** Whether a document is a line by itself, written to show what words mean and not how a page is built. */
export const isStatement = ({ genre }: Pick<CorpusDocument, 'genre'>) => genre === 'statement';

const TRAINING = 'tests/corpus/train';
const FOR_NETWORK = 'tests/corpus/network';
const corporaIn = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.jsonl'))
    .sort();

/** The names of the training corpora, in their order. */
export const trainingNames = (root: string): string[] => corporaIn(root, TRAINING);

/** The training corpora, a list of documents a file, in the order of the files' names. */
export const trainingFiles = (root: string): CorpusDocument[][] =>
  trainingNames(root).map((name) => readCorpus(join(root, TRAINING, name)));

/** The files that the network learns from: all of them, and those of tests/corpus/network/, which the other models gain nothing from. */
export const networkFiles = (root: string): CorpusDocument[][] => [
  ...trainingFiles(root),
  ...corporaIn(root, FOR_NETWORK).map((name) => readCorpus(join(root, FOR_NETWORK, name))),
];

const keyOf = (document: string, block: number, sentence: number) => `${document} ${block} ${sentence}`;

/** The labelled sentences of a document in its order, each with the name that `documentClaims` gives it. */
export const labelledSentences = ({ id, blocks }: CorpusDocument) =>
  blocks.flatMap(({ sentences }, b) =>
    sentences.map((sentence, i) => ({ ...sentence, key: keyOf(id, b, i) })),
  );

/** A sentence found at some place of a document. */
interface Found {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** What the labels say of a sentence found: the name of the labelled one that it is most of, its stance, its pairs, their topics. */
export function documentClaims({ id, blocks }: CorpusDocument) {
  const spans = blocks.map((block) => sentenceSpans(block));
  return ({ block, start, end }: Found) => {
    const overlaps = (spans[block] ?? []).map(([from, to]) => Math.min(to, end) - Math.max(from, start));
    const at = overlaps.indexOf(Math.max(...overlaps));
    const { claims = [], stance = 'none', strewn = false } = blocks[block]?.sentences[at] ?? {};
    return {
      key: keyOf(id, block, at),
      stance,
      strewn,
      pairs: claims.map(({ substance, topic }) => `${substance}/${topic}`),
      topics: claims.map(({ topic }) => topic),
    };
  };
}
