import type { Certainty, EntryTopic, Verdict } from '../generated/ids.ts';
import { verdictWording } from '../lib/evidence/wording.ts';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';

/** What a badge tells: a verdict with its certainty, or that nothing is held. */
export type BadgeVerdict =
  | { readonly verdict: Verdict; readonly certainty: Certainty; readonly topic: EntryTopic }
  | 'none';

/** A sign in a square and, unless `signOnly`, the verdict in words. The sign alone still has the words as its name. */
export function VerdictBadge({ of, signOnly = false }: { of: BadgeVerdict; signOnly?: boolean }) {
  const { t } = useText();
  const { sign, words } =
    of === 'none'
      ? { sign: '–', words: t('card.noneWords') }
      : verdictWording(of.verdict, of.certainty, of.topic);
  return (
    <span class={`badge verdict-${of === 'none' ? 'none' : of.verdict}`}>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>
      <span class={signOnly ? 'unseen' : 'words'} lang={of === 'none' ? undefined : EVIDENCE_LANGUAGE}>
        {words}
      </span>
    </span>
  );
}
