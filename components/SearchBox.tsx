import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { useText } from './Text.tsx';

interface SearchBoxProps {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Down from the box: into the list. */
  readonly onDown: () => void;
  /** Whether it takes the focus when it appears; it does by default. */
  readonly takesFocus?: boolean;
}

/** The search field. What it holds when it takes the focus on appearing is selected, so that typing replaces it. */
export function SearchBox({ box, query, onQuery, onDown, takesFocus = true }: SearchBoxProps) {
  const { t } = useText();
  useEffect(() => {
    if (!takesFocus) return;
    box.current?.focus();
    box.current?.select();
  }, [box, takesFocus]);
  return (
    <search class="search">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="6.5" cy="6.5" r="4.5" />
        <path d="M10 10l4.5 4.5" />
      </svg>
      <input
        ref={box}
        type="search"
        value={query}
        aria-label={t('popup.search')}
        placeholder={t('popup.searchHint')}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onDown();
          }
          // A first Escape clears the words; the next closes the popup.
          if (event.key === 'Escape' && query) {
            event.preventDefault();
            onQuery('');
          }
        }}
      />
    </search>
  );
}
