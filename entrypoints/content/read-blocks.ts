/**
 * The page as text blocks, and the way back from an offset to the nodes that show it.
 *
 * Every element that starts a block of its own has a `Flow`: its own text in pieces, and between them the flows
 * of the blocks inside it. A flow is read by itself, so a change costs the flow it happened in and no other, and
 * the work can stop after any flow and go on later.
 */
import type { TextBlock } from '../../lib/text/block.ts';

type Kept = 'none' | 'lines' | 'all';

/**
 * What a block is made of: text nodes in order, line breaks, and gaps where something stands that is not read.
 * `keep` tells which white space of a text is shown as it stands.
 */
type Part =
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

interface Flow {
  readonly element: Element;
  readonly tag: string;
  /** The display and visibility it was last read under, to tell an idle change of class from a real one. */
  style: string;
  items: (ReadBlock | Flow)[];
  queued: boolean;
}

export interface Reader {
  /** Reads flows that wait until none is left or `goOn` says no. True when none is left. */
  read(goOn: () => boolean): boolean;
  /** All blocks in reading order. */
  blocks(): ReadBlock[];
  /** Text or children changed at the node: whatever flow shows it will be read again. */
  touch(node: Node): void;
  /** An attribute that may hide, show or change the kind of the element changed. */
  touchElement(element: Element): void;
  /** Looks again at all that was left out as hidden, since a change far above may have shown it. */
  touchHidden(): void;
}

const SKIPPED = new Set(
  // Titles of other pages in a <nav> state nothing, and would count in what this page is about.
  (
    'AUDIO CANVAS CODE DATALIST EMBED HEAD IFRAME IMG INPUT KBD MATH METER NAV NOSCRIPT OBJECT OPTION ' +
    'PROGRESS SAMP SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO'
  ).split(' '),
);
const EDITABLE_ROLES = /^(textbox|searchbox|combobox|spinbutton)$/i;
/** Kinds of block that a plainer block inside them speaks for: the <div> in an <li> is still the list item. */
const KINDS = new Set('h1 h2 h3 h4 h5 h6 li td th dt dd blockquote figcaption caption summary'.split(' '));
const PLAIN = new Set('div span p a section article center font button label'.split(' '));

/** Tells a `Flow` from a `ReadBlock` among items. */
const isFlow = (item: ReadBlock | Flow): item is Flow => 'items' in item;

/** The node's parent as shown: the slot that takes it, the host of its shadow root, else its parent. */
export function shownParent(node: Node): Node | null {
  const slot = (node as Element | Text).assignedSlot;
  if (slot) return slot;
  const parent = node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent;
}

/** The nodes that an element shows: of its open shadow root, of what its slot takes, else its children. */
function shownChildren(element: Element): Iterable<Node> | NodeListOf<ChildNode> {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element.localName === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes?.();
    if (assigned?.length) return assigned;
  }
  return element.childNodes;
}

/** Never read: no text for a reader, code, or a place to write in. */
function isLeftOut(element: Element): boolean {
  if (SKIPPED.has(element.nodeName.toUpperCase())) return true;
  if ((element as HTMLElement).isContentEditable) return true;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  const role = element.getAttribute('role');
  return role !== null && EDITABLE_ROLES.test(role);
}

function keptSpace(style: CSSStyleDeclaration): Kept {
  const space = style.whiteSpace;
  if (space === 'pre-line') return 'lines';
  return space.startsWith('pre') || space.startsWith('break-spaces') ? 'all' : 'none';
}

/** Shown in the line of the text around it. */
const isInline = (display: string) =>
  display.startsWith('inline') || display === 'contents' || display.startsWith('ruby');

/** The first letter of a word, floated to stand tall. */
const isDropCap = (element: Element, { cssFloat }: CSSStyleDeclaration) =>
  cssFloat !== 'none' && (element.textContent ?? '').trim().length <= 2 && !element.childElementCount;

const headingTag = (element: Element) =>
  element.getAttribute('role') === 'heading' ? `h${element.getAttribute('aria-level') ?? '2'}` : null;

