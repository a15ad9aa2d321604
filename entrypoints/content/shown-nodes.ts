/** What of the page's tree is shown, and what of that is never read. */
import type { Kept } from './block-parts.ts';

const SKIPPED = new Set(
  // Titles of other pages in a <nav> state nothing, and would count in what this page is about.
  (
    'audio canvas code datalist embed head iframe img input kbd math meter nav noscript object option ' +
    'progress samp script select style svg template textarea video'
  ).split(' '),
);
const EDITABLE_ROLES = /^(textbox|searchbox|combobox|spinbutton)$/i;
/** Kinds of block that a plainer block inside them speaks for: the <div> in an <li> is still the list item. */
const KINDS = new Set('h1 h2 h3 h4 h5 h6 li td th dt dd blockquote figcaption caption summary'.split(' '));
const PLAIN = new Set('div span p a section article center font button label'.split(' '));

/** The node's parent as shown: the slot that takes it, the host of its shadow root, else its parent. */
export function shownParent(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  const slot = (node as Element | Text).assignedSlot;
  if (slot) return slot;
  return node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentNode;
}

/** What a slot takes of its host's children and shows in place of its own; null for any other element. */
export function assignedTo(element: Element, localName: string): Node[] | null {
  const assigned = localName === 'slot' ? (element as HTMLSlotElement).assignedNodes?.() : null;
  return assigned?.length ? assigned : null;
}

/** Never read: no text for a reader, code, or a place to write in. */
export function isLeftOut(element: Element): boolean {
  if (SKIPPED.has(element.localName)) return true;
  if ((element as HTMLElement).isContentEditable) return true;
  if (!element.hasAttributes()) return false;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  const role = element.getAttribute('role');
  return role !== null && EDITABLE_ROLES.test(role);
}

/** How the white space of an element's texts is shown, for those with a line break. */
export function keptSpace({ whiteSpace: space }: CSSStyleDeclaration): Kept {
  if (space === 'pre-line') return 'lines';
  if (document.contentType === 'text/plain') return 'wrapped';
  return /^(pre|break)/.test(space) ? 'all' : 'none';
}

/** Shown in the line of the text around it. */
export const isInline = (display: string) =>
  display.startsWith('inline') || display === 'contents' || display.startsWith('ruby');

/** Stands somewhere else than in the text around it. */
export const isOutOfLine = ({ position }: CSSStyleDeclaration) =>
  position === 'absolute' || position === 'fixed';

/** More characters in an element's first node than this, and it is no drop cap whatever its style. */
const LONG = 20;

/** The first letter of a word, floated to stand tall. */
export const isDropCap = (element: Element, style: CSSStyleDeclaration) =>
  element.childElementCount === 0 &&
  ((element.firstChild as CharacterData | null)?.length ?? 0) <= LONG &&
  style.cssFloat !== 'none' &&
  (element.textContent ?? '').trim().length <= 2;

const headingTag = (element: Element) =>
  element.getAttribute('role') === 'heading' ? `h${element.getAttribute('aria-level') ?? '2'}` : null;

/**
 * The kind of block that an element starts.
 *
 * @param parentTag Of the block around it; null at the root.
 */
export function tagOf(element: Element, parentTag: string | null): string {
  const tag = headingTag(element) ?? element.localName;
  const custom = tag.includes('-');
  return parentTag && KINDS.has(parentTag) && (custom || PLAIN.has(tag)) ? parentTag : tag;
}
