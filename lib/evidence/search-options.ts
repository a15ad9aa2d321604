import type { Options } from 'minisearch';
import type { Certainty, EntryTopic, SubstanceId, Verdict } from '../../generated/ids.ts';

// What the build and the search must agree on: an index is read with the options that it was made with.

/** Words of a text: accents dropped, lower case; "7-OH" and "5-HTP" stay whole beside their parts. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u2019']/g, '')
    .toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []).flatMap((word) => {
    if (!word.includes('-')) return [word];
    const parts = word.split('-');
    return [parts.join(''), ...parts.filter((part) => part.length > 2)];
  });
}

export const nameOptions: Options = {
  fields: ['name', 'aliases', 'ambiguous'],
  tokenize: wordsOf,
  processTerm: (term) => term,
};

export const topicOptions: Options = {
  fields: ['name', 'words'],
  tokenize: wordsOf,
  processTerm: (term) => term,
};

/** generated/search.json. */
export interface SearchTables {
  /** Serialised MiniSearch indexes. */
  readonly names: string;
  readonly topics: string;
  /** Words that mean no substance and no topic. */
  readonly ignored: readonly string[];
  /** Topic -> ways to say it. */
  readonly phrases: Readonly<Record<string, readonly string[]>>;
  /** Substance -> its names of several words, a match of which as a whole counts most. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly entries: Readonly<
    Record<
      SubstanceId,
      readonly (readonly [topic: EntryTopic, verdict: Verdict, certainty: Certainty, headline: string])[]
    >
  >;
}
