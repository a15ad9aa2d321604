/** All that runs on a page while the extension is on there: read, detect, paint, open cards; and its end. */
import type { CiteAnswer } from '../../components/CiteAndShare.tsx';
import type { ViewText } from '../../components/Text.tsx';
import type { CardKey } from '../../lib/evidence/card.ts';
import type { PageText, TextBlock } from '../../lib/text/block.ts';
import type { CardLook } from '../shared/card-look.ts';
import type { JudgedClaim, ListedClaim, ToBackground } from '../shared/messages.ts';
import type { ReadBlock } from './block-parts.ts';
import { createHighlighter, type MarkStyle } from './highlighter.ts';
import { nearestBlock } from './nearest-block.ts';
import { type CardAct, createOpenCards, type OpenBy, sentenceOf } from './open-cards.ts';
import { createPageGate } from './page-gate.ts';
import { createReader, type Reader } from './read-blocks.ts';
import { watchShadowRoots } from './shadow-roots.ts';
import { watchAddress } from './watch-address.ts';
import { watchPage } from './watch-page.ts';

/** What the session needs of the world outside the page. */
export interface SessionOptions {
  /** Whether a text names a substance; until one does, the page is left alone. */
  namesSubstance(text: string): boolean;
  /** The claims of a page, and first those of the blocks from `near` on, where all take long; null where no one answers. */
  detect(
    page: PageText,
    near: number,
    onPart: (claims: readonly JudgedClaim[], blocks: { first: number; end: number }) => void,
  ): Promise<readonly JudgedClaim[] | null>;
  readonly text: ViewText;
  readonly markStyle: MarkStyle;
  /** How cards look and what opens them, as the reader has set it now. */
  look(): CardLook;
  openBy(): OpenBy;
  /** Whether the reader wants this claim marked. */
  isWanted(claim: JudgedClaim, sentence: string): boolean;
  readonly act: CardAct;
  /** Whether a node on the page is of the extension, cards apart. */
  isOurs(node: unknown): boolean;
  /** Fewer characters of text than this are left alone: 0 for a page, more for a frame in one. */
  readonly leastText: number;
  /** The evidence for some pairs; null where no one answers. */
  fetchCards(keys: readonly CardKey[]): Promise<ToBackground['getCards']['answer'] | null>;
  /** The citations of some sources, as one text; null where no one answers. */
  readonly fetchCitations: CiteAnswer;
  /** The extension's own, for a report of an error. */
  readonly version: string;
  /** Opens the entry of a pair in the library. */
  openLibrary(key: CardKey): void;
  /** False once the extension was updated or removed under the page. */
  isAlive(): boolean;
  /** The marks changed, or the card that is open. */
  onChange(): void;
  /** Steps from the open card; by default to the session's own next mark. */
  onStep?(direction: 'next' | 'previous'): void;
}

export interface Session {
  /** Names all marks as they were painted last; asks nothing of the page. */
  ids(): readonly string[];
  /** The marks in sight. */
  claims(): readonly ListedClaim[];
  /** Claims found that the reader does not want marked. */
  hidden(): number;
  /** Marks anew by what the reader wants now. */
  refresh(): void;
  /** Names the claim whose card is open; null where none is. */
  openId(): string | null;
  /** Scrolls to a mark and opens its card; false where it is gone. */
  open(id: string): boolean;
  /** Goes to the next or previous mark, from the open card or from the top of what is seen. */
  step(direction: 'next' | 'previous'): boolean;
  /** Moves the focus into the open card, else opens the first one that is seen. False where there is none. */
  enter(): boolean;
  /** Closes the open card; false where none is. */
  close(): boolean;
  /** Ends all of it and leaves no mark. */
  stop(): void;
}

/** Milliseconds until what no one answered is asked again, longer each time; and how often. */
const ASK_AGAIN = 1000;
const MOST_UNANSWERED = 3;

/** A claim, and the block that it stands in. */
type PlacedClaim = JudgedClaim & { readonly of: TextBlock };

