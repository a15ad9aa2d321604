import MiniSearch from 'minisearch';
import type { Certainty, EntryTopic, SubstanceId, Verdict } from '../../generated/ids.ts';
import { asksOfLeaving } from './search-intent.ts';
import { nameOptions, type SearchTables, topicOptions, wordsOf } from './search-options.ts';

export interface SearchResult {
  readonly substance: SubstanceId;
  readonly topic: EntryTopic;
  readonly verdict: Verdict;
  readonly certainty: Certainty;
  readonly headline: string;
  /** Comparable within one answer only; higher is nearer. */
  readonly score: number;
}

export interface Search {
  /**
   * Entries that answer the query, nearest first, at most `limit`. A query that means a substance leads with
   * its entry for the topic meant, else with its overview. Empty for a query that means nothing we hold.
   *
   * @param query A word, a name, a question or a pasted sentence, misspelt or not.
   */
  search(query: string, limit?: number): SearchResult[];
}

/** Queries longer than this are cut: a pasted page is no query. */
const LONGEST = 400;

/** Letters that may be wrong, by the length of the word. */
const typos = (term: string) => (term.length <= 3 ? false : term.length <= 5 ? 1 : 2);

interface Meant {
  readonly id: string;
  /** 0 to 1: how well the best word or phrase fits. */
  readonly fit: number;
}

/** How near two words are: 1 the same, less for a beginning and for each wrong letter. */
function nearness(word: string, term: string): number {
  if (word === term) return 1;
  if (term.startsWith(word)) return 0.6 + (0.3 * word.length) / term.length;
  return 0.55 - 0.05 * Math.abs(term.length - word.length);
}

/** "withdrawal" says all of the topic withdrawal, and half of opioid-withdrawal. */
const isWholeTopic = (id: string, terms: ReadonlySet<string>) =>
  id.split('-').every((part) => terms.has(part));

