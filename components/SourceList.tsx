import type { CardSource } from '../lib/evidence/card.ts';
import { sourceKindWording } from '../lib/evidence/wording.ts';
import { ExternalLink } from './ExternalLink.tsx';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';

/** Sources in the order given, numbered from 1: kind and year, title with its link, people, what was found. */
export function SourceList({ sources }: { sources: readonly CardSource[] }) {
  const { t, language } = useText();
  const number = new Intl.NumberFormat(language);
  return (
    <ol class="sources">
      {sources.map(({ id, kind, year, title, url, n, finding, verified }) => (
        <li key={id}>
          <span class="quiet">
            {sourceKindWording(kind)} {year}
            {n ? ` · ${t('card.people', [number.format(n)], n)}` : ''}
          </span>
          <span lang={EVIDENCE_LANGUAGE}>
            <ExternalLink href={url}>{title}</ExternalLink>
          </span>
          <span class="finding">
            <span lang={EVIDENCE_LANGUAGE}>{finding}</span>
            {verified === 'abstract' && <span class="quiet"> {t('card.verifiedAbstract')}</span>}
            {verified === 'secondary' && <span class="quiet"> {t('card.verifiedSecondary')}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
