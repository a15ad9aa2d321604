/** The open shadow roots of the page: those that are there, and those that an element gets after it was met. */
import highlightCss from './highlight.css?inline';

export interface ShadowRoots {
  /** The elements in a tree, itself among them, that have a root or may get one: those of ordinary names, */
  likely(tree: Element): Iterable<Element>;
  /** and those of names of their own, which takes as long again. */
  custom(tree: Element): Iterable<Element>;
  /** Takes in a root that was met; false where it is known. */
  add(root: ShadowRoot): boolean;
  /** Takes in an element without a root that may get one later; any other is left alone. */
  expect(element: Element): void;
  /** Looks whether an element that was met has got a root by now. */
  look(): void;
  /** Those that stand in the page. */
  list(): ShadowRoot[];
  /** Gives the rules for marks back to roots that a page has given other sheets. */
  restore(): void;
  /** Takes the rules for marks out of every root. */
  clear(): void;
}

interface Options {
  readonly signal: AbortSignal;
  /** An element that was met before now has a root. */
  onLate(element: Element): void;
}

/** Elements that pages put roots in; custom elements are known by their name. */
const PLACES = ['article', 'aside', 'div', 'footer', 'header', 'main', 'nav', 'section'];

const mayGetRoot = (element: Element) =>
  element.localName.includes('-') || (PLACES.includes(element.localName) && !element.hasChildNodes());

/** Both kinds are found by the browser's own search: to touch each element of a page takes longer than to read its text. */
const CUSTOM = "descendant::*[contains(name(),'-')]";
const LIKELY = [...PLACES, 'span:empty'].join();

export function watchShadowRoots({ signal, onLate }: Options): ShadowRoots {
  const known = new WeakSet<ShadowRoot>();
  const roots = new Set<WeakRef<ShadowRoot>>();
  const awaited = new WeakSet<Element>();
  const waiting = new Set<WeakRef<Element>>();
  let sheet: CSSStyleSheet | null = null;
  let expression: XPathExpression | null = null;

  // No observer tells of a new root, but what it shows takes room.
  const sizes = new ResizeObserver(() => look());
  signal.addEventListener('abort', () => sizes.disconnect());

  const look = () => {
    for (const reference of waiting) {
      const element = reference.deref();
      if (element?.isConnected && !element.shadowRoot) continue;
      waiting.delete(reference);
      if (!element) continue;
      awaited.delete(element);
      sizes.unobserve(element);
      if (element.isConnected) onLate(element);
    }
  };

  const list = () => {
    const found: ShadowRoot[] = [];
    for (const reference of roots) {
      const root = reference.deref();
      if (!root) roots.delete(reference);
      else if (root.isConnected) found.push(root);
    }
    return found;
  };

  /** Rules of the document paint inside a shadow root in Chromium; Firefox needs them there. */
  const giveRules = (root: ShadowRoot) => {
    if (!import.meta.env.FIREFOX) return;
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(highlightCss);
    }
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  };

  return {
    list,
    look,

    likely: (tree) => [tree, ...(tree.firstElementChild ? tree.querySelectorAll(LIKELY) : [])],

    custom(tree) {
      expression ??= document.createExpression(CUSTOM);
      // In any order, as the browser comes upon them.
      const found = expression.evaluate(tree);
      const elements: Element[] = [];
      for (let next = found.iterateNext(); next; next = found.iterateNext()) elements.push(next as Element);
      return elements;
    },

    add(root) {
      if (known.has(root)) return false;
      known.add(root);
      roots.add(new WeakRef(root));
      giveRules(root);
      return true;
    },

    expect(element) {
      if (!mayGetRoot(element) || awaited.has(element)) return;
      awaited.add(element);
      waiting.add(new WeakRef(element));
      sizes.observe(element);
      // A custom element stands in the line by default, where it has no size of its own.
      const { parentElement } = element;
      if (parentElement && element.localName.includes('-')) sizes.observe(parentElement);
    },

    restore() {
      for (const root of list()) giveRules(root);
    },

    clear() {
      for (const root of list())
        if (sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== sheet);
    },
  };
}
