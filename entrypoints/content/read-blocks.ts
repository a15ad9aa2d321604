/**
 * The page as text blocks.
 *
 * Every element that starts a block of its own has a `Flow`: its own text in pieces, and between them the flows
 * of the blocks inside it. A flow is read by itself, so a change costs the flow it happened in and no other, and
 * the work can stop after any flow, or so many nodes of a long one, and go on later.
 */
import { type Kept, type Part, type ReadBlock, render } from './block-parts.ts';
import {
  assignedTo,
  isDropCap,
  isInline,
  isLeftOut,
  isOutOfLine,
  keptSpace,
  shownParent,
  tagOf,
} from './shown-nodes.ts';

interface Flow {
  readonly element: Element;
  readonly tag: string;
  /** The display and visibility it was last read under, to tell an idle change of class from a real one. */
  style: string;
  /** The browser's own, live, from where it was met until it is read. */
  computed: CSSStyleDeclaration | undefined;
  items: (ReadBlock | Flow)[];
  queued: boolean;
}

export interface Reader {
  /** Reads flows that wait and puts the blocks in order, until `goOn` says no. True when nothing is left. */
  read(goOn: () => boolean): boolean;
  /** All blocks in reading order. */
  blocks(): readonly ReadBlock[];
  /** Text or children changed at the node: whatever flow shows it will be read again. */
  touch(node: Node): void;
  /** An attribute that may hide, show or change the kind of the element changed. */
  touchElement(element: Element): void;
  /** Looks again at all that was left out as hidden, since a change far above may have shown it. */
  touchHidden(): void;
}

const { ELEMENT_NODE: ELEMENT, TEXT_NODE: TEXT } = Node;

/** An element of a flow, the flow's own or one in its lines, and the next of its children to be read. */
interface Frame {
  next: Node | null;
  readonly assigned: readonly Node[] | null;
  at: number;
  readonly style: CSSStyleDeclaration;
  /** How white space is shown, once a text with a line break was met: the style is slow to answer. */
  keep?: Kept;
  /** Whether its own text is shown. */
  readonly isRead: boolean;
  readonly closed: boolean;
  readonly summary: Element | null;
}

/** Nodes of one flow after which the work may stop: a list may hold thousands of items. And blocks put in order, which is soon done. */
const STRETCH = 100;
const ORDER_STRETCH = 1000;

/** What CSS does not collapse. */
const SHOWN = /[^ \t\n\r\f]/;

/** Tells a `Flow` from a `ReadBlock` among items. */
const isFlow = (item: ReadBlock | Flow): item is Flow => 'items' in item;

interface ReaderOptions {
  /** Our own host or anything else that is never read. */
  isOurs(element: Element): boolean;
  /** Called for each open shadow root that is read, to watch it and to give it the rules for marks. */
  onShadowRoot(root: ShadowRoot): void;
  /** Called for each element that is met without a shadow root. */
  onElement(element: Element): void;
}