export function createSearch(tables: SearchTables): Search {
  const names = MiniSearch.loadJSON(tables.names, nameOptions);
  const topics = MiniSearch.loadJSON(tables.topics, topicOptions);
  const ignored = new Set(tables.ignored);
  const substances = Object.keys(tables.entries) as SubstanceId[];

  /**
   * What the words mean in one of the indexes, best first.
   *
   * @param isWhole Whether the terms found say all of a name; of a name said in part, less is sure.
   */
  const meant = (
    index: MiniSearch,
    words: readonly string[],
    last: string | undefined,
    isWhole: (id: string, terms: ReadonlySet<string>) => boolean = () => true,
  ): Meant[] => {
    const searched = words.map((word) => ({
      word,
      found: index.search(word, {
        prefix: word === last && word.length >= 2,
        fuzzy: typos(word),
        boost: { name: 3, aliases: 1.5 },
        weights: { fuzzy: 0.4, prefix: 0.7 },
      }),
    }));
    const said = new Map<string, Set<string>>();
    for (const { found } of searched)
      for (const { id, terms } of found) said.set(id, new Set([...(said.get(id) ?? []), ...terms]));

    const fits = new Map<string, number>();
    for (const { word, found } of searched) {
      const top = found[0]?.score ?? 0;
      for (const { id, terms, match, score } of found) {
        const near = Math.max(...terms.map((term) => nearness(word, term)));
        const isIn = (field: string) => terms.some((term) => match[term]?.includes(field));
        // A word of a name tells more than one of an ordinary word that is a nickname too.
        const place = Math.max(
          isIn('name') ? (isWhole(id, said.get(id)!) ? 1 : 0.8) : 0.3,
          isIn('aliases') || isIn('words') ? 0.85 : 0,
        );
        const fit = near * place * (0.7 + (0.3 * score) / top);
        fits.set(id, Math.max(fits.get(id) ?? 0, fit) + (fits.has(id) ? 0.1 : 0));
      }
    }
    return [...fits].map(([id, fit]) => ({ id, fit })).sort((a, b) => b.fit - a.fit);
  };

  /** Phrases of several words that stand in the query as a whole. */
  const phrasesIn = (text: string, phrases: Readonly<Record<string, readonly string[]>>) => {
    const found = new Map<string, number>();
    for (const [id, list] of Object.entries(phrases))
      for (const phrase of list) {
        const words = wordsOf(phrase).join(' ');
        if (words.includes(' ') && text.includes(` ${words} `))
          found.set(id, Math.max(found.get(id) ?? 0, words.length));
      }
    return found;
  };

  /**
   * Withdrawal from the substance itself is told under withdrawal or non-addictive. It is meant by "phenibut
   * withdrawal" and "quit phenibut", and not where another drug is named, as in "kava for alcohol withdrawal".
   */
  const askOfItself = (
    topicFits: Map<string, number>,
    all: readonly string[],
    topicWords: ReadonlySet<string>,
  ) => {
    const isName = (word: string) =>
      !topicWords.has(word) && (meant(names, [word], undefined)[0]?.fit ?? 0) >= 0.5;
    const isOfAnother = [...topicFits].some(([id, fit]) => /-withdrawal$/.test(id) && fit >= 0.95);
    const fit = asksOfLeaving(all, isName) ? 1.2 : (topicFits.get('withdrawal') ?? 0);
    if (isOfAnother || fit < 0.7) return;
    topicFits.set('withdrawal', Math.max(fit, topicFits.get('withdrawal') ?? 0));
    topicFits.set('non-addictive', Math.max(fit * 0.97, topicFits.get('non-addictive') ?? 0));
  };

  return {
    search(query, limit = 20) {
      const all = wordsOf(query.slice(0, LONGEST));
      const text = ` ${all.join(' ')} `;
      const words = all.filter((word) => !ignored.has(word));
      const last = all.at(-1);

      const topicPhrases = phrasesIn(text, tables.phrases);
      const topicFits = new Map<string, number>();
      for (const { id, fit } of meant(topics, words, last, isWholeTopic))
        if (fit >= 0.42) topicFits.set(id, fit);
      for (const [id, length] of topicPhrases)
        topicFits.set(id, Math.max(topicFits.get(id) ?? 0, 1 + length / 20));

      // Words that plainly say a topic are no misspelt names: "stress" is not "strees", a tea.
      const topicWords = new Set(
        words.filter((word) => (meant(topics, [word], undefined, isWholeTopic)[0]?.fit ?? 0) >= 0.84),
      );
      askOfItself(topicFits, all, topicWords);
      const nameWords = words.filter((word) => !topicWords.has(word) || names.search(word).length > 0);
      const substanceFits = new Map<string, number>();
      for (const { id, fit } of meant(names, nameWords, last)) if (fit >= 0.42) substanceFits.set(id, fit);
      for (const [id, length] of phrasesIn(text, tables.aliases))
        substanceFits.set(id, Math.max(substanceFits.get(id) ?? 0, 1.1 + length / 20));

      const bestTopic = Math.max(0, ...topicFits.values());
      const bestSubstance = Math.max(0, ...substanceFits.values());
      // Only nicknames of ordinary words, and a topic is meant: the topic is what counts.
      const namesSome = bestSubstance >= (bestTopic > 0 ? 0.5 : 0.42);
      const results: SearchResult[] = [];
      for (const substance of substances) {
        const fit = substanceFits.get(substance) ?? 0;
        if (namesSome ? fit < bestSubstance * 0.72 : bestTopic === 0) continue;
        for (const [topic, verdict, certainty, headline] of tables.entries[substance]) {
          const onTopic = topicFits.get(topic) ?? 0;
          if (!namesSome && onTopic < bestTopic * 0.8) continue;
          // An overview leads where no entry is meant by topic, and follows the entry where one is.
          const score = namesSome
            ? fit * 10 + (topic === 'overview' ? 1.5 : onTopic * 5)
            : onTopic * 10 + strength(verdict, certainty);
          results.push({ substance, topic, verdict, certainty, headline, score });
        }
      }
      return results.sort((a, b) => b.score - a.score).slice(0, limit);
    },
  };
}

/** Where only a topic is meant, what is best known comes first: 0 to 1 by certainty. */
function strength(verdict: Verdict, certainty: Certainty): number {
  const sure = { none: 0, 'very-low': 0.1, low: 0.3, moderate: 0.6, high: 0.9 }[certainty];
  return verdict === 'untested' ? sure / 2 : sure;
}
