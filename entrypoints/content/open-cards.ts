/** Which mark's card is open: by pointer, by key or from a list; and how it closes. */
import type { CardAction } from '../../components/CardMenu.tsx';
import type { CiteAnswer } from '../../components/CiteAndShare.tsx';
import type { CardPart } from '../../components/EvidenceCard.tsx';
import type { ViewText } from '../../components/Text.tsx';
import type { CardKey } from '../../lib/evidence/card.ts';
import type { CardLook } from '../shared/card-look.ts';
import type { ToBackground } from '../shared/messages.ts';
import type { ActedOn, Done } from './card-actions.ts';
import { type CardView, createCardHost } from './card-host.tsx';
import { type Highlighter, type Mark, rectsOf } from './highlighter.ts';
import { watchPointer } from './watch-pointer.ts';

type Direction = 'next' | 'previous';
/** What the card's menu does with a mark. */
export type CardAct = (
  action: CardAction,
  part: CardPart,
  mark: ActedOn,
  copy: (text: string) => Promise<boolean>,
) => Promise<Done | null>;
/** What opens a card: the resting pointer too, a click too, or keys alone. */
export type OpenBy = 'rest' | 'click' | 'keys';

interface Options {
  readonly text: ViewText;
  /** How cards look and what opens them, as the reader has set it now. */
  look(): CardLook;
  openBy(): OpenBy;
  act: CardAct;
  readonly highlighter: Highlighter;
  /** The evidence for some pairs; null where no one answers. */
  fetchCards(keys: readonly CardKey[]): Promise<ToBackground['getCards']['answer'] | null>;
  readonly fetchCitations: CiteAnswer;
  readonly version: string;
  openLibrary(key: CardKey): void;
  /** The shadow roots that hold marks. */
  shadowRoots(): ShadowRoot[];
  /** The reader asks for another card from the open one. */
  onStep(direction: Direction): void;
  /** Another card is open than before, or none. */
  onOpen(): void;
  /** Before the page is asked what stands at a point: whether there is still anyone to answer. */
  isAlive(): boolean;
  /** The card that told of the end was closed. */
  onEnd(): void;
}

export interface OpenCards {
  /** The marks in sight, in page order. */
  marks(): readonly Mark[];
  /** Names the mark whose card is open; null where none is. */
  openId(): string | null;
  /** Scrolls to a mark and opens its card; false where it is gone. */
  open(id: string): boolean;
  /** Goes to the next or previous mark, from the open card or from the top of what is seen. */
  step(direction: Direction): boolean;
  /** Moves the focus into the open card, else opens the first one that is seen. False where there is none. */
  enter(): boolean;
  close(): void;
  /** Asks for the evidence anew from now on: the laws of another country may come first. */
  forget(): void;
  /** Closes a card whose mark is gone. */
  follow(): void;
  isOurs(node: unknown): boolean;
  /** Our host came to the page or left it. */
  onHostMoved(): void;
  /** Listens to pointer and keys, in place of listeners that a page has swept away. */
  listen(): void;
  remove(): void;
}

/** Where the words of a claim that is gone to come to stand, as a share of the window's height. */
const FROM_TOP = 0.12;
/** Milliseconds that a card stays once the pointer has left it. */
const LEAVE = 350;

export const pairsOf = ({ claims }: Mark) => claims.map(({ substance, topic }) => ({ substance, topic }));
export const sentenceOf = ({ source, start, end }: Mark) => source.block.text.slice(start, end).trim();

