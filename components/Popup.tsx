import { useEffect, useRef, useState } from 'preact/hooks';
import type { SubstanceId } from '../generated/ids.ts';
import type { Card, CardKey, HelpLine } from '../lib/evidence/card.ts';
import type { SearchResult } from '../lib/evidence/search.ts';
import type { CiteAnswer } from './CiteAndShare.tsx';
import { ClaimList, type ClaimRow } from './ClaimList.tsx';
import { EvidenceCard } from './EvidenceCard.tsx';
import { SearchBox } from './SearchBox.tsx';
import { SearchResults } from './SearchResults.tsx';
import { type PageState, SiteSwitch } from './SiteSwitch.tsx';
import { useText } from './Text.tsx';

export interface PopupProps {
  readonly state: PageState;
  readonly host: string;
  /** In page order; empty where the page is off or cannot be read. */
  readonly claims: readonly ClaimRow[];
  readonly help: readonly HelpLine[];
  readonly region?: string;
  /** The search of this browser session. */
  readonly firstQuery: string;
  readonly search: (query: string) => readonly SearchResult[];
  readonly cardFor: (key: CardKey) => Card;
  readonly nameOf: (substance: SubstanceId) => string;
  readonly onQuery: (query: string) => void;
  readonly onSwitch: (on: boolean) => void;
  readonly onOpenClaim: (id: string) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onCite?: CiteAnswer;
  readonly version?: string;
  /** Opens the library, at an entry where one is given. */
  readonly onLibrary: (key?: CardKey) => void;
}

/** The popup: this site's switch, a search over all evidence, and the claims of this page. */
export function Popup(props: PopupProps) {
  const { state, host, claims, help, region, firstQuery, nameOf, onQuery } = props;
  const { t } = useText();
  const [query, setQuery] = useState(firstQuery);
  const [opened, open] = useState<SearchResult | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  /** Place in the list of the row that opened the card, to which Back returns. */
  const from = useRef(-1);

  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('button.row') ?? [])];
  const onListKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const all = rows();
    const next = all.indexOf(event.target as HTMLElement) + step;
    event.preventDefault();
    // Up from the first: back into the box.
    if (next < 0) box.current?.focus();
    else all[next]?.focus();
  };

  // With its button gone the focus would fall to the top of the page.
  useEffect(() => {
    if (opened) heading.current?.focus();
    else rows()[from.current]?.focus();
  }, [opened]);

  if (opened)
    return (
      <div class="popup leafcheck">
        <EvidenceCard
          parts={[{ card: props.cardFor(opened), cues: [] }]}
          help={help}
          {...(region ? { region } : {})}
          onBack={() => open(null)}
          onCopy={props.onCopy}
          {...(props.onCite ? { onCite: props.onCite } : {})}
          {...(props.version ? { version: props.version } : {})}
          onLibrary={props.onLibrary}
          headingRef={heading}
          headingLevel={1}
        />
      </div>
    );
  const searching = query.trim() !== '';
  const results = searching ? props.search(query) : [];
  return (
    <div class="popup leafcheck">
      <SiteSwitch
        state={state}
        host={host}
        sentences={claims.length}
        substances={new Set(claims.flatMap(({ pairs }) => pairs.map(({ substance }) => substance))).size}
        onSwitch={props.onSwitch}
      />
      <SearchBox
        box={box}
        query={query}
        onQuery={(words) => {
          setQuery(words);
          onQuery(words);
        }}
        onDown={() => rows()[0]?.focus()}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears the arrow keys of the buttons within. */}
      <div ref={list} onKeyDown={onListKey}>
        {searching ? (
          <SearchResults
            results={results}
            nameOf={nameOf}
            onOpen={(result) => {
              from.current = results.indexOf(result);
              open(result);
            }}
          />
        ) : (
          <ClaimList claims={claims} nameOf={nameOf} onOpen={props.onOpenClaim} />
        )}
      </div>
      <div class="bar">
        <button type="button" onClick={() => props.onLibrary()}>
          {t('popup.library')}
        </button>
      </div>
    </div>
  );
}
