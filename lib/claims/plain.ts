import type { Pair } from './pair-features.ts';
import type { Placed } from './read-page.ts';
import { familyOf } from './topic-features.ts';

// Claims that are as plain as can be: a substance, a word of benefit, what it is good for, and nothing else that matters.

const SUBJECT = 'SUBSTANCE(?: (?:and|or|plus) SUBSTANCE)*';
const LINK =
  '(?: (?:is|are|was|were|has|have|been|be|can|may|might|will|would|did|do|doe|also|really|very|so|truly|make|made|get|got|a|an|the|<hedge>|<definition>|<prefix>))*';
const TO = '(?: (?:for|with|from|of|in|on|to|the|a|lot|<forum>|<prefix>))*';
const REST = '(?: (?:and|or|a|the|of|lot|so|much|symptom|<benefit>|<forum>|DRUG|TOPIC))*';
/** The frames of a sentence (`skeletonOf`): "Kava may ease cravings", "Kava for cravings is a lifesaver", "I recommend kava for cravings". */
const NAMED = new RegExp(
  `^(?:${SUBJECT}${LINK} (?:TOPIC )?<benefit>${TO} TOPIC|${SUBJECT}${LINK} (?:for|make|made)${TO} TOPIC${LINK} <benefit>|<forum> <benefit> SUBSTANCE${TO} TOPIC)${REST}$`,
);
/** "It is great for cravings"; "eases cravings". */
const UNNAMED = new RegExp(`^(?:<pronoun>${LINK} )?(?:TOPIC )?<benefit>${TO} TOPIC${REST}$`);
/** What "increases cravings" or "gives me anxiety" does no good, and "gives energy" is known well enough. */
const RAISES = /\b(?:increas|rais|boost|g[ai]v|elevat|heighten|intensif|strengthen|trigger|bring)/i;
/** "Kratom is safe and not addictive." */
const SAFE = '(?:safe|natural|harmless|non-?addictive|not (?:[a-z]+ly )?(?:addictive|habit[- ]forming))';
const ASSURED = new RegExp(
  `^[\\w’'-]+(?: [\\w’'-]+)? (?:is|are) (?:[a-z]+ly )?${SAFE}(?:,? (?:and )?(?:[a-z]+ly )?${SAFE})*[.!]?$`,
  'i',
);
const ASSURANCES = ['safe', 'non-addictive'];
const QUOTED = /["“”„«»]/;
/** With one of these it is a denial, a danger or what others are said to claim. */
const TURNS = ['negation', 'failure', 'harm', 'distance', 'report', 'law', 'consult'];

/** What a plain claim adds to the score of its pair, in hundredths of log-odds, where its page has no say in it, and where it has. */
const ANYWHERE = 300;
const HERE = 100;

/**
 * Of a sentence, what it adds to a pair's score, in hundredths of log-odds, that it claims it as plainly as can be: "Kratom is great
 * for opioid withdrawal." Nothing where it does not. Pages that are written to teach have hardly one such sentence, a hundred in half
 * a million; so the models know it by the page that it stands on more than by what it says. One that names no substance speaks of
 * the one that the block before it or its own has named last. It counts whatever page it stands on for core topics, and for all
 * topics of a substance that people come to depend on, but for the licensed use of a medicine.
 */
export function plainLifts({ sentence, level, named, nearest, mentions }: Placed): (pair: Pair) => number {
  const { text, cues, skeleton } = sentence;
  if (level > 0 || /[?:]$/.test(text) || QUOTED.test(text) || RAISES.test(text)) return () => 0;
  const assures = ASSURED.test(text);
  const frames = named.length > 0 ? NAMED : UNNAMED;
  const claims = !TURNS.some((cue) => cues.has(cue)) && frames.test(skeleton.frame.join(' '));
  if (!assures && !claims) return () => 0;

  const isMeant = (substance: string) => {
    if (named.length > 0) return named.includes(substance);
    const mention = mentions.get(substance);
    return nearest === substance && mention?.drugBetween === false && mention.blocks <= 1;
  };
  return ({ substance, substanceClass, of }) => {
    const mayDepend = substanceClass === 'dependence-risk';
    const isClaimed = ASSURANCES.includes(of.topic)
      ? assures && mayDepend && named.includes(substance)
      : claims && isMeant(substance);
    if (of.from !== 'own' || !isClaimed) return 0;
    return of.tier === 'core' || (mayDepend && substance !== 'loperamide') ? ANYWHERE : HERE;
  };
}

/** The scores of a sentence's pairs with what its plain claims add. Of the withdrawals from several drugs it is the likeliest that is claimed. */
export function liftPlain(
  pairs: readonly { readonly substance: string; readonly topic: string; readonly lift: number }[],
  scores: readonly number[],
): number[] {
  return scores.map((score, at) => {
    const { substance, topic, lift } = pairs[at]!;
    const isLikelier = (other: number) => scores[other]! > score || (scores[other] === score && other < at);
    const isOutdone =
      lift > 0 &&
      pairs.some(
        (pair, other) =>
          pair.lift > 0 &&
          pair.substance === substance &&
          familyOf(pair.topic) === familyOf(topic) &&
          isLikelier(other),
      );
    return isOutdone ? score : score + lift;
  });
}
