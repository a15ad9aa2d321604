/** All that runs on a page while the extension is on there: read, detect, paint, open cards; and its end. */
import type { CiteAnswer } from '../../components/CiteAndShare.tsx';
import type { ViewText } from '../../components/Text.tsx';
import type { Claim } from '../../lib/claims/claim.ts';
import type { CardKey } from '../../lib/evidence/card.ts';
import { verdictOf } from '../../lib/evidence/verdict-index.ts';
import type { PageText, TextBlock } from '../../lib/text/block.ts';
import type { ListedClaim, ToBackground } from '../shared/messages.ts';
import { type CardHost, createCardHost } from './card-host.tsx';
import highlightCss from './highlight.css?inline';
import { createHighlighter, type Mark, rectsOf } from './highlighter.ts';
import { createReader, type ReadBlock, type Reader } from './read-blocks.ts';
import { watchPage } from './watch-page.ts';
import { watchPointer } from './watch-pointer.ts';

/** What the session needs of the world outside the page. */
export interface SessionOptions {
  /** Whether a text names a substance; until one does, the page is left alone. */
  namesSubstance(text: string): boolean;
  /** The claims of a page; null where no one answers. */
  detect(page: PageText): Promise<readonly Claim[] | null>;
  readonly text: ViewText;
  readonly region: string | undefined;
  /** The evidence for some pairs; null where no one answers. */
  fetchCards(keys: readonly CardKey[]): Promise<ToBackground['getCards']['answer'] | null>;
  /** The citations of some sources, as one text; null where no one answers. */
  readonly fetchCitations: CiteAnswer;
  /** The extension's own, for a report of an error. */
  readonly version: string;
  /** Opens the entry of a pair in the library. */
  openLibrary(key: CardKey): void;
  /** The number of marks changed. */
  onCount(count: number): void;
}

export interface Session {
  claims(): readonly ListedClaim[];
  /** Scrolls to a mark and opens its card; false where it is gone. */
  open(id: string): boolean;
  /** Goes to the next or previous mark, from the open card or from the top of what is seen. */
  step(direction: 'next' | 'previous'): boolean;
  /** Ends all of it. Marks stay where `keepMarks` says so. */
  stop(keepMarks?: boolean): void;
}

/** Where the words of a claim that is gone to come to stand, as a share of the window's height. */
const FROM_TOP = 0.12;

const sentenceOf = ({ source, start, end }: Mark) => source.block.text.slice(start, end).trim();

/** The text of every open shadow root below the element, which `textContent` leaves out. */
function shadowText(element: ParentNode): string {
  let text = '';
  for (const inner of element.querySelectorAll('*'))
    if (inner.shadowRoot) text += ` ${inner.shadowRoot.textContent} ${shadowText(inner.shadowRoot)}`;
  return text;
}