/** A reader of all that `root` shows; `read` must be called before there are blocks. */
export function createReader(root: Element, { isOurs, onShadowRoot, onElement }: ReaderOptions): Reader {
  const flows = new WeakMap<Element, Flow>();
  const left = new WeakSet<Element>();
  const hidden = new Set<WeakRef<Element>>();
  let queue: Flow[] = [];
  /** How many of the queue are done; they are cut off at the end, since each cut moves all the rest. */
  let done = 0;
  /** The flow that is being read: where in it, what it holds so far, and the parts of its block that is not at its end. */
  let reading: Flow | null = null;
  /** Whether a flow was read again since blocks were put in order; those that were, and what is to be, the next one last. */
  let isStale = true;
  let ordered: ReadBlock[] = [];
  let unordered: Flow['items'] = [];
  const frames: Frame[] = [];
  let items: Flow['items'] = [];
  let parts: Part[] = [];
  /** The blocks that it had, by their first text. */
  const before = new Map<Text, ReadBlock>();

  const enqueue = (flow: Flow) => {
    if (flow.queued) return;
    flow.queued = true;
    queue.push(flow);
  };

  const makeFlow = (element: Element, parent: Flow | null, style: string, computed?: Flow['computed']) => {
    const tag = tagOf(element, parent?.tag ?? null);
    const flow: Flow = { element, tag, style, computed, items: [], queued: false };
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

  const enter = (
    element: Element,
    style: CSSStyleDeclaration,
    isVisible = style.visibility === 'visible',
  ) => {
    const { localName, shadowRoot } = element;
    if (shadowRoot) onShadowRoot(shadowRoot);
    else onElement(element);
    // A closed <details> shows its summary alone.
    const closed = localName === 'details' && !(element as HTMLDetailsElement).open;
    const assigned = assignedTo(element, localName);
    frames.push({
      next: assigned ? (assigned[0] ?? null) : (shadowRoot ?? element).firstChild,
      assigned,
      at: 0,
      style,
      isRead: !closed && isVisible,
      closed,
      summary: closed ? element.querySelector(':scope > summary') : null,
    });
  };

  const endBlock = ({ element, tag }: Flow) => {
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
        items.push(same && known ? known : { block: { tag, text }, element, parts });
      }
    }
    if (parts.length > 0) parts = [];
  };

  const readElement = (flow: Flow, { closed, summary }: Frame, element: Element) => {
    if (element.localName === 'br') {
      // A break before any text of the block shows nothing to read.
      if (parts.length > 0) parts.push({ node: null, shows: 'break' });
      return;
    }
    if (isOurs(element) || (closed && element !== summary)) {
      leaveOut(element, false);
      return;
    }
    const style = getComputedStyle(element);
    const { display } = style;
    if (isLeftOut(element)) {
      leaveOut(element, false);
      // What stands there is no part of the words on either side, or of their line.
      if (display === 'none' || isOutOfLine(style) || style.cssFloat !== 'none') return;
      if (isInline(display)) parts.push({ node: null, shows: 'gap' });
      else endBlock(flow);
      return;
    }
    // Nothing hides what is inside a plain inline box but its own display.
    if (display === 'none' || (display !== 'inline' && style.contentVisibility === 'hidden')) {
      leaveOut(element, true);
      return;
    }
    left.delete(element);
    if (isInline(display) || isDropCap(element, style)) {
      flows.delete(element);
      enter(element, style);
      return;
    }
    // Text for screen readers that is moved out of sight must not cut the sentence around it in two, nor
    // a picture at its side.
    if (parts.length > 0 && !isOutOfLine(style)) endBlock(flow);
    const state = `${display} ${style.visibility}`;
    const known = flows.get(element);
    if (known) known.style = state;
    items.push(known ?? makeFlow(element, flow, state, style));
  };

  const readText = (frame: Frame, node: Text) => {
    const { data } = node;
    let keep: Kept = 'none';
    if (data.includes('\n')) {
      frame.keep ??= keptSpace(frame.style);
      keep = frame.keep;
    }
    // Between two blocks white space shows nothing, and is no block.
    if (parts.length > 0 || keep !== 'none' || SHOWN.test(data)) parts.push({ node, keep });
  };

  /** Begins to read a flow's own text anew; the flows inside that are known stay as they are. */
  const begin = (flow: Flow) => {
    flow.queued = false;
    reading = flow;
    before.clear();
    for (const item of flow.items)
      if (!isFlow(item)) for (const { node } of item.parts) if (node) before.set(node, item);
    items = [];
    // Turned into an editor as a whole: nothing on it is for reading.
    const unread = root.ownerDocument.designMode === 'on' || (flow.element === root && isLeftOut(root));
    const { element, style, computed } = flow;
    // Each question to the browser counts: what it said when the flow was met a moment ago still holds.
    if (!unread && element.isConnected)
      enter(element, computed ?? getComputedStyle(element), computed && style.endsWith('visible'));
    flow.computed = undefined;
    return flow;
  };

  /** Reads on in the flow for a stretch. */
  const readOn = (flow: Flow) => {
    for (let met = 0; met < STRETCH; ) {
      const frame = frames.at(-1);
      if (!frame) {
        endBlock(flow);
        flow.items = items;
        isStale = true;
        reading = null;
        return;
      }
      const child = frame.next;
      if (!child) {
        frames.pop();
        continue;
      }
      met += 1;
      frame.next = frame.assigned ? (frame.assigned[++frame.at] ?? null) : child.nextSibling;
      const { nodeType } = child;
      if (nodeType === ELEMENT) readElement(flow, frame, child as Element);
      else if (nodeType === TEXT && frame.isRead) readText(frame, child as Text);
    }
  };

  const top = makeFlow(root, null, '');

  /** Puts blocks in order for a stretch. */
  const orderOn = () => {
    if (isStale) {
      isStale = false;
      // Who was given those before has them still.
      ordered = [];
      unordered = [top];
    }
    for (let met = 0; met < ORDER_STRETCH; met++) {
      const item = unordered.pop();
      if (!item) return;
      if (isFlow(item)) for (let at = item.items.length - 1; at >= 0; at--) unordered.push(item.items[at]!);
      else ordered.push(item);
    }
  };
  const isOrdered = () => !isStale && unordered.length === 0;

  return {
    read(goOn) {
      // First in, first out: a page should be read from its top.
      while (reading || done < queue.length) {
        readOn(reading ?? begin(queue[done++]!));
        if (!goOn()) break;
      }
      if (reading || done < queue.length) return false;
      queue = [];
      done = 0;
      // A short page is put in order at once, whatever the clock says.
      do orderOn();
      while (!isOrdered() && goOn());
      return isOrdered();
    },

    blocks() {
      while (!isOrdered()) orderOn();
      return ordered;
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
