import type { SubstanceId } from '../generated/ids.ts';
import type { AnsweredSentence } from '../lib/claims/answer-text.ts';
import type { Claim } from '../lib/claims/claim.ts';
import type { Card, CardKey } from '../lib/evidence/card.ts';
import { topicWording, verdictWording } from '../lib/evidence/wording.ts';
import { leadingVerdict } from './card-text.ts';
import { EvidenceRow } from './EvidenceRow.tsx';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';

interface TextAnswerProps {
  /** Null while the text is being read. */
  readonly sentences: readonly AnsweredSentence[] | null;
  readonly cardFor: (key: CardKey) => Card;
  readonly nameOf: (substance: SubstanceId) => string;
  readonly onOpen: (claim: Claim) => void;
}

/** A text answered claim by claim: each sentence in its own words, and under it a row for each claim. */
export function TextAnswer({ sentences, cardFor, nameOf, onOpen }: TextAnswerProps) {
  const { t } = useText();
  if (!sentences) return null;
  if (sentences.length === 0) return <p class="empty">{t('around.noClaimInText')}</p>;
  return (
    <section class="answer">
      <div class="label">
        <h2>{t('around.inText')}</h2>
      </div>
      {sentences.map(({ sentence, claims }) => (
        <div key={`${claims[0]?.block} ${claims[0]?.start}`}>
          <q>{sentence}</q>
          <ul class="rows">
            {claims.map((claim) => {
              const lead = leadingVerdict(cardFor(claim));
              return (
                <EvidenceRow
                  key={`${claim.substance} ${claim.topic}`}
                  verdict={lead === 'none' ? lead : lead.verdict}
                  onOpen={() => onOpen(claim)}
                >
                  <b>{t('popup.pair', [nameOf(claim.substance), topicWording(claim.topic)])}</b>
                  <small lang={lead === 'none' ? undefined : EVIDENCE_LANGUAGE}>
                    {lead === 'none'
                      ? t('card.noneWords')
                      : verdictWording(lead.verdict, lead.certainty, lead.topic).words}
                  </small>
                </EvidenceRow>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}
