import polyfilled, { type Omnibox } from 'webextension-polyfill';
import { i18n } from '#i18n';
import searchTables from '../../generated/search.json?raw';
import { createSearch, type Search, type SearchResult } from '../../lib/evidence/search.ts';
import { substanceName, topicName } from '../../lib/evidence/verdict-index.ts';
import { isTopic, verdictWording } from '../../lib/evidence/wording.ts';
import { QUERY_KEY } from '../shared/session-keys.ts';

const MOST = 6;

let made: Search | undefined;
/** Read when first asked: the worker wakes far oftener for other things. */
const search = (query: string, limit: number) => {
  made ??= createSearch(JSON.parse(searchTables));
  return made.search(query, limit);
};

const escaped = (text: string) => text.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const titleOf = ({ substance, topic }: SearchResult) =>
  isTopic(topic) ? `${substanceName(substance)} · ${topicName(topic)}` : substanceName(substance);

/** What the address bar suggests for some words: entries of the library, nearest first. */
export function suggestionsFor(query: string): Omnibox.SuggestResult[] {
  return search(query, MOST).map((result) => ({
    content: `${result.substance}/${result.topic}`,
    description: escaped(
      `${titleOf(result)}: ${verdictWording(result.verdict, result.certainty, result.topic).words}`,
    ),
  }));
}

/** The address in the library for what was entered: a suggestion, or the entry nearest to the words. */
export function libraryAddress(entered: string): string {
  const page = polyfilled.runtime.getURL('/library.html');
  if (/^[\w-]+\/[\w-]+$/.test(entered)) return `${page}#/${entered}`;
  const [nearest] = search(entered, 1);
  return nearest ? `${page}#/${nearest.substance}/${nearest.topic}` : page;
}

export async function openEntered(entered: string, where: Omnibox.OnInputEnteredDisposition): Promise<void> {
  // Words go by way of memory: an address would stand in the browser's history.
  if (!entered.includes('/')) await polyfilled.storage.session.set({ [QUERY_KEY]: entered });
  const url = libraryAddress(entered);
  if (where === 'currentTab') await polyfilled.tabs.update({ url });
  else await polyfilled.tabs.create({ url, active: where === 'newForegroundTab' });
}

/** The line above the suggestions. */
export const omniboxHint = () => ({ description: i18n.t('check.omnibox') });
