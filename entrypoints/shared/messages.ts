import type { SubstanceId, TopicId, Verdict } from '../../generated/ids.ts';
import type { Claim } from '../../lib/claims/claim.ts';
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

/** What a tab tells of itself. */
export interface PageReport {
  /** Host whose rule governs the page. */
  readonly host: string;
  readonly on: boolean;
  readonly claims: readonly ListedClaim[];
}

/** Content script to background: each name gives the parameters and the answer. */
export interface ToBackground {
  getCards: {
    params: { keys: readonly CardKey[] };
    answer: { cards: readonly Card[]; help: readonly HelpLine[] };
  };
  /** The citations of these sources as one text, ready to copy or to save. */
  getCitations: { params: { ids: readonly string[]; form: CitationForm }; answer: string };
  /** The claims of a page that names a substance; `claims` is null where it must tell all its blocks again. */
  detect: { params: PageDelta; answer: { claims: readonly Claim[] | null } };
  /** Opens the library at the entry of a pair, in a tab of its own. */
  openLibrary: { params: { key: CardKey }; answer: null };
  /** Claims in the sender's tab, for the badge; null where the page is off. */
  setCount: { params: { count: number | null }; answer: null };
}

/** Popup or background to the content script of a tab's top frame. */
export interface ToPage {
  getReport: { params: Record<string, never>; answer: PageReport };
  /** Scrolls to the claim and opens its card. False where the page has changed and the claim is gone. */
  openClaim: { params: { id: string }; answer: boolean };
  /** Opens the next or previous claim in page order, from the open card or the viewport. */
  stepClaim: { params: { direction: 'next' | 'previous' }; answer: boolean };
}

/** A message on the wire. */
export type Message<Contract, Name extends keyof Contract = keyof Contract> = {
  [N in Name]: { name: N; params: Contract[N] extends { params: infer P } ? P : never };
}[Name];
