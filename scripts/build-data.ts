/**
 * Makes generated/ from data/: `npm run generate`. Nothing in generated/ is committed.
 *
 *   ids.ts             closed unions of ids for the compiler
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { idsModule } from './build/ids.ts';
import { readData } from './build/read-data.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = readData(root);

const outputs: Record<string, string> = {
  'ids.ts': idsModule(data),
};

mkdirSync(join(root, 'generated'), { recursive: true });
for (const [name, text] of Object.entries(outputs)) writeFileSync(join(root, 'generated', name), text);
