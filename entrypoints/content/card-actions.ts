/** What the card's menu does: each sets something kept, and most can be taken back. */
import type { CardAction } from '../../components/CardMenu.tsx';
import type { CardPart } from '../../components/EvidenceCard.tsx';
import type { ViewText } from '../../components/Text.tsx';
import { isTopic, topicWording } from '../../lib/evidence/wording.ts';
import { sentenceKey, withDismissal, withMuted, withoutDismissal } from '../../lib/settings/mute.ts';
import type { Dismissal, Muted } from '../../lib/settings/settings.ts';
import { withHost } from '../../lib/sites.ts';
import { changeSetting } from '../shared/settings.ts';

/** The mark that the card speaks of. */
export interface ActedOn {
  readonly sentence: string;
  readonly pairs: readonly { readonly substance: string; readonly topic: string }[];
}

/** What is said of it, and the way back. */
export interface Done {
  readonly words: string;
  undo(): Promise<void>;
}

/** A report of a wrong mark, for the reader to send where they like: the sentence and what was made of it. */
const reportOf = ({ sentence, pairs }: ActedOn, { cues }: CardPart, release: string) =>
  [
    `Leafcheck ${release}: not a claim`,
    `> ${sentence}`,
    ...pairs.map(({ substance, topic }) => `- ${substance}, ${topic}`),
    ...cues.map(({ kind, text, where }) => `- ${kind}: "${text}" (${where})`),
  ].join('\n');

/**
 * Does what the menu says; null where the page falls silent by it, so that nothing is left to say it.
 *
 * @param copy Puts a text on the clipboard; false where the browser refused.
 */
export async function act(
  action: CardAction,
  part: CardPart,
  mark: ActedOn,
  copy: (text: string) => Promise<boolean>,
  { t }: ViewText,
  release: string,
): Promise<Done | null> {
  const { substance, topic } = part.card;
  const dismiss = async (reason: Dismissal['reason'], words: string): Promise<Done> => {
    const sentence = sentenceKey(mark.sentence);
    const { hostname: host } = location;
    const one = { sentence, reason, host, pairs: mark.pairs, at: Date.now() };
    await changeSetting('dismissed', (list) => withDismissal(list, one));
    return { words, undo: () => changeSetting('dismissed', (list) => withoutDismissal(list, sentence)) };
  };
  const mute = async (kind: keyof Muted, id: string, name: string): Promise<Done> => {
    await changeSetting('muted', (muted) => withMuted(muted, kind, id, true));
    return {
      words: t('more.muted', [name]),
      undo: () => changeSetting('muted', (muted) => withMuted(muted, kind, id, false)),
    };
  };
  switch (action) {
    case 'hide':
      return dismiss('hidden', t('more.hidden'));
    case 'muteSubstance':
      return mute('substances', substance.id, substance.name);
    case 'muteTopic':
      return isTopic(topic) ? mute('topics', topic, topicWording(topic)) : null;
    case 'offHere':
      await changeSetting('sites', (rules) => withHost(rules, location.hostname, false, location.pathname));
      return null;
    case 'notClaim': {
      const onClipboard = await copy(reportOf(mark, part, release));
      return dismiss('not-claim', t(onClipboard ? 'more.reported' : 'more.notReported'));
    }
  }
}
