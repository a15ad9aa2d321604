/**
 * A run of text that a reader takes as one unit: a paragraph, a list item, a table cell. Immutable: text
 * that changes becomes a new block, so work done for a block may be kept by its identity.
 */
export interface TextBlock {
  /** Lower-case element name: `p`, `li`, `td`, `th`, `h1` … `h6`, `blockquote`, `dt`, `dd`, `div` … */
  readonly tag: string;
  /** The text as shown, inline markup joined, `\n` for a line break; offsets in it are UTF-16 units. */
  readonly text: string;
}

/** What the detector reads: a page as plain text, blocks in reading order. */
export interface PageText {
  readonly title: string;
  readonly blocks: readonly TextBlock[];
}
