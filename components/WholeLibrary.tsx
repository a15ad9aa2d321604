import { useMemo, useRef } from 'preact/hooks';
import type { Card, CardKey } from '../lib/evidence/card.ts';
import { evidenceMap } from '../lib/library/evidence-map.ts';
import { addressOf, type Shape, type WholeView } from '../lib/library/library-address.ts';
import {
  bySubstance,
  filterEntries,
  foundEntries,
  type LibraryEntry,
} from '../lib/library/library-entries.ts';
import { EntryList } from './EntryList.tsx';
import { EvidenceMap } from './EvidenceMap.tsx';
import { LibraryFilters } from './LibraryFilters.tsx';
import { choiceLabel, FACET_LABELS } from './library-text.ts';
import { MapLegend } from './MapLegend.tsx';
import { type TextKey, useText } from './Text.tsx';

interface WholeLibraryProps {
  readonly view: WholeView;
  readonly entries: readonly LibraryEntry[];
  readonly query: string;
  readonly search: (query: string) => readonly CardKey[];
  readonly cardFor: (key: CardKey) => Card;
  /** Whether it is on its way to paper, where lists bring their sources. */
  readonly printing: boolean;
  readonly onQuery: (query: string) => void;
  readonly onView: (view: WholeView) => void;
  readonly onPrint: () => void;
}

const SHAPES: readonly (readonly [Shape, TextKey])[] = [
  ['map', 'library.asMap'],
  ['list', 'library.asList'],
];

/** All evidence: search and filters, then a map or a list of what they leave. */
export function WholeLibrary(props: WholeLibraryProps) {
  const { view, entries, query, search, cardFor, printing, onQuery, onView, onPrint } = props;
  const text = useText();
  const { t } = text;
  const box = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const found = useMemo(
    () => foundEntries(entries, query.trim() ? search(query) : null),
    [entries, query, search],
  );
  const shown = useMemo(() => filterEntries(found, view.filter), [found, view.filter]);
  const map = useMemo(() => evidenceMap(shown), [shown]);
  const choices = (Object.keys(view.filter) as (keyof typeof view.filter)[]).map(
    (facet) => `${t(FACET_LABELS[facet])}: ${choiceLabel(facet, view.filter[facet] ?? '', text)}`,
  );
  const narrowed = choices.length > 0 || query.trim() !== '';
  const clear = () => {
    onQuery('');
    if (choices.length > 0) onView({ ...view, filter: {} });
    box.current?.focus();
  };

  return (
    <>
      <h1 tabIndex={-1}>{t('library.heading')}</h1>
      <p class="intro">{t('library.intro')}</p>
      <LibraryFilters
        view={view}
        query={query}
        entries={found}
        box={box}
        onQuery={onQuery}
        onFilter={(filter) => onView({ ...view, filter })}
        onDown={() =>
          results.current?.querySelector<HTMLElement>('a[href^="#/"]:not([tabindex="-1"])')?.focus()
        }
      />
      <div class="bar">
        <p role="status">
          {shown.length === 0
            ? t('library.none')
            : `${t('library.entries', undefined, shown.length)} ${t('library.substances', undefined, bySubstance(shown).length)}`}
        </p>
        {narrowed && (
          <button type="button" onClick={clear}>
            {t('library.clear')}
          </button>
        )}
        <nav class="shapes" aria-label={t('library.shapes')}>
          {SHAPES.map(([shape, label]) => (
            <a
              key={shape}
              href={addressOf({ ...view, shape })}
              {...(view.shape === shape ? { 'aria-current': 'page' as const } : {})}
            >
              {t(label)}
            </a>
          ))}
        </nav>
        <button type="button" onClick={onPrint}>
          {t('library.print')}
        </button>
      </div>
      {narrowed && (
        <p class="paper-only">
          {[query.trim() && `“${query.trim()}”`, ...choices].filter(Boolean).join(' · ')}
        </p>
      )}
      <div ref={results}>
        {shown.length === 0 ? (
          <p class="empty">{t('library.noneWhy')}</p>
        ) : view.shape === 'map' ? (
          <>
            <MapLegend entries={shown} />
            <EvidenceMap map={map} />
          </>
        ) : (
          <EntryList entries={shown} cardFor={printing ? cardFor : undefined} />
        )}
      </div>
    </>
  );
}