export function startSession(options: SessionOptions): Session {
  const { text, region, version, fetchCards, fetchCitations, onCount } = options;
  const end = new AbortController();
  const highlighter = createHighlighter(verdictOf);
  const shadowRoots: ShadowRoot[] = [];
  const onEnd: (() => void)[] = [];
  /** Null until the page names a substance: until then not one of its nodes is walked. */
  let reader: Reader | null = null;
  /** Whether an answer on claims is on its way, and whether the page changed since it was asked for. */
  let detecting = false;
  let changed = false;
  let root: Element = document.documentElement;
  /** Nodes that came since the page was last known to name no substance. */
  let unread: Node[] = [document.documentElement];
  let count = 0;
  let openMark: Mark | null = null;
  let openedBy: 'rest' | 'click' | 'key' = 'rest';
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const host: CardHost = createCardHost({
    text,
    region,
    version,
    onCite: fetchCitations,
    onStep: (direction) => void step(direction),
    onClose: () => close(),
    onLibrary: options.openLibrary,
  });
  const isOurs = (node: unknown) => host.isOurs(node);

  const namesSubstance = (node: Node) =>
    options.namesSubstance(node.textContent ?? '') ||
    (node instanceof Element && options.namesSubstance(shadowText(node)));

  const startReader = () => {
    root = document.documentElement;
    reader = createReader(root, {
      isOurs,
      onShadowRoot(shadow) {
        shadowRoots.push(shadow);
        watch.addRoot(shadow);
        // Rules of the document paint inside a shadow root in Chromium; Firefox needs them there.
        if (import.meta.env.FIREFOX) {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(highlightCss);
          shadow.adoptedStyleSheets.push(sheet);
          onEnd.push(() => {
            shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets].filter((one) => one !== sheet);
          });
        }
      },
    });
  };

  /** Asks for the claims, and paints them on those blocks that are still there when the answer comes. */
  const detect = async (read: Reader) => {
    changed = detecting;
    if (detecting) return;
    detecting = true;
    const asked = read.blocks().map(({ block }) => block);
    const claims = await options.detect({ title: document.title, blocks: asked });
    detecting = false;
    if (end.signal.aborted) return;
    if (claims && reader) paint(reader.blocks(), asked, claims);
    if (changed) watch.schedule();
  };

  const paint = (blocks: readonly ReadBlock[], asked: readonly TextBlock[], claims: readonly Claim[]) => {
    const places = new Map(blocks.map(({ block }, at) => [block, at]));
    const marks = highlighter.paint(
      blocks,
      claims.flatMap((claim) => {
        const block = places.get(asked[claim.block]!);
        return block === undefined ? [] : [{ ...claim, block }];
      }),
    );
    if (openMark && !marks.some(({ id }) => id === openMark?.id)) close();
    if (marks.length === count) return;
    count = marks.length;
    onCount(count);
  };

  const watch = watchPage({
    signal: end.signal,
    isOurs,
    changes: {
      onNode(node, added) {
        // What only lost nodes names nothing new.
        if (!reader) unread.push(...(node instanceof CharacterData ? [node] : added));
        else if (node === document) for (const child of added) reader.touch(child);
        else reader.touch(node);
      },
      onAttribute(element) {
        reader?.touchElement(element);
      },
    },
    work(goOn) {
      if (!reader) {
        for (let node = unread.pop(); node; node = unread.pop()) {
          if (node.isConnected && namesSubstance(node)) {
            unread = [];
            startReader();
            return false;
          }
          if (!goOn() && unread.length > 0) return false;
        }
        return true;
      }
      // The document was written anew.
      if (!root.isConnected) startReader();
      reader.touchHidden();
      if (!reader.read(goOn)) return false;
      // Where no one answers, the next change asks again.
      void detect(reader);
      return true;
    },
  });

  const cardsOf = new WeakMap<Mark, ReturnType<SessionOptions['fetchCards']>>();
  const cardsFor = (mark: Mark) => {
    let cards = cardsOf.get(mark);
    if (!cards) {
      cards = fetchCards(mark.claims.map(({ substance, topic }) => ({ substance, topic })));
      cardsOf.set(mark, cards);
    }
    return cards;
  };

  const close = () => {
    clearTimeout(leaving);
    leaving = undefined;
    openMark = null;
    host.close();
  };

  const show = async (mark: Mark, by: typeof openedBy) => {
    openMark = mark;
    openedBy = by;
    const answer = await cardsFor(mark);
    // An answer that did not come may come the next time.
    if (!answer) cardsOf.delete(mark);
    if (openMark !== mark || end.signal.aborted) return;
    const marks = shownMarks();
    host.open({
      key: mark.id,
      evidence: answer && {
        parts: answer.cards.map((card, at) => ({ card, cues: mark.claims[at]?.cues ?? [] })),
        help: answer.help,
      },
      position: { index: marks.findIndex(({ id }) => id === mark.id) + 1, total: marks.length },
      rects: () => rectsOf(mark),
      near: mark.source.element,
      focus: by === 'key',
    });
  };

  const goTo = (mark: Mark) => {
    const words = mark.ranges[0]?.startContainer.parentElement;
    words?.scrollIntoView({ block: 'center', behavior: 'instant' });
    // High in the window, so that the card has room below; where the document cannot scroll, they stay in its middle.
    const [first] = rectsOf(mark);
    if (first) scrollBy({ top: first.top - innerHeight * FROM_TOP, behavior: 'instant' });
    void show(mark, 'key');
    return true;
  };

  /**
   * The marks in sight. A class set far above may have hidden some since they were read, which no observer tells
   * of; that is looked at only when someone asks.
   */
  const shownMarks = () =>
    highlighter.marks().filter(({ source }) => source.element.checkVisibility({ visibilityProperty: true }));

  const step = (direction: 'next' | 'previous') => {
    const marks = shownMarks();
    if (marks.length === 0) return false;
    const by = direction === 'next' ? 1 : -1;
    const at = openMark ? marks.findIndex(({ id }) => id === openMark?.id) : -1;
    if (at >= 0) return goTo(marks[(at + by + marks.length) % marks.length]!);
    const below = marks.findIndex((mark) => rectsOf(mark).some(({ bottom }) => bottom > 0));
    const first = below < 0 ? 0 : below;
    return goTo(marks[direction === 'next' ? first : (first - 1 + marks.length) % marks.length]!);
  };

  watchPointer({
    signal: end.signal,
    isOurs,
    calls: {
      onPause(x, y) {
        const mark = highlighter.markAt(x, y, shadowRoots);
        if (mark) void cardsFor(mark);
      },
      onRest(x, y) {
        const mark = highlighter.markAt(x, y, shadowRoots);
        if (!mark || mark.id === openMark?.id) return;
        // A card that was asked for is not replaced by a hand that rests elsewhere.
        if (openMark && (openedBy !== 'rest' || host.inUse())) return;
        void show(mark, 'rest');
      },
      onClick(x, y) {
        const mark = highlighter.markAt(x, y, shadowRoots);
        if (mark) void show(mark, 'click');
      },
      onMove(x, y) {
        if (!openMark || openedBy !== 'rest' || !host.isOpen() || host.inUse() || host.covers(x, y)) {
          clearTimeout(leaving);
          leaving = undefined;
        } else leaving ??= setTimeout(close, 350);
      },
      onPressOutside() {
        if (host.isOpen()) close();
      },
    },
  });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !host.isOpen()) return;
      event.stopPropagation();
      event.preventDefault();
      close();
    },
    { signal: end.signal, capture: true },
  );
  watch.schedule();

  return {
    claims: () =>
      shownMarks().map((mark) => ({
        id: mark.id,
        sentence: sentenceOf(mark),
        pairs: mark.claims.map(({ substance, topic }) => ({
          substance,
          topic,
          verdict: verdictOf({ substance, topic }),
        })),
      })),
    open(id) {
      const mark = highlighter.marks().find((one) => one.id === id);
      return mark ? goTo(mark) : false;
    },
    step,
    stop(keepMarks = false) {
      end.abort();
      host.remove();
      if (keepMarks) return;
      highlighter.clear();
      for (const undo of onEnd) undo();
    },
  };
}
