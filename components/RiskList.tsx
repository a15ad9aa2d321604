import type { Card } from '../lib/evidence/card.ts';
import { Statement } from './Statement.tsx';
import { useText } from './Text.tsx';

/** Risks of a substance, then what it does together with others. */
export function RiskList({ risks, interactions, sources }: Pick<Card, 'risks' | 'interactions' | 'sources'>) {
  const { t } = useText();
  return (
    <ul>
      {risks.map((risk) => (
        <li key={risk.text}>
          <Statement of={risk} sources={sources} />
        </li>
      ))}
      {interactions.map((interaction) => (
        <li key={interaction.with}>
          <Statement of={interaction} sources={sources}>
            <strong>{t('card.with', [interaction.with])}</strong>{' '}
          </Statement>
        </li>
      ))}
    </ul>
  );
}
