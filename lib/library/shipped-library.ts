import tables from '../../generated/evidence.json';
import names from '../../generated/names.json';
import { evidence } from '../evidence/shipped-evidence.ts';
import type { EvidenceTables } from '../evidence/tables.ts';
import { libraryEntries } from './library-entries.ts';
import { createSubstancePages } from './substance-page.ts';

// The evidence is one module: whoever imports it here and through `evidence` has it parsed once.

/** Every entry that ships, in the library's order. */
export const entries = libraryEntries(tables as unknown as EvidenceTables);

/** The page of a substance. */
export const substancePage = createSubstancePages({ evidence, entries, names });
