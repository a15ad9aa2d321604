import type {
  Certainty,
  EntryTopic,
  SourceKind,
  SubstanceClass,
  SubstanceId,
  Verdict,
} from '../../generated/ids.ts';
import type { CardSource, CardStatement, HelpLine } from './card.ts';

// The shape of generated/evidence.json: all of data/ that a card can show, each source once.

/** An entry as data/ holds it, under its topic. */
export interface EntryRow {
  readonly verdict: Verdict;
  readonly certainty: Certainty;
  readonly headline: string;
  readonly summary: string;
  readonly detail: string;
  readonly sources: readonly string[];
  readonly asOf: string;
}

/** A substance with all that is known of it apart from its sources. */
export interface SubstanceRow {
  readonly name: string;
  readonly scientificName?: string;
  readonly class: SubstanceClass;
  readonly overview: string;
  readonly risks: readonly CardStatement[];
  readonly interactions: readonly {
    readonly with: string;
    readonly effect: string;
    readonly sources: readonly string[];
  }[];
  readonly legal: readonly {
    readonly jurisdiction: string;
    readonly status: string;
    readonly asOf: string;
    readonly sources: readonly string[];
  }[];
  readonly entries: { readonly [topic in EntryTopic]?: EntryRow };
}

/**
 * A danger, and where it is shown: on the cards of these substances, for claims on these topics.
 * Where only one list is given, the other is open; where both are, both must hold.
 */
export interface DangerRow extends CardStatement {
  readonly substances?: readonly SubstanceId[];
  readonly topics?: readonly EntryTopic[];
}

/** How a kind of source is counted in a few words. */
export interface SourceKindRow {
  readonly one: string;
  readonly many: string;
  /** Whether the number of people in such a source says how many were studied. */
  readonly people: boolean;
}

export interface EvidenceTables {
  readonly substances: { readonly [id in SubstanceId]: SubstanceRow };
  /** Without their ids, which are the keys. */
  readonly sources: { readonly [id: string]: Omit<CardSource, 'id'> };
  /** In order of urgency. */
  readonly dangers: readonly DangerRow[];
  readonly whatWorks: { readonly [topic in EntryTopic]?: CardStatement };
  readonly help: readonly HelpLine[];
  /** In the order of strength. */
  readonly sourceKinds: { readonly [kind in SourceKind]: SourceKindRow };
}
