import type { Card } from '../lib/evidence/card.ts';
import { monthText } from './card-text.ts';
import { Statement } from './Statement.tsx';
import { useText } from './Text.tsx';

/** What the law says, by place. */
export function LawList({ legal, sources }: Pick<Card, 'legal' | 'sources'>) {
  const text = useText();
  return (
    <ul>
      {legal.map((law) => (
        <li key={`${law.jurisdiction} ${law.text}`}>
          <Statement of={law} sources={sources}>
            <strong>{law.jurisdiction}</strong>{' '}
            <span class="quiet">({text.t('card.lawAsOf', [monthText(law.asOf, text)])})</span>{' '}
          </Statement>
        </li>
      ))}
    </ul>
  );
}
