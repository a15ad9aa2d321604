import { useEffect, useId, useRef, useState } from 'preact/hooks';
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
  const resume = useRef<HTMLButtonElement>(null);
  const pause = useRef<HTMLButtonElement>(null);
  const isPaused = Boolean(pausedUntil);
  /** The button that was pressed goes: the focus goes on to the one that undoes it. */
  const pressed = useRef(false);
  useEffect(() => {
    if (pressed.current) (isPaused ? resume : pause).current?.focus();
    pressed.current = false;
  }, [isPaused]);
  const press = (act: () => void) => () => {
    pressed.current = true;
    choose(false);
    act();
  };
  const until =
    pausedUntil && new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(pausedUntil));
  return (
    <footer class="ways">
      {until && (
        <p class="strip" role="status">
          <span>{t('around.paused', [until])}</span>
          <button ref={resume} type="button" onClick={press(onResume)}>
            {t('around.resume')}
          </button>
        </p>
      )}
      <div id={id} class="strip choices" hidden={!choosing || Boolean(until)}>
        <button type="button" onClick={press(() => onPause('hour'))}>
          {t('around.pauseHour')}
        </button>
        <button type="button" onClick={press(() => onPause('today'))}>
          {t('around.pauseToday')}
        </button>
      </div>
      <div>
        {!until && (
          <button
            ref={pause}
            type="button"
            aria-expanded={choosing}
            aria-controls={id}
            onClick={() => choose(!choosing)}
          >
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
