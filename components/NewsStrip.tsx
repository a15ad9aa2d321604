import { useText } from './Text.tsx';

/** What an update brought, folded, until it is read or a week has gone. */
export function NewsStrip({ version, onSeen }: { version: string; onSeen: () => void }) {
  const { t } = useText();
  return (
    <details class="news">
      <summary>{t('around.news', [version])}</summary>
      <ul>
        <li>{t('around.news1')}</li>
        <li>{t('around.news2')}</li>
        <li>{t('around.news3')}</li>
      </ul>
      <button type="button" onClick={onSeen}>
        {t('around.newsSeen')}
      </button>
    </details>
  );
}
