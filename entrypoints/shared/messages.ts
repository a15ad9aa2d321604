import type { SubstanceId, TopicId, Verdict } from '../../generated/ids.ts';
import type { Claim } from '../../lib/claims/claim.ts';
import type { Part } from '../../lib/claims/detect.ts';
import type { PageDelta } from '../../lib/claims/page-delta.ts';
import type { Card, CardKey, HelpLine } from '../../lib/evidence/card.ts';
import type { CitationForm } from '../../lib/evidence/citations.ts';

/** A claim on the page, as the popup's list shows it. */
export interface ListedClaim {
  /** Names the claim until the page changes; valid for `openClaim`. */
  readonly id: string;
  /** The marked sentence, as it stands on the page. */
  readonly sentence: string;
  readonly pairs: readonly {
    readonly substance: SubstanceId;
    readonly topic: TopicId;
    readonly verdict: Verdict | 'none';
  }[];
}

/** What the rules of sites look at. */
export interface PageSite {
  readonly host: string;
  readonly path: string;
}

/** What a tab tells of itself. */
export interface PageReport {
  /** Host whose rule governs the page. */
  readonly host: string;
  /** Of its address, for the rule of a path. */
  readonly path: string;
  readonly on: boolean;
  readonly mode: 'on' | 'off' | 'paused';
  /** Claims found that the reader muted or dismissed. */
  readonly hidden: number;
  readonly claims: readonly ListedClaim[];
}

/** A claim with the verdict that its mark shows. */
export type JudgedClaim = Claim & { readonly verdict: Verdict | 'none' };

/** The claims of a page; where only the blocks of a part are judged yet, `part` names them. */
export interface DetectAnswer {
  /** Null where the page must tell all its blocks again. */
  readonly claims: readonly JudgedClaim[] | null;
  readonly part?: Pick<Part, 'first' | 'end'>;
}

/** Content script to background: each name gives the parameters and the answer. */
export interface ToBackground {
  getCards: {
    /** `region` is the country whose laws come first. */
    params: { keys: readonly CardKey[]; region?: string };
    answer: { cards: readonly Card[]; help: readonly HelpLine[] };
  };
  /** The citations of these sources as one text, ready to copy or to save. */
  getCitations: { params: { ids: readonly string[]; form: CitationForm }; answer: string };
  /** The claims of a page that names a substance. */
  detect: { params: PageDelta; answer: DetectAnswer };
  /** All claims of a page, named as in its delta, of which a part was answered. */
  detectRest: { params: { page: string }; answer: DetectAnswer };
  /** Opens the library at the entry of a pair, in a tab of its own. */
  openLibrary: { params: { key: CardKey }; answer: null };
  /**
   * Claims in the sender's tab, for the icon, and for an open popup that lists them; null where the page is off or
   * paused. `shown` is whether the reader wants the number on the icon.
   */
  setCount: { params: { count: number | null; mode: PageReport['mode']; shown: boolean }; answer: null };
  /** Address of the page that the sender is a frame of; null where the browser does not say. */
  getPageSite: { params: Record<string, never>; answer: PageSite | null };
  /**
   * Hands a message on to another frame of the sender's tab, 0 being the page itself, null all of them; null where
   * none answers.
   */
  relay: {
    params: { frameId: number | null; message: Message<ToPage> };
    answer: ToPage[keyof ToPage]['answer'] | null;
  };
}

/** To the content script of a tab's top frame; what opens, steps and closes goes to the others by `relay`. */
export interface ToPage {
  getReport: { params: Record<string, never>; answer: PageReport };
  /** Scrolls to the claim and opens its card. False where the page has changed and the claim is gone. */
  openClaim: { params: { id: string }; answer: boolean };
  /** Opens the next or previous claim in page order, from the open card or the viewport. */
  stepClaim: { params: { direction: 'next' | 'previous' }; answer: boolean };
  /** Moves the focus into the open card, else opens the first claim in sight. False where there is none. */
  enterCard: { params: Record<string, never>; answer: boolean };
  /** Closes the open card. False where none is open. */
  closeCard: { params: Record<string, never>; answer: boolean };
  /** From another frame of the page: its claims, and the one whose card is open there. */
  setFrame: { params: { claims: readonly ListedClaim[]; openId: string | null }; answer: null };
  /** From the page to its frames: it went on to another address, whose rule governs them now. */
  setSite: { params: PageSite; answer: null };
}

/** Name of the port on which a page tells its report at once and after each change. */
export const REPORT_PORT = 'report';

/** A message on the wire; `from` is the frame of its sender where it came by `relay`. */
export type Message<Contract, Name extends keyof Contract = keyof Contract> = {
  [N in Name]: { name: N; params: Contract[N] extends { params: infer P } ? P : never; from?: number };
}[Name];
