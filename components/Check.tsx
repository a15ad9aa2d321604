import { useEffect, useRef, useState } from 'preact/hooks';
import type { SubstanceId } from '../generated/ids.ts';
import type { AnsweredSentence } from '../lib/claims/answer-text.ts';
import type { Card, CardKey, HelpLine } from '../lib/evidence/card.ts';
import type { SearchResult } from '../lib/evidence/search.ts';
import type { CardPart, EvidenceCardProps } from './EvidenceCard.tsx';
import { OpenedCard } from './OpenedCard.tsx';
import { SearchResults } from './SearchResults.tsx';
import { useText } from './Text.tsx';
import { TextAnswer } from './TextAnswer.tsx';

interface CheckProps {
  /** What was selected; empty where nothing was. */
  readonly selected: string;
  /** Null while the text is being read. */
  readonly sentences: readonly AnsweredSentence[] | null;
  readonly results: readonly SearchResult[];
  readonly help: readonly HelpLine[];
  readonly region?: string;
  readonly theme?: EvidenceCardProps['theme'];
  readonly textSize?: EvidenceCardProps['textSize'];
  readonly cardFor: (key: CardKey) => Card;
  readonly nameOf: (substance: SubstanceId) => string;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** The answer to a selected text: its claims, then the entries that come near; each opens its card. */
export function Check(props: CheckProps) {
  const { selected, sentences, results, help, region, theme, textSize, cardFor, nameOf } = props;
  const { t } = useText();
  const [opened, open] = useState<CardPart | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const top = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (opened) heading.current?.focus();
    else if (wasOpen.current) top.current?.focus();
    wasOpen.current = opened !== null;
  }, [opened]);
  const themed = theme ? { 'data-theme': theme } : {};
  if (opened)
    return (
      <OpenedCard
        part={opened}
        inWindow
        help={help}
        {...(region ? { region } : {})}
        {...(theme ? { theme } : {})}
        {...(textSize ? { textSize } : {})}
        onBack={() => open(null)}
        onCopy={props.onCopy}
        headingRef={heading}
      />
    );
  return (
    <div class="popup window leafcheck" {...themed}>
      <section class="selected">
        <h1 ref={top} tabIndex={-1}>
          {t('check.selected')}
        </h1>
        {selected ? <blockquote>{selected}</blockquote> : <p>{t('check.nothing')}</p>}
      </section>
      {selected && (
        <>
          <TextAnswer
            sentences={sentences}
            cardFor={cardFor}
            nameOf={nameOf}
            onOpen={(claim) => open({ card: cardFor(claim), cues: claim.cues })}
          />
          {results.length > 0 && (
            <div class="label">
              <h2>{t('around.entries')}</h2>
            </div>
          )}
          <SearchResults
            results={results}
            nameOf={nameOf}
            onOpen={(result) => open({ card: cardFor(result), cues: [] })}
          />
        </>
      )}
    </div>
  );
}
