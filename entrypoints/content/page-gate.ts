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

export function createPageGate({ roots, namesSubstance, onRoot }: Options): PageGate {
  let unread: Node[] = [];

  /** `textContent` leaves out shadow roots; they are looked at as nodes of their own. */
  const meetRoots = (element: Element) => {
    if (!element.shadowRoot) roots.expect(element);
    else {
      if (roots.add(element.shadowRoot)) onRoot(element.shadowRoot);
      unread.push(element.shadowRoot);
    }
  };

  return {
    add(nodes) {
      for (const node of nodes) unread.push(node);
    },

    look(goOn) {
      for (let node = unread.pop(); node; node = unread.pop()) {
        if (!node.isConnected) continue;
        if (namesSubstance(node.textContent ?? '')) {
          unread = [];
          return 'open';
        }
        if (node instanceof Element) meetRoots(node);
        if (node instanceof Element || node instanceof ShadowRoot)
          for (const element of node.querySelectorAll('*')) meetRoots(element);
        if (!goOn() && unread.length > 0) return 'unfinished';
      }
      return 'shut';
    },
  };
}
