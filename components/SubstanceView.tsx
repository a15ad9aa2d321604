import type { Card, CardKey, HelpLine } from '../lib/evidence/card.ts';
import { classWording } from '../lib/evidence/wording.ts';
import type { SubstancePage } from '../lib/library/substance-page.ts';
import { CertaintyDots } from './CertaintyDots.tsx';
import { DangerStrip } from './DangerStrip.tsx';
import { EntryRows } from './EntryList.tsx';
import { LawList } from './LawList.tsx';
import { RiskList } from './RiskList.tsx';
import { SourceList } from './SourceList.tsx';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';
import { VerdictBadge } from './VerdictBadge.tsx';
import { WhatWorks } from './WhatWorks.tsx';

interface SubstanceViewProps {
  readonly page: SubstancePage;
  readonly help: readonly HelpLine[];
  readonly region?: string;
  /** Where given, each entry also says its summary and its sources: for paper. */
  readonly cardFor?: ((key: CardKey) => Card) | undefined;
}

/** All that is held of one substance: its dangers first, then what it is, every entry, risks and law. */
export function SubstanceView({ page, help, region, cardFor }: SubstanceViewProps) {
  const { t } = useText();
  const { overview, dangers, sources, entries, names } = page;
  const { substance, answer, risks, interactions, legal, whatWorks } = overview;
  return (
    <article class="substance card">
      <h1 tabIndex={-1}>{substance.name}</h1>
      <p class="quiet" lang={EVIDENCE_LANGUAGE}>
        {substance.scientificName && <i lang="la">{substance.scientificName}</i>}
        {substance.scientificName && ' · '}
        {classWording(substance.class)}
      </p>
      <DangerStrip dangers={dangers} sources={sources} whole />
      <h2>{t('card.known')}</h2>
      <p lang={EVIDENCE_LANGUAGE}>{substance.overview}</p>
      {answer && (
        <div class="answer">
          <VerdictBadge of={answer} />
          <p lang={EVIDENCE_LANGUAGE}>
            <b>{answer.headline}</b>
          </p>
          <p lang={EVIDENCE_LANGUAGE}>{answer.summary}</p>
          <CertaintyDots certainty={answer.certainty} studied={answer.studied} />
        </div>
      )}
      <WhatWorks whatWorks={whatWorks} sources={sources} help={help} region={region} />
      {entries.length > 0 && (
        <>
          <h2>{t('library.ownEntries', undefined, entries.length)}</h2>
          <EntryRows entries={entries} cardFor={cardFor} />
        </>
      )}
      {risks.length + interactions.length > 0 && (
        <>
          <h2>{t('card.risks')}</h2>
          <RiskList risks={risks} interactions={interactions} sources={sources} />
        </>
      )}
      {legal.length > 0 && (
        <>
          <h2>{t('card.law')}</h2>
          <LawList legal={legal} sources={sources} />
        </>
      )}
      {names.length > 0 && (
        <>
          <h2>{t('library.names')}</h2>
          <p>{names.join(', ')}</p>
        </>
      )}
      {sources.length > 0 && (
        <>
          <h2>{t('card.sources', undefined, sources.length)}</h2>
          <p class="quiet">{t('library.sourcesNote')}</p>
          <SourceList sources={sources} />
        </>
      )}
    </article>
  );
}
