/**
 * Firefox with the built extension, driven by Puppeteer over WebDriver BiDi: Playwright's own Firefox is a build that
 * loads no extension. Import `test` and `expect` from here; a test has a fresh browser, and fails at its end where a page
 * logged an error or asked for an address other than the test's own server.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page as PlaywrightPage } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox } from '../../scripts/firefox.mjs';
import { test as base, expect } from './extension.ts';
import { type Box, type Evaluates, placeIn } from './overlay.ts';

export { expect };

const root = fileURLToPath(new URL('../..', import.meta.url));
const extension = resolve(root, '.output/firefox-mv3');
const EXTENSION_ID = 'leafcheck@leafcheck.example';
/** Given to the extension in place of the one that Firefox would draw. */
const UUID = '11111111-2222-3333-4444-555555555555';

/** A host of another site, at the test's own server. */
export const OTHER_HOST = 'other.test';

interface Fixtures {
  firefox: Browser;
  foxPage: Page;
}

/** The page as what the helpers of both drivers take. */
export const asPage = (page: Pick<Page, 'evaluate'>) =>
  page as unknown as Evaluates & Pick<PlaywrightPage, 'screenshot'>;

/** Installs the extension anew over the one that runs, as an update does. */
export const update = (firefox: Browser) => firefox.installExtension(extension);

/** Opens a page of the extension in a tab of its own; its address is not told, and its load not either. */
export async function openOwn(firefox: Browser, name: string, ready: string): Promise<Page> {
  const own = await firefox.newPage();
  void own.goto(`moz-extension://${UUID}/${name}`, { timeout: 1000 }).catch(() => undefined);
  // Asked while it is still on its way, a page may throw.
  const isReady = () =>
    own.evaluate((selector) => document.querySelector(selector) !== null, ready).catch(() => false);
  await expect.poll(isReady, { timeout: 40_000 }).toBe(true);
  return own;
}

/** Pixels by which a line may reach over the box of its text. */
const OVER = 5;

export const inside = (box: Box, around: Box) =>
  box.left >= around.left - OVER &&
  box.top >= around.top - OVER &&
  box.right <= around.right + OVER &&
  box.bottom <= around.bottom + OVER;

/** The box and the words of the card; null where none is open. */
export const cardBox = (page: Page) =>
  page.evaluate(() => {
    const card = [...document.querySelectorAll<HTMLElement>(':popover-open')]
      .at(-1)
      ?.shadowRoot?.querySelector('section.card, .notice');
    if (!card) return null;
    const { left, top, right, bottom } = card.getBoundingClientRect();
    return { left, top, right, bottom, words: card.textContent ?? '' };
  });
const htmlOf = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

/** Clicks the words, finds their card within the window, and closes it. The page stays as it was. */
export async function expectCard(page: Page, close = () => page.keyboard.press('Escape')) {
  const before = await htmlOf(page);
  const { x, y } = await placeIn(asPage(page));
  await page.mouse.click(x, y);
  await expect.poll(async () => (await cardBox(page))?.words ?? '').toContain('Kratom');
  const size = await page.evaluate(() => ({ left: 0, top: 0, right: innerWidth, bottom: innerHeight }));
  await expect.poll(async () => inside((await cardBox(page)) as Box, size)).toBe(true);
  await close();
  await expect.poll(() => cardBox(page)).toBeNull();
  expect(await htmlOf(page)).toBe(before);
}

/** Calls a method that the page has defined. */
export const call = (page: Page, name: string, ...given: readonly unknown[]) =>
  page.evaluate(
    (method, args) => {
      (window as unknown as Record<string, (...all: unknown[]) => void>)[method]?.(...args);
    },
    name,
    [...given],
  );

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  firefox: async ({}, use) => {
    if (!existsSync(resolve(extension, 'manifest.json')))
      throw new Error(`No built extension in ${extension}: run "npm run build:firefox" first.`);
    const executablePath = findFirefox();
    const missing = 'No Firefox found. Run "npm run setup", or set FIREFOX_PATH to its program.';
    // A check that counts has a Firefox; a developer may be without.
    if (!executablePath && process.env.CI) throw new Error(missing);
    base.skip(!executablePath, missing);
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: executablePath ?? '',
      headless: true,
      args: ['-remote-allow-system-access', '--width=1280', '--height=800'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: UUID }),
        // Leads to this machine, for pages of two origins.
        'network.dns.localDomains': OTHER_HOST,
      },
    });
    const [behind] = await browser.pages();
    await browser.installExtension(extension);
    // The first page of the extension opens by itself, in front of all others, and a page behind it is not read.
    await expect.poll(() => behind?.evaluate(() => document.hidden)).toBe(true);
    await use(browser);
    await browser.close();
  },

  foxPage: async ({ firefox, site, expectedErrors }, use) => {
    const errors: string[] = [];
    const foreign: string[] = [];
    const page = await firefox.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      const own = [site.url(''), site.url('', OTHER_HOST)].map((url) => new URL(url).host);
      if (/^https?:$/.test(protocol) && !own.includes(host)) foreign.push(request.url());
    });
    await use(page);
    expect(foreign, 'requests to anything but the test server').toEqual([]);
    const unexpected = errors.filter((text) => !expectedErrors.some((pattern) => pattern.test(text)));
    expect(unexpected, 'errors in a console').toEqual([]);
  },
});
