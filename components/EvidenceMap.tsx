import { useLayoutEffect, useRef } from 'preact/hooks';
import { classWording, isTopic } from '../lib/evidence/wording.ts';
import type { EvidenceMap as MapTable } from '../lib/library/evidence-map.ts';
import { addressOf, entryAddress } from '../lib/library/library-address.ts';
import type { LibraryEntry } from '../lib/library/library-entries.ts';
import { entryLabel, topicLabel, verdictLabel } from './library-text.ts';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';
import { VerdictMark } from './VerdictMark.tsx';

function Cell({ of: entry }: { of: LibraryEntry }) {
  const text = useText();
  const label = `${entryLabel(entry.name, entry.topic, text)}: ${verdictLabel(entry)}`;
  return (
    <a href={entryAddress(entry)} title={label} aria-label={label}>
      <VerdictMark verdict={entry.verdict} certainty={entry.certainty} />
    </a>
  );
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** The next link from a cell in one direction, over empty cells; null at the edge. */
function nextLink(table: HTMLTableElement, cell: HTMLTableCellElement, step: readonly [number, number]) {
  const rows = [...table.rows];
  let row = rows.indexOf(cell.parentElement as HTMLTableRowElement) + step[0];
  let column = cell.cellIndex + step[1];
  while (rows[row] && column >= 0 && column < (rows[0]?.cells.length ?? 0)) {
    const link = rows[row]?.cells[column]?.querySelector('a');
    if (link) return link;
    row += step[0];
    column += step[1];
  }
  return null;
}

/**
 * Substances by topics, each entry a link that bears its verdict's sign. It is one stop of the Tab key; the arrow
 * keys move within it.
 */
export function EvidenceMap({ map: { columns, groups } }: { map: MapTable }) {
  const text = useText();
  const { t } = text;
  const table = useRef<HTMLTableElement>(null);
  const stop = useRef<HTMLAnchorElement | null>(null);

  const stopAt = (link: HTMLAnchorElement | null) => {
    if (stop.current) stop.current.tabIndex = -1;
    stop.current = link;
    if (link) link.tabIndex = 0;
  };
  useLayoutEffect(() => {
    const links = [...(table.current?.querySelectorAll('a') ?? [])];
    for (const link of links) link.tabIndex = -1;
    stopAt(links.find((link) => link === stop.current) ?? links[0] ?? null);
  });

  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const cell = (event.target as Element).closest<HTMLTableCellElement>('td, th');
    if (!step || !cell || !table.current) return;
    event.preventDefault();
    nextLink(table.current, cell, step)?.focus();
  };

  return (
    <section class="map" aria-label={t('library.mapLabel')}>
      <table
        ref={table}
        onKeyDown={onKey}
        onFocusIn={(event) => stopAt((event.target as Element).closest('a'))}
      >
        <caption class="unseen">{t('library.mapCaption')}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((topic) => (
              <th key={topic} scope="col" lang={isTopic(topic) ? EVIDENCE_LANGUAGE : undefined}>
                <a href={addressOf({ kind: 'whole', shape: 'list', filter: { topic } })}>
                  {topicLabel(topic, text)}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ class: id, rows }) => (
          <tbody key={id}>
            <tr class="group">
              <th scope="rowgroup" colSpan={columns.length + 1}>
                <span lang={EVIDENCE_LANGUAGE}>
                  {t('library.group', [classWording(id), String(rows.length)])}
                </span>
              </th>
            </tr>
            {rows.map(({ substance, name, cells }) => (
              <tr key={substance}>
                <th scope="row">
                  <a href={addressOf({ kind: 'substance', substance })}>{name}</a>
                </th>
                {cells.map((entry, at) => (
                  <td key={columns[at]}>{entry && <Cell of={entry} />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
