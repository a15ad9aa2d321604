import type { Pair } from './pair-features.ts';
import type { Placed } from './read-page.ts';

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
  { substance, of }: Pair,
): boolean {
  const { text, cues, skeleton } = sentence;
  if (of.from !== 'own' || level > 0 || /[?:]$/.test(text) || QUOTED.test(text) || RAISES.test(text))
    return false;
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
