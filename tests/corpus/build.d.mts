export interface CorpusDocument {
  id: string;
  genre: string;
  title: string;
  /** Of a statement: the kind of page that its labels hold on, where it is not any. */
  on?: 'recovery' | 'other';
  blocks: {
    tag: string;
    sentences: {
      text: string;
      claims: { substance: string; topic: string }[];
      stance: string;
      /** Put here from a statement (scripts/strewn-statements.ts). */
      strewn?: true;
    }[];
  }[];
}

/** Labelled plain text -> documents of a corpus; throws with the line where it is not in its form. */
export function parsePages(text: string): CorpusDocument[];
