import type { SubstanceId } from '../../generated/ids.ts';
import type { Card, CardSource, CardStatement } from '../evidence/card.ts';
import type { Evidence } from '../evidence/find-card.ts';
import { bySubstance, type LibraryEntry } from './library-entries.ts';

/** All that is held of a substance. */
export interface SubstancePage {
  /** Its overview's card: what it is, its risks, interactions and law. */
  readonly overview: Card;
  /** Every danger that one of its cards warns of, each once: those that name it first, most urgent first. */
  readonly dangers: readonly CardStatement[];
  /** The sources of all statements of the page; those of single entries stand with their cards. */
  readonly sources: readonly CardSource[];
  readonly entries: readonly LibraryEntry[];
  /** Other names and spellings; may be empty. */
  readonly names: readonly string[];
}

interface Parts {
  readonly evidence: Evidence;
  readonly entries: readonly LibraryEntry[];
  readonly names: { readonly [id in SubstanceId]: readonly string[] };
}

/** Puts the page of each substance together from its cards. */
export function createSubstancePages({
  evidence,
  entries,
  names,
}: Parts): (id: SubstanceId) => SubstancePage {
  const own = new Map(bySubstance(entries).map((group) => [group.substance, group.entries]));
  return (id) => {
    const overview = evidence.card({ substance: id, topic: 'overview' });
    const list = own.get(id) ?? [];
    const cards = [overview, ...list.map((key) => evidence.card(key))];
    const warned = new Map(
      cards.flatMap(({ dangers }) => dangers.map((danger) => [danger.text, danger] as const)),
    );
    const known = new Set(overview.sources.map((source) => source.id));
    const ofThis = evidence.dangers.filter(({ substances }) => substances?.includes(id));
    const dangers = [...new Set([...ofThis, ...evidence.dangers])].flatMap(
      ({ text }) => warned.get(text) ?? [],
    );
    const wanted = new Set(dangers.flatMap((danger) => danger.sources).filter((ref) => !known.has(ref)));
    const more = new Map(cards.flatMap((card) => card.sources.map((source) => [source.id, source] as const)));
    return {
      overview,
      dangers,
      sources: [...overview.sources, ...[...wanted].flatMap((ref) => more.get(ref) ?? [])],
      entries: list,
      names: names[id],
    };
  };
}
