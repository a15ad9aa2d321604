import type { Ref } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Card, CardKey, HelpLine } from '../lib/evidence/card.ts';
import { classWording, isTopic, topicWording } from '../lib/evidence/wording.ts';
import { type CardAction, CardMenu } from './CardMenu.tsx';
import { CertaintyDots } from './CertaintyDots.tsx';
import { CiteAndShare, type CiteAnswer } from './CiteAndShare.tsx';
import { CueWords } from './CueWords.tsx';
import type { CardPart } from './card-part.ts';
import { cardAsText, leadingVerdict, monthText, pairText } from './card-text.ts';
import { DangerStrip } from './DangerStrip.tsx';
import { LawList } from './LawList.tsx';
import { RiskList } from './RiskList.tsx';
import { SourceList } from './SourceList.tsx';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';
import { VerdictBadge } from './VerdictBadge.tsx';
import { WhatWorks } from './WhatWorks.tsx';

export type { CardPart };

export interface EvidenceCardProps {
  /** The claims of the sentence, in its order; at least one. */
  readonly parts: readonly CardPart[];
  readonly help: readonly HelpLine[];
  /** ISO 3166-1 alpha-2 of the reader; without it every help line is folded. */
  readonly region?: string;
  /** Place of the sentence among the page's marked sentences; `index` from 1. */
  readonly position?: { readonly index: number; readonly total: number };
  readonly onStep?: (direction: 'next' | 'previous') => void;
  readonly onClose?: () => void;
  /** Where it stands in place of a list: back to that list. */
  readonly onBack?: () => void;
  /** Puts the text on the clipboard; false where the browser refused. */
  readonly onCopy?: (text: string) => Promise<boolean>;
  /** The citations of these sources in a form, as one text; null where no one answers. Without it, none are offered. */
  readonly onCite?: CiteAnswer;
  /** The extension's version, for a report of an error. */
  readonly version?: string;
  /** Opens what is shown in the library. */
  readonly onLibrary?: (key: CardKey) => void;
  /** The heading, which takes the focus when the card is opened by key. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
  /** 1 where the card is all that the document shows, else 2. */
  readonly headingLevel?: 1 | 2;
  /** Whether it becomes a sheet at the bottom edge in a window under 480 px. */
  readonly sheet?: boolean;
  /** Whether it is a page of its own: no dialog, and nothing of it folded. */
  readonly whole?: boolean;
  /** By default as the reader's system. */
  readonly theme?: 'light' | 'dark';
  /** By default `normal`. */
  readonly textSize?: 'small' | 'normal' | 'large' | 'larger';
  /** Where it is given, the card has a menu of what can be done about the mark. */
  readonly onAction?: (action: CardAction, part: CardPart) => void;
}

/**
 * The evidence for a sentence that makes a claim: the verdict in words first, then what stands behind it. One is shown
 * at a time in a document or shadow root, so its ids are plain.
 */
export function EvidenceCard(props: EvidenceCardProps) {
  const { parts, position, onStep, onClose, onBack, theme, sheet = false, whole = false } = props;
  const text = useText();
  const { t } = text;
  const [chosen, choose] = useState(0);
  const tabs = useRef<HTMLDivElement>(null);
  const at = Math.min(chosen, parts.length - 1);
  const part = parts[at];
  if (!part) throw new Error('A card needs at least one part.');

  const onTabKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (at + step + parts.length) % parts.length;
    choose(next);
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };

  const body = <CardBody key={pairText(part.card, text)} {...props} part={part} />;
  return (
    <section
      class={`leafcheck card${sheet ? ' sheet' : ''}`}
      lang={text.language}
      {...(whole ? {} : { role: 'dialog' })}
      aria-labelledby="card-badge card-heading"
      {...(theme ? { 'data-theme': theme } : {})}
      {...(props.textSize ? { 'data-size': props.textSize } : {})}
    >
      <header class="head">
        {onBack && (
          <button type="button" class="icon" aria-label={t('card.back')} onClick={onBack}>
            <span aria-hidden="true">‹</span>
          </button>
        )}
        <span id="card-badge" class="lead">
          <VerdictBadge of={leadingVerdict(part.card)} />
        </span>
        {position && position.total > 1 && (
          <span class="place">
            <button
              type="button"
              class="icon"
              aria-label={t('card.previous')}
              onClick={() => onStep?.('previous')}
            >
              <span aria-hidden="true">‹</span>
            </button>
            <span>{t('card.place', [String(position.index), String(position.total)])}</span>
            <button type="button" class="icon" aria-label={t('card.next')} onClick={() => onStep?.('next')}>
              <span aria-hidden="true">›</span>
            </button>
          </span>
        )}
        {onClose && (
          <button type="button" class="icon close" aria-label={t('card.close')} onClick={onClose}>
            <span aria-hidden="true">×</span>
          </button>
        )}
      </header>
      {parts.length > 1 ? (
        <>
          <div class="tabs" role="tablist" aria-label={t('card.parts')} ref={tabs} onKeyDown={onTabKey}>
            {parts.map(({ card }, index) => (
              <button
                key={pairText(card, text)}
                type="button"
                role="tab"
                id={`card-tab-${index}`}
                aria-selected={index === at}
                aria-controls="card-panel"
                tabIndex={index === at ? 0 : -1}
                onClick={() => choose(index)}
              >
                <VerdictBadge of={leadingVerdict(card)} signOnly />
                <span lang={EVIDENCE_LANGUAGE}>{tabText(card, parts)}</span>
              </button>
            ))}
          </div>
          <div class="panel" role="tabpanel" id="card-panel" aria-labelledby={`card-tab-${at}`}>
            {body}
          </div>
        </>
      ) : (
        <div class="panel">{body}</div>
      )}
    </section>
  );
}

