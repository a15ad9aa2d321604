import { useId, useState } from 'preact/hooks';
import type { PauseLength } from '../lib/settings/pause.ts';
import { useText } from './Text.tsx';

interface PopupFootProps {
  /** Milliseconds since 1970; null where nothing is paused. */
  readonly pausedUntil: number | null;
  readonly onPause: (length: PauseLength) => void;
  readonly onResume: () => void;
  readonly onLibrary: () => void;
  readonly onOptions: () => void;
  readonly onPanel?: () => void;
}

/** The ways out of the popup, and a pause for the whole extension. */
export function PopupFoot({ pausedUntil, onPause, onResume, onLibrary, onOptions, onPanel }: PopupFootProps) {
  const { t, language } = useText();
  const [choosing, choose] = useState(false);
  const id = useId();
  const until =
    pausedUntil && new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(pausedUntil));
  return (
    <footer class="ways">
      {until && (
        <p class="strip" role="status">
          <span>{t('around.paused', [until])}</span>
          <button type="button" onClick={onResume}>
            {t('around.resume')}
          </button>
        </p>
      )}
      <div id={id} class="strip choices" hidden={!choosing || Boolean(until)}>
        <button type="button" onClick={() => onPause('hour')}>
          {t('around.pauseHour')}
        </button>
        <button type="button" onClick={() => onPause('today')}>
          {t('around.pauseToday')}
        </button>
      </div>
      <div>
        {!until && (
          <button type="button" aria-expanded={choosing} aria-controls={id} onClick={() => choose(!choosing)}>
            {t('around.pause')}
          </button>
        )}
        <span class="grow" />
        {onPanel && (
          <button type="button" onClick={onPanel}>
            {t('panel.open')}
          </button>
        )}
        <button type="button" onClick={onLibrary}>
          {t('popup.library')}
        </button>
        <button type="button" onClick={onOptions}>
          {t('around.options')}
        </button>
      </div>
    </footer>
  );
}
