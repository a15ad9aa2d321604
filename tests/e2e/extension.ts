/**
 * Fixtures for browser tests on the built extension. Import `test` and `expect` from here.
 *
 *   test('marks the claim', async ({ page, site }) => {
 *     await page.goto(site.html('<p>Kava may ease withdrawal.</p>'));
 *
 * Every test has a browser of its own with a fresh profile. It fails at its end where anything asked for
 * an address other than the test's own server or the extension's files, and where a page or the extension
 * logged an error; `test.use({ expectedErrors: [/…/] })` names those that belong to the case, and `expectedRequests`
 * addresses of the browser's own.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
  type Worker,
} from '@playwright/test';
import { findBrowser, openBehind, openWithExtension } from '../../scripts/browser.mjs';
import { demoPage, galleryPages } from '../../scripts/gallery/gallery.mjs';
import { serve } from '../../scripts/serve.mjs';

declare const chrome: typeof import('wxt/browser').browser;

export { expect };

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of the extension under test: LEAFCHECK_EXT, else the production build. */
export const extensionFolder = resolve(root, process.env.LEAFCHECK_EXT ?? '.output/chrome-mv3');

interface PageOptions {
  /** Added to, or in place of, the usual response headers: a CSP, another content type. */
  readonly headers?: Record<string, string>;
  readonly status?: number;
  /** Path of the page, with the leading slash; a fresh one by default. */
  readonly path?: string;
  /** `127.0.0.1` by default; any name under `.test` also leads to the server. */
  readonly host?: string;
}

/** The test's own server. */
export class Site {
  readonly #pages = new Map<string, { body: string; headers?: Record<string, string>; status?: number }>();
  readonly #port: number;
  #count = 0;

  constructor(port: number, pages: Site['pages']) {
    this.#port = port;
    this.#pages = pages;
  }

  get pages() {
    return this.#pages;
  }

  /** The address of a file or folder of tests/pages: `seed-article/` serves its source.html or index.html. */
  url(path: string, host = '127.0.0.1'): string {
    return `http://${host}:${this.#port}/${path.replace(/^\//, '')}`;
  }

  /** Serves `html` as it stands (a fragment gets doctype, language and title) and returns its address. */
  html(html: string, options: PageOptions = {}): string {
    this.#count += 1;
    const path = options.path ?? `/made-${this.#count}`;
    const whole = /^\s*<(!doctype|html|\?xml)/i.test(html);
    const body = whole
      ? html
      : `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test page</title></head><body>${html}</body></html>`;
    this.#pages.set(path, { body, headers: options.headers, status: options.status });
    return this.url(path, options.host);
  }

  /** Serves a page of the demo gallery with its style and returns its address. */
  demo(name: string): string {
    this.html(String(galleryPages().get('/gallery.css')?.body), {
      path: '/gallery.css',
      headers: { 'content-type': 'text/css' },
    });
    return this.html(demoPage(name));
  }
}

interface Fixtures {
  /** Errors in a console that belong to the case and do not fail the test. */
  expectedErrors: readonly RegExp[];
  /** Addresses of the browser's own, such as the parts of its PDF viewer, that do not fail the test. */
  expectedRequests: readonly RegExp[];
  /** Whether the first page that opens by itself is closed before the test. */
  greeted: boolean;
  /** More switches for the browser. */
  browserArgs: readonly string[];
  launched: { context: BrowserContext; background: Worker; extensionId: string };
  background: Worker;
  extensionId: string;
  site: Site;
  /** Every request of pages and extension so far, by address. */
  requests: readonly string[];
  /** Opens the popup's page for the tab of `page`, as the toolbar button would. */
  openPopup: (page: Page) => Promise<Page>;
  /** Opens a page of the extension's own by its name, behind the page in front. */
  openOwn: (name: string) => Promise<Page>;
  /** Stores rules of sites, as the options write them: all others are on. */
  storeSites: (hosts: Readonly<Record<string, 'on' | 'off'>>) => Promise<void>;
}

const describeError = (message: ConsoleMessage) => `${message.text()} (${message.location().url})`;

export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],
  expectedRequests: [[], { option: true }],
  browserArgs: [[], { option: true }],
  greeted: [true, { option: true }],

  launched: async (
    {
      expectedErrors,
      expectedRequests,
      browserArgs,
      greeted,
      headless,
      viewport,
      colorScheme,
      locale,
      deviceScaleFactor,
      hasTouch,
      contextOptions,
      site,
    },
    use,
  ) => {
    if (!existsSync(join(extensionFolder, 'manifest.json')))
      throw new Error(`No built extension in ${extensionFolder}: run "npm run build" first.`);
    const browser = await findBrowser();
    if ('problem' in browser) throw new Error(browser.problem);
    const launched = await openWithExtension({
      executablePath: browser.path,
      extension: extensionFolder,
      headless: headless ?? true,
      greeted,
      args: [...browserArgs],
      context: { ...contextOptions, viewport, colorScheme, locale, deviceScaleFactor, hasTouch },
    });
    const { context, background } = launched;

    const own = [site.url(''), `chrome-extension://${launched.extensionId}/`];
    const foreign: string[] = [];
    const errors: string[] = [];
    context.on('request', (request) => {
      const { protocol, port, href } = new URL(request.url());
      if (/^(data|blob|about):$/.test(protocol)) return;
      // A name under .test is the same server, so the port tells whose it is.
      const local = protocol === 'http:' && port === new URL(site.url('')).port;
      const expected = own.some((prefix) => href.startsWith(prefix));
      if (!local && !expected && !expectedRequests.some((pattern) => pattern.test(href))) foreign.push(href);
    });
    const note = (message: ConsoleMessage) => {
      if (message.type() === 'error') errors.push(describeError(message));
    };
    context.on('console', note);
    context.on('weberror', (error) => errors.push(`${error.error().stack ?? error.error().message}`));
    background.on('console', note);

    await use(launched);

    await context.close();
    expect(foreign, 'requests to anything but the test server and the extension').toEqual([]);
    const unexpected = errors.filter((text) => !expectedErrors.some((pattern) => pattern.test(text)));
    expect(unexpected, 'errors in a console').toEqual([]);
  },

  context: async ({ launched }, use) => use(launched.context),
  background: async ({ launched }, use) => use(launched.background),
  extensionId: async ({ launched }, use) => use(launched.extensionId),

  page: async ({ context }, use) => {
    await use(context.pages()[0] ?? (await context.newPage()));
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  site: async ({}, use) => {
    const pages: Site['pages'] = new Map();
    const server = await serve({ roots: [join(root, 'tests', 'pages')], pages });
    await use(new Site(server.port, pages));
    await server.close();
  },

  requests: async ({ context }, use) => {
    const requests: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    await use(requests);
  },

  openOwn: async ({ context, background, extensionId }, use) =>
    use((name) => openBehind(context, background, `chrome-extension://${extensionId}/${name}.html`)),

  openPopup: async ({ openOwn }, use) => {
    await use(async (page) => {
      await page.bringToFront();
      return openOwn('popup');
    });
  },

  storeSites: async ({ background }, use) =>
    use((hosts) =>
      background.evaluate((value) => chrome.storage.local.set({ sites: { version: 2, value } }), {
        otherwise: 'on',
        hosts,
      }),
    ),
});
