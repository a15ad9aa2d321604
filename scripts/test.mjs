// @ts-check
/**
 * `npm test`: the set-up of a fresh machine, then every check, each named with its result. All of them
 * run, whatever fails, and the output of those that fail is shown. Ends with `N passed, N failed`, the
 * count of tests and checks. A browser test may fail once where it passes at its second try, which is said by name;
 * more than two such tests are a fault of the project and count as failed.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox, installFirefox } from './firefox.mjs';
import { npm } from './run.mjs';
import { root, setUp } from './setup.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped?: number }} Count
 * @typedef {{ name: string, args: string[], env?: Record<string, string>, count?: () => Count }} Check
 */

const scratch = mkdtempSync(join(tmpdir(), 'leafcheck-test-'));
const unitReport = join(scratch, 'unit.json');
const browserReport = join(scratch, 'browser.json');

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @returns {Count} */
function unitCount() {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = readJson(unitReport);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** As many browser tests may need a second try: browsers die on busy machines. */
const SECOND_TRIES = 2;

/** @returns {Count} */
function browserCount() {
  const { stats, suites } = readJson(browserReport);
  const { expected, unexpected, skipped } = stats;
  const again = suites.flatMap(neededSecondTry);
  for (const name of again) console.log(`      passed at the second try: ${name}`);
  const passed = again.length <= SECOND_TRIES ? expected + again.length : expected;
  return { passed, failed: unexpected + expected + again.length - passed, skipped };
}

/**
 * The titles of the tests in a suite of Playwright's report that failed first and then passed.
 *
 * @param {{ specs?: { title: string, file: string, tests: { status: string }[] }[], suites?: any[] }} suite
 * @returns {string[]}
 */
function neededSecondTry({ specs = [], suites = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...own.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(neededSecondTry)];
}

/** @type {Check[]} In the order of what is quickest to fail. */
const CHECKS = [
  { name: 'format', args: ['check:format'] },
  { name: 'lint', args: ['lint'] },
  { name: 'types', args: ['types'] },
  { name: 'data', args: ['check:data'] },
  { name: 'build for Chromium', args: ['build'] },
  { name: 'build for Firefox', args: ['build:firefox'] },
  {
    name: 'unit tests',
    args: ['unit', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: unitCount,
  },
  {
    name: 'browser tests',
    args: ['e2e', '--', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
    count: browserCount,
  },
];

/**
 * Runs one check.
 *
 * @param {Check} check
 * @returns {Promise<Count & { output: string, seconds: number }>}
 */
async function perform({ args, env, count }) {
  const start = Date.now();
  const { code, output } = await npm(['run', '--silent', ...args], { cwd: root, env });
  const seconds = (Date.now() - start) / 1000;
  if (!count) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output, seconds };
  try {
    const tally = count();
    // Tests that all pass in a run that does not: a crash, a bad import, an error outside any test.
    if (code !== 0 && tally.failed === 0) tally.failed = 1;
    // A run that finds no test proves nothing.
    if (code === 0 && tally.passed + tally.failed === 0) tally.failed = 1;
    return { ...tally, output, seconds };
  } catch {
    return { passed: 0, failed: 1, output: `${output}\nIt ended before it could report.\n`, seconds };
  }
}

const total = { passed: 0, failed: 0 };
try {
  const ready = await setUp(console.log);
  if ('problem' in ready) {
    console.error(ready.problem);
    total.failed = 1;
  } else {
    // The browser that set-up found is the one that the tests drive.
    process.env.CHROMIUM_PATH = ready.browser;
    const firefox = findFirefox() ?? installFirefox(console.log);
    if (firefox) process.env.FIREFOX_PATH = firefox;
    else
      console.log(
        'No Firefox found: its tests are skipped. Install one, or set FIREFOX_PATH to its program.',
      );
    for (const check of CHECKS) {
      const { passed, failed, skipped = 0, output, seconds } = await perform(check);
      total.passed += passed;
      total.failed += failed;
      const counts = check.count
        ? ` (${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''})`
        : '';
      console.log(`${failed ? 'FAIL' : 'ok  '}  ${check.name}${counts}  ${seconds.toFixed(1)} s`);
      if (failed) console.log(`\n${output.trimEnd()}\n`);
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
