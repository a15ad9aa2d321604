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
const OF_READING = 40;
/** after so much is added to them: where forest and network doubt alike, more than half of the sentences claim. */
const OF_CAUTION = 0.4;
/** Up to so many more and so many less: what the forest is surer of stays as it is. */
export const MOST_LIFT = 150;
export const MOST_FALL = 150;

/**
 * What the network adds to a sentence's scores. `over` is by how much the best of them is above the threshold, its page's shift
 * included; where that is too much or too little to change anything, the network is not asked. What a page's shift already
 * takes, the network, which reads the page too, does not take once more: a plain claim may stand alone. Chosen by cross-validation over
 * the training files and by the sets of tests/corpus/held/.
 */
export function ofReading(over: number, shift: number, reading: () => number): number {
  const most = Math.max(0, MOST_FALL + Math.min(0, shift));
  if (over < -MOST_LIFT || over > most) return 0;
  return Math.max(-most, Math.min(MOST_LIFT, OF_READING * (reading() + OF_CAUTION)));
}

/** What it says of a topic is added to the scores of its pairs in the same way, */
const OF_TOPIC = 35;
/** after so much is added to them: many a pair that is claimed has less than even odds. */
const OF_TOPIC_CAUTION = 2;
/** Up to so much more, so that no pair is claimed of which the forest is sure that it is none, and so much less. */
export const MOST_TOPIC_LIFT = 80;
const MOST_TOPIC_FALL = 200;

/** What the network adds to the scores of a topic's pairs in a sentence that claims, by its log-odds that this topic is claimed. */
export const ofTopicReading = (logOdds: number): number =>
  Math.max(-MOST_TOPIC_FALL, Math.min(MOST_TOPIC_LIFT, OF_TOPIC * (logOdds + OF_TOPIC_CAUTION)));

/**
 * Which of a sentence's pairs are claims, by their scores: none where the best, with what is added for page and sentence, stays
 * below the threshold; else the best and all that are good enough beside it, once what `ofPair` adds for each pair's topic, as
 * ofTopicReading has it, counts too. It is asked only where it may change which pairs are claimed: reading a sentence takes long.
 */
export function decide(
  scores: readonly number[],
  added: number,
  threshold: number,
  ofPair: (at: number) => number = () => 0,
): boolean[] {
  const most = Math.max(...scores);
  if (most + added < threshold) return scores.map(() => false);
  const least = Math.min(COMPANION, most - MOST_TOPIC_FALL);
  const isWithin = scores.map((score) => score + MOST_TOPIC_LIFT >= least);
  const isSure = scores.every((score, at) => !isWithin[at] || score - MOST_TOPIC_FALL >= COMPANION);
  if (isSure || isWithin.filter(Boolean).length === 1) return isWithin;
  const sums = scores.map((score, at) => score + ofPair(at));
  const best = Math.max(...sums);
  return sums.map((sum) => sum >= Math.min(best, COMPANION));
}
