import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimTables } from '../../lib/claims/tables.ts';
import type { EvidenceData } from './read-data.ts';

const json = (root: string, file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const words = (value: unknown) => (value as string[]).join(';');
const lists = (file: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(file)
      .filter(([key]) => key !== 'about')
      .map(([key, value]) => [key, words(value)]),
  );

/** The detector's tables from the aliases, the lexicon and the model's weights; no weights where none are trained yet. */
export function claimTables(root: string, { taxonomy, substances }: EvidenceData): ClaimTables {
  const { topics } = json(root, 'data/lexicon/topics.json') as {
    topics: Record<string, Record<string, string[]>>;
  };
  const model = existsSync(join(root, 'data/model/weights.json'))
    ? json(root, 'data/model/weights.json')
    : { weights: {}, threshold: 0 };
  return {
    substances: substances.map((s) => [s.id, s.class, words(s.aliases), words(s.ambiguous)] as const),
    topics: Object.entries(topics).map(
      ([id, t]) =>
        [
          id,
          taxonomy.topics.find((x) => x.id === id)?.tier ?? '',
          words(t.good),
          words(t.bad),
          words(t.field),
        ] as const,
    ),
    drugs: lists(json(root, 'data/lexicon/drugs.json')),
    cues: lists(json(root, 'data/lexicon/cues.json')),
    weights: model.weights,
    threshold: model.threshold,
  };
}