export function createOpenCards(options: Options): OpenCards {
  const { highlighter, fetchCards } = options;
  let openMark: Mark | null = null;
  let openedBy: 'rest' | 'click' | 'key' = 'rest';
  let leaving: ReturnType<typeof setTimeout> | undefined;
  /** Whether the card says what was done in place of the evidence: then it outlives its mark. */
  let noticed = false;
  /** A page that has taken a card away gets none that was not asked for. */
  let isTakenAway = false;
  let listening = new AbortController();

  const host = createCardHost({
    text: options.text,
    look: options.look,
    onAction: (action, part) => void doAction(action, part),
    version: options.version,
    onCite: options.fetchCitations,
    onStep: options.onStep,
    onClose: () => close(),
    onLibrary: options.openLibrary,
  });

  let cardsOf = new WeakMap<Mark, ReturnType<Options['fetchCards']>>();
  const cardsFor = (mark: Mark) => {
    let cards = cardsOf.get(mark);
    if (!cards) {
      cards = fetchCards(pairsOf(mark));
      cardsOf.set(mark, cards);
    }
    return cards;
  };

  const stay = () => {
    clearTimeout(leaving);
    leaving = undefined;
  };
  const close = () => {
    stay();
    if (!openMark) return;
    openMark = null;
    noticed = false;
    host.close();
    options.onOpen();
    if (!options.isAlive()) options.onEnd();
  };

  type Answer = Awaited<ReturnType<Options['fetchCards']>>;
  const viewOf = (mark: Mark, answer: Answer, shown: readonly Mark[], focus = false): CardView => ({
    key: mark.id,
    evidence: answer && {
      parts: answer.cards.map((card, at) => ({ card, cues: mark.claims[at]?.cues ?? [] })),
      help: answer.help,
    },
    position: { index: shown.findIndex(({ id }) => id === mark.id) + 1, total: shown.length },
    rects: () => rectsOf(mark),
    near: mark.source.element,
    focus,
  });

  /** Fetches and draws the card that a slowing pointer may come to open. */
  const prepare = async (mark: Mark) => {
    const answer = await cardsFor(mark);
    if (answer && !openMark) host.prepare(viewOf(mark, answer, highlighter.marks()));
  };

  const show = async (mark: Mark, by: typeof openedBy) => {
    openMark = mark;
    openedBy = by;
    noticed = false;
    const answer = options.isAlive() ? await cardsFor(mark) : null;
    // An answer that did not come may come the next time.
    if (!answer) cardsOf.delete(mark);
    if (openMark !== mark) return;
    host.open(viewOf(mark, answer, marks(), by === 'key'));
    options.onOpen();
  };

  const doAction = async (action: CardAction, part: CardPart) => {
    const mark = openMark;
    if (!mark) return;
    // Before anything is set, since the mark may be gone right after.
    noticed = true;
    openedBy = 'key';
    const acted = { sentence: sentenceOf(mark), pairs: pairsOf(mark) };
    const done = await options.act(action, part, acted, host.copy);
    if (openMark !== mark) return;
    if (!done) {
      close();
      return;
    }
    host.open({
      key: `${mark.id} ${action}`,
      notice: { words: done.words, undo: () => void done.undo().then(close, close) },
      evidence: null,
      position: { index: 1, total: 1 },
      rects: () => rectsOf(mark),
      near: mark.source.element,
      focus: false,
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
  const marks = () =>
    highlighter.marks().filter(({ source }) => source.element.checkVisibility({ visibilityProperty: true }));

  /** Place of the first mark that is not above the window; the first of all where all are. */
  const firstSeen = (shown: readonly Mark[]) =>
    Math.max(
      0,
      shown.findIndex((mark) => rectsOf(mark).some(({ bottom }) => bottom > 0)),
    );

  const markAt = (x: number, y: number) => highlighter.markAt(x, y, options.shadowRoots());

  const listen = () => {
    listening.abort();
    listening = new AbortController();
    const { signal } = listening;
    watchPointer({
      signal,
      isOurs: host.isOurs,
      calls: {
        onPause(x, y) {
          const mark = options.isAlive() && options.openBy() === 'rest' ? markAt(x, y) : null;
          if (mark) void prepare(mark);
        },
        onRest(x, y) {
          options.isAlive();
          const mark = isTakenAway || options.openBy() !== 'rest' ? null : markAt(x, y);
          if (!mark || mark.id === openMark?.id) return;
          // A card that was asked for is not replaced by a hand that rests elsewhere.
          if (openMark && (openedBy !== 'rest' || host.inUse())) return;
          void show(mark, 'rest');
        },
        onClick(x, y) {
          options.isAlive();
          const mark = options.openBy() === 'keys' ? null : markAt(x, y);
          if (mark) void show(mark, 'click');
        },
        onMove(x, y) {
          const stays = !openMark || openedBy !== 'rest' || !host.isOpen() || host.inUse();
          if (stays || host.covers(x, y)) stay();
          else leaving ??= setTimeout(close, LEAVE);
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
      { signal, capture: true },
    );
  };

  return {
    marks,
    close,
    listen,
    isOurs: host.isOurs,
    openId: () => openMark?.id ?? null,

    open(id) {
      const mark = highlighter.marks().find((one) => one.id === id);
      return mark ? goTo(mark) : false;
    },

    step(direction) {
      const shown = marks();
      if (shown.length === 0) return false;
      const by = direction === 'next' ? 1 : -1;
      const at = openMark ? shown.findIndex(({ id }) => id === openMark?.id) : -1;
      const from = at >= 0 ? at + by : direction === 'next' ? firstSeen(shown) : firstSeen(shown) - 1;
      return goTo(shown[(from + shown.length) % shown.length]!);
    },

    enter() {
      if (openMark && host.isOpen()) {
        openedBy = 'key';
        stay();
        host.focus();
        return true;
      }
      const shown = marks();
      const mark = shown[firstSeen(shown)];
      return mark ? goTo(mark) : false;
    },

    forget() {
      cardsOf = new WeakMap();
    },

    follow() {
      if (openMark && !noticed && !highlighter.marks().some(({ id }) => id === openMark?.id)) close();
    },

    onHostMoved() {
      if (!host.isOpen() || host.isConnected()) return;
      isTakenAway = true;
      close();
    },

    remove() {
      stay();
      openMark = null;
      listening.abort();
      host.remove();
    },
  };
}
