// @ts-check
/**
 * The one place that knows browsers: where a Chromium is, how to get one, and how to start it with the
 * built extension. Plain Node; Playwright is only needed by `openWithExtension`, after set-up.
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Commands looked for on PATH, best first: branded Chrome refuses unpacked extensions more and more. */
const COMMANDS = [
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/** Places where installers put browsers outside PATH. */
function installedPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
    const names = ['Chromium', 'Microsoft Edge', 'Google Chrome'];
    return names.flatMap((name) => apps.map((dir) => join(dir, `${name}.app`, 'Contents', 'MacOS', name)));
  }
  if (process.platform === 'win32') {
    const roots = [process.env.LOCALAPPDATA, process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']];
    const tails = [
      ['Chromium', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ];
    return tails.flatMap((tail) => roots.flatMap((root) => (root ? [join(root, ...tail)] : [])));
  }
  return ['/usr/lib/chromium/chromium', '/snap/bin/chromium'];
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @param {string} command */
function onPath(command) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  for (const dir of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(dir, command + suffix);
    if (dir && isProgram(path)) return path;
  }
  return null;
}

/** Where Playwright keeps a Chromium that it downloaded; null before `npm ci` or where there is none. */
async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test');
    const path = chromium.executablePath();
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/**
 * A Chromium-family browser on this machine: the path in CHROMIUM_PATH alone where that is set, else
 * Chromium, Playwright's Chromium, Edge, Chrome in that order.
 *
 * @returns {Promise<{ path: string } | { problem: string }>} The problem is one line for a person.
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isProgram(named)) return { path: named };
    return { problem: `CHROMIUM_PATH is ${named}, but there is no program at that path.` };
  }
  const [first, second, ...rest] = COMMANDS;
  for (const command of [first, second]) {
    const path = command && onPath(command);
    if (path) return { path };
  }
  const own = await playwrightsOwn();
  if (own) return { path: own };
  for (const command of rest) {
    const path = onPath(command);
    if (path) return { path };
  }
  const place = installedPlaces().find(isProgram);
  if (place) return { path: place };
  return {
    problem:
      'No Chromium, Edge or Chrome found. Install one, or set CHROMIUM_PATH to the path of its program.',
  };
}

/**
 * The first program there is: the named one alone where one is named, else a command on PATH, else a place.
 *
 * @param {string | undefined} named
 * @param {readonly string[]} commands
 * @param {readonly string[]} places
 * @returns {string | null}
 */
export function firstProgram(named, commands, places) {
  if (named) return isProgram(named) ? named : null;
  return commands.map(onPath).find((path) => path !== null) ?? places.find(isProgram) ?? null;
}

export const ON_DEBIAN_AS_ROOT =
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * Gets a Chromium: Debian's package for root on Debian, else Playwright's download.
 *
 * @param {(line: string) => void} say Told what is being done before it is done.
 * @param {string} root The project's folder.
 * @returns {Promise<{ path: string } | { problem: string }>}
 */
export async function installBrowser(say, root) {
  if (ON_DEBIAN_AS_ROOT) {
    say('No browser found: installing Chromium with apt-get.');
    try {
      const options = {
        stdio: /** @type {const} */ ('ignore'),
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      };
      execFileSync('apt-get', ['update', '-q'], options);
      execFileSync(
        'apt-get',
        ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
        options,
      );
    } catch {
      say('apt-get could not install chromium.');
    }
    const found = await findBrowser();
    if ('path' in found) return found;
  }
  say("No browser found: downloading Playwright's Chromium.");
  try {
    const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
    execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', cwd: root });
  } catch {
    // The search below says what a person can do about it.
  }
  return findBrowser();
}

/**
 * Switches that keep the browser from calling home, so that any request seen is a page's or ours. Names
 * under `.test` lead to this machine, for tests with several hosts; no other name resolves where `sealed`.
 *
 * @param {{ sealed: boolean }} options
 */
export function quietSwitches({ sealed }) {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    ...(sealed
      ? ['--host-resolver-rules=MAP *.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost']
      : []),
  ];
}

