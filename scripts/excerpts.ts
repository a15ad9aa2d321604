import { createPageReader } from '../lib/claims/read-page.ts';
import { DRUG_OF } from '../lib/claims/sentence.ts';
import { type LexiconTables, tiersOf } from '../lib/claims/tables.ts';
import { type CorpusDocument, isStatement, labelledSentences, pageInLines } from './corpus.ts';

// Parts of the training pages as readers meet them elsewhere. Their ids tell them from the pages themselves.

/** Whether a document is a part of another. */
export const isPart = ({ id }: Pick<CorpusDocument, 'id'>): boolean => id.includes('#');

/** Every so many paragraphs one is also shown alone. */
const EXCERPTS = 6;

/** Tells which paragraphs can be understood alone. */
function createStandsAlone(tables: LexiconTables): (paragraph: CorpusDocument) => boolean {
  const { read: readPage } = createPageReader(tables);
  const tiers = tiersOf(tables);
  const risky = new Set(tables.substances.filter(([, kind]) => kind === 'dependence-risk').map(([id]) => id));
  return (paragraph) => {
    const read = readPage(pageInLines(paragraph));
    if (!read) return false;
    const named = new Set(read.sentences.flatMap((placed) => placed.named));
    const groups = new Set(read.sentences.flatMap(({ drugs: places }) => [...places.keys()]));
    return labelledSentences(paragraph).every(({ claims }) =>
      claims.every(({ substance, topic }) => {
        const drug = DRUG_OF.get(topic);
        const inScope = tiers.get(topic) === 'core' || risky.has(substance) || read.state.onRecovery;
        return named.has(substance) && inScope && (drug === undefined || groups.has(drug));
      }),
    );
  };
}

/**
 * Each file's documents and excerpts of them: single paragraphs without title or heading, as a reader pastes them into
 * the search. Only paragraphs that can be understood alone: they name each substance and drug that they claim for,
 * and every other claim of theirs is in scope on any page.
 */
export function withExcerpts(
  tables: LexiconTables,
  files: readonly (readonly CorpusDocument[])[],
): CorpusDocument[][] {
  const standsAlone = createStandsAlone(tables);
  return files.map((documents) => {
    // A statement stands alone already.
    const pages = documents.filter((document) => !isStatement(document));
    const paragraphs = pages.flatMap(({ id, genre, blocks }) =>
      blocks.map((block, at) => ({ id: `${id}#${at}`, genre, title: '', blocks: [block] })),
    );
    const alone = paragraphs.filter((excerpt) => excerpt.blocks[0]!.tag === 'p' && standsAlone(excerpt));
    return [...documents, ...alone.filter((_, at) => at % EXCERPTS === 0)];
  });
}
