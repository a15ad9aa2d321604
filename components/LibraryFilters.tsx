import type { RefObject } from 'preact';
import type { EntryTopic } from '../generated/ids.ts';
import { isTopic } from '../lib/evidence/wording.ts';
import type { WholeView } from '../lib/library/library-address.ts';
import {
  FACETS,
  type Facet,
  facetCounts,
  type LibraryEntry,
  type LibraryFilter,
} from '../lib/library/library-entries.ts';
import { choiceLabel, FACET_LABELS } from './library-text.ts';
import { SearchBox } from './SearchBox.tsx';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';

interface LibraryFiltersProps {
  readonly view: WholeView;
  readonly query: string;
  /** What the words searched for leave, before any filter. */
  readonly entries: readonly LibraryEntry[];
  readonly box: RefObject<HTMLInputElement | null>;
  readonly onQuery: (query: string) => void;
  readonly onFilter: (filter: LibraryFilter) => void;
  /** Down from the search box: to what was found. */
  readonly onDown: () => void;
}

/** The filter with one choice set, or taken away where the choice is empty. */
function withChoice(filter: LibraryFilter, facet: Facet, choice: string): LibraryFilter {
  const { [facet]: _, ...others } = filter;
  return choice ? { ...others, [facet]: choice } : others;
}

/** The search box and a menu for each filter; each choice says how many entries it would leave. */
export function LibraryFilters(props: LibraryFiltersProps) {
  const { view, query, entries, box, onQuery, onFilter, onDown } = props;
  const text = useText();
  const { t } = text;
  return (
    <div class="filters">
      <SearchBox box={box} query={query} onQuery={onQuery} onDown={onDown} takesFocus={false} />
      <div class="menus">
        {(Object.keys(FACETS) as Facet[]).map((facet) => {
          const counts = facetCounts(entries, view.filter, facet);
          return (
            <label key={facet}>
              <span>{t(FACET_LABELS[facet])}</span>
              <select
                value={view.filter[facet] ?? ''}
                onChange={(event) => onFilter(withChoice(view.filter, facet, event.currentTarget.value))}
              >
                <option value="">{t('library.any')}</option>
                {[...counts].map(([choice, count]) => (
                  <option
                    key={choice}
                    value={choice}
                    lang={facet === 'topic' && !isTopic(choice as EntryTopic) ? undefined : EVIDENCE_LANGUAGE}
                  >
                    {t('library.choice', [choiceLabel(facet, choice, text), String(count)])}
                  </option>
                ))}
              </select>
            </label>
          );
        })}
      </div>
    </div>
  );
}