/**
 * Starts a browser with a throw-away profile and the unpacked extension in it.
 *
 * Branded Chrome from 137 on ignores --load-extension without a word; the DevTools protocol still loads
 * one there, so that is the second try.
 *
 * @param {object} options
 * @param {string} options.executablePath
 * @param {string} options.extension Folder that holds manifest.json.
 * @param {boolean} options.headless
 * @param {boolean} [options.sealed] See `quietSwitches`; true by default.
 * @param {import('@playwright/test').BrowserContextOptions} [options.context]
 * @param {string[]} [options.args] More switches.
 * @param {boolean} [options.greeted] Whether the first page that opens by itself is closed; true by default.
 * @param {boolean} [options.endOnSignals] Whether Playwright ends the process on Ctrl-C; true by default.
 * @returns {Promise<{ context: import('@playwright/test').BrowserContext, extensionId: string, background: import('@playwright/test').Worker }>}
 */
export async function openWithExtension({
  executablePath,
  extension,
  headless,
  sealed = true,
  context: contextOptions,
  args = [],
  greeted = true,
  endOnSignals = true,
}) {
  const { chromium } = await import('@playwright/test');
  const context = await chromium.launchPersistentContext('', {
    ...contextOptions,
    executablePath,
    headless,
    // Playwright's default, said aloud: as root, or in a container, the sandbox cannot start.
    chromiumSandbox: false,
    // Playwright's own --disable-extensions would hold where the switch below is not honoured.
    ignoreDefaultArgs: ['--disable-extensions'],
    handleSIGINT: endOnSignals,
    handleSIGTERM: endOnSignals,
    handleSIGHUP: endOnSignals,
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--enable-unsafe-extension-debugging',
      ...quietSwitches({ sealed }),
      ...args,
    ],
  });
  try {
    const background = await backgroundOf(context, extension);
    if (greeted && existsSync(join(extension, 'welcome.html'))) await closeGreeting(context);
    return { context, background, extensionId: new URL(background.url()).host };
  } catch (error) {
    await context.close();
    throw error;
  }
}

/**
 * A fresh profile is greeted by a page of the extension, which would stand before the one under test.
 *
 * @param {import('@playwright/test').BrowserContext} context
 */
async function closeGreeting(context) {
  /** @param {import('@playwright/test').Page} page */
  const isGreeting = (page) => page.url().endsWith('/welcome.html');
  const there = context.pages().find(isGreeting);
  const page = there ?? (await context.waitForEvent('page', { predicate: isGreeting, timeout: 10_000 }));
  await page.close();
}

/**
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} extension
 */
async function backgroundOf(context, extension) {
  const there = context.serviceWorkers()[0];
  if (there) return there;
  const coming = context.waitForEvent('serviceworker', { timeout: 30_000 });
  const loaded = await Promise.race([
    coming,
    new Promise((resolve) => setTimeout(() => resolve(null), 8_000).unref()),
  ]);
  if (!loaded) {
    const browser = context.browser();
    const session = await browser?.newBrowserCDPSession();
    // Untyped in Playwright's copy of the protocol until recently, hence the call through the loose name.
    await /** @type {any} */ (session)?.send('Extensions.loadUnpacked', { path: extension });
  }
  return coming;
}

/**
 * Opens a page in a tab behind the one in front, which stays the active one, as it does under a real popup or panel.
 *
 * @param {import('@playwright/test').BrowserContext} context
 * @param {import('@playwright/test').Worker} background
 * @param {string} address
 */
export async function openBehind(context, background, address) {
  const opened = context.waitForEvent('page', (page) => page.url().startsWith(address.replace(/[#?].*/, '')));
  await background.evaluate(
    (url) => /** @type {any} */ (globalThis).chrome.tabs.create({ url, active: false }),
    address,
  );
  const page = await opened;
  await page.waitForLoadState();
  return page;
}
