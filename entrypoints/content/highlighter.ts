/** Claims -> painted ranges, one highlight a verdict, and from a point on the screen back to the mark. */
import { VERDICTS, type Verdict } from '../../generated/ids.ts';
import type { JudgedClaim } from '../shared/messages.ts';
import { type ReadBlock, spansOf } from './block-parts.ts';

/** A marked sentence with all its claims. */
export interface Mark {
  /** Names the mark while it is painted. */
  readonly id: string;
  readonly source: ReadBlock;
  /** UTF-16 offsets in the block's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly claims: readonly JudgedClaim[];
  /** The worst among the claims' verdicts. */
  readonly verdict: Verdict | 'none';
  /** One a text node, so that what stands between (code, hidden text) is never painted. */
  readonly ranges: readonly AbstractRange[];
}

export interface Highlighter {
  /** Paints exactly these claims; marks that stay are left alone. Returns the marks in page order. */
  paint(blocks: readonly ReadBlock[], claims: readonly JudgedClaim[]): readonly Mark[];
  /** The marks painted last, in page order. */
  marks(): readonly Mark[];
  /** The mark whose words are at the point (CSS pixels of the viewport), else null. */
  markAt(x: number, y: number, shadowRoots: readonly ShadowRoot[]): Mark | null;
  /** Leaves what is painted to the browser, which moves it with its text: no one will paint again. */
  letGo(): void;
  /** Removes everything painted. */
  clear(): void;
}

/** Worst first; a pair on which nothing is held ranks and looks like one that was not tested. */
const rank = (verdict: Verdict | 'none') =>
  verdict === 'none' ? VERDICTS.indexOf('untested') + 0.5 : VERDICTS.indexOf(verdict);

/** How marks are painted: the part of a highlight's name that tells it. */
export type MarkStyle = 'note' | 'line' | 'tint';

const highlightName = (verdict: Verdict | 'none', style: MarkStyle) =>
  `text-${style}-${VERDICTS.indexOf(verdict === 'none' ? 'untested' : verdict) + 1}`;

