import type { TextBlock } from '../text/block.ts';
import type { Sentence } from './sentence.ts';

/** A cell of at most so many words that names a substance names its row. */
const ROW_NAME_WORDS = 4;

/** What a table's cells owe to their place in it, told from the cells in page order alone. */
export function createTable(substancesIn: (list: readonly Sentence[]) => string[]) {
  let heads: (readonly Sentence[])[] = [];
  let cells = 0;
  let row: readonly string[] = [];
  let inHead = false;
  return {
    /** The block that comes next: the head of its column, where the table has one, and the substances of its row. */
    next({ tag }: TextBlock, own: readonly Sentence[]) {
      if (tag === 'th') {
        // A name in the head of a row stands like one in its first cell.
        const named = substancesIn(own);
        if (cells > 0 && named.length > 0) row = named;
        else {
          if (!inHead) heads = [];
          heads.push(own);
          cells = 0;
          row = [];
        }
        inHead = true;
        return { row: [] };
      }
      inHead = false;
      if (tag !== 'td') {
        heads = [];
        cells = 0;
        row = [];
        return { row };
      }
      const head = heads.length > 1 ? heads[cells % heads.length] : undefined;
      if (heads.length > 1 && cells % heads.length === 0) row = [];
      cells++;
      const named = substancesIn(own);
      const words = own.reduce((sum, { stems }) => sum + stems.length, 0);
      if (named.length > 0 && words <= ROW_NAME_WORDS) row = named;
      return head ? { row, head } : { row };
    },
  };
}
