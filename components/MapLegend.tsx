import { VERDICTS } from '../generated/ids.ts';
import { verdictWords } from '../lib/evidence/wording.ts';
import type { LibraryEntry } from '../lib/library/library-entries.ts';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';
import { VerdictMark } from './VerdictMark.tsx';

/** What the signs mean, how often each stands among the entries shown, and what full and pale squares mean. */
export function MapLegend({ entries }: { entries: readonly LibraryEntry[] }) {
  const { t } = useText();
  return (
    <section class="legend" aria-label={t('library.legend')}>
      <ul>
        {VERDICTS.map((verdict) => (
          <li key={verdict}>
            <VerdictMark verdict={verdict} certainty="high" />
            <span lang={EVIDENCE_LANGUAGE}>
              {t('library.choice', [
                verdictWords(verdict).join(' / '),
                String(entries.filter((entry) => entry.verdict === verdict).length),
              ])}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <VerdictMark verdict="untested" certainty="high" /> {t('library.legendSure')}{' '}
        <VerdictMark verdict="untested" certainty="low" /> {t('library.legendUnsure')}{' '}
        {t('library.legendEmpty')}
      </p>
    </section>
  );
}
