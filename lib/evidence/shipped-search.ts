import tables from '../../generated/search.json';
import { createSearch } from './search.ts';
import type { SearchTables } from './search-options.ts';

/** The search over all evidence that ships, its index ready made. */
export const search = createSearch(tables as unknown as SearchTables);
