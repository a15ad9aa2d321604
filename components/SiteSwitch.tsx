import { useText } from './Text.tsx';

/** What the popup knows of the page in front. */
export type PageState = 'looking' | 'unreadable' | 'noAccess' | 'granted' | 'on' | 'off';

interface SiteSwitchProps {
  readonly state: PageState;
  /** The host that the switch rules; empty where there is none. */
  readonly host: string;
  /** Marked sentences, and substances among them. */
  readonly sentences: number;
  readonly substances: number;
  /** The pattern that decides, where it is not the host's own; empty else. */
  readonly rule?: string;
  /** Claims that the reader's settings keep from being marked. */
  readonly hidden?: number;
  readonly onSwitch: (on: boolean) => void;
  /** Asks the browser for access to websites. */
  readonly onGrant?: () => void;
  readonly onReload?: () => void;
}

/** The site's switch, which names its host, and what was found there. */
export function SiteSwitch(props: SiteSwitchProps) {
  const { state, host, sentences, substances, rule = '', hidden = 0, onSwitch, onGrant, onReload } = props;
  const { t } = useText();
  if (state === 'looking' || state === 'unreadable')
    return (
      <section class="site">
        <div class="grow">
          <h1>{t(state === 'looking' ? 'popup.looking' : 'popup.unreadable')}</h1>
          {state === 'unreadable' && <small>{t('popup.unreadableWhy')}</small>}
          {state === 'unreadable' && onReload && (
            <button type="button" class="do" onClick={onReload}>
              {t('around.reload')}
            </button>
          )}
        </div>
      </section>
    );
  if (state === 'noAccess' || state === 'granted')
    return (
      <section class="site">
        <div class="grow">
          <h1>{t(state === 'granted' ? 'around.granted' : 'around.noAccess')}</h1>
          {state === 'noAccess' && <small>{t('around.noAccessWhy')}</small>}
          <button type="button" class="do" onClick={state === 'granted' ? onReload : onGrant}>
            {t(state === 'granted' ? 'around.reload' : 'around.grant')}
          </button>
        </div>
      </section>
    );
  const on = state === 'on';
  const found =
    sentences > 0
      ? `${t('popup.found', undefined, sentences)} ${t('popup.about', undefined, substances)}`
      : t('popup.foundNone');
  return (
    <section class="site">
      <div class="grow">
        <h1>{t(on ? 'popup.onFor' : 'popup.offFor', [host])}</h1>
        <small role="status">{on ? found : t('popup.off')}</small>
        {on && hidden > 0 && <small>{t('around.hidden', undefined, hidden)}</small>}
        {rule && <small>{t('around.rule', [rule])}</small>}
      </div>
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={on}
        aria-label={t('popup.switch', [host])}
        onClick={() => onSwitch(!on)}
      />
    </section>
  );
}