export function startSession(options: SessionOptions): Session {
  const end = new AbortController();
  const { signal } = end;
  const highlighter = createHighlighter(options.markStyle);
  const roots = watchShadowRoots({ signal, onLate: (element) => meet(element) });
  const gate = createPageGate({
    roots,
    namesSubstance: options.namesSubstance,
    onRoot: (root) => watch.addRoot(root),
  });
  /** Null until the page names a substance: until then not one of its nodes is read. */
  let reader: Reader | null = null;
  /** Whether an answer on claims is on its way, and whether the page changed since it was asked for. */
  let detecting = false;
  let changed = false;
  let unanswered = 0;
  let root: Element = document.documentElement;
  let designMode = document.designMode;
  let painted = '';
  /** The last answer on claims. */
  let found: readonly PlacedClaim[] = [];
  let unwanted = 0;

  const cards = createOpenCards({
    text: options.text,
    look: options.look,
    openBy: options.openBy,
    act: options.act,
    highlighter,
    fetchCards: options.fetchCards,
    fetchCitations: options.fetchCitations,
    version: options.version,
    openLibrary: options.openLibrary,
    shadowRoots: roots.list,
    onStep: (direction) => (options.onStep ? options.onStep(direction) : void cards.step(direction)),
    onOpen: options.onChange,
    isAlive: () => isAlive(),
    onEnd: () => cards.remove(),
  });

  /**
   * False once no one answers any more. What is painted stays readable and follows its text from then on by itself;
   * nothing else runs but the pointer, so that a card can say so once.
   */
  const isAlive = () => {
    if (options.isAlive()) return true;
    if (!signal.aborted) {
      end.abort();
      highlighter.letGo();
    }
    return false;
  };

  const isOurs = (node: unknown) => cards.isOurs(node) || options.isOurs(node);

  const startReader = () => {
    root = document.documentElement;
    reader = createReader(root, {
      isOurs,
      onShadowRoot(shadow) {
        if (roots.add(shadow)) watch.addRoot(shadow);
      },
      onElement: roots.expect,
    });
  };

  const meet = (element: Element) => {
    if (reader) reader.touch(element);
    else gate.add([element]);
    watch.schedule();
  };

  /** Asks for the claims, and paints them on those blocks that are still there when the answer comes. */
  const detect = async (read: readonly ReadBlock[]) => {
    changed = detecting;
    if (detecting) return;
    detecting = true;
    const asked = read.map(({ block }) => block);
    const take = (claims: readonly JudgedClaim[], kept: typeof found = []) => {
      found = [...kept, ...claims.map((claim) => ({ ...claim, of: asked[claim.block]! }))];
      paint();
    };
    const page = { title: document.title, blocks: asked };
    const claims = await options.detect(page, await nearestBlock(read), (part, { first, end }) => {
      const judged = new Set(asked.slice(first, end));
      if (isAlive())
        take(
          part,
          found.filter(({ of }) => !judged.has(of)),
        );
    });
    detecting = false;
    if (!isAlive()) return;
    if (claims) {
      unanswered = 0;
      take(claims);
    }
    // A page that stands still would else wait for ever for a worker that could not wake.
    else if (unanswered < MOST_UNANSWERED) setTimeout(watch.schedule, ASK_AGAIN * ++unanswered);
    if (changed) watch.schedule();
  };

  const paint = () => {
    if (!reader) return;
    const blocks = reader.blocks();
    const places = new Map(blocks.map(({ block }, at) => [block, at]));
    const placed = found
      .flatMap((claim) => {
        const block = places.get(claim.of);
        return block === undefined ? [] : [{ ...claim, block }];
      })
      .sort((a, b) => a.block - b.block || a.start - b.start);
    const wanted = placed.filter((claim) =>
      options.isWanted(claim, blocks[claim.block]!.block.text.slice(claim.start, claim.end)),
    );
    unwanted = placed.length - wanted.length;
    const marks = highlighter.paint(blocks, wanted);
    roots.restore();
    cards.follow();
    const now = marks.map(({ id }) => id).join();
    if (now === painted) return;
    painted = now;
    options.onChange();
  };

  const isEnough = (blocks: readonly ReadBlock[]) =>
    options.leastText === 0 ||
    blocks.reduce((length, { block }) => length + block.text.length, 0) >= options.leastText;

  /** A document written anew keeps none of its nodes and, after `document.open`, no listener. */
  const takeNewRoot = () => {
    root = document.documentElement;
    cards.listen();
    if (reader) startReader();
    else gate.add([root]);
  };

  const work = (goOn: () => boolean) => {
    if (!isAlive()) return true;
    if (root !== document.documentElement && document.documentElement) takeNewRoot();
    roots.look();
    if (!reader) {
      const answer = gate.look(goOn);
      if (answer !== 'open') return answer === 'shut';
      startReader();
    } else if (document.designMode !== designMode) {
      designMode = document.designMode;
      startReader();
    }
    return readOn(goOn);
  };

  const readOn = (goOn: () => boolean) => {
    if (!reader) return true;
    reader.touchHidden();
    if (!reader.read(goOn)) return false;
    const blocks = reader.blocks();
    if (!isEnough(blocks)) return true;
    void detect(blocks);
    return true;
  };

  const watch = watchPage({
    signal,
    isOurs,
    work,
    changes: {
      onNode(node, added) {
        // What only lost nodes names nothing new.
        if (!reader) gate.add(node instanceof CharacterData ? [node] : added);
        else if (node === document) for (const child of added) reader.touch(child);
        else reader.touch(node);
      },
      onAttribute(element) {
        reader?.touchElement(element);
      },
      onOurs: cards.onHostMoved,
    },
  });
  // Nothing tells of design mode, but whoever writes moves the caret.
  const onCaret = () => {
    if (document.designMode !== designMode) watch.schedule();
  };
  document.addEventListener('selectionchange', onCaret, { signal });
  watchAddress(signal, watch.schedule);
  cards.listen();
  gate.add([root]);
  watch.schedule();

  return {
    ids: () => highlighter.marks().map(({ id }) => id),
    claims: () =>
      cards.marks().map((mark) => ({
        id: mark.id,
        sentence: sentenceOf(mark),
        pairs: mark.claims.map(({ substance, topic, verdict }) => ({ substance, topic, verdict })),
      })),
    hidden: () => unwanted,
    refresh() {
      cards.forget();
      paint();
    },
    openId: cards.openId,
    open: cards.open,
    step: cards.step,
    enter: cards.enter,
    close() {
      const isOpen = cards.openId() !== null;
      cards.close();
      return isOpen;
    },
    stop() {
      end.abort();
      cards.remove();
      highlighter.clear();
      roots.clear();
    },
  };
}
