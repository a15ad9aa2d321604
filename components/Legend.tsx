import { VERDICTS } from '../generated/ids.ts';
import { verdictSign, verdictWords } from '../lib/evidence/wording.ts';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';

/** What the lines and tints of marks mean, folded. */
export function Legend() {
  const { t } = useText();
  return (
    <details class="legend">
      <summary>{t('legend.heading')}</summary>
      <ul>
        {VERDICTS.map((verdict) => (
          <li key={verdict}>
            <span class={`sample ${verdict}`}>{t('legend.sample')}</span>
            <span lang={EVIDENCE_LANGUAGE}>
              <span aria-hidden="true">{verdictSign(verdict)}</span> {verdictWords(verdict).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
