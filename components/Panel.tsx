import { useId, useState } from 'preact/hooks';
import type { SubstanceId, Verdict } from '../generated/ids.ts';
import { VERDICTS } from '../generated/ids.ts';
import { verdictWords } from '../lib/evidence/wording.ts';
import { type ClaimRow, ClaimRows } from './ClaimList.tsx';
import type { EvidenceCardProps } from './EvidenceCard.tsx';
import { Legend } from './Legend.tsx';
import { filterClaims, type Grouping, groupClaims } from './panel-groups.ts';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';

/** What the panel knows of the page in front. */
export type PanelState = 'looking' | 'unreadable' | 'on' | 'off' | 'paused';

export interface PanelProps {
  readonly state: PanelState;
  readonly host: string;
  /** In page order; empty where the page is off or cannot be read. */
  readonly claims: readonly ClaimRow[];
  readonly theme?: EvidenceCardProps['theme'];
  readonly textSize?: EvidenceCardProps['textSize'];
  readonly nameOf: (substance: SubstanceId) => string;
  readonly onOpenClaim: (id: string) => void;
}

const GROUPINGS = {
  page: 'panel.byPage',
  substance: 'panel.bySubstance',
  verdict: 'panel.byVerdict',
} as const;

const isVerdict = (id: string): id is Verdict => (VERDICTS as readonly string[]).includes(id);

/** All claims of the page in front, beside it. */
export function Panel({ state, host, claims, theme, textSize, nameOf, onOpenClaim }: PanelProps) {
  const { t } = useText();
  const id = useId();
  const [grouping, group] = useState<Grouping>('page');
  const [filter, setFilter] = useState('');
  const shown = filterClaims(claims, filter, nameOf);
  const substances = new Set(claims.flatMap(({ pairs }) => pairs.map(({ substance }) => substance))).size;

  const headingOf = (of: string) =>
    of === 'none'
      ? t('card.noneWords')
      : isVerdict(of)
        ? verdictWords(of).join(' · ')
        : nameOf(of as SubstanceId);
  const summary = {
    looking: () => t('popup.looking'),
    unreadable: () => t('popup.unreadable'),
    off: () => t('popup.off'),
    paused: () => t('panel.paused'),
    on: () =>
      claims.length > 0
        ? `${t('popup.found', undefined, claims.length)} ${t('popup.about', undefined, substances)}`
        : t('popup.foundNone'),
  }[state]();

  return (
    <div class="popup side leafcheck" data-theme={theme} data-size={textSize}>
      <header class="site">
        <div class="grow">
          <h1>{host || t('panel.heading')}</h1>
          <small role="status">{summary}</small>
          <small>{t('panel.unmarked')}</small>
        </div>
      </header>
      {claims.length > 0 && (
        <>
          <fieldset class="grouping">
            <legend>{t('panel.group')}</legend>
            {(Object.keys(GROUPINGS) as Grouping[]).map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name={`${id}-grouping`}
                  checked={one === grouping}
                  onChange={() => group(one)}
                />
                <span>{t(GROUPINGS[one])}</span>
              </label>
            ))}
          </fieldset>
          <search class="search">
            <input
              type="search"
              aria-label={t('panel.filter')}
              placeholder={t('panel.filterHint')}
              value={filter}
              onInput={({ currentTarget }) => setFilter(currentTarget.value)}
            />
          </search>
          {filter.trim() !== '' && (
            <p class="label" role="status">
              {shown.length > 0
                ? t('panel.filtered', [String(shown.length), String(claims.length)])
                : t('panel.nothing')}
            </p>
          )}
        </>
      )}
      {groupClaims(shown, grouping).map(({ id: of, claims: rows }) => (
        <section key={of}>
          {of !== 'all' && (
            <div class="label">
              <h2 lang={of === 'none' ? undefined : EVIDENCE_LANGUAGE}>{headingOf(of)}</h2>
              <span>{t('panel.count', undefined, rows.length)}</span>
            </div>
          )}
          <ClaimRows claims={rows} nameOf={nameOf} onOpen={onOpenClaim} />
        </section>
      ))}
      <Legend />
    </div>
  );
}
