import { type EntryTopic, type SubstanceId, VERDICTS, type Verdict } from '../../generated/ids.ts';
import index from '../../generated/verdicts.json';
import type { CardKey } from './card.ts';

// Names and verdicts alone, so that a list or a mark needs no card.

const substances = index.substances as unknown as Record<
  SubstanceId,
  readonly [name: string, verdicts: string]
>;
const topics = index.topics as unknown as Record<EntryTopic, string>;
const places = Object.fromEntries(Object.keys(topics).map((id, at) => [id, at])) as Record<
  EntryTopic,
  number
>;

/**
 * The verdict that a mark shows for a pair: that of the entry, else that of the substance's overview where it is a
 * caution (harm, no effect, untested, studies disagree). Good news of a substance's main use says nothing of
 * another use, so there it is `none`: nothing held on this claim.
 */
export function verdictOf({ substance, topic }: CardKey): Verdict | 'none' {
  const sign = substances[substance][1].charAt(places[topic]);
  return sign === '-' ? 'none' : (VERDICTS[Number(sign)] ?? 'none');
}

/** The substance's name as it begins a heading: "Kratom". */
export const substanceName = (id: SubstanceId): string => substances[id][0];

/** The topic in words that fit in a sentence: "opioid withdrawal". */
export const topicName = (id: EntryTopic): string => topics[id];
