/** A decision tree: a leaf's weight, or a feature's place, then the tree where it is absent and where it is present. */
export type Tree = number | readonly [feature: number, absent: Tree, present: Tree];

/** Boosted trees over named features. */
export interface Forest {
  readonly features: readonly string[];
  /** Leaf weights in hundredths; their sum is the log-odds that the pair is claimed. */
  readonly trees: readonly Tree[];
  /** Sum of the weights, with its page's shift, from which on a pair is a claim. */
  readonly threshold: number;
  /** A pair whose sum is below these after each `CUT_EVERY` trees is none: the trees that are left are not asked. */
  readonly cuts: readonly number[];
}

/** Linear models that share their features: each output's score is the sum of the weights of the features present. */
export interface Linear {
  readonly outputs: readonly string[];
  /** Feature -> place of an output and its weight in twentieths of log-odds, in turn. '' holds the intercepts. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** The models that score a page's words before its pairs are looked at; made by `npm run train`. */
export interface WordModels {
  readonly claim: Linear;
  readonly topics: Linear;
  /** Which topics a sentence claims if it claims at all: learnt from the sentences that do. */
  readonly given: Linear;
  /** Whether the page claims at all, and whether it is about recovery from substance use, in whatever words. */
  readonly page: Linear;
}

/** A forest as it ships; made by `flattenForest`, which tells how it is laid. */
export interface FlatForest extends Pick<Forest, 'threshold' | 'cuts'> {
  readonly features: string;
  readonly trees: readonly number[];
}

/** A linear model as it ships; made by `flattenLinear`, which tells how it is laid. */
export interface FlatLinear extends Pick<Linear, 'outputs'> {
  readonly features: string;
  readonly lengths: readonly number[];
  readonly weights: readonly number[];
}

/** The models of words as they ship: `topics` scores every topic, then every topic if the sentence claims at all. */
export type FlatWords = Readonly<Record<Exclude<keyof WordModels, 'given'>, FlatLinear>>;

/** A matrix as it is kept and ships: its rows in turn, a letter a weight, by `unpackMatrix`. */
export interface PackedMatrix {
  readonly columns: number;
  /** What a row's weights are multiples of; one for all rows, or one a row. */
  readonly scales: readonly number[];
  readonly letters: string;
}

/** What is added after a matrix, and what `normalize` scales and shifts by. */
type Layer = 'input' | 'first' | 'second';
type Unit = `${'forward' | 'backward'}${'Input' | 'State'}`;
export type Product = Layer | Unit | 'gate' | 'attention' | 'sentence' | 'join' | 'claim' | 'topics';
type MatrixName = 'words' | 'kinds' | 'places' | Product;
export type VectorName = Product | `${Layer}${'Scale' | 'Shift'}`;

/** The network that reads a page's sentences in order, by lib/claims/network.ts; made by `npm run train`. */
export interface Network {
  /** The words and the kinds of phrases that have a row, in the order of the rows, parted by spaces; the first is any other word. */
  readonly words: string;
  readonly kinds: string;
  /** The topics that it tells of, in their order. */
  readonly topics: string;
  readonly matrices: Readonly<Record<MatrixName, PackedMatrix>>;
  readonly vectors: Readonly<Record<VectorName, readonly number[]>>;
}

/** The phrases that the detector knows, as JSON: made by scripts/build/claim-tables.ts from data/. */
export interface LexiconTables {
  /**
   * A line a substance: id, class, aliases, the aliases that need another name of it near, and all aliases in their order
   * folded by `foldPhrase`, parted by `;`.
   */
  readonly substances: readonly (readonly [
    id: string,
    kind: string,
    aliases: string,
    ambiguous: string,
    folded: string,
  ])[];
  /** Topic id, tier, and the phrases that state a benefit, a trouble or only the field, folded by `foldPhrase`, parted by `;`. */
  readonly topics: readonly (readonly [id: string, tier: string, good: string, bad: string, field: string])[];
  /** Drug group -> phrases, folded, parted by `;`. */
  readonly drugs: Readonly<Record<string, string>>;
  /** Cue kind -> phrases, folded, parted by `;`. */
  readonly cues: Readonly<Record<string, string>>;
}

/** Substance -> its class. */
export const classesOf = ({ substances }: LexiconTables): ReadonlyMap<string, string> =>
  new Map(substances.map(([id, kind]) => [id, kind]));
/** Topic -> its tier. */
export const tiersOf = ({ topics }: LexiconTables): ReadonlyMap<string, string> =>
  new Map(topics.map(([id, tier]) => [id, tier]));

/** All that the detector runs on: the phrases and the trained models. */
export interface ClaimTables extends LexiconTables {
  readonly words: FlatWords;
  readonly forest: FlatForest;
  /** Null where none is trained yet. */
  readonly network: Network | null;
}
