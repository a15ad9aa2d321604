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

/** What the network says of a sentence is added to its scores, in hundredths for each of its log-odds, */
const OF_READING = 50;
/**
 * up to so many more and so many less: the network decides where the forest is in doubt. Chosen by the sets of tests/corpus/held/,
 * to mark no more in error than the forest alone.
 */
export const MOST_LIFT = 60;
export const MOST_FALL = 30;

/**
 * What the network adds to a sentence's scores. `over` is by how much the best of them is above the threshold, its page's shift
 * included; where that is too much or too little to change anything, the network is not asked.
 */
export function ofReading(over: number, reading: () => number): number {
  if (over < -MOST_LIFT || over > MOST_FALL) return 0;
  return Math.max(-MOST_FALL, Math.min(MOST_LIFT, OF_READING * reading()));
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
