/** The element of all cards on a page, made when the first one opens: a shadow root in the top layer. */
import { autoUpdate, computePosition, flip, offset, platform, shift, size } from '@floating-ui/dom';
import { createRef, render } from 'preact';
import type { CardAction } from '../../components/CardMenu.tsx';
import { CardNotice } from '../../components/CardNotice.tsx';
import type { CiteAnswer } from '../../components/CiteAndShare.tsx';
import cardCss from '../../components/card.css?inline';
import { type CardPart, EvidenceCard } from '../../components/EvidenceCard.tsx';
import { TextProvider, type ViewText } from '../../components/Text.tsx';
import type { CardKey, HelpLine } from '../../lib/evidence/card.ts';
import type { CardLook } from '../shared/card-look.ts';
import { copyText } from './copy-text.ts';
import { shownParent } from './shown-nodes.ts';

/** What a card shows and where. */
export interface CardView {
  /** Changes with the sentence, so that nothing of the last card stays. */
  readonly key: string;
  /** What is said in place of the evidence, with a way back. */
  readonly notice?: { readonly words: string; readonly undo: () => void };
  /** Null where the evidence did not come. */
  readonly evidence: { readonly parts: readonly CardPart[]; readonly help: readonly HelpLine[] } | null;
  readonly position: { readonly index: number; readonly total: number };
  /** Places of the marked words now, in CSS pixels of the viewport. */
  rects(): readonly DOMRect[];
  /** An element near the words, whose scrolling the card follows. */
  readonly near: Element;
  /** Whether the card takes the focus: by key or from the popup, not by pointer. */
  readonly focus: boolean;
}

export interface CardHost {
  /** Draws a card that may open soon, outside of the page; nothing while one is open. */
  prepare(view: CardView): void;
  open(view: CardView): void;
  close(): void;
  isOpen(): boolean;
  /** False where the page has taken the card away. */
  isConnected(): boolean;
  /** Moves the focus into the open card. */
  focus(): void;
  isOurs(node: unknown): boolean;
  /** Whether the point is on the card or on the way to it from the words. */
  covers(x: number, y: number): boolean;
  /** Puts a text on the clipboard from the open card; false where the browser refused. */
  copy(text: string): Promise<boolean>;
  /** Whether someone chooses or writes in a field of the card. */
  inUse(): boolean;
  /** Removes every trace. */
  remove(): void;
}

interface CardHostOptions {
  readonly text: ViewText;
  readonly version: string;
  readonly onCite: CiteAnswer;
  /** As the reader has set it now. */
  look(): CardLook;
  onAction(action: CardAction, part: CardPart): void;
  onStep(direction: 'next' | 'previous'): void;
  onClose(): void;
  /** Opens what the card shows in the library. */
  onLibrary(key: CardKey): void;
}

/**
 * Undoes what the browser gives a popover, and what a page gives every element. The place comes by custom
 * properties, the only ones that `all` lets through: what is important here wins over the host's own style too.
 */
const HOST_CSS = `:host{all:initial!important;position:fixed!important;display:block!important;
left:var(--card-left,0)!important;top:var(--card-top,auto)!important;bottom:var(--card-bottom,auto)!important;
width:var(--card-width,auto)!important;overflow:visible!important;z-index:2147483647!important}
:host(:not(:popover-open)){display:none!important}`;

/** Events that a page would take for its own: for a press outside of its dialog, say, or a key of its player. */
const INSIDE = (
  'keydown keyup keypress beforeinput input pointerdown pointerup mousedown mouseup click dblclick auxclick ' +
  'touchstart touchend wheel focusin focusout copy'
).split(' ');

/** Below this width of the window the card is a sheet at the bottom edge, at most this share of its height. */
const NARROW = 480;
const SHEET = 0.75;
/** Pixels between words and card, and between card and the window's edge. */
const GAP = 6;
const EDGE = 8;
/** Pixels around card and words that still count as on the way. */
const WAY = 14;

/**
 * The card is placed by the window, as all in the top layer is. Floating UI takes off the left edge of the root
 * element, meant for a scroll bar there; a root that is centred or written vertically has one without a bar.
 */
const inWindow: typeof platform = {
  ...platform,
  async getElementRects({ reference, floating }) {
    const { x, y, width, height } = reference.getBoundingClientRect();
    const size = await platform.getDimensions(floating);
    return { reference: { x, y, width, height }, floating: { x: 0, y: 0, ...size } };
  },
};