/** What tells this part from the others: its topic, its substance, or both. */
function tabText({ substance, topic }: Card, parts: readonly CardPart[]): string {
  const topicName = isTopic(topic) ? topicWording(topic) : substance.name;
  if (parts.every(({ card }) => card.substance.id === substance.id)) return topicName;
  if (parts.every(({ card }) => card.topic === topic)) return substance.name;
  return `${substance.name} · ${topicName}`;
}

function CardBody({
  part,
  headingRef,
  headingLevel = 2,
  help,
  region,
  onCopy,
  onCite,
  version = '',
  onLibrary,
  whole = false,
  onAction,
}: EvidenceCardProps & { part: CardPart }) {
  const text = useText();
  const { t } = text;
  const { card, cues } = part;
  const { answer, match, substance, topic, sources, dangers, risks, interactions, legal, whatWorks } = card;
  const [copied, setCopied] = useState<boolean>();
  const Heading = `h${headingLevel}` as 'h1' | 'h2';
  const names = [substance.name, isTopic(topic) ? topicWording(topic) : ''];
  const sourceList = sources.length > 0 && (
    <details open={whole}>
      <summary>{t('card.sources', undefined, sources.length)}</summary>
      <SourceList sources={sources} />
    </details>
  );
  const copy = () => void onCopy?.(cardAsText(card, text)).then(setCopied);

  return (
    <>
      <div class="body">
        {!text.language.startsWith('en') && <p class="note">{t('card.inEnglish')}</p>}
        <DangerStrip dangers={dangers} sources={sources} whole={whole} />
        <p class="pair">{pairText(card, text)}</p>
        {match === 'overview' && isTopic(topic) && <p class="note">{t('card.overviewNote', names)}</p>}
        <Heading
          id="card-heading"
          class="headline"
          tabIndex={-1}
          lang={answer && EVIDENCE_LANGUAGE}
          {...(headingRef ? { ref: headingRef } : {})}
        >
          {answer ? answer.headline : t('card.noneHeadline', names)}
        </Heading>
        <p class="summary" lang={answer && EVIDENCE_LANGUAGE}>
          {answer ? answer.summary : t('card.noneSummary')}
        </p>
        {answer && <CertaintyDots certainty={answer.certainty} studied={answer.studied} />}
        <WhatWorks whatWorks={whatWorks} sources={sources} help={help} region={region} />
        {!whole && sourceList}
        {cues.length > 0 && (
          <details open={whole}>
            <summary>{t('card.why')}</summary>
            <CueWords cues={cues} />
          </details>
        )}
        {answer && (
          <details open={whole}>
            <summary>{t('card.studied')}</summary>
            <p lang={EVIDENCE_LANGUAGE}>{answer.detail}</p>
          </details>
        )}
        {risks.length + interactions.length > 0 && (
          <details open={whole}>
            <summary>{t('card.risks')}</summary>
            <RiskList risks={risks} interactions={interactions} sources={sources} />
          </details>
        )}
        {legal.length > 0 && (
          <details open={whole}>
            <summary>{t('card.law')}</summary>
            <LawList legal={legal} sources={sources} />
          </details>
        )}
        <details open={whole}>
          <summary>{t('card.known')}</summary>
          <p lang={EVIDENCE_LANGUAGE}>
            {substance.scientificName && <i lang="la">{substance.scientificName}</i>}
            {substance.scientificName && ' · '}
            {classWording(substance.class)}
          </p>
          <p lang={EVIDENCE_LANGUAGE}>{substance.overview}</p>
        </details>
        {onCopy && <CiteAndShare card={card} version={version} onCopy={onCopy} onCite={onCite} />}
        {whole && sourceList}
      </div>
      <footer class="foot">
        <span class="grow">{answer && t('card.asOf', [monthText(answer.asOf, text)])}</span>
        {onLibrary && (
          <button type="button" onClick={() => onLibrary({ substance: substance.id, topic })}>
            {t('card.library')}
          </button>
        )}
        {onCopy && (
          <button type="button" onClick={copy}>
            <span role="status">
              {copied === undefined ? t('card.copy') : t(copied ? 'card.copied' : 'card.copyFailed')}
            </span>
          </button>
        )}
        {onAction && <CardMenu part={part} onAction={onAction} />}
      </footer>
    </>
  );
}
