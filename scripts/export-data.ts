/**
 * `npm run data:export -- [FOLDER] [--base ADDRESS]`: the evidence as JSON, CSV, JSON-LD and a data package, with its
 * licence, in FOLDER (export/ by default). Files of the same names there are replaced, others are left alone.
 * `--base` is where the JSON-LD will stand on the web. Exit 1 where data/ or the folder is amiss, 2 on bad arguments.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { problemsIn } from '../lib/evidence/check.ts';
import { readData } from './build/read-data.ts';
import { exportFiles } from './export/files.ts';

const USAGE = 'usage: npm run data:export -- [FOLDER] [--base https://example.org/evidence]';

/** What was asked for, or a sentence that says what is wrong with it. */
function readArguments(args: readonly string[]): { folder: string; base: string } | { problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { base: { type: 'string', default: '' } },
      allowPositionals: true,
    });
    if (positionals.length > 1) return { problem: `One folder at a time, not ${positionals.length}.` };
    const { base } = values;
    if (base && !(/^https?:\/\//.test(base) && URL.canParse(base)))
      return { problem: `--base takes a web address such as https://example.org/evidence, not "${base}".` };
    return { folder: resolve(positionals[0] ?? 'export'), base: base.replace(/\/+$/, '') };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

function main(): number {
  const asked = readArguments(process.argv.slice(2));
  if ('problem' in asked) {
    console.error(`${asked.problem}\n${USAGE}`);
    return 2;
  }
  const root = fileURLToPath(new URL('..', import.meta.url));
  const data = readData(root);
  const problems = problemsIn(data);
  if (problems.length > 0) {
    console.error(
      `data/ has ${problems.length} problems; npm run check:data names them. Nothing was written.`,
    );
    return 1;
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const licence = readFileSync(join(root, 'data/LICENSE.md'), 'utf8');
  const files = Object.entries(exportFiles(data, { version, base: asked.base, licence }));
  try {
    mkdirSync(asked.folder, { recursive: true });
    for (const [name, text] of files) writeFileSync(join(asked.folder, name), text);
  } catch (error) {
    console.error(
      `Cannot write to ${asked.folder}: ${(error as Error).message}. Name a folder that can be written.`,
    );
    return 1;
  }
  console.log(`${files.length} files in ${asked.folder}: ${files.map(([name]) => name).join(', ')}`);
  return 0;
}

process.exitCode = main();
