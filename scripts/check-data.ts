/** `npm run check:data`: everything amiss in data/, a sentence each; exit 1 where there is any. */
import { fileURLToPath } from 'node:url';
import { problemsIn } from '../lib/evidence/check.ts';
import { readData } from './build/read-data.ts';

const data = readData(fileURLToPath(new URL('..', import.meta.url)));
const problems = problemsIn(data);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
const entries = data.substances.reduce((sum, { entries }) => sum + entries.length, 0);
console.log(
  `${data.substances.length} substances, ${entries} entries, ${data.sources.length} sources: ${problems.length} problems.`,
);
