export interface CorpusDocument {
  id: string;
  genre: string;
  title: string;
  blocks: {
    tag: string;
    sentences: { text: string; claims: { substance: string; topic: string }[]; stance: string }[];
  }[];
}

/** Labelled plain text -> documents of a corpus; throws with the line where it is not in its form. */
export function parsePages(text: string): CorpusDocument[];
