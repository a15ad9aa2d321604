import { useCallback } from 'preact/hooks';
import type { Card, CardKey, HelpLine } from '../lib/evidence/card.ts';
import {
  addressOf,
  entryAddress,
  type LibraryView,
  type UnknownView,
  type WholeView,
} from '../lib/library/library-address.ts';
import { bySubstance, type LibraryEntry, neighbours } from '../lib/library/library-entries.ts';
import type { SubstancePage } from '../lib/library/substance-page.ts';
import type { CiteAnswer } from './CiteAndShare.tsx';
import { EvidenceCard, type EvidenceCardProps } from './EvidenceCard.tsx';
import { entryLabel } from './library-text.ts';
import { StepLinks } from './StepLinks.tsx';
import { SubstanceView } from './SubstanceView.tsx';
import { useText } from './Text.tsx';
import { UnknownAddress } from './UnknownAddress.tsx';
import { WholeLibrary } from './WholeLibrary.tsx';

export interface LibraryProps {
  readonly view: LibraryView | UnknownView;
  /** The whole as it was last seen, for the way back to it. */
  readonly home: WholeView;
  readonly entries: readonly LibraryEntry[];
  readonly query: string;
  readonly search: (query: string) => readonly CardKey[];
  readonly cardFor: (key: CardKey) => Card;
  readonly pageFor: (substance: LibraryEntry['substance']) => SubstancePage;
  readonly help: readonly HelpLine[];
  readonly region?: string;
  /** By default as the reader's system. */
  readonly theme?: EvidenceCardProps['theme'];
  readonly textSize?: EvidenceCardProps['textSize'];
  readonly printing: boolean;
  readonly onQuery: (query: string) => void;
  readonly onView: (view: WholeView) => void;
  readonly onPrint: () => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onCite?: CiteAnswer;
  readonly version?: string;
}

/** The library: all evidence as a map or a list, a page for each substance and for each entry. */
export function Library(props: LibraryProps) {
  const { view, home, onPrint } = props;
  const { t } = useText();
  const name = view.kind === 'entry' ? props.cardFor(view).substance.name : '';
  return (
    <div class="leafcheck library" {...(props.theme ? { 'data-theme': props.theme } : {})}>
      <header class="top">
        <nav aria-label={t('library.way')}>
          <a
            class="home"
            href={addressOf(home)}
            {...(view.kind === 'whole' ? { 'aria-current': 'page' as const } : {})}
          >
            {t('library.home')}
          </a>
          {view.kind === 'entry' && (
            <>
              <span aria-hidden="true"> › </span>
              <a href={addressOf({ kind: 'substance', substance: view.substance })}>{name}</a>
            </>
          )}
        </nav>
        {(view.kind === 'entry' || view.kind === 'substance') && (
          <button type="button" onClick={onPrint}>
            {t('library.print')}
          </button>
        )}
      </header>
      <main>
        <Shown {...props} />
      </main>
      <footer class="bottom">
        <p>{t('library.noAdvice')}</p>
      </footer>
    </div>
  );
}

function Shown(props: LibraryProps) {
  const { view, entries, cardFor, pageFor, help, region, search } = props;
  const text = useText();
  const place = region ? { region } : {};
  const nameOf = useCallback(
    ({ substance, topic, name }: LibraryEntry) => ({
      address: entryAddress({ substance, topic }),
      label: entryLabel(name, topic, text),
    }),
    [text],
  );
  switch (view.kind) {
    case 'whole':
      return <WholeLibrary {...props} view={view} />;
    case 'unknown':
      return <UnknownAddress key={view.words} words={view.words} entries={entries} search={search} />;
    case 'entry': {
      const isHere = ({ substance, topic }: LibraryEntry) =>
        substance === view.substance && topic === view.topic;
      const { before, after } = neighbours(entries, isHere);
      return (
        <>
          <EvidenceCard
            key={entryAddress(view)}
            parts={[{ card: cardFor(view), cues: [] }]}
            help={help}
            {...place}
            {...(props.theme ? { theme: props.theme } : {})}
            {...(props.textSize ? { textSize: props.textSize } : {})}
            onCopy={props.onCopy}
            {...(props.onCite ? { onCite: props.onCite } : {})}
            {...(props.version ? { version: props.version } : {})}
            headingLevel={1}
            whole
          />
          <StepLinks
            label={text.t('library.stepEntries')}
            {...(before ? { before: nameOf(before) } : {})}
            {...(after ? { after: nameOf(after) } : {})}
          />
        </>
      );
    }
    case 'substance': {
      const firsts = bySubstance(entries).flatMap(({ entries: own }) => own.slice(0, 1));
      const { before, after } = neighbours(firsts, ({ substance }) => substance === view.substance);
      const linkTo = ({ substance, name }: LibraryEntry) => ({
        address: addressOf({ kind: 'substance', substance }),
        label: name,
      });
      return (
        <>
          <SubstanceView
            key={view.substance}
            page={pageFor(view.substance)}
            help={help}
            cardFor={props.printing ? cardFor : undefined}
            {...place}
          />
          <StepLinks
            label={text.t('library.stepSubstances')}
            {...(before ? { before: linkTo(before) } : {})}
            {...(after ? { after: linkTo(after) } : {})}
          />
        </>
      );
    }
  }
}
