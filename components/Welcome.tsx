import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card, HelpLine } from '../lib/evidence/card.ts';
import { EvidenceCard, type EvidenceCardProps } from './EvidenceCard.tsx';
import { RegionSelect } from './options/RegionSelect.tsx';
import { useText } from './Text.tsx';

interface WelcomeProps {
  /** The card of the sample's claim. */
  readonly card: Card;
  readonly help: readonly HelpLine[];
  readonly regions: readonly string[];
  readonly chosenRegion: string | null;
  /** The country of the browser's language, where it names one. */
  readonly browserRegion?: string;
  readonly theme?: EvidenceCardProps['theme'];
  readonly textSize?: EvidenceCardProps['textSize'];
  /** Whether the icon stands in the toolbar; undefined where the browser does not tell. */
  readonly pinned?: boolean;
  readonly onRegion: (region: string | null) => void;
  readonly onOptions: () => void;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** The page that is shown once: what Leafcheck does, on a sample that works, and what it never does. */
export function Welcome(props: WelcomeProps) {
  const { card, help, regions, chosenRegion, browserRegion, theme, textSize, pinned } = props;
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const region = chosenRegion ?? browserRegion;
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasOpen = useRef(false);
  // With the card its close button goes, and the focus with it.
  useEffect(() => {
    if (!open && wasOpen.current) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return (
    <div class="page leafcheck" {...(theme ? { 'data-theme': theme } : {})}>
      <main class="welcome">
        <h1>{t('welcome.title')}</h1>
        <p class="lead">{t('welcome.lead')}</p>
        <section>
          <h2>{t('welcome.try')}</h2>
          <p>{t('welcome.tryHelp')}</p>
          <article class="sample">
            <h3>{t('welcome.sampleTitle')}</h3>
            <p>
              {t('welcome.sample1')}{' '}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: as on a page; the button below is the way by key. */}
              <span
                class="mark both"
                onClick={() => setOpen(true)}
                onPointerEnter={() => {
                  resting.current = setTimeout(() => setOpen(true), 280);
                }}
                onPointerLeave={() => clearTimeout(resting.current)}
              >
                {t('welcome.sample2')}
              </span>{' '}
              {t('welcome.sample3')}
            </p>
          </article>
          {open ? (
            <EvidenceCard
              parts={[{ card, cues: [] }]}
              help={help}
              {...(region ? { region } : {})}
              {...(theme ? { theme } : {})}
              {...(textSize ? { textSize } : {})}
              onClose={() => setOpen(false)}
              onCopy={props.onCopy}
            />
          ) : (
            <button type="button" class="do" ref={opener} onClick={() => setOpen(true)}>
              {t('welcome.openCard')}
            </button>
          )}
        </section>
        <section>
          <h2>{t('welcome.never')}</h2>
          <ul>
            <li>{t('welcome.never1')}</li>
            <li>{t('welcome.never2')}</li>
            <li>{t('welcome.never3')}</li>
            <li>{t('welcome.never4')}</li>
          </ul>
        </section>
        <section>
          <h2>{t('welcome.pin')}</h2>
          <p>{t(pinned ? 'welcome.pinned' : 'welcome.pinHelp')}</p>
        </section>
        <section>
          <h2>{t('welcome.country')}</h2>
          <RegionSelect
            label={t('welcome.countryHelp')}
            regions={regions}
            chosen={chosenRegion}
            {...(browserRegion ? { browserRegion } : {})}
            onChoose={props.onRegion}
          />
        </section>
        <section>
          <h2>{t('welcome.next')}</h2>
          <p>{t('welcome.article')}</p>
          <button type="button" class="do" onClick={props.onOptions}>
            {t('welcome.toOptions')}
          </button>
        </section>
      </main>
    </div>
  );
}
