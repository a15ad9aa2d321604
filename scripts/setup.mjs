// @ts-check
/**
 * Makes a fresh clone ready: dependencies, generated files, a browser. `npm start` and `npm test` call it;
 * `npm run setup` does it alone. Plain Node, since it runs before anything is installed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findBrowser, installBrowser } from './browser.mjs';
import { findFirefox, installFirefox } from './firefox.mjs';
import { npm, tail } from './run.mjs';

// Not import.meta.dirname: a Node that lacks it is to be told so in a line.
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * One line where this Node is too old for the project, null where it will do.
 *
 * @param {string} version As `process.versions.node`.
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return `Leafcheck needs Node 20.19 or newer; this is Node ${version}.`;
}

/**
 * @typedef {{ version?: string, resolved?: string, link?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }} Locked
 * @typedef {{ packages?: Record<string, Locked> }} Lock
 */

/**
 * Whether what is installed differs from the lockfile: something missing, of another version, or left over.
 * Packages for other systems are in the lockfile alone and do not count.
 *
 * @param {Lock} wanted package-lock.json
 * @param {Lock | null} installed node_modules/.package-lock.json; null where there is none.
 */
export function isStale(wanted, installed) {
  if (!installed?.packages) return true;
  const want = wanted.packages ?? {};
  const have = installed.packages;
  for (const [path, entry] of Object.entries(want)) {
    if (path === '') continue;
    if (!have[path] && entry.optional) continue;
    if (have[path]?.version !== entry.version) return true;
  }
  return Object.keys(have).some((path) => !(path in want));
}

/** @param {string} path @returns {Lock | null} */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Gets everything ready that is not, and says in a line what it does where that takes long.
 *
 * @param {(line: string) => void} say
 * @param {{ generate?: boolean }} [options] `generate: false` leaves generated files alone, for a caller
 *   that brings its own built extension.
 * @returns {Promise<{ browser: string } | { problem: string }>} The browser's path, or one line for a person.
 */
export async function setUp(say, { generate = true } = {}) {
  const old = nodeProblem(process.versions.node);
  if (old) return { problem: old };

  const wanted = readLock(join(root, 'package-lock.json'));
  if (!wanted) return { problem: 'package-lock.json is missing or no JSON: this clone is not whole.' };
  if (isStale(wanted, readLock(join(root, 'node_modules', '.package-lock.json')))) {
    say('Installing dependencies (half a minute).');
    // No package here needs its install script, and what does not run cannot harm.
    const { code, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root });
    if (code !== 0)
      return { problem: `npm ci failed: ${tail(output, 3).replaceAll('\n', ' ') || 'no reason given'}` };
  }

  if (generate) {
    // What a plain npm ci would have run by itself: generated/ and WXT's types.
    const { code, output } = await npm(['run', '--silent', 'postinstall'], { cwd: root });
    if (code !== 0) return { problem: `npm run postinstall failed:\n${tail(output, 12)}` };
  }

  let found = await findBrowser();
  if ('problem' in found && !process.env.CHROMIUM_PATH) found = await installBrowser(say, root);
  return 'problem' in found ? found : { browser: found.path };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const ready = await setUp(console.log);
  if ('problem' in ready) {
    console.error(ready.problem);
    process.exitCode = 1;
  } else {
    const firefox = findFirefox() ?? installFirefox(console.log);
    console.log(`Ready. Browser: ${ready.browser}${firefox ? `; Firefox: ${firefox}` : ''}`);
  }
}
