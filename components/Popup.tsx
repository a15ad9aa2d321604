import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SubstanceId } from '../generated/ids.ts';
import { type AnsweredSentence, isSentence } from '../lib/claims/answer-text.ts';
import type { Card, CardKey, HelpLine } from '../lib/evidence/card.ts';
import type { SearchResult } from '../lib/evidence/search.ts';
import type { PauseLength } from '../lib/settings/pause.ts';
import type { CiteAnswer } from './CiteAndShare.tsx';
import { ClaimList, type ClaimRow } from './ClaimList.tsx';
import type { CardPart, EvidenceCardProps } from './EvidenceCard.tsx';
import { NewsStrip } from './NewsStrip.tsx';
import { OpenedCard } from './OpenedCard.tsx';
import { PopupFoot } from './PopupFoot.tsx';
import { SearchBox } from './SearchBox.tsx';
import { SearchResults } from './SearchResults.tsx';
import { type PageState, SiteSwitch } from './SiteSwitch.tsx';
import { useText } from './Text.tsx';
import { TextAnswer } from './TextAnswer.tsx';

export interface PopupProps {
  readonly state: PageState;
  readonly host: string;
  /** The pattern that decides for the page, where it is not the host's own; empty else. */
  readonly rule?: string;
  /** Claims of the page that the reader's settings keep from being marked. */
  readonly hidden?: number;
  /** In page order; empty where the page is off or cannot be read. */
  readonly claims: readonly ClaimRow[];
  readonly help: readonly HelpLine[];
  readonly region?: string;
  readonly theme?: EvidenceCardProps['theme'];
  readonly textSize?: EvidenceCardProps['textSize'];
  /** Milliseconds since 1970; null where nothing is paused. */
  readonly pausedUntil?: number | null;
  /** The version of an update that is still news. */
  readonly news?: string;
  /** The search of this browser session. */
  readonly firstQuery: string;
  readonly search: (query: string) => readonly SearchResult[];
  /** Reads a text for claims; null where that cannot be done now. */
  readonly readText?: (text: string) => Promise<readonly AnsweredSentence[] | null>;
  /** Null while the evidence is still being read: a card that is asked for opens as soon as it is there. */
  readonly cardFor: ((key: CardKey) => Card) | null;
  readonly nameOf: (substance: SubstanceId) => string;
  readonly onQuery: (query: string) => void;
  readonly onSwitch: (on: boolean) => void;
  readonly onGrant?: () => void;
  readonly onReload?: () => void;
  readonly onPause?: (length: PauseLength) => void;
  readonly onResume?: () => void;
  readonly onOptions?: () => void;
  /** Without it no panel is offered: phones have none. */
  readonly onPanel?: () => void;
  readonly onNewsSeen?: () => void;
  readonly onOpenClaim: (id: string) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onCite?: CiteAnswer;
  readonly version?: string;
  /** Opens the library, at an entry where one is given. */
  readonly onLibrary: (key?: CardKey) => void;
}

interface Wanted {
  readonly key: CardKey;
  readonly cues: CardPart['cues'];
}

const nothing = () => undefined;

/** The popup: this site's switch, a search over all evidence, and the claims of this page. */
export function Popup(props: PopupProps) {
  const { state, host, claims, help, region, theme, textSize, firstQuery, nameOf } = props;
  const { cardFor, onQuery, readText } = props;
  const { t } = useText();
  const [query, setQuery] = useState(firstQuery);
  const [wanted, want] = useState<Wanted | null>(null);
  const opened = useMemo<CardPart | null>(
    () => wanted && cardFor && { card: cardFor(wanted.key), cues: wanted.cues },
    [wanted, cardFor],
  );
  const [answered, setAnswered] = useState<readonly AnsweredSentence[] | null>(null);
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
  const openFrom = (at: number, next: Wanted) => {
    from.current = at;
    want(next);
  };
  const claimed = (answered ?? []).flatMap((one) => one.claims);

  // With its button gone the focus would fall to the top of the page.
  useEffect(() => {
    if (opened) heading.current?.focus();
    else rows()[from.current]?.focus();
  }, [opened !== null]);

  useEffect(() => {
    let current = true;
    setAnswered(null);
    if (readText && isSentence(query))
      void readText(query).then((sentences) => {
        if (current) setAnswered(sentences);
      });
    return () => {
      current = false;
    };
  }, [query, readText]);

  const themed = theme ? { 'data-theme': theme } : {};
  if (opened)
    return (
      <OpenedCard
        part={opened}
        help={help}
        {...(region ? { region } : {})}
        {...(theme ? { theme } : {})}
        {...(textSize ? { textSize } : {})}
        onBack={() => want(null)}
        onCopy={props.onCopy}
        {...(props.onCite ? { onCite: props.onCite } : {})}
        {...(props.version ? { version: props.version } : {})}
        onLibrary={props.onLibrary}
        headingRef={heading}
      />
    );
  const searching = query.trim() !== '';
  const known = new Set(claimed.map(({ substance, topic }) => `${substance} ${topic}`));
  const results = (searching ? props.search(query) : []).filter(
    ({ substance, topic }) => !known.has(`${substance} ${topic}`),
  );
  return (
    <div class="popup leafcheck" {...themed}>
      <SiteSwitch
        state={state}
        host={host}
        rule={props.rule ?? ''}
        hidden={props.hidden ?? 0}
        sentences={claims.length}
        substances={new Set(claims.flatMap(({ pairs }) => pairs.map(({ substance }) => substance))).size}
        onSwitch={props.onSwitch}
        {...(props.onGrant ? { onGrant: props.onGrant } : {})}
        {...(props.onReload ? { onReload: props.onReload } : {})}
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
          <>
            {isSentence(query) && cardFor && (
              <TextAnswer
                sentences={answered}
                cardFor={cardFor}
                nameOf={nameOf}
                onOpen={(claim) => openFrom(claimed.indexOf(claim), { key: claim, cues: claim.cues })}
              />
            )}
            {claimed.length > 0 && (
              <div class="label">
                <h2>{t('around.entries')}</h2>
              </div>
            )}
            <SearchResults
              results={results}
              nameOf={nameOf}
              onOpen={(result) =>
                openFrom(claimed.length + results.indexOf(result), { key: result, cues: [] })
              }
            />
          </>
        ) : (
          <ClaimList claims={claims} nameOf={nameOf} onOpen={props.onOpenClaim} />
        )}
      </div>
      {props.news && <NewsStrip version={props.news} onSeen={props.onNewsSeen ?? nothing} />}
      <PopupFoot
        pausedUntil={props.pausedUntil ?? null}
        onPause={props.onPause ?? nothing}
        onResume={props.onResume ?? nothing}
        onLibrary={() => props.onLibrary()}
        onOptions={props.onOptions ?? nothing}
        {...(props.onPanel ? { onPanel: props.onPanel } : {})}
      />
    </div>
  );
}
