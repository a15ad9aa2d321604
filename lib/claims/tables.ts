/** A decision tree: a leaf's weight, or a feature's place, then the tree where it is absent and where it is present. */
export type Tree = number | readonly [feature: number, absent: Tree, present: Tree];

/** Boosted trees over named features. */
export interface Forest {
  readonly features: readonly string[];
  /** Leaf weights in hundredths; their sum is the log-odds that the pair is claimed. */
  readonly trees: readonly Tree[];
  /** Sum of the weights from which on a pair is a claim. */
  readonly threshold: number;
}

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
  readonly forest: Forest;
}
