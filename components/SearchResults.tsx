import type { SubstanceId } from '../generated/ids.ts';
import type { SearchResult } from '../lib/evidence/search.ts';
import { certaintyWording, isTopic, topicWording, verdictWording } from '../lib/evidence/wording.ts';
import { EvidenceRow } from './EvidenceRow.tsx';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';

interface SearchResultsProps {
  /** Nearest first. */
  readonly results: readonly SearchResult[];
  readonly nameOf: (substance: SubstanceId) => string;
  readonly onOpen: (result: SearchResult) => void;
}

/** What the evidence holds on the words typed, or an honest line where it holds nothing. */
export function SearchResults({ results, nameOf, onOpen }: SearchResultsProps) {
  const { t } = useText();
  return (
    <section>
      <p class="unseen" role="status">
        {t('popup.results', undefined, results.length)}
      </p>
      {results.length === 0 ? (
        <p class="empty">{t('popup.noResults')}</p>
      ) : (
        <ul class="rows">
          {results.map((result) => {
            const { substance, topic, verdict, certainty } = result;
            const name = nameOf(substance);
            return (
              <EvidenceRow key={`${substance} ${topic}`} verdict={verdict} onOpen={() => onOpen(result)}>
                <b>
                  {isTopic(topic)
                    ? t('popup.pair', [name, topicWording(topic)])
                    : t('popup.overview', [name])}
                </b>
                <small lang={EVIDENCE_LANGUAGE}>
                  {verdictWording(verdict, certainty, topic).words} · {certaintyWording(certainty).words}
                </small>
              </EvidenceRow>
            );
          })}
        </ul>
      )}
    </section>
  );
}
