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

/**
 * Whether a sentence is a plain claim of a pair: "Kratom is great for opioid withdrawal." Pages that are written to teach have
 * hardly one of them, a hundred in half a million sentences; so the models know such a sentence by the page that it stands on
 * more than by what it says. A sentence that names no substance speaks of the one that the block before it or its
 * own has named last.
 */
export function isPlain(
  { sentence, level, named, nearest, mentions }: Placed,
  { substance, substanceClass, of }: Pair,
): boolean {
  const { text, cues, skeleton } = sentence;
  if (of.from !== 'own' || level > 0 || /[?:]$/.test(text) || QUOTED.test(text) || RAISES.test(text))
    return false;
  if (ASSURANCES.includes(of.topic))
    return substanceClass === 'dependence-risk' && named.includes(substance) && ASSURED.test(text);
  if (TURNS.some((cue) => cues.has(cue))) return false;
  const frame = skeleton.frame.join(' ');
  if (named.length > 0) return named.includes(substance) && NAMED.test(frame);
  const mention = mentions.get(substance);
  return (
    nearest === substance && mention?.drugBetween === false && mention.blocks <= 1 && UNNAMED.test(frame)
  );
}

/**
 * Whether a plain claim of a pair counts whatever page it stands on: of core topics, and of all topics of a substance that people
 * come to depend on, but for the licensed use of a medicine. Of others the page decides as well.
 */
export const isOnAnyPage = ({ substance, substanceClass, of }: Pair): boolean =>
  of.tier === 'core' || (substanceClass === 'dependence-risk' && substance !== 'loperamide');

/** Whether a sentence claims a pair as plainly as can be, and whether its page has no say in that. */
export type Plain = 'anywhere' | 'here' | null;

/** What a plain claim adds to the score of its pair, in hundredths of log-odds. */
export const PLAIN_LIFT = { anywhere: 300, here: 100 } as const;

/** The scores of a sentence's pairs with what its plain claims add. Of the withdrawals from several drugs it is the likeliest that is claimed. */
export function liftPlain(
  pairs: readonly { readonly substance: string; readonly topic: string; readonly plain: Plain }[],
  scores: readonly number[],
): number[] {
  const likeliest = new Map<string, number>();
  const keyOf = (at: number) => `${pairs[at]!.substance} ${familyOf(pairs[at]!.topic)}`;
  for (const [at, { plain }] of pairs.entries()) {
    const other = likeliest.get(keyOf(at));
    if (plain && (other === undefined || scores[at]! > scores[other]!)) likeliest.set(keyOf(at), at);
  }
  return scores.map((score, at) => {
    const { plain } = pairs[at]!;
    return plain && likeliest.get(keyOf(at)) === at ? score + PLAIN_LIFT[plain] : score;
  });
}
