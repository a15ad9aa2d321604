import type { CardSource } from '../lib/evidence/card.ts';
import { sourceKindWording } from '../lib/evidence/wording.ts';
import { ExternalLink } from './ExternalLink.tsx';
import { useText } from './Text.tsx';

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
          <ExternalLink href={url}>{title}</ExternalLink>
          <span class="finding">
            {finding}
            {verified === 'abstract' && <span class="quiet"> {t('card.verifiedAbstract')}</span>}
            {verified === 'secondary' && <span class="quiet"> {t('card.verifiedSecondary')}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
