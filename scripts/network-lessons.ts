import { closeSync, openSync, writeSync } from 'node:fs';
import { inOrder, type NetworkInput } from '../lib/claims/network-input.ts';
import { createPageReader } from '../lib/claims/read-page.ts';
import type { LexiconTables } from '../lib/claims/tables.ts';
import { type CorpusDocument, documentClaims, pageInLines } from './corpus.ts';
import { withStatements } from './strewn-statements.ts';

/** What is learnt of a sentence: which topics it claims, and whether it claims, denies, asks, only names, or does none of these. */
interface Told {
  readonly topics: readonly string[];
  readonly stance: string;
}
/** A sentence to learn from. Of a title nothing is learnt: it has no label. */
type NetworkLesson = NetworkInput & { readonly told: Told | null };

/**
 * Writes what scripts/train-network.py learns from to a file, a page a line as a list of its sentences, the title first.
 * Statements are strewn on the pages: by themselves they have no order.
 */
export function writeNetworkLessons(
  file: string,
  tables: LexiconTables,
  files: readonly (readonly CorpusDocument[])[],
): void {
  const { read } = createPageReader(tables);
  const to = openSync(file, 'w');
  for (const { page: original, strewn } of withStatements(tables, files).flat()) {
    const document = strewn ?? original;
    const page = read(pageInLines(document));
    if (!page) continue;
    const labels = documentClaims(document);
    const told: (Told | null)[] = [
      null,
      ...page.sentences.map(({ block, sentence }) => {
        const { topics, stance } = labels({ ...sentence, block });
        return { topics, stance };
      }),
    ];
    const lessons: NetworkLesson[] = inOrder(page).map((input, at) => ({
      ...input(),
      told: told[at] ?? null,
    }));
    writeSync(to, `${JSON.stringify(lessons)}\n`);
  }
  closeSync(to);
}
