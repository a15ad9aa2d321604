import tables from '../../generated/search.json';
import { createSearch, type Search } from './search.ts';
import type { SearchTables } from './search-options.ts';

let search: Search | undefined;

/** The search over all evidence that ships. The first call reads the index, some 30 ms: no page waits for it with its first sight. */
export function shippedSearch(): Search {
  search ??= createSearch(tables as unknown as SearchTables);
  return search;
}
