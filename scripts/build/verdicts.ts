import type { EvidenceData } from './read-data.ts';

/** Verdicts that say something good of a use: they do not carry over to another use of the same substance. */
const GOOD = new Set(['supported', 'limited', 'varies']);

/** JSON of generated/verdicts.json: names, and for each substance one sign a topic (place in VERDICTS, `-` for none). */
export function verdictTables({ taxonomy, substances }: EvidenceData): string {
  const topics = [...taxonomy.topics.map(({ id, name }) => [id, name]), ['overview', 'overview']];
  const place = new Map(taxonomy.verdicts.map(({ id }, at) => [id, String(at)]));
  return JSON.stringify({
    topics: Object.fromEntries(topics),
    substances: Object.fromEntries(
      substances.map(({ id, name, entries }) => {
        const verdicts = new Map(entries.map(({ topic, verdict }) => [topic, verdict]));
        const fallback = verdicts.get('overview') ?? '';
        const signs = topics.map(
          ([topic = '']) => place.get(verdicts.get(topic) ?? (GOOD.has(fallback) ? '' : fallback)) ?? '-',
        );
        return [id, [name, signs.join('')]];
      }),
    ),
  });
}
