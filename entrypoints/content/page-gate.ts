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

export function createPageGate({ roots, namesSubstance, onRoot }: Options): PageGate {
  let unread: Node[] = [];
  /** The node that is looked at, and what of its text is left. */
  let current: Node | null = null;
  let rest = '';

  /** `textContent` leaves out shadow roots; they are looked at as nodes of their own. */
  const meetRoots = (element: Element) => {
    if (!element.shadowRoot) roots.expect(element);
    else {
      if (roots.add(element.shadowRoot)) onRoot(element.shadowRoot);
      unread.push(element.shadowRoot);
    }
  };

  const meetRootsIn = (node: Node) => {
    if (node instanceof Element) meetRoots(node);
    if (node instanceof Element || node instanceof ShadowRoot)
      for (const element of node.querySelectorAll('*')) meetRoots(element);
  };

  return {
    add(nodes) {
      for (const node of nodes) unread.push(node);
    },

    look(goOn) {
      do {
        if (!current) {
          const node = unread.pop();
          if (!node) return 'shut';
          if (!node.isConnected) continue;
          current = node;
          rest = node.textContent ?? '';
        }
        if (namesSubstance(rest.slice(0, PIECE))) {
          unread = [];
          current = null;
          rest = '';
          return 'open';
        }
        if (rest.length > PIECE) rest = rest.slice(PIECE - OVERLAP);
        else {
          meetRootsIn(current);
          current = null;
        }
      } while (goOn());
      return current || unread.length > 0 ? 'unfinished' : 'shut';
    },
  };
}