function tagOf(element: Element, parent: Flow | null): string {
  const tag = headingTag(element) ?? element.localName;
  const custom = tag.includes('-');
  return parent && KINDS.has(parent.tag) && (custom || PLAIN.has(tag)) ? parent.tag : tag;
}

/**
 * The text that parts show, white space collapsed as the browser does, and for each stretch of it that stands
 * in a text node without gaps the place there. One function makes the text and finds the way back, so the two
 * cannot part.
 *
 * @param emit Called for each stretch: offset in the text, node, offset in the node, length.
 */
function render(
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
    if (keep === 'all') {
      emit?.(text.length, node, 0, data.length);
      text += data;
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
      atSpace = false;
    }
  }
  return text.replace(/[ \n]+$/, '');
}

// What CSS collapses; a no-break space is text.
const SPACES = /[ \t\n\r\f]+/g;
const SPACES_WITHIN_LINES = /[ \t\r\f]*\n[ \t\r\f]*|[ \t\r\f]+/g;

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

/** The offset in the block's text of a place in a text node; null where the block does not show that node. */
export function offsetOf({ parts }: ReadBlock, node: Text, offset: number): number | null {
  let found: number | null = null;
  render(parts, (at, shown, from, length) => {
    if (shown === node && offset >= from && offset <= from + length) found = at + offset - from;
  });
  return found;
}

interface ReaderOptions {
  /** Our own host or anything else that is never read. */
  isOurs(element: Element): boolean;
  /** Called once for each open shadow root that is read, to watch it and to give it the rules for marks. */
  onShadowRoot(root: ShadowRoot): void;
}

