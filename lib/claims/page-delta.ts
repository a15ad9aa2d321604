import type { PageText, TextBlock } from '../text/block.ts';

/**
 * A page as a content script tells it to the worker that detects: blocks told before are named, not told again, so
 * that a change costs its own size.
 */
export interface PageDelta {
  /** Names the page among all open ones. */
  readonly page: string;
  readonly title: string;
  /** The first of the blocks told here; the others count on from it. */
  readonly from: number;
  readonly fresh: readonly TextBlock[];
  /**
   * The page's blocks in reading order, as runs: the first of a run, how many there are, and so on. None where more of
   * the page is told next.
   */
  readonly runs: readonly number[];
  /** The place in reading order of the block that is seen first; where it is told, a part of the claims may come first. */
  readonly near?: number;
}

/**
 * What to send for each state of one page. `fresh` blocks are those never told before; with `all`, every block is
 * told, for a worker that has forgotten the page.
 */
export function createDeltas(page: string): (text: PageText, all?: boolean) => PageDelta {
  let told = new WeakMap<TextBlock, number>();
  let next = 0;
  return ({ title, blocks }, all = false) => {
    if (all) told = new WeakMap();
    const from = next;
    const fresh: TextBlock[] = [];
    const runs: number[] = [];
    for (const block of blocks) {
      let number = told.get(block);
      if (number === undefined) {
        number = next++;
        told.set(block, number);
        fresh.push({ tag: block.tag, text: block.text });
      }
      const last = runs.length - 2;
      if (last >= 0 && runs[last]! + runs[last + 1]! === number) runs[last + 1]! += 1;
      else runs.push(number, 1);
    }
    return { page, title, from, fresh, runs };
  };
}

/** Characters told in one message, so that neither side halts over a long page. */
const PIECE = 60_000;

/** The same told in several messages, in order; only the last tells the runs. A block is never cut in two. */
export function* inPieces(delta: PageDelta, most = PIECE): Generator<PageDelta> {
  const { from, fresh } = delta;
  let first = 0;
  let length = 0;
  for (const [at, { text }] of fresh.entries()) {
    length += text.length;
    if (length < most) continue;
    const next = at + 1;
    yield { ...delta, from: from + first, fresh: fresh.slice(first, next), runs: [] };
    first = next;
    length = 0;
  }
  yield { ...delta, from: from + first, fresh: fresh.slice(first) };
}

/** Pages that were asked for longest ago are forgotten: their next question is answered null, and they tell all. */
const MOST_PAGES = 40;

/**
 * Puts pages together again from what was told of them, at most `most` at a time. Blocks told before come back as
 * the same objects. Null where a block was told before this reader was there, or the page was forgotten.
 */
export function createDeltaReader(most = MOST_PAGES): (delta: PageDelta) => PageText | null {
  const pages = new Map<string, Map<number, TextBlock>>();
  return ({ page, title, from, fresh, runs }) => {
    const known = pages.get(page);
    pages.delete(page);
    // Where no run is told the page is empty, or more of it comes.
    const kept = (runs.length === 0 && known) || new Map<number, TextBlock>();
    if (runs.length === 0) for (const [at, block] of fresh.entries()) kept.set(from + at, block);
    const blocks: TextBlock[] = [];
    for (let i = 0; i + 1 < runs.length; i += 2) {
      for (let number = runs[i]!; number < runs[i]! + runs[i + 1]!; number++) {
        const block = fresh[number - from] ?? known?.get(number);
        if (!block) return null;
        kept.set(number, block);
        blocks.push(block);
      }
    }
    pages.set(page, kept);
    for (const oldest of pages.keys()) {
      if (pages.size <= most) break;
      pages.delete(oldest);
    }
    return { title, blocks };
  };
}
