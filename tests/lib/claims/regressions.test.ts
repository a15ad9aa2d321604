import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDetector } from '../../../lib/claims/detect.ts';
import { claimTables } from '../../../scripts/build/claim-tables.ts';
import { readData } from '../../../scripts/build/read-data.ts';
import { documentClaims, labelledSentences, pageOf } from '../../../scripts/corpus.ts';
import { parsePages } from '../../corpus/build.mjs';

const root = new URL('../../../', import.meta.url).pathname;
const folder = `${root}tests/pages/detector/`;
const { detect } = createDetector(claimTables(root, readData(root)));
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => parsePages(readFileSync(folder + name, 'utf8')));

test.each(
  documents.map((document) => [document.id, document] as const),
)('%s is marked where it claims, and nowhere else', (_, document) => {
  const labels = documentClaims(document);
  const marked = new Set(detect(pageOf(document)).map((claim) => labels(claim).key));
  const claiming = labelledSentences(document).filter(({ claims }) => claims.length > 0);
  expect([...marked].sort()).toEqual(claiming.map(({ key }) => key).sort());
});