/** A reader of all that `root` shows; `read` must be called before there are blocks. */
export function createReader(root: Element, { isOurs, onShadowRoot }: ReaderOptions): Reader {
  const flows = new WeakMap<Element, Flow>();
  const left = new WeakSet<Element>();
  const hidden = new Set<WeakRef<Element>>();
  const roots = new WeakSet<ShadowRoot>();
  let queue: Flow[] = [];
  /** How many of the queue are done; they are cut off at the end, since each cut moves all the rest. */
  let done = 0;

  const enqueue = (flow: Flow) => {
    if (flow.queued) return;
    flow.queued = true;
    queue.push(flow);
  };

  const makeFlow = (element: Element, parent: Flow | null, style: string): Flow => {
    const flow: Flow = { element, tag: tagOf(element, parent), style, items: [], queued: false };
    flows.set(element, flow);
    enqueue(flow);
    return flow;
  };

  /** Drops all that is known of a flow and those inside it: they are made anew when met again. */
  const forget = (flow: Flow) => {
    flows.delete(flow.element);
    for (const item of flow.items) if (isFlow(item)) forget(item);
  };

  const leaveOut = (element: Element, mayShow: boolean) => {
    // What changes inside goes unseen from now on, so nothing known of it may be used again.
    const flow = flows.get(element);
    if (flow) forget(flow);
    if (mayShow && !left.has(element)) hidden.add(new WeakRef(element));
    left.add(element);
  };

  /** Reads a flow's own text anew; the flows inside that are known stay as they are. */
  const readFlow = (flow: Flow) => {
    const before = new Map<Text, ReadBlock>();
    for (const item of flow.items)
      if (!isFlow(item)) for (const { node } of item.parts) if (node) before.set(node, item);
    const items: (ReadBlock | Flow)[] = [];
    let parts: Part[] = [];

    const endBlock = () => {
      while (parts.length > 0 && parts.at(-1)?.node === null) parts.pop();
      const first = parts.find(({ node }) => node)?.node;
      if (first) {
        const text = render(parts);
        if (/\S/.test(text)) {
          const known = before.get(first);
          const same =
            known?.block.text === text &&
            known.parts.length === parts.length &&
            parts.every(({ node }, at) => known.parts[at]?.node === node);
          items.push(
            same && known ? known : { block: { tag: flow.tag, text }, element: flow.element, parts },
          );
        }
      }
      parts = [];
    };

    const walk = (element: Element, keep: Kept, visible: boolean) => {
      if (element.shadowRoot && !roots.has(element.shadowRoot)) {
        roots.add(element.shadowRoot);
        onShadowRoot(element.shadowRoot);
      }
      // A closed <details> shows its summary alone.
      const closed = element.localName === 'details' && !(element as HTMLDetailsElement).open;
      const summary = closed ? element.querySelector(':scope > summary') : null;
      for (const child of shownChildren(element)) {
        if (child.nodeType === Node.TEXT_NODE) {
          if (visible && !closed && (child as Text).data) parts.push({ node: child as Text, keep });
          continue;
        }
        if (child.nodeType !== Node.ELEMENT_NODE) continue;
        const inner = child as Element;
        if (inner.localName === 'br') {
          // A break before any text of the block shows nothing to read.
          if (parts.length > 0) parts.push({ node: null, shows: 'break' });
          continue;
        }
        if (isOurs(inner) || (closed && inner !== summary)) {
          leaveOut(inner, false);
          continue;
        }
        const style = getComputedStyle(inner);
        const { display, visibility } = style;
        // Text for screen readers that is moved out of sight must not cut the sentence around it in two, nor
        // a picture at its side.
        const outOfLine = style.position === 'absolute' || style.position === 'fixed';
        if (isLeftOut(inner)) {
          leaveOut(inner, false);
          // What stands there is no part of the words on either side, or of their line.
          if (display === 'none' || outOfLine || style.cssFloat !== 'none') continue;
          if (isInline(display)) parts.push({ node: null, shows: 'gap' });
          else endBlock();
          continue;
        }
        if (display === 'none' || style.contentVisibility === 'hidden') {
          leaveOut(inner, true);
          continue;
        }
        left.delete(inner);
        if (isInline(display) || isDropCap(inner, style)) {
          flows.delete(inner);
          walk(inner, keptSpace(style), visibility === 'visible');
          continue;
        }
        if (!outOfLine) endBlock();
        const state = `${display} ${visibility}`;
        const known = flows.get(inner);
        if (known) known.style = state;
        items.push(known ?? makeFlow(inner, flow, state));
      }
    };

    const style = getComputedStyle(flow.element);
    walk(flow.element, keptSpace(style), style.visibility === 'visible');
    endBlock();
    flow.items = items;
  };

  makeFlow(root, null, '');

  return {
    read(goOn) {
      // Turned into an editor as a whole: nothing on it is for reading.
      const { designMode } = root.ownerDocument;
      // First in, first out: a page should be read from its top.
      while (done < queue.length) {
        const flow = queue[done] as Flow;
        done += 1;
        flow.queued = false;
        if (!flow.element.isConnected || designMode === 'on') flow.items = [];
        else if (flow.element === root && isLeftOut(root)) flow.items = [];
        else readFlow(flow);
        if (!goOn()) break;
      }
      if (done < queue.length) return false;
      queue = [];
      done = 0;
      return true;
    },

    blocks() {
      const found: ReadBlock[] = [];
      const top = flows.get(root);
      const stack: (ReadBlock | Flow)[] = top ? [top] : [];
      for (let item = stack.pop(); item; item = stack.pop()) {
        if (isFlow(item)) for (let at = item.items.length - 1; at >= 0; at--) stack.push(item.items[at]!);
        else found.push(item);
      }
      return found;
    },

    touch(node) {
      for (let at: Node | null = node; at; at = shownParent(at)) {
        if (left.has(at as Element)) return;
        const flow = flows.get(at as Element);
        if (flow) {
          enqueue(flow);
          return;
        }
      }
    },

    touchElement(element) {
      const flow = flows.get(element);
      if (flow && element !== root) {
        const style = isLeftOut(element) ? null : getComputedStyle(element);
        const unchanged = style && `${style.display} ${style.visibility}` === flow.style;
        if (unchanged && element.localName !== 'details') return;
        forget(flow);
      }
      left.delete(element);
      const parent = element === root ? element : shownParent(element);
      if (parent) this.touch(parent);
    },

    touchHidden() {
      for (const reference of hidden) {
        const element = reference.deref();
        if (!element?.isConnected) {
          hidden.delete(reference);
          continue;
        }
        const style = getComputedStyle(element);
        if (style.display === 'none' || style.contentVisibility === 'hidden') continue;
        hidden.delete(reference);
        left.delete(element);
        const parent = shownParent(element);
        if (parent) this.touch(parent);
      }
    },
  };
}
