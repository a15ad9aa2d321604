/** What a block is made of, the text that it shows, and the way back from an offset to the nodes that show it. */
import type { TextBlock } from '../../lib/text/block.ts';

/** `wrapped`: as it stands, but a line that was broken for its length alone goes on. */
export type Kept = 'none' | 'lines' | 'all' | 'wrapped';

/**
 * What a block is made of: text nodes in order, line breaks, and gaps where something stands that is not read.
 * `keep` tells which white space of a text is shown as it stands.
 */
export type Part =
  | { readonly node: Text; readonly keep: Kept }
  | { readonly node: null; readonly shows: 'break' | 'gap' };

/** A block of the page and where it came from. A new object whenever its text or its nodes change. */
export interface ReadBlock {
  readonly block: TextBlock;
  readonly element: Element;
  readonly parts: readonly Part[];
}

/** A stretch of one text node, offsets in its data, end exclusive. */
export interface NodeSpan {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

// What CSS collapses; a no-break space is text.
// A single space stays as it is, but where a text begins.
const SPACES = / [ \t\n\r\f]+|[\t\n\r\f][ \t\n\r\f]*|^ /g;
const SPACES_WITHIN_LINES = /[ \t\r\f]*\n[ \t\r\f]*|[ \t\r\f]+/g;

/** The end of a long line of plain text before one that begins with a letter: its length broke it, no paragraph. */
const WRAP = /(?<=[^\n]{40})\r?\n(?=[\p{L}("'“‘])/gu;

/**
 * The text that parts show, white space collapsed as the browser does, and for each stretch of it that stands
 * in a text node without gaps the place there. One function makes the text and finds the way back, so the two
 * cannot part.
 *
 * @param emit Called for each stretch: offset in the text, node, offset in the node, length.
 */
export function render(
  parts: readonly Part[],
  emit?: (at: number, node: Text, from: number, length: number) => void,
): string {
  let text = '';
  // White space at the start of a line is not shown, nor after other white space.
  let atSpace = true;
  for (const part of parts) {
    if (!part.node) {
      if (part.shows === 'break') {
        if (text.endsWith(' ')) text = text.slice(0, -1);
        text += '\n';
      } else if (!atSpace) text += ' ';
      atSpace = true;
      continue;
    }
    const { node, keep } = part;
    const { data } = node;
    if (keep === 'all' || keep === 'wrapped') {
      emit?.(text.length, node, 0, data.length);
      text += keep === 'all' ? data : data.replace(WRAP, (end) => ' '.repeat(end.length));
      atSpace = /\s$/.test(data) || (data === '' && atSpace);
      continue;
    }
    const spaces = keep === 'lines' ? SPACES_WITHIN_LINES : SPACES;
    let from = 0;
    spaces.lastIndex = 0;
    for (let run = spaces.exec(data); run; run = spaces.exec(data)) {
      if (run.index > from) {
        emit?.(text.length, node, from, run.index - from);
        text += data.slice(from, run.index);
        atSpace = false;
      }
      if (keep === 'lines' && run[0].includes('\n')) {
        emit?.(text.length, node, run.index, 1);
        text += '\n';
        atSpace = true;
      } else if (!atSpace) {
        emit?.(text.length, node, run.index, 1);
        text += ' ';
        atSpace = true;
      }
      from = run.index + run[0].length;
    }
    if (from < data.length) {
      emit?.(text.length, node, from, data.length - from);
      text += data.slice(from);
      atSpace = text.endsWith(' ');
    }
  }
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\n')) end--;
  return text.slice(0, end);
}

/**
 * The stretches of text nodes that show `start` to `end` of the block's text, in order. Line breaks and
 * collapsed white space between them stand in none. Empty where nodes have changed since the block was read:
 * text that moved is dropped, never drawn in the wrong place.
 */
export function spansOf({ block, parts }: ReadBlock, start: number, end: number): NodeSpan[] {
  const spans: { node: Text; start: number; end: number }[] = [];
  const text = render(parts, (at, node, from, length) => {
    const first = Math.max(at, start);
    const last = Math.min(at + length, end);
    if (first >= last) return;
    const span = { node, start: from + first - at, end: from + last - at };
    const before = spans.at(-1);
    // White space that collapsed within one node belongs to the stretch around it.
    if (before?.node === node) before.end = span.end;
    else spans.push(span);
  });
  return text === block.text && parts.every(({ node }) => !node || node.isConnected) ? spans : [];
}
