/** What the detector runs on, as JSON: made by scripts/build/claim-tables.ts from data/. */
export interface ClaimTables {
  /** A line a substance: id, class, aliases, and the aliases that need another name of it near, parted by `;`. */
  readonly substances: readonly (readonly [id: string, kind: string, aliases: string, ambiguous: string])[];
  /** Topic id, tier, and the words that state a benefit, a trouble or only the field, parted by `;`. */
  readonly topics: readonly (readonly [id: string, tier: string, good: string, bad: string, field: string])[];
  /** Drug group -> words, parted by `;`. */
  readonly drugs: Readonly<Record<string, string>>;
  /** Cue kind -> words, parted by `;`. */
  readonly cues: Readonly<Record<string, string>>;
  /** Feature -> weight in hundredths; a pair claims where the sum reaches the threshold. */
  readonly weights: Readonly<Record<string, number>>;
  readonly threshold: number;
}
