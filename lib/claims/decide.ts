// From the scores of a sentence's pairs to claims. All scores are in hundredths of log-odds.

/**
 * A sentence gains half of this where the others of its page surely claim. By cross-validation: at the same false marks
 * on pages that claim nothing it finds most.
 */
const BENEFIT = 300;
/** So many of the others say what the page does: those that are likeliest to claim. */
const OTHERS = 5;
/** From this score on a pair is claimed beside one that is. */
export const COMPANION = -60;

/**
 * The benefit of the doubt that each sentence has, from the claim scores of all sentences of its page in log-odds: a
 * doubtful sentence on a page that claims much is more likely a claim than an alarm. Nothing is taken from a sentence
 * because it claims alone.
 */
export function createBenefit(claims: readonly number[]): (at: number) => number {
  const chanceOf = (claim: number) => 1 / (1 + Math.exp(-claim));
  const likeliest = [...claims].sort((a, b) => b - a).slice(0, OTHERS + 1);
  return (at) => {
    const own = likeliest.indexOf(claims[at]!);
    const others = likeliest.filter((_, place) => place !== (own < 0 ? OTHERS : own));
    return Math.max(0, (BENEFIT / OTHERS) * others.reduce((sum, claim) => sum + chanceOf(claim) - 0.5, 0));
  };
}

/**
 * Which of a sentence's pairs are claims, by their scores: none where the best, with the sentence's benefit, stays below
 * the threshold; else the best and all that are good enough beside it.
 */
export function decide(scores: readonly number[], benefit: number, threshold: number): boolean[] {
  const best = Math.max(...scores);
  const isClaimed = best + benefit >= threshold;
  return scores.map((score) => isClaimed && score >= Math.min(best, COMPANION));
}
