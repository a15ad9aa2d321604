import type { Card, CardAnswer, CardKey, CardSource, CardStatement, HelpLine } from './card.ts';
import { studied } from './studied.ts';
import type { DangerRow, EvidenceTables } from './tables.ts';

/** Answers from the evidence. */
export interface Evidence {
  /**
   * The card for a pair: the entry on that very topic, else the substance's overview (`match` is `overview`),
   * else no answer (`match` is `none`), but in each case with its risks, dangers and what does work.
   */
  card(key: CardKey): Card;
  /** Every help line, in the order of the data. */
  readonly help: readonly HelpLine[];
  /** Every danger, most urgent first. */
  readonly dangers: readonly DangerRow[];
}

/** Reads cards out of the tables that the build makes from data/. */
export function createEvidence(tables: EvidenceTables): Evidence {
  const { substances, sources, dangers, whatWorks, help, sourceKinds } = tables;

  // The build fails on a reference without a source, so one that is missing here is our own bug.
  const source = (id: string): CardSource => {
    const row = sources[id];
    if (!row) throw new Error(`No source ${id} in the evidence.`);
    return { id, ...row };
  };

  const card = ({ substance: id, topic }: CardKey): Card => {
    const row = substances[id];
    const found = row.entries[topic];
    const entry = found ?? row.entries.overview;
    const answer: CardAnswer | undefined = entry && {
      topic: found ? topic : 'overview',
      ...entry,
      studied: studied(
        entry.sources.map((ref) => source(ref)),
        sourceKinds,
      ),
    };
    const interactions = row.interactions.map(({ with: other, effect, sources: refs }) => ({
      with: other,
      text: effect,
      sources: refs,
    }));
    const legal = row.legal.map(({ jurisdiction, status, asOf, sources: refs }) => ({
      jurisdiction,
      text: status,
      asOf,
      sources: refs,
    }));
    const urgent = dangers
      .filter(({ substances: of, topics }) => (!of || of.includes(id)) && (!topics || topics.includes(topic)))
      .map(({ text, sources: refs }) => ({ text, sources: refs }));
    const works = whatWorks[topic];
    const statements: readonly CardStatement[] = [
      ...urgent,
      ...(works ? [works] : []),
      ...row.risks,
      ...interactions,
      ...legal,
    ];
    const refs = new Set([
      ...(answer?.sources ?? []),
      ...statements.flatMap((statement) => statement.sources),
    ]);
    return {
      match: found ? 'entry' : answer ? 'overview' : 'none',
      substance: {
        id,
        name: row.name,
        ...(row.scientificName ? { scientificName: row.scientificName } : {}),
        class: row.class,
        overview: row.overview,
      },
      topic,
      ...(answer ? { answer } : {}),
      dangers: urgent,
      ...(works ? { whatWorks: works } : {}),
      risks: row.risks,
      interactions,
      legal,
      sources: [...refs].map(source),
    };
  };

  return { card, help, dangers };
}
