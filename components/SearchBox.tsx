import { useEffect, useRef } from 'preact/hooks';
import { useText } from './Text.tsx';

interface SearchBoxProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Down from the box: into the list. */
  readonly onDown: () => void;
}

/** The search field. What it holds when it appears is selected, so that typing replaces it. */
export function SearchBox({ query, onQuery, onDown }: SearchBoxProps) {
  const { t } = useText();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  return (
    <search class="search">
      <span aria-hidden="true">⌕</span>
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
