import type { Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface CardNoticeProps {
  readonly words: string;
  /** What can be done about it; takes the focus, since what the reader pressed is gone. */
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly theme?: 'light' | 'dark';
  /** The notice, which takes the focus when the card is opened by key. */
  readonly noticeRef?: Ref<HTMLDivElement>;
}

/** A card that says one thing: why there is nothing else to show, or what was done, with a way back. */
export function CardNotice({ words, action, theme, noticeRef }: CardNoticeProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <div
      class="leafcheck card notice"
      tabIndex={-1}
      {...(noticeRef ? { ref: noticeRef } : {})}
      {...(theme ? { 'data-theme': theme } : {})}
    >
      <p role="alert">{words}</p>
      {action && (
        <button type="button" ref={button} onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
