// From the scores of a sentence's pairs to claims. All scores are in hundredths of log-odds.

/** From this score on a pair is claimed beside one that is. */
export const COMPANION = -60;

/** The share of sentences that claim on the training pages. */
const USUAL_RATE = 0.135;
/** A page's own rate is weighed against so many sentences of usual pages: a short one says little of itself. */
const USUAL_SENTENCES = 15;
/** So much of a fall is believed: a plain claim may stand alone on a long page. */
const OF_A_FALL = 0.75;
/** And no rise is more than this: where two sentences in five claim already, the others are no likelier for more. */
const MOST_RISE = 150;
/** After so many rounds the rate moves no more. */
const ROUNDS = 5;

/**
 * What is added to every score of a page because of how much it claims: a doubtful sentence is more likely a claim where
 * many others claim, and less where hardly one does. The page's rate comes from the claim scores of all its sentences, in
 * log-odds, by expectation and maximization, and moves the odds by Bayes' rule (Saerens, Latinne and Decaestecker 2002,
 * "Adjusting the outputs of a classifier to new a priori probabilities"), with a Beta prior.
 */
export function pageShift(claims: readonly number[]): number {
  const logOdds = (chance: number) => Math.log(chance / (1 - chance));
  let shift = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const claiming = claims.reduce((sum, claim) => sum + 1 / (1 + Math.exp(-claim - shift)), 0);
    const rate = (claiming + USUAL_RATE * USUAL_SENTENCES) / (claims.length + USUAL_SENTENCES);
    shift = logOdds(rate) - logOdds(USUAL_RATE);
  }
  return shift < 0 ? 100 * OF_A_FALL * shift : Math.min(MOST_RISE, 100 * shift);
}

/**
 * Which of a sentence's pairs are claims, by their scores: none where the best, with the page's shift, stays below the
 * threshold; else the best and all that are good enough beside it.
 */
export function decide(scores: readonly number[], shift: number, threshold: number): boolean[] {
  const best = Math.max(...scores);
  const isClaimed = best + shift >= threshold;
  return scores.map((score) => isClaimed && score >= Math.min(best, COMPANION));
}
