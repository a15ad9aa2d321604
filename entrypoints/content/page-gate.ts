/** Looks for the name of a substance in all that comes to the page; until there is one, no node is read. */
import type { ShadowRoots } from './shadow-roots.ts';

export interface PageGate {
  /** Takes in nodes that came, or whose text changed. */
  add(nodes: Iterable<Node>): void;
  /** Looks at what has come until a name is found, nothing is left, or `goOn` says no. */
  look(goOn: () => boolean): 'open' | 'shut' | 'unfinished';
}

interface Options {
  readonly roots: ShadowRoots;
  namesSubstance(text: string): boolean;
  /** A shadow root was met for the first time. */
  onRoot(root: ShadowRoot): void;
}

/** Characters looked at in one go, so that a long page does not wait; and how many are looked at twice, for a name cut in two. */
const PIECE = 64_000;
const OVERLAP = 100;
/** A name may be in pieces: so many nodes give their text to one look. */
const MOST_NODES = 500;
/** An element with more descendants is read in parts, down to so many levels: some pages are one long chain. */
const MOST_DESCENDANTS = 1000;
const DEEPEST = 16;
/** Children that are as small as this on the average are read so many or more at a time, and none of them is touched. */
const FEWEST_TOGETHER = 20;
/** In place of a depth. */
const CUSTOM = -1;

interface Unread {
  readonly node: Node;
  /** Levels below what was added; `CUSTOM` where only its elements with names of their own are to be met. */
  readonly depth: number;
  /** Whose child it is, where its siblings after it are unread too; and how many of them are read together. */
  readonly of?: Node;
  readonly together?: number;
}

export function createPageGate({ roots, namesSubstance, onRoot }: Options): PageGate {
  let unread: Unread[] = [];
  const range = document.createRange();
  /** Text that no look has seen whole, and the end of what was seen before it. */
  let text = '';

  /** `textContent` leaves out shadow roots; they are read as nodes of their own. */
  const meetRoots = (found: Iterable<Element>) => {
    for (const element of found) {
      if (!element.shadowRoot) roots.expect(element);
      else {
        if (roots.add(element.shadowRoot)) onRoot(element.shadowRoot);
        unread.push({ node: element.shadowRoot, depth: 0 });
      }
    }
  };

  const readChildren = (of: Node, depth: number, descendants: number) => {
    const each = Math.floor((MOST_DESCENDANTS * of.childNodes.length) / descendants);
    const together = each < FEWEST_TOGETHER ? 1 : each;
    if (of.firstChild) unread.push({ node: of.firstChild, depth: depth + 1, of, together });
    return '';
  };

  /** The text of some siblings from one on, as the browser collects it: none of them is touched but the first. */
  const textOfSome = (first: Node, of: Node, { depth, together = 1 }: Unread) => {
    const { childNodes } = of;
    range.setStartBefore(first);
    const end = Math.min(range.startOffset + together, childNodes.length);
    range.setEnd(range.startContainer, end);
    const next = childNodes[end];
    if (next) unread.push({ node: next, depth, of, together });
    return range.toString();
  };

  /** The text of a node, or nothing where its children are to be read by themselves. */
  const textOf = (next: Unread) => {
    const { depth, of, together = 1 } = next;
    // One that was moved leaves those after it unread.
    const node = of && next.node.parentNode !== of ? of.firstChild : next.node;
    if (of && node && together > 1) return textOfSome(node, of, next);
    if (of && node?.nextSibling) unread.push({ node: node.nextSibling, depth, of });
    if (!node?.isConnected || node instanceof HTMLScriptElement || node instanceof HTMLStyleElement)
      return '';
    if (node instanceof ShadowRoot) {
      // The last is taken out first.
      for (const child of [...node.childNodes].reverse()) unread.push({ node: child, depth: 0 });
      return '';
    }
    if (node instanceof Element) {
      if (depth === CUSTOM) {
        meetRoots(roots.custom(node));
        return '';
      }
      if (depth === 0) {
        meetRoots(roots.likely(node));
        // Looked for by themselves: on a page of many elements each of the two takes as long as a slice may.
        if (node.firstElementChild) unread.push({ node, depth: CUSTOM });
      }
      const { length } = node.getElementsByTagName('*');
      if (length > MOST_DESCENDANTS && depth < DEEPEST) return readChildren(node, depth, length);
    }
    return node.textContent ?? '';
  };

  const end = <Answer>(answer: Answer) => {
    unread = [];
    text = '';
    // It would hold what it was last set in.
    range.setEnd(document, 0);
    return answer;
  };

  return {
    add(nodes) {
      for (const node of nodes) unread.push({ node, depth: 0 });
    },

    look(goOn) {
      do {
        let count = 0;
        for (; count < MOST_NODES && text.length < PIECE && (count === 0 || goOn()); count++) {
          const next = unread.pop();
          if (!next) break;
          text += textOf(next);
        }
        // The first look makes the expressions, which takes as long as the reading did.
        if (count > 0 && !goOn()) break;
        if (namesSubstance(text.slice(0, PIECE))) return end('open');
        const isAll = text.length <= PIECE;
        text = text.slice((isAll ? text.length : PIECE) - OVERLAP);
        if (isAll && unread.length === 0) return end('shut');
      } while (goOn());
      return 'unfinished';
    },
  };
}
