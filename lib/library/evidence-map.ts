import type { EntryTopic, SubstanceClass, SubstanceId } from '../../generated/ids.ts';
import { bySubstance, ENTRY_TOPICS, FACETS, type LibraryEntry } from './library-entries.ts';

/** A substance's row: a cell a column, empty where nothing is held. */
export interface MapRow {
  readonly substance: SubstanceId;
  readonly name: string;
  readonly cells: readonly (LibraryEntry | undefined)[];
}

/** Substances by topics. */
export interface EvidenceMap {
  /** The topics in use, in public order. */
  readonly columns: readonly EntryTopic[];
  /** The classes in use, in public order. */
  readonly groups: readonly { readonly class: SubstanceClass; readonly rows: readonly MapRow[] }[];
}

/** Lays entries out as a map: no row and no column without an entry. Rows keep the order of the entries. */
export function evidenceMap(entries: readonly LibraryEntry[]): EvidenceMap {
  const used = new Set(entries.map(({ topic }) => topic));
  const columns = ENTRY_TOPICS.filter((topic) => used.has(topic));
  const rows = bySubstance(entries).flatMap(({ substance, entries: own }) => {
    const byTopic = new Map(own.map((entry) => [entry.topic, entry]));
    return own.slice(0, 1).map((first) => ({
      class: first.class,
      row: { substance, name: first.name, cells: columns.map((topic) => byTopic.get(topic)) },
    }));
  });
  const groups = FACETS.class.flatMap((id) => {
    const own = rows.filter((row) => row.class === id).map(({ row }) => row);
    return own.length > 0 ? [{ class: id, rows: own }] : [];
  });
  return { columns, groups };
}
