import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { SubstanceId } from '../../generated/ids.ts';
import type { Fault } from '../../lib/settings/record.ts';
import type { SettingName, Settings } from '../../lib/settings/settings.ts';
import type { Refusal } from '../../lib/settings/transfer.ts';
import { monthText } from '../card-text.ts';
import { useText } from '../Text.tsx';
import { AppearancePart, CardsPart } from './AppearancePart.tsx';
import { KeepPart, settingWords } from './KeepPart.tsx';
import { DismissedPart, MutedPart } from './MutedPart.tsx';
import { RegionSelect } from './RegionSelect.tsx';
import { SitesPart } from './SitesPart.tsx';
import type { SetSetting } from './set-setting.ts';

export interface OptionsProps {
  readonly settings: Settings;
  /** What could not be read when the page opened. */
  readonly faults: readonly { readonly name: SettingName; readonly fault: Fault }[];
  readonly regions: readonly string[];
  readonly browserRegion?: string;
  readonly shortcuts: readonly { readonly name: string; readonly keys: string }[];
  /** Where the browser lets keys be changed; null where only its own menu leads there. */
  readonly shortcutsAt: string | null;
  readonly release: string;
  /** Of the evidence: how much there is, and its newest date as `YYYY-MM`. */
  readonly data: {
    readonly substances: number;
    readonly entries: number;
    readonly sources: number;
    readonly newest: string;
  };
  readonly nameOf: (substance: SubstanceId) => string;
  readonly ascii: (host: string) => string | null;
  readonly onSet: SetSetting;
  readonly onShortcuts: () => void;
  readonly onExport: () => void;
  readonly onImport: (file: File) => Promise<Refusal | null>;
  readonly onReset: () => void;
  readonly onWelcome: () => void;
}

const PARTS = {
  appearance: 'options.appearance',
  cards: 'options.cards',
  sites: 'options.sites',
  muted: 'options.muted',
  dismissed: 'options.dismissed',
  place: 'options.place',
  shortcuts: 'options.shortcuts',
  keep: 'options.keep',
  about: 'options.about',
} as const;

const FAULTS = { unreadable: 'options.unreadable', newer: 'options.newer' } as const;

function Part({ of, children }: { of: keyof typeof PARTS; children: ComponentChildren }) {
  const { t } = useText();
  const id = useId();
  return (
    <section id={of} aria-labelledby={id}>
      <h2 id={id}>{t(PARTS[of])}</h2>
      {children}
    </section>
  );
}

/** All that can be set; each choice acts at once, in every open page. */
export function Options(props: OptionsProps) {
  const { settings, faults, shortcuts, shortcutsAt, data, nameOf, ascii, onSet } = props;
  const text = useText();
  const { t, language } = text;
  const { theme } = settings.appearance;
  const number = new Intl.NumberFormat(language);
  const faulty = (wanted: Fault) =>
    faults.filter(({ fault }) => fault === wanted).map(({ name }) => settingWords(name, t));
  return (
    <div class="page leafcheck" {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <nav aria-label={t('options.parts')}>
        <ul>
          {Object.entries(PARTS).map(([part, words]) => (
            <li key={part}>
              <a href={`#${part}`}>{t(words)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <h1>{t('options.title')}</h1>
        {(['unreadable', 'newer'] as const).map(
          (fault) =>
            faulty(fault).length > 0 && (
              <p key={fault} class="problem" role="alert">
                {t(FAULTS[fault])}: {faulty(fault).join(', ')}
              </p>
            ),
        )}
        <Part of="appearance">
          <AppearancePart of={settings.appearance} onSet={onSet} />
        </Part>
        <Part of="cards">
          <CardsPart of={settings} onSet={onSet} />
        </Part>
        <Part of="sites">
          <SitesPart of={settings.sites} onSet={onSet} ascii={ascii} />
        </Part>
        <Part of="muted">
          <MutedPart of={settings.muted} onSet={onSet} nameOf={nameOf} />
        </Part>
        <Part of="dismissed">
          <DismissedPart of={settings.dismissed} onSet={onSet} nameOf={nameOf} />
        </Part>
        <Part of="place">
          <RegionSelect
            label={t('options.region')}
            regions={props.regions}
            chosen={settings.place.region}
            {...(props.browserRegion ? { browserRegion: props.browserRegion } : {})}
            onChoose={(region) => onSet('place', { region })}
          />
          <p>{t('options.language')}</p>
        </Part>
        <Part of="shortcuts">
          <dl class="keys">
            {shortcuts.map(({ name, keys }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{keys ? <kbd>{keys}</kbd> : <span class="quiet">{t('options.noKey')}</span>}</dd>
              </div>
            ))}
          </dl>
          <button type="button" onClick={props.onShortcuts}>
            {t('options.changeKeys')}
          </button>
          {shortcutsAt && <p class="quiet">{t('options.keysAt', [shortcutsAt])}</p>}
        </Part>
        <Part of="keep">
          <KeepPart
            sync={settings.sync}
            onSet={onSet}
            onExport={props.onExport}
            onImport={props.onImport}
            onReset={props.onReset}
          />
        </Part>
        <Part of="about">
          <p>{t('options.version', [props.release])}</p>
          <p>
            {t('options.data', [
              number.format(data.substances),
              number.format(data.entries),
              number.format(data.sources),
              monthText(data.newest, text),
            ])}
          </p>
          <p>{t('options.privacy')}</p>
          <p>{t('options.notAdvice')}</p>
          <button type="button" onClick={props.onWelcome}>
            {t('options.welcomeAgain')}
          </button>
        </Part>
      </main>
    </div>
  );
}
