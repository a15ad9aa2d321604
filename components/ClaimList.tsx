import type { SubstanceId, TopicId, Verdict } from '../generated/ids.ts';
import { topicWording } from '../lib/evidence/wording.ts';
import { EvidenceRow } from './EvidenceRow.tsx';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';

/** A marked sentence as the list shows it, worst verdict first among its pairs. */
export interface ClaimRow {
  readonly id: string;
  readonly sentence: string;
  readonly verdict: Verdict | 'none';
  readonly pairs: readonly { readonly substance: SubstanceId; readonly topic: TopicId }[];
}

interface ClaimListProps {
  /** In page order. */
  readonly claims: readonly ClaimRow[];
  readonly nameOf: (substance: SubstanceId) => string;
  readonly onOpen: (id: string) => void;
}

/** The claims of the page in the page's own words. Empty where there is none. */
export function ClaimList({ claims, nameOf, onOpen }: ClaimListProps) {
  const { t } = useText();
  if (claims.length === 0) return null;
  return (
    <section>
      <div class="label">
        <h2>{t('popup.onThisPage')}</h2>
        <span>{t('popup.unmarked')}</span>
      </div>
      <ClaimRows claims={claims} nameOf={nameOf} onOpen={onOpen} />
    </section>
  );
}

/** The rows alone, for whoever gives them a heading. */
export function ClaimRows({ claims, nameOf, onOpen }: ClaimListProps) {
  return (
    <ul class="rows">
      {claims.map(({ id, sentence, verdict, pairs }) => (
        <EvidenceRow key={id} verdict={verdict} onOpen={() => onOpen(id)}>
          <q>{sentence}</q>
          <small lang={EVIDENCE_LANGUAGE}>
            {[...new Set(pairs.map(({ substance }) => substance))]
              .map((substance) =>
                [
                  nameOf(substance),
                  pairs
                    .filter((pair) => pair.substance === substance)
                    .map(({ topic }) => topicWording(topic))
                    .join(', '),
                ].join(' · '),
              )
              .join('; ')}
          </small>
        </EvidenceRow>
      ))}
    </ul>
  );
}