const boundsOf = (rects: readonly DOMRect[]) => {
  const left = Math.min(...rects.map((r) => r.left));
  const top = Math.min(...rects.map((r) => r.top));
  const right = Math.max(...rects.map((r) => r.right));
  const bottom = Math.max(...rects.map((r) => r.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
};

/** The modal dialog or the element in full screen that holds the words: all outside of it is inert, a card too. */
function modalAround(near: Element): Element | null {
  for (let at: Node | null = near; at; at = shownParent(at))
    if (at instanceof Element && at.matches(':modal')) return at;
  return null;
}

export function createCardHost(options: CardHostOptions): CardHost {
  const { text, version, onCite, look, onAction, onStep, onClose, onLibrary } = options;
  let host: HTMLElement | null = null;
  let root: ShadowRoot | null = null;
  let shown: CardView | null = null;
  let stopFollowing: () => void = () => {};
  let focusedBefore: Element | null = null;
  const heading = createRef<HTMLHeadingElement>();
  const notice = createRef<HTMLDivElement>();

  const make = () => {
    host = document.createElement('div');
    host.popover = 'manual';
    root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(HOST_CSS + cardCss);
    root.adoptedStyleSheets = [sheet];
    // What is done in the card is none of the page's business.
    for (const type of INSIDE) host.addEventListener(type, (event) => event.stopPropagation());
    return host;
  };

  const copy = async (words: string) => root !== null && copyText(words, root);

  const takeFocus = () => (heading.current ?? notice.current)?.focus({ preventScroll: true });

  const draw = (view: CardView) => {
    if (!root) return;
    const { theme, ...others } = look();
    const themed = theme ? { theme } : {};
    render(
      <TextProvider text={text}>
        {view.notice ? (
          <CardNotice
            words={view.notice.words}
            action={{ label: text.t('more.undo'), run: view.notice.undo }}
            {...themed}
          />
        ) : view.evidence ? (
          <EvidenceCard
            key={view.key}
            parts={view.evidence.parts}
            help={view.evidence.help}
            {...others}
            {...themed}
            position={view.position}
            onStep={onStep}
            onAction={onAction}
            onClose={onClose}
            onCopy={copy}
            onCite={onCite}
            version={version}
            onLibrary={onLibrary}
            headingRef={heading}
            sheet
          />
        ) : (
          <CardNotice words={text.t('card.reload')} noticeRef={notice} {...themed} />
        )}
      </TextProvider>,
      root,
    );
  };

  const place = async (view: CardView, element: HTMLElement) => {
    const rects = view.rects();
    if (rects.length === 0) {
      onClose();
      return;
    }
    const set = (name: string, value: string) => element.style.setProperty(`--card-${name}`, value);
    if (innerWidth < NARROW) {
      set('left', '0');
      set('top', 'auto');
      set('bottom', '0');
      set('width', '100%');
      set('height', `${Math.round(innerHeight * SHEET)}px`);
      return;
    }
    set('bottom', 'auto');
    set('width', 'auto');
    // Measured at its full height: what was left for it at the last place says nothing of this one.
    set('height', `${innerHeight - 2 * EDGE}px`);
    const bounds = boundsOf(rects);
    const words = { getBoundingClientRect: () => bounds, contextElement: view.near };
    const room = element.offsetWidth + GAP + EDGE;
    const besides = [
      ...(innerWidth - bounds.right >= room ? (['right-start'] as const) : []),
      ...(bounds.left >= room ? (['left-start'] as const) : []),
    ];
    const { x, y } = await computePosition(words, element, {
      strategy: 'fixed',
      platform: inWindow,
      placement: 'bottom-start',
      middleware: [
        offset(GAP),
        flip({ padding: EDGE, crossAxis: false, fallbackPlacements: ['top-start', ...besides] }),
        shift({ padding: EDGE }),
        size({
          padding: EDGE,
          apply: ({ availableHeight }) =>
            set(
              'height',
              `${Math.max(Math.min(200, innerHeight - 2 * EDGE), Math.floor(availableHeight))}px`,
            ),
        }),
      ],
    });
    if (shown !== view) return;
    // In a window too low for the least height, the card rather covers its words than leaves the window.
    const lowest = innerHeight - EDGE - element.offsetHeight;
    const isSeen = bounds.bottom > 0 && bounds.top < innerHeight;
    set('left', `${Math.round(x)}px`);
    set('top', `${Math.round(isSeen ? Math.max(EDGE, Math.min(y, lowest)) : y)}px`);
  };

  return {
    isOpen: () => shown !== null,
    isConnected: () => host?.isConnected === true,
    focus: takeFocus,
    copy,
    isOurs: (node) => node !== null && node === host,

    prepare(view) {
      if (shown) return;
      host ??= make();
      draw(view);
    },

    open(view) {
      const element = host ?? make();
      const home = modalAround(view.near) ?? document.documentElement;
      if (element.parentNode !== home) home.append(element);
      if (!shown) focusedBefore = document.activeElement;
      shown = view;
      stopFollowing();
      draw(view);
      // Shown anew each time, since a dialog of the page may have come above it.
      if (element.matches(':popover-open')) element.hidePopover();
      element.showPopover();
      const words = {
        getBoundingClientRect: () => boundsOf(view.rects()),
        contextElement: view.near,
      };
      stopFollowing = autoUpdate(words, element, () => void place(view, element));
      if (view.focus) takeFocus();
    },

    close() {
      if (!shown || !host || !root) return;
      shown = null;
      stopFollowing();
      stopFollowing = () => {};
      const focusWasInside = root.activeElement !== null;
      if (host.isConnected && host.matches(':popover-open')) host.hidePopover();
      render(null, root);
      // Between cards the page holds nothing of ours.
      host.remove();
      if (focusWasInside && focusedBefore instanceof HTMLElement)
        focusedBefore.focus({ preventScroll: true });
      focusedBefore = null;
    },

    inUse: () => root?.activeElement?.matches('select, textarea') ?? false,

    covers(x, y) {
      if (!shown || !host) return false;
      const rects = shown.rects();
      const all = [...rects, host.getBoundingClientRect()].filter((r) => r.width > 0);
      // From the words to the card lies a gap: what stands between the two is on the way.
      return all.length > 0 && within(boundsOf(all), x, y);
    },

    remove() {
      this.close();
      host?.remove();
      host = null;
      root = null;
    },
  };
}

const within = (rect: DOMRect, x: number, y: number) =>
  x >= rect.left - WAY && x <= rect.right + WAY && y >= rect.top - WAY && y <= rect.bottom + WAY;
