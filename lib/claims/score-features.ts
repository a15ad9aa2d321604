import type { Placed } from './read-page.ts';

// Scores of the linear models as features, each a name that a person can read.

/** The score of what no model has scored. */
export const NONE = -9;

/** Scores that part the features; log-odds. */
const STEPS: Readonly<Record<string, readonly number[]>> = {
  claim: [-5, -4, -3.5, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3],
  topic: [-6, -5, -4, -3.5, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 2, 3],
  page: [-3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3],
  scope: [-3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3],
  best: [-4, -3, -2, -1, 0, 1],
  behind: [0.5, 1, 2, 3, 4],
  given: [-5, -4, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 2, 3],
  chance: [-6, -5, -4.5, -4, -3.5, -3, -2.5, -2, -1.6, -1.3, -1, -0.7, -0.5, -0.3],
};
const AROUND = [-4, -3.5, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5];

/** Kind -> the name of each of its steps, made once: there are some sixty for every pair. */
const names = new Map<string, readonly string[]>();
const stepsOf = (kind: string) => STEPS[kind] ?? AROUND;

/** A score as features: one for each step that it passes. */
export function scoreFeatures(kind: string, score: number): readonly string[] {
  let all = names.get(kind);
  if (!all) {
    all = stepsOf(kind).map((at) => `${kind} score over ${at}`);
    names.set(kind, all);
  }
  // The steps rise: those that are passed come first.
  const above = stepsOf(kind).findIndex((at) => !(score > at));
  return above < 0 ? all : all.slice(0, above);
}

/** Items so near to one another stand in one list. */
const SIBLINGS = 4;

/** What the sentences around claim: features of the sentence at a place, from the claim scores of all. */
export function claimsAround(
  sentences: readonly Placed[],
  claims: readonly number[],
): (at: number) => string[] {
  const falling = [...claims].sort((a, b) => b - a);
  const fifth = falling.slice(0, Math.max(1, Math.floor(falling.length / 5)));
  const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const upper = scoreFeatures('upper fifth', mean(fifth));
  return (at) => {
    const most = falling[0] === claims[at] && falling.length > 1 ? falling[1] : falling[0];
    const features = [
      ...upper,
      ...scoreFeatures('previous', claims[at - 1] ?? NONE),
      ...scoreFeatures('following', claims[at + 1] ?? NONE),
      ...scoreFeatures('most', most ?? NONE),
    ];
    const { listed, tag } = sentences[at]!;
    if (listed) {
      const siblings: number[] = [];
      for (let i = Math.max(0, at - SIBLINGS); i <= at + SIBLINGS && i < sentences.length; i++)
        if (i !== at && sentences[i]!.listed && sentences[i]!.tag === tag) siblings.push(claims[i]!);
      if (siblings.length > 0) features.push(...scoreFeatures('siblings', mean(siblings)));
    }
    return features;
  };
}
