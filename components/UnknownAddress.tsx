import { useRef, useState } from 'preact/hooks';
import type { CardKey } from '../lib/evidence/card.ts';
import { entryAddress } from '../lib/library/library-address.ts';
import { foundEntries, type LibraryEntry } from '../lib/library/library-entries.ts';
import { entryLabel, verdictLabel } from './library-text.ts';
import { SearchBox } from './SearchBox.tsx';
import { useText } from './Text.tsx';
import { VerdictMark } from './VerdictMark.tsx';

interface UnknownAddressProps {
  /** The words of the address, to search for. */
  readonly words: string;
  readonly entries: readonly LibraryEntry[];
  readonly search: (query: string) => readonly CardKey[];
}

const MOST = 8;

/** For an address that names nothing held: says so, and looks for what may have been meant. */
export function UnknownAddress({ words, entries, search }: UnknownAddressProps) {
  const text = useText();
  const { t } = text;
  const [query, setQuery] = useState(words);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const found = foundEntries(entries, query.trim() ? search(query) : []).slice(0, MOST);
  return (
    <>
      <h1 tabIndex={-1}>{t('library.unknownHeading')}</h1>
      <p class="intro">{t('library.unknownWhy')}</p>
      <SearchBox
        box={box}
        query={query}
        onQuery={setQuery}
        onDown={() => list.current?.querySelector('a')?.focus()}
        takesFocus={false}
      />
      <p role="status">{t('popup.results', undefined, found.length)}</p>
      <ul class="entries" ref={list}>
        {found.map((entry) => (
          <li key={entryAddress(entry)}>
            <a class="entry" href={entryAddress(entry)}>
              <VerdictMark verdict={entry.verdict} certainty={entry.certainty} />
              <span>
                <b>{entryLabel(entry.name, entry.topic, text)}</b>
                <small>{verdictLabel(entry)}</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
