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
/** An element with more descendants is read child by child, down to so many levels: some pages are one long chain. */
const MOST_DESCENDANTS = 1000;
const DEEPEST = 16;

interface Unread {
  readonly node: Node;
  readonly depth: number;
  /**
   * Whose child it is, where its siblings after it are unread too: to touch them all takes long where they are
   * thousands.
   */
  readonly of?: Node;
}

export function createPageGate({ roots, namesSubstance, onRoot }: Options): PageGate {
  let unread: Unread[] = [];
  /** Text that no look has seen whole, and the end of what was seen before it. */
  let text = '';

  /** `textContent` leaves out shadow roots; they are read as nodes of their own. */
  const meetRoot = (element: Element) => {
    if (!element.shadowRoot) roots.expect(element);
    else {
      if (roots.add(element.shadowRoot)) onRoot(element.shadowRoot);
      unread.push({ node: element.shadowRoot, depth: 0 });
    }
  };

  const readChildren = (of: Node, depth: number) => {
    if (of.firstChild) unread.push({ node: of.firstChild, depth: depth + 1, of });
    return '';
  };

  /** The text of a node, or nothing where its children are to be read one by one. */
  const textOf = ({ node: next, depth, of }: Unread) => {
    // One that was moved leaves those after it unread.
    const node = of && next.parentNode !== of ? of.firstChild : next;
    if (of && node?.nextSibling) unread.push({ node: node.nextSibling, depth, of });
    if (!node?.isConnected || node instanceof HTMLScriptElement || node instanceof HTMLStyleElement)
      return '';
    if (node instanceof ShadowRoot) return readChildren(node, depth);
    if (node instanceof Element) {
      meetRoot(node);
      const inner = node.firstElementChild ? node.getElementsByTagName('*') : [];
      if (inner.length > MOST_DESCENDANTS && depth < DEEPEST) return readChildren(node, depth);
      for (const element of inner) meetRoot(element);
    }
    return node.textContent ?? '';
  };

  return {
    add(nodes) {
      for (const node of nodes) unread.push({ node, depth: 0 });
    },

    look(goOn) {
      do {
        for (let count = 0; count < MOST_NODES && text.length < PIECE; count++) {
          const next = unread.pop();
          if (!next) break;
          text += textOf(next);
        }
        if (namesSubstance(text.slice(0, PIECE))) {
          unread = [];
          text = '';
          return 'open';
        }
        const isAll = text.length <= PIECE;
        text = text.slice((isAll ? text.length : PIECE) - OVERLAP);
        if (isAll && unread.length === 0) {
          text = '';
          return 'shut';
        }
      } while (goOn());
      return 'unfinished';
    },
  };
}
