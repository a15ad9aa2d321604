// @ts-check
/**
 * `npm run bench`: what Leafcheck costs a page, beside the least possible and beside peers, in one run. Prints the
 * targets and what was measured, and writes the figures and a chart for docs/performance.md.
 *
 * LEAFCHECK_EXT names a built extension other than `.output/chrome-mv3`.
 *
 *   --pairs N    rounds of each measurement with and without the extension; 9 by default
 *   --only A,B   some of: node, plain, sparse, list, claims, feed, app, article, popup, curve
 *   --out DIR    where results.json and curve.svg go; docs/performance by default, where all of it was run
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { costChart } from './bench/chart.mjs';
import { HYPOTHESIS } from './bench/followers.mjs';
import { openArms } from './bench/measure.mjs';
import { appPage, articlePage, documentPage, feedPage, listPage } from './bench/pages.mjs';
import { timePopup } from './bench/popup.mjs';
import { curve, markedByTerms, onApp, onArticle, onFeed, onPage } from './bench/scenarios.mjs';
import { peerTables, targetRows, targetTable } from './bench/targets.mjs';
import { findBrowser } from './browser.mjs';
import { serve } from './serve.mjs';
import { root } from './setup.mjs';

const PARTS = ['node', 'plain', 'sparse', 'list', 'claims', 'feed', 'app', 'article', 'popup', 'curve'];
const extension = resolve(root, process.env.LEAFCHECK_EXT ?? '.output/chrome-mv3');

const { values } = parseArgs({
  options: { pairs: { type: 'string', default: '9' }, only: { type: 'string' }, out: { type: 'string' } },
});
const pairs = Number(values.pairs);
const parts = values.only?.split(',') ?? PARTS;
const unknown = parts.find((part) => !PARTS.includes(part));
if (!Number.isInteger(pairs) || pairs < 1)
  fail(`--pairs takes a whole number from 1 on, not ${values.pairs}.`);
if (unknown !== undefined) fail(`--only does not know ${unknown}. It knows ${PARTS.join(', ')}.`);
if (!existsSync(join(extension, 'manifest.json'))) fail('No built extension: run "npm run build" first.');
const browser = await findBrowser();
if ('problem' in browser) fail(browser.problem);

/** @param {string} problem @returns {never} */
function fail(problem) {
  console.error(problem);
  process.exit(2);
}

const say = (/** @type {string} */ line) => console.error(`  ${line}`);
const wanted = (/** @type {string} */ part) => parts.includes(part);

const MB = 1_000_000;
/** 10 MB full of claims would take minutes a load. */
const CURVE = [
  ...[10_000, 100_000, MB, 10 * MB].map((size) => ({ kind: 'plain', size })),
  ...[10_000, 100_000, MB].map((size) => ({ kind: 'sparse', size })),
  ...[10_000, 100_000, MB].map((size) => ({ kind: 'claims', size })),
].map(({ kind, size }) => ({ name: `${kind}-${size}`, kind, size }));

/** @type {import('./bench/targets.mjs').Results} */
const results = {
  contentBytes: gzipSync(readFileSync(join(extension, 'content-scripts', 'content.js'))).length,
};
if (wanted('node')) {
  say('Node');
  const args = [
    '--import',
    'tsx',
    join(root, 'scripts', 'bench', 'node-part.ts'),
    String(Math.min(pairs, 5)),
  ];
  results.node = JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }));
}

/** @type {Map<string, { body: string }>} */
const pages = new Map([
  ['/empty', { body: '<!doctype html><title>Empty</title>' }],
  ['/feed', { body: feedPage() }],
  ['/app', { body: appPage() }],
  ['/article', { body: articlePage() }],
  ['/list', { body: listPage() }],
  ['/small', { body: documentPage('sparse', 100_000) }],
]);
for (const kind of /** @type {const} */ (['plain', 'sparse', 'claims']))
  pages.set(`/${kind}`, { body: documentPage(kind, MB) });
for (const { name, kind, size } of CURVE)
  if (wanted('curve')) pages.set(`/${name}`, { body: documentPage(/** @type {any} */ (kind), size) });

const whole = PARTS.every(wanted);
const folder = values.out
  ? resolve(values.out)
  : join(root, ...(whole ? ['docs', 'performance'] : ['.output', 'bench']));
let version = '';

/** Writes what there is so far: a whole run takes long, and may be ended early. */
function write() {
  const machine = {
    browser: version,
    node: process.version,
    processor: cpus()[0]?.model ?? '',
    cores: cpus().length,
  };
  const date = new Date().toISOString().slice(0, 10);
  const rows = targetRows(results);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'results.json'),
    `${JSON.stringify({ date, pairs, machine, rows, ...results }, null, 1)}\n`,
  );
  if (results.curve) writeFileSync(join(folder, 'curve.svg'), costChart(results.curve));
  return rows;
}

if (parts.some((part) => part !== 'node')) {
  const server = await serve({ pages, roots: [join(root, HYPOTHESIS)] });
  const arms = await openArms(browser.path, extension);
  try {
    version = arms.withIt.context.browser()?.version() ?? '';
    const bench = {
      arms,
      pairs,
      say,
      url: (/** @type {string} */ name) => `http://127.0.0.1:${server.port}/${name}`,
    };
    /** A part that fails must not take the others' figures with it. @param {string} part @param {() => Promise<void>} work */
    const perform = async (part, work) => {
      if (!wanted(part)) return;
      try {
        await work();
        write();
      } catch (error) {
        process.exitCode = 1;
        say(`${part} failed: ${error instanceof Error ? error.message : error}`);
      }
    };
    const onPages = async (/** @type {string[]} */ ...kinds) => {
      for (const kind of kinds)
        await perform(kind, async () => {
          // Seconds a load: fewer rounds there, since each differs by more.
          const rounds = kind === 'claims' || kind === 'list' ? Math.ceil(pairs / 3) : pairs;
          const page = await onPage({ ...bench, pairs: rounds }, kind);
          results.pages = { ...results.pages, [kind]: page };
        });
    };
    await onPages('plain', 'sparse');
    await perform('sparse', async () => {
      results.byTerms = await markedByTerms(bench, 'small');
    });
    await perform('feed', async () => {
      results.feed = await onFeed(bench);
    });
    await perform('article', async () => {
      results.article = await onArticle(bench);
    });
    await perform('popup', async () => {
      say(`popup: ${pairs} times`);
      results.popup = await timePopup(browser.path, extension, bench.url('article'), pairs);
    });
    await perform('app', async () => {
      results.app = await onApp(bench, 1000);
    });
    await perform('curve', async () => {
      results.curve = await curve(bench, CURVE);
    });
    await onPages('list', 'claims');
  } finally {
    await arms.close();
    await server.close();
  }
}

console.log(`${targetTable(write())}\n\n${peerTables(results)}`);
console.error(`  written to ${folder}`);
