import type { EvidenceData } from './read-data.ts';

const byId = <T extends { id: string }>(list: readonly T[]) =>
  Object.fromEntries(list.map(({ id, ...row }) => [id, row]));

/** JSON of generated/evidence.json: the tables of lib/evidence/tables.ts, each source once. */
export function evidenceTables(data: EvidenceData): string {
  return JSON.stringify({
    substances: Object.fromEntries(
      data.substances.map(
        ({ id, name, scientificName, class: group, overview, risks, interactions, legal, entries }) => [
          id,
          {
            name,
            scientificName,
            class: group,
            overview,
            risks,
            interactions,
            legal,
            entries: Object.fromEntries(entries.map(({ topic, ...entry }) => [topic, entry])),
          },
        ],
      ),
    ),
    sources: byId(data.sources.map(({ readAt: _, alsoReadAt: __, ...source }) => source)),
    dangers: data.dangers.map(({ id: _, ...danger }) => danger),
    whatWorks: Object.fromEntries(data.whatWorks.map(({ topic, ...statement }) => [topic, statement])),
    help: data.help.map(({ source: _, checked: __, ...line }) => line),
    sourceKinds: Object.fromEntries(
      data.taxonomy.sourceKinds.map(({ id, one, many, people }) => [id, { one, many, people }]),
    ),
  });
}
