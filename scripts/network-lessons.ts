import { closeSync, openSync, writeSync } from 'node:fs';
import { inOrder, type NetworkInput } from '../lib/claims/network-input.ts';
import { createPageReader } from '../lib/claims/read-page.ts';
import type { LexiconTables } from '../lib/claims/tables.ts';
import { type CorpusDocument, documentClaims, isStatement, pageInLines } from './corpus.ts';

/** A sentence to learn from, with the topics that it claims. Null for a title: nothing is learnt of whether it claims. */
type NetworkLesson = NetworkInput & { readonly topics: readonly string[] | null };

/**
 * Writes what scripts/train-network.py learns from to a file, a page a line as a list of its sentences, the title first.
 * Lines by themselves are left out: they have no order.
 */
export function writeNetworkLessons(
  file: string,
  tables: LexiconTables,
  documents: readonly CorpusDocument[],
): void {
  const { read } = createPageReader(tables);
  const to = openSync(file, 'w');
  for (const document of documents.filter((one) => !isStatement(one))) {
    const page = read(pageInLines(document));
    if (!page) continue;
    const labels = documentClaims(document);
    const topicsOf = [
      null,
      ...page.sentences.map(({ block, sentence }) => labels({ ...sentence, block }).topics),
    ];
    const lessons: NetworkLesson[] = inOrder(page).map((input, at) => ({
      ...input(),
      topics: topicsOf[at] ?? null,
    }));
    writeSync(to, `${JSON.stringify(lessons)}\n`);
  }
  closeSync(to);
}
