/**
 * Makes generated/ from data/: `npm run generate`. Nothing in generated/ is committed.
 *
 *   ids.ts             closed unions of ids for the compiler
 *   gate.json          the expressions that tell whether a page is worth reading, for the content script
 *   claim-tables.json  what the detector runs on; the background hands it to pages that pass the gate
 *   evidence.json      all that a card can show, for the background and the extension pages
 *   search.json        the prebuilt indexes of the popup's search
 *   verdicts.json      names and verdicts alone, for lists, and for the marks of the content script
 *   wording.json       the public words of the taxonomy, for every card
 *   citations.json     every source as a citation in four forms, for the background
 *   names.json         other names of each substance, for the library
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gateSources } from '../lib/claims/gate.ts';
import { citationTable } from './build/citations.ts';
import { claimTables } from './build/claim-tables.ts';
import { evidenceTables } from './build/evidence.ts';
import { idsModule } from './build/ids.ts';
import { namesTable } from './build/other-names.ts';
import { readData } from './build/read-data.ts';
import { searchTables } from './build/search-index.ts';
import { verdictTables } from './build/verdicts.ts';
import { wordingTable } from './build/wording.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = readData(root);

const tables = claimTables(root, data);
const outputs: Record<string, string> = {
  'ids.ts': idsModule(data),
  'gate.json': JSON.stringify(gateSources(tables)),
  'claim-tables.json': JSON.stringify(tables),
  'evidence.json': evidenceTables(data),
  'search.json': searchTables(root, data),
  'verdicts.json': verdictTables(data),
  'citations.json': JSON.stringify(citationTable(data.sources)),
  'names.json': namesTable(data),
  'wording.json': wordingTable(data),
};

mkdirSync(join(root, 'generated'), { recursive: true });
for (const [name, text] of Object.entries(outputs)) writeFileSync(join(root, 'generated', name), text);
