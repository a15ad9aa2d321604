/**
 * The page as text blocks.
 *
 * Every element that starts a block of its own has a `Flow`: its own text in pieces, and between them the flows
 * of the blocks inside it. A flow is read by itself, so a change costs the flow it happened in and no other, and
 * the work can stop after any flow, or so many nodes of a long one, and go on later.
 */
import { type Kept, type Part, type ReadBlock, render } from './block-parts.ts';
import {
  isDropCap,
  isInline,
  isLeftOut,
  keptSpace,
  shownChildren,
  shownParent,
  tagOf,
} from './shown-nodes.ts';

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

/** Nodes of one flow after which the work may stop: a list may hold thousands of items. */
const STRETCH = 100;

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
  /** The flow that is being read. */
  let reading: Generator<void> | null = null;

  const enqueue = (flow: Flow) => {
    if (flow.queued) return;
    flow.queued = true;
    queue.push(flow);
  };

  const makeFlow = (element: Element, parent: Flow | null, style: string): Flow => {
    const flow: Flow = { element, tag: tagOf(element, parent?.tag ?? null), style, items: [], queued: false };
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

  /** Reads a flow's own text anew, in stretches; the flows inside that are known stay as they are. */
  function* readFlow(flow: Flow): Generator<void> {
    flow.queued = false;
    // Turned into an editor as a whole: nothing on it is for reading.
    const unread = root.ownerDocument.designMode === 'on' || (flow.element === root && isLeftOut(root));
    if (unread || !flow.element.isConnected) {
      flow.items = [];
      return;
    }
    let met = 0;
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

    function* walk(element: Element, keep: Kept, visible: boolean): Generator<void> {
      if (element.shadowRoot) onShadowRoot(element.shadowRoot);
      else onElement(element);
      // A closed <details> shows its summary alone.
      const closed = element.localName === 'details' && !(element as HTMLDetailsElement).open;
      const summary = closed ? element.querySelector(':scope > summary') : null;
      for (const child of shownChildren(element)) {
        met += 1;
        if (met % STRETCH === 0) yield;
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
          yield* walk(inner, keptSpace(style), visibility === 'visible');
          continue;
        }
        if (!outOfLine) endBlock();
        const state = `${display} ${visibility}`;
        const known = flows.get(inner);
        if (known) known.style = state;
        items.push(known ?? makeFlow(inner, flow, state));
      }
    }

    const style = getComputedStyle(flow.element);
    yield* walk(flow.element, keptSpace(style), style.visibility === 'visible');
    endBlock();
    flow.items = items;
  }

  makeFlow(root, null, '');

  return {
    read(goOn) {
      // First in, first out: a page should be read from its top.
      while (reading || done < queue.length) {
        reading ??= readFlow(queue[done++]!);
        if (reading.next().done) reading = null;
        if (!goOn()) break;
      }
      if (reading || done < queue.length) return false;
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
