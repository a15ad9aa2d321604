// @ts-check
/**
 * `npm start`: the built extension in a browser window, on the demo gallery or on a page of one's own.
 * Without a display it tells in the terminal what was marked, leaves a screenshot, and ends.
 */
import { mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openWithExtension } from './browser.mjs';
import { galleryPages } from './gallery/gallery.mjs';
import { openCard, reportLines, settledReport } from './page-report.mjs';
import { npm, tail } from './run.mjs';
import { serve } from './serve.mjs';
import { root, setUp } from './setup.mjs';

const USAGE = `npm start [-- [--port N] [--headless] [FILE_OR_URL]]

  FILE_OR_URL   a page to open in place of the demo gallery: a local file, or an http(s) address
  --port N      serve the gallery or the file at this port of 127.0.0.1 (default: a free one)
  --headless    no window: print what was marked, write a screenshot, and end`;

/** A failure that the person at the terminal can do something about: one line, no stack. */
class Problem extends Error {}

function commandLine() {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: {
        port: { type: 'string', default: '0' },
        headless: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new Problem(`${reason.replace(/\.?( To specify.*)?$/, '.')} Try "npm start -- --help".`);
  }
  const { values, positionals } = parsed;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || values.port === '')
    throw new Problem(`--port takes a number from 0 to 65535, not "${values.port}".`);
  if (positionals.length > 1) throw new Problem(`One page at a time: ${positionals.length} were given.`);
  return { help: values.help, headless: values.headless, port, target: positionals[0] };
}

/**
 * What to serve and where to point the browser.
 *
 * @param {string | undefined} target
 * @returns {{ address: string } | { roots: string[], pages: Map<string, import('./serve.mjs').Page>, path: string }}
 */
function pageOf(target) {
  if (target === undefined) return { roots: [], pages: galleryPages(), path: '/' };
  if (/^https?:\/\//i.test(target)) {
    if (!URL.canParse(target)) throw new Problem(`Not an address: ${target}`);
    return { address: new URL(target).href };
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(target) && !/^[a-z]:\\/i.test(target))
    throw new Problem(`Leafcheck works on http and https pages; ${target} is neither.`);
  // npm runs scripts in the project's folder; a path is meant from where npm was called.
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), target);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new Problem(`No file at ${path}`);
  if (!stat.isFile()) throw new Problem(`${path} is no file: give an HTML or text file.`);
  return { roots: [dirname(path)], pages: new Map(), path: `/${encodeURIComponent(basename(path))}` };
}

/** @param {ReturnType<typeof pageOf>} page @param {number} port */
async function served(page, port) {
  if ('address' in page) return { address: page.address, close: async () => {} };
  try {
    const server = await serve({ roots: page.roots, pages: page.pages, port });
    return { address: `http://127.0.0.1:${server.port}${page.path}`, close: server.close };
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    if (code === 'EADDRINUSE') throw new Problem(`Port ${port} is in use. Give another with --port.`);
    if (code === 'EACCES') throw new Problem(`Port ${port} is not allowed here. Give one above 1023.`);
    throw error;
  }
}

/** The folder of the extension: LEAFCHECK_EXT where it names a build that is there, else a fresh build. */
async function built() {
  if (process.env.LEAFCHECK_EXT) return resolve(root, process.env.LEAFCHECK_EXT);
  const { code, output } = await npm(['run', '--silent', 'build'], { cwd: root });
  if (code !== 0) throw new Problem(`The build failed:\n${tail(output, 15)}`);
  return join(root, '.output', 'chrome-mv3');
}

/** @param {string} extension @param {string} executablePath @param {{ headless: boolean, sealed: boolean }} options */
async function browserWith(extension, executablePath, { headless, sealed }) {
  try {
    return await openWithExtension({
      executablePath,
      extension,
      headless,
      sealed,
      endOnSignals: false,
      // In a window the page has the window's size; without one, that of a small laptop.
      // A picture taken while the card still fades in would show it half transparent.
      context: headless
        ? { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' }
        : { viewport: null },
    });
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new Problem(`${executablePath} did not start with the extension in it: ${first}`);
  }
}

/** @param {import('@playwright/test').Page} page @param {string} address */
async function visit(page, address) {
  try {
    const response = await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 30_000 });
    const status = response?.status() ?? 200;
    if (status >= 400) throw new Problem(`${address} answered with status ${status}.`);
  } catch (error) {
    if (error instanceof Problem) throw error;
    const reason = /net::ERR_\w+/.exec(String(error))?.[0] ?? 'no answer within 30 seconds';
    throw new Problem(`Cannot open ${address} (${reason}).`);
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').Worker} background
 */
async function tellWithoutWindow(page, background) {
  const report = await settledReport(background);
  if (!report) throw new Problem('The extension does not run on this page.');
  console.log(reportLines(report).join('\n'));
  const [first] = report.claims;
  const open = first ? await openCard(background, page, first.id) : false;
  const folder = join(root, '.output', 'start');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'page.png');
  await page.screenshot({ path });
  console.log(`Screenshot${open ? ' with the first card open' : ''}: ${path}`);
  if (first && !open) throw new Problem('The first claim is marked, but its card did not open.');
}

async function main() {
  const { help, headless: asked, port, target } = commandLine();
  if (help) {
    console.log(USAGE);
    return;
  }
  const page = pageOf(target);
  const server = await served(page, port);
  try {
    const ready = await setUp(console.log, { generate: !process.env.LEAFCHECK_EXT });
    if ('problem' in ready) throw new Problem(ready.problem);
    const extension = await built();

    const noDisplay =
      process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY && !asked;
    if (noDisplay) console.log('No display here: running without a window.');
    const headless = asked || noDisplay;

    const { context, background } = await browserWith(extension, ready.browser, {
      headless,
      sealed: !('address' in page) && headless,
    });
    const closed = new Promise((done) => context.once('close', done));
    const interrupted = new Promise((done) => {
      process.once('SIGINT', done);
      process.once('SIGTERM', done);
    });
    try {
      const tab = context.pages()[0] ?? (await context.newPage());
      await visit(tab, server.address);
      if (headless) await Promise.race([tellWithoutWindow(tab, background), interrupted]);
      else {
        console.log(`Open: ${server.address}\nClose the window or press Ctrl-C to end.`);
        await Promise.race([closed, interrupted]);
      }
    } finally {
      await context.close();
    }
  } finally {
    await server.close();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
