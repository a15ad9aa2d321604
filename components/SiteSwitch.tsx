import { useText } from './Text.tsx';

/** What the popup knows of the page in front. */
export type PageState = 'looking' | 'unreadable' | 'on' | 'off';

interface SiteSwitchProps {
  readonly state: PageState;
  /** The host that the switch rules; empty where there is none. */
  readonly host: string;
  /** Marked sentences, and substances among them. */
  readonly sentences: number;
  readonly substances: number;
  readonly onSwitch: (on: boolean) => void;
}

/** The site's switch, which names its host, and what was found there. */
export function SiteSwitch({ state, host, sentences, substances, onSwitch }: SiteSwitchProps) {
  const { t } = useText();
  if (state === 'looking' || state === 'unreadable')
    return (
      <section class="site">
        <div class="grow">
          <h1>{t(state === 'looking' ? 'popup.looking' : 'popup.unreadable')}</h1>
          {state === 'unreadable' && <small>{t('popup.unreadableWhy')}</small>}
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
