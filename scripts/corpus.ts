import { readFileSync } from 'node:fs';

export interface CorpusDocument {
  id: string;
  genre: string;
  title: string;
  blocks: { tag: string; sentences: { text: string; claims: { substance: string; topic: string }[] }[] }[];
}

/** The documents of a corpus file, a JSON value a line. Throws with the file's name where a line is not JSON. */
export const readCorpus = (file: string): CorpusDocument[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

/** A document as the detector reads it: a block's text is its sentences joined by one space. */
export const pageOf = (doc: CorpusDocument) => ({
  title: doc.title,
  blocks: doc.blocks.map(({ tag, sentences }) => ({ tag, text: sentences.map((s) => s.text).join(' ') })),
});