/** A range that moves with its text; null where the text has gone. */
function liveRange({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range | null {
  if (!startContainer.isConnected || endOffset > (endContainer as Text).length) return null;
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/** The places of a mark's words on the screen, in CSS pixels of the viewport; measured now, nothing is kept. */
export function rectsOf({ ranges }: Mark): DOMRect[] {
  return ranges.flatMap((range) =>
    [...(liveRange(range)?.getClientRects() ?? [])].filter(({ width, height }) => width > 0 && height > 0),
  );
}

/** @param style What of a mark is shown. */
export function createHighlighter(style: MarkStyle = 'note'): Highlighter {
  const painted = new Map<Verdict | 'none', Highlight>();
  let marks: readonly Mark[] = [];
  let byRange = new Map<AbstractRange, Mark>();
  let count = 0;
  let isLeft = false;

  const highlightOf = (verdict: Verdict | 'none'): Highlight => {
    const key = verdict === 'none' ? 'untested' : verdict;
    let highlight = painted.get(key);
    if (!highlight) {
      highlight = new Highlight();
      painted.set(key, highlight);
    }
    // Set each time: a page may have cleared the registry, and an older copy of us may hold the name.
    const name = highlightName(key, style);
    if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    return highlight;
  };

  /** A page may have emptied the registry meanwhile, which it shares with us. */
  const restore = () => {
    if (isLeft) return;
    for (const verdict of painted.keys()) highlightOf(verdict);
  };

  /** Whether no newer copy of us has taken the names over. */
  const isOursStill = () =>
    [...painted].every(
      ([verdict, highlight]) => CSS.highlights.get(highlightName(verdict, style)) === highlight,
    );

  const makeMark = (source: ReadBlock, claims: readonly JudgedClaim[]): Mark | null => {
    const { start, end } = claims[0]!;
    const ranges = spansOf(source, start, end).map(
      (span) =>
        new StaticRange({
          startContainer: span.node,
          startOffset: span.start,
          endContainer: span.node,
          endOffset: span.end,
        }),
    );
    if (ranges.length === 0) return null;
    const verdicts = claims.map(({ verdict }) => verdict).sort((a, b) => rank(a) - rank(b));
    count += 1;
    return { id: `m${count}`, source, start, end, claims, verdict: verdicts[0] ?? 'none', ranges };
  };

  const markOfRange = (range: AbstractRange) => byRange.get(range) ?? null;

  const holds = (mark: Mark, x: number, y: number) =>
    rectsOf(mark).some((r) => x >= r.left && x <= r.right && y >= r.top && y <= r.bottom);

  return {
    marks: () => marks,

    paint(blocks, claims) {
      restore();
      const groups = Map.groupBy(claims, ({ block, start, end }) => `${block} ${start} ${end}`);
      const before = Map.groupBy(marks, ({ source }) => source);
      const pairs = (list: readonly JudgedClaim[]) =>
        list.map(({ substance, topic }) => `${substance} ${topic}`).join();

      const now: Mark[] = [];
      for (const list of groups.values()) {
        const { block, start, end } = list[0]!;
        const source = blocks[block]!;
        const kept = before
          .get(source)
          ?.find((mark) => mark.start === start && mark.end === end && pairs(mark.claims) === pairs(list));
        const mark = kept ? { ...kept, claims: list } : makeMark(source, list);
        if (mark) now.push(mark);
      }

      const keptIds = new Set(now.map(({ id }) => id));
      for (const mark of marks)
        if (!keptIds.has(mark.id)) for (const range of mark.ranges) highlightOf(mark.verdict).delete(range);
      const knownIds = new Set(marks.map(({ id }) => id));
      byRange = new Map();
      for (const mark of now) {
        const highlight = highlightOf(mark.verdict);
        for (const range of mark.ranges) {
          byRange.set(range, mark);
          if (!knownIds.has(mark.id)) highlight.add(range);
        }
      }
      marks = now;
      return marks;
    },

    markAt(x, y, shadowRoots) {
      if (marks.length === 0) return null;
      restore();
      if (isLeft && !isOursStill()) return null;
      const options = { shadowRoots: [...shadowRoots] };
      if ('highlightsFromPoint' in CSS.highlights) {
        const registry = CSS.highlights as HighlightRegistry & {
          highlightsFromPoint(
            x: number,
            y: number,
            options: { shadowRoots: ShadowRoot[] },
          ): { ranges: AbstractRange[] }[];
        };
        for (const { ranges } of registry.highlightsFromPoint(x, y, options))
          for (const range of ranges) {
            const mark = markOfRange(range);
            if (mark) return mark;
          }
      }
      // Elsewhere: the text under the point first, which costs one look, then the rectangles of its marks.
      const node = document.caretPositionFromPoint?.(x, y, options)?.offsetNode;
      if (!node) return null;
      return (
        marks.find(
          (mark) => mark.ranges.some((range) => range.startContainer === node) && holds(mark, x, y),
        ) ?? null
      );
    },

    letGo() {
      isLeft = true;
      byRange = new Map();
      marks = marks.map((mark) => {
        const ranges = mark.ranges.flatMap((range) => liveRange(range) ?? []);
        const left = { ...mark, ranges };
        const highlight = painted.get(mark.verdict === 'none' ? 'untested' : mark.verdict);
        for (const range of mark.ranges) highlight?.delete(range);
        for (const range of ranges) {
          highlight?.add(range);
          byRange.set(range, left);
        }
        return left;
      });
    },

    clear() {
      for (const [verdict, highlight] of painted) {
        highlight.clear();
        const name = highlightName(verdict, style);
        if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
      }
      painted.clear();
      byRange.clear();
      marks = [];
    },
  };
}
