import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { nameOptions, type SearchTables, topicOptions } from '../../lib/evidence/search-options.ts';
import type { EvidenceData } from './read-data.ts';

/** The search's tables as JSON: two prebuilt MiniSearch indexes, what each entry says, and words to pass over. */
export function searchTables(root: string, { substances }: EvidenceData): string {
  const words = JSON.parse(readFileSync(join(root, 'data/search-words.json'), 'utf8')) as {
    topics: Record<string, string[]>;
    ignored: string[];
  };
  const names = new MiniSearch(nameOptions);
  names.addAll(
    substances.map(({ id, name, scientificName = '', aliases, ambiguous }) => ({
      id,
      name: `${name} ${id.replaceAll('-', ' ')}`,
      aliases: `${scientificName} ${aliases.filter((alias) => !ambiguous.includes(alias)).join(' ')}`,
      ambiguous: ambiguous.join(' '),
    })),
  );
  const topics = new MiniSearch(topicOptions);
  topics.addAll(
    Object.entries(words.topics).map(([id, list]) => ({
      id,
      name: id.replaceAll('-', ' '),
      words: list.join(' '),
    })),
  );
  const tables: SearchTables = {
    names: JSON.stringify(names),
    topics: JSON.stringify(topics),
    ignored: words.ignored,
    phrases: words.topics,
    aliases: Object.fromEntries(
      substances.map(({ id, aliases }) => [id, aliases.filter((alias) => /[\s-]/.test(alias))]),
    ),
    entries: Object.fromEntries(
      substances.map(({ id, entries }) => [
        id,
        entries.map(({ topic, verdict, certainty, headline }) => [topic, verdict, certainty, headline]),
      ]),
    ) as unknown as SearchTables['entries'],
  };
  return JSON.stringify(tables);
}
