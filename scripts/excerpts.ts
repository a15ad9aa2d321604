import { createPageReader } from '../lib/claims/read-page.ts';
import { DRUG_OF } from '../lib/claims/sentence.ts';
import { type LexiconTables, tiersOf } from '../lib/claims/tables.ts';
import { type CorpusDocument, labelledSentences, pageInLines } from './corpus.ts';

// Parts of the training pages as readers meet them elsewhere. Their ids tell them from the pages themselves.

/** Whether a document is a part of another. */
export const isPart = ({ id }: Pick<CorpusDocument, 'id'>): boolean => id.includes('#');

/** The id of a part of a page. */
export const partOf = ({ id }: Pick<CorpusDocument, 'id'>, part: string | number): string => `${id}#${part}`;

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
 * Excerpts of each file's pages: single paragraphs without title or heading, as a reader pastes them into
 * the search. Only paragraphs that can be understood alone: they name each substance and drug that they claim for,
 * and every other claim of theirs is in scope on any page.
 */
export function excerptsOf(
  tables: LexiconTables,
  files: readonly (readonly CorpusDocument[])[],
): CorpusDocument[][] {
  const standsAlone = createStandsAlone(tables);
  return files.map((pages) => {
    const paragraphs = pages.flatMap((page) =>
      page.blocks.map((block, at) => ({
        id: partOf(page, at),
        genre: page.genre,
        title: '',
        blocks: [block],
      })),
    );
    const alone = paragraphs.filter((excerpt) => excerpt.blocks[0]!.tag === 'p' && standsAlone(excerpt));
    return alone.filter((_, at) => at % EXCERPTS === 0);
  });
}
