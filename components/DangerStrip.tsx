import type { CardSource, CardStatement } from '../lib/evidence/card.ts';
import { Statement } from './Statement.tsx';
import { useText } from './Text.tsx';

interface DangerStripProps {
  /** Most urgent first; nothing is shown where there is none. */
  readonly dangers: readonly CardStatement[];
  readonly sources: readonly CardSource[];
  /** Whether all stand in sight; else all but the first are folded. */
  readonly whole?: boolean;
}

/** Dangers that need a doctor now. */
export function DangerStrip({ dangers, sources, whole = false }: DangerStripProps) {
  const { t } = useText();
  const [first, ...more] = dangers;
  if (!first) return null;
  const rest = more.map((danger) => (
    <p key={danger.text}>
      <Statement of={danger} sources={sources} />
    </p>
  ));
  return (
    <div class="danger">
      <p>
        <Statement of={first} sources={sources} />
      </p>
      {whole && rest}
      {!whole && rest.length > 0 && (
        <details>
          <summary>{t('card.moreDangers', undefined, rest.length)}</summary>
          {rest}
        </details>
      )}
    </div>
  );
}
