/** `npm run --silent find -- QUERY`: the popup's own ranking as JSON lines. */
import { shippedSearch } from '../lib/evidence/shipped-search.ts';

const query = process.argv.slice(2).join(' ').trim();
if (!query) {
  console.error('Say what to look for: npm run --silent find -- kratom sleep');
  process.exit(1);
}
const lines = shippedSearch()
  .search(query)
  .map(({ substance, topic, verdict, certainty, headline }) =>
    JSON.stringify({ substance, topic, verdict, certainty, headline }),
  );
// A reader such as `head` may close the pipe early: that is no error.
process.stdout.on('error', () => process.exit(0));
if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
