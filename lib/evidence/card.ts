import type {
  Certainty,
  EntryTopic,
  SourceKind,
  SubstanceClass,
  SubstanceId,
  TopicId,
  Verdict,
} from '../../generated/ids.ts';

/** A source as a card shows it. */
export interface CardSource {
  readonly id: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly authors: string;
  readonly year: number;
  readonly publisher: string;
  /** Absolute http(s) address of the source itself. */
  readonly url: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
  /** People studied. */
  readonly n?: number;
  /** One or two sentences with the figures. */
  readonly finding: string;
  /** How much of it was read: `secondary` means seen only as cited elsewhere. */
  readonly verified: 'full-text' | 'abstract' | 'secondary';
}

/** A statement and the ids of the sources that carry it, all of them in the card's `sources`. */
export interface CardStatement {
  readonly text: string;
  readonly sources: readonly string[];
}

/**
 * How the card relates to the pair asked for: `entry` answers the very claim, `overview` speaks of the
 * substance since no entry exists for the topic, `none` says honestly that nothing is held.
 */
export type CardMatch = 'entry' | 'overview' | 'none';

/** The verdict part of a card; absent where `match` is `none`. */
export interface CardAnswer {
  readonly topic: EntryTopic;
  readonly verdict: Verdict;
  readonly certainty: Certainty;
  readonly headline: string;
  readonly summary: string;
  readonly detail: string;
  /** Who was studied in a few words, strongest source first: "2 randomised trials, 96 people; 1 survey". */
  readonly studied: string;
  /** Ids of the sources of the answer, strongest first. */
  readonly sources: readonly string[];
  /** `YYYY-MM`, the date of its newest source. */
  readonly asOf: string;
}

/** Everything one card shows for one (substance, topic): plain data, English, ready to render or to copy. */
export interface Card {
  readonly match: CardMatch;
  readonly substance: {
    readonly id: SubstanceId;
    readonly name: string;
    readonly scientificName?: string;
    readonly class: SubstanceClass;
    readonly overview: string;
  };
  /** The topic asked for. */
  readonly topic: EntryTopic;
  readonly answer?: CardAnswer;
  /** Dangers that need a doctor now, shown above all else; most urgent first. */
  readonly dangers: readonly CardStatement[];
  /** Medicines and care with guideline backing for this topic, to close the card. */
  readonly whatWorks?: CardStatement;
  readonly risks: readonly CardStatement[];
  readonly interactions: readonly (CardStatement & { readonly with: string })[];
  readonly legal: readonly (CardStatement & { readonly jurisdiction: string; readonly asOf: string })[];
  /** Every source that the card refers to, those of the answer first. */
  readonly sources: readonly CardSource[];
}

/** A line or service to call, by country. */
export interface HelpLine {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly region: string;
  readonly name: string;
  /** As one dials it there; absent where the service is a web page only. */
  readonly phone?: string;
  readonly url: string;
  /** A few plain words: hours, languages, cost. */
  readonly note: string;
}

/** The pair that a card answers. */
export interface CardKey {
  readonly substance: SubstanceId;
  readonly topic: TopicId | 'overview';
}
