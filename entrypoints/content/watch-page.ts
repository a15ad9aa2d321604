/** Changes of the page -> a call, gathered and in idle time; nothing while the tab is hidden. */

interface Changes {
  /** Text or children changed. */
  onNode(node: Node, added: NodeList): void;
  /** An attribute that may show or hide the element changed. */
  onAttribute(element: Element): void;
  /** What is ours came or went. */
  onOurs(): void;
}

interface WatchOptions {
  readonly signal: AbortSignal;
  readonly changes: Changes;
  isOurs(node: Node): boolean;
  /** Something changed since the last call. Gets whether time is left; answers whether all is done. */
  work(goOn: () => boolean): boolean;
}

export interface Watch {
  /** Watches what no observer of the document sees into. */
  addRoot(root: ShadowRoot): void;
  /** Asks for `work` when the page is next idle. */
  schedule(): void;
}

const OBSERVED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-hidden', 'contenteditable', 'role', 'slot'],
};

/** A slice of work in milliseconds; a browser that never idles gets one after `PATIENCE`, the first one soon. */
const SLICE = 8;
const PATIENCE = 500;
const FIRST_PATIENCE = 50;

/** Starts to watch the document; ends with the signal. Does not call `work` by itself: see `schedule`. */
export function watchPage({ signal, changes, isOurs, work }: WatchOptions): Watch {
  let waiting = false;
  let patience = FIRST_PATIENCE;

  const run = () => {
    waiting = false;
    if (signal.aborted) return;
    if (document.hidden) {
      waiting = true;
      document.addEventListener(
        'visibilitychange',
        () => {
          waiting = false;
          schedule();
        },
        { once: true, signal },
      );
      return;
    }
    const start = performance.now();
    if (!work(() => performance.now() - start < SLICE)) schedule();
  };

  const schedule = () => {
    if (waiting || signal.aborted) return;
    waiting = true;
    requestIdleCallback(run, { timeout: patience });
    patience = PATIENCE;
  };

  const observer = new MutationObserver((records) => {
    let any = false;
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (isOurs(target)) continue;
      if (type === 'childList' && [...addedNodes, ...removedNodes].some(isOurs)) {
        changes.onOurs();
        // Our host coming and going is no news.
        if (addedNodes.length + removedNodes.length === 1) continue;
      }
      any = true;
      if (type === 'attributes') changes.onAttribute(target as Element);
      else changes.onNode(target, addedNodes);
    }
    if (any) schedule();
  });
  observer.observe(document, OBSERVED);
  signal.addEventListener('abort', () => observer.disconnect());

  return { addRoot: (root) => observer.observe(root, OBSERVED), schedule };
}
