import {
  CERTAINTIES,
  type Certainty,
  type EntryTopic,
  SOURCE_KINDS,
  type SourceKind,
  SUBSTANCE_CLASSES,
  type SubstanceClass,
  type SubstanceId,
  TOPIC_IDS,
  VERDICTS,
  type Verdict,
} from '../../generated/ids.ts';
import type { CardKey } from '../evidence/card.ts';
import type { EvidenceTables } from '../evidence/tables.ts';

/** An entry as the library's map and list show it. */
export interface LibraryEntry extends CardKey {
  readonly name: string;
  readonly class: SubstanceClass;
  readonly verdict: Verdict;
  readonly certainty: Certainty;
  readonly headline: string;
  /** Kinds of its own sources, each once, strongest first. */
  readonly sources: readonly SourceKind[];
}

/** What the reader narrows the library to; a choice that is absent narrows nothing. */
export interface LibraryFilter {
  readonly topic?: EntryTopic;
  readonly verdict?: Verdict;
  readonly certainty?: Certainty;
  readonly source?: SourceKind;
  readonly class?: SubstanceClass;
}
export type Facet = keyof LibraryFilter;

/** Every topic that an entry can have, the overview first. */
export const ENTRY_TOPICS: readonly EntryTopic[] = ['overview', ...TOPIC_IDS];

/** The choices of each filter, in public order. */
export const FACETS: { readonly [F in Facet]: readonly NonNullable<LibraryFilter[F]>[] } = {
  topic: ENTRY_TOPICS,
  verdict: VERDICTS,
  certainty: CERTAINTIES,
  source: SOURCE_KINDS,
  class: SUBSTANCE_CLASSES,
};

/** Names in the order of an English index: "L-theanine" before "Lavender", whatever the capitals. */
const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true }).compare;

/** Every entry: classes in public order, names in alphabetical, overviews before topics. */
export function libraryEntries({ substances, sources }: EvidenceTables): LibraryEntry[] {
  const rows = Object.keys(substances) as SubstanceId[];
  const classAt = (id: SubstanceId) => SUBSTANCE_CLASSES.indexOf(substances[id].class);
  rows.sort((a, b) => classAt(a) - classAt(b) || byName(substances[a].name, substances[b].name));
  return rows.flatMap((substance) => {
    const { name, class: group, entries } = substances[substance];
    return ENTRY_TOPICS.flatMap((topic) => {
      const entry = entries[topic];
      if (!entry) return [];
      const { verdict, certainty, headline } = entry;
      const kinds = new Set(entry.sources.map((id) => sources[id]?.kind));
      const own = SOURCE_KINDS.filter((kind) => kinds.has(kind));
      return [{ substance, topic, name, class: group, verdict, certainty, headline, sources: own }];
    });
  });
}

const fits = (entry: LibraryEntry, facet: Facet, choice: string): boolean =>
  facet === 'source' ? (entry.sources as readonly string[]).includes(choice) : entry[facet] === choice;

const passes = (entry: LibraryEntry, filter: LibraryFilter, but?: Facet): boolean =>
  (Object.entries(filter) as [Facet, string | undefined][]).every(
    ([facet, choice]) => choice === undefined || facet === but || fits(entry, facet, choice),
  );

const keyOf = ({ substance, topic }: CardKey) => `${substance}/${topic}`;

/**
 * The entries that a search found, in its order; all of them where nothing was searched for.
 *
 * @param found What the search answered, nearest first; null where there are no words to search for.
 */
export function foundEntries(
  entries: readonly LibraryEntry[],
  found: readonly CardKey[] | null,
): readonly LibraryEntry[] {
  if (!found) return entries;
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
  return found.flatMap((key) => byKey.get(keyOf(key)) ?? []);
}

/** The entries that meet every choice of the filter, in the order given. */
export const filterEntries = (entries: readonly LibraryEntry[], filter: LibraryFilter): LibraryEntry[] =>
  entries.filter((entry) => passes(entry, filter));

/**
 * How many entries each choice of one filter would leave, with the other filters as they are. Every choice of the
 * filter is there, with 0 where nothing would be left.
 */
export function facetCounts(
  entries: readonly LibraryEntry[],
  filter: LibraryFilter,
  facet: Facet,
): ReadonlyMap<string, number> {
  const others = entries.filter((entry) => passes(entry, filter, facet));
  return new Map(
    FACETS[facet].map((choice) => [choice, others.filter((entry) => fits(entry, facet, choice)).length]),
  );
}

/** The substances among some entries, in their order, each with its entries. */
export function bySubstance<Entry extends CardKey>(
  entries: readonly Entry[],
): { readonly substance: SubstanceId; readonly entries: readonly Entry[] }[] {
  const groups = new Map<SubstanceId, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.substance);
    if (group) group.push(entry);
    else groups.set(entry.substance, [entry]);
  }
  return [...groups].map(([substance, own]) => ({ substance, entries: own }));
}

/** The neighbours of an entry, or of the first entry of a substance, in the order of the library. */
export function neighbours<Item>(
  items: readonly Item[],
  isHere: (item: Item) => boolean,
): { readonly before?: Item; readonly after?: Item } {
  const at = items.findIndex(isHere);
  if (at < 0) return {};
  const before = items[at - 1];
  const after = items[at + 1];
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
}
