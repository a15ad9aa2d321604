/**
 * What the extension may cost, in counts that depend on no clock: bytes, places that ran, messages, ranges, forced
 * layouts. Where the target is not met yet, the budget is what stands, and its comment names the target.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page, Worker } from '@playwright/test';
import { documentPage } from '../../scripts/bench/pages.mjs';
import { readTrace, record } from '../../scripts/bench/trace.mjs';
import { startCoverage } from './coverage.ts';
import { expect, extensionFolder, test } from './extension.ts';

// The background's own name for the extension API; the code in `evaluate` runs there.
declare const chrome: typeof import('wxt/browser').browser;

const CLAIM = 'Kratom helps with opioid withdrawal symptoms.';
const claims = (count: number) =>
  Array.from({ length: count }, (_, at) => `<p id="p${at}">${CLAIM} That was day ${at}.</p>`).join('');

/** Detection waits its turn in the background, and a busy machine is no failure. */
const LONG = { timeout: 20_000 };

/** Waits until the extension's idle work of a page is done: its idle callbacks run before ones asked for later. */
const idle = (page: Page) =>
  page.evaluate(async () => {
    for (let times = 0; times < 5; times++)
      await new Promise((done) => requestIdleCallback(done, { timeout: 2000 }));
  });

/** The text of each painted range. */
const painted = (page: Page) =>
  page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map(({ startContainer, startOffset, endOffset }) =>
        (startContainer as Text).data.slice(startOffset, endOffset),
      ),
    ),
  );

/** Notes the names of the messages that reach the background. */
async function listen(background: Worker): Promise<() => Promise<string[]>> {
  await background.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener((message: { name: string }) => {
      heard.push(message.name);
    });
  });
  return () => background.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}

/** kB of gzip at most, by the beginning of a file's path. */
const BYTES: Readonly<Record<string, number>> = {
  // The target.
  'content-scripts/content.js': 40,
  'content-scripts/content.css': 0.6,
  // All evidence and the detector's tables are in it, a third of it the words that the models know, a sixth the network; it is
  // loaded once a browser, not once a page.
  'background.js': 2100,
  // The evidence again, for the extension's own pages.
  'chunks/': 400,
};
/** What no line above names. */
const OTHER = 30;

test.describe.configure({ timeout: 90_000 });

test('each bundle keeps to its size', () => {
  const files = readdirSync(extensionFolder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(js|css)$/.test(path),
  );
  const over = files.flatMap((path) => {
    const most = Object.entries(BYTES).find(([beginning]) => path.startsWith(beginning))?.[1] ?? OTHER;
    const size = gzipSync(readFileSync(join(extensionFolder, path))).length / 1000;
    return size > most ? [`${path} is ${size.toFixed(1)} kB, and may be ${most}`] : [];
  });
  expect(over).toEqual([]);
  for (const beginning of Object.keys(BYTES))
    expect(
      files.some((path) => path.startsWith(beginning)),
      beginning,
    ).toBe(true);
});

test('a page that names no substance is not walked, holds nothing and sends nothing', async ({
  page,
  site,
  background,
}) => {
  const heard = await listen(background);
  await page.goto(site.html(''));
  await idle(page);
  const coverage = await startCoverage(page);
  // Hardly any text, so that the pass over it counts for little beside the elements.
  const elements = 3000;
  await page.goto(site.html('<i></i>'.repeat(elements)));
  await idle(page);
  const counters = await coverage.look();
  expect(counters.runsOf('getComputedStyle(')).toBe(0);
  // The browser finds the likely hosts; an <i> is none.
  expect(counters.runsOf('.shadowRoot')).toBeLessThanOrEqual(100);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  expect(await heard()).toEqual([]);
});

test('a feed that names no substance costs what it adds, not what stands there', async ({
  page,
  site,
  background,
}) => {
  const heard = await listen(background);
  const standing = 2000;
  await page.goto(site.html(`<main>${'<p>Item</p>'.repeat(standing)}</main>`));
  await idle(page);
  const coverage = await startCoverage(page);
  // As many go as come, as in a feed that keeps its length.
  const added = 200;
  await page.evaluate(async (count) => {
    const main = document.querySelector('main');
    for (let at = 0; at < count; at++) {
      const p = document.createElement('p');
      p.textContent = `Item ${at}`;
      main?.prepend(p);
      main?.lastElementChild?.remove();
      if (at % 10 === 9) await new Promise((done) => requestIdleCallback(done, { timeout: 1000 }));
    }
  }, added);
  await idle(page);
  const counters = await coverage.look();
  expect(counters.runsOf('getComputedStyle(')).toBe(0);
  expect(counters.runsOf('.shadowRoot')).toBeLessThanOrEqual(2 * added);
  expect(await heard()).toEqual([]);
});

test('a block is read once, and again only where it changed', async ({ page, site }) => {
  await page.goto(site.html(''));
  await idle(page);
  const coverage = await startCoverage(page);
  const count = 60;
  await page.goto(site.html(claims(count)));
  await expect.poll(async () => (await painted(page)).length, LONG).toBe(count);
  const first = await coverage.look();
  // The style of each paragraph as it is met and as its own flow is read; then html, body and title.
  expect(first.runsOf('getComputedStyle(')).toBeLessThanOrEqual(2 * count + 10);

  await page.evaluate(() => {
    document.body.dataset.seen = 'yes';
    document.body.setAttribute('class', 'other');
  });
  await idle(page);
  // The one style that tells that nothing changed, and those of the body's own flow.
  expect((await coverage.look()).runsOf('getComputedStyle(')).toBeLessThanOrEqual(5);

  await page.evaluate(() => {
    (document.getElementById('p7')?.firstChild as Text).data = 'Kratom eases opioid withdrawal.';
  });
  await expect.poll(() => painted(page), LONG).toContain('Kratom eases opioid withdrawal.');
  expect((await coverage.look()).runsOf('getComputedStyle(')).toBeLessThanOrEqual(5);
});

test('the text and the count are sent once, cards only when a card is wanted', async ({
  page,
  site,
  background,
}) => {
  const heard = await listen(background);
  await page.goto(site.html(claims(10)));
  await expect.poll(async () => (await painted(page)).length, LONG).toBe(10);
  await expect.poll(async () => (await heard()).sort()).toEqual(['detect', 'setCount']);
});

test('the text of a long page is sent once, and its claims are asked for twice', async ({
  page,
  site,
  background,
}) => {
  const heard = await listen(background);
  await page.goto(site.html(claims(100)));
  await expect.poll(async () => (await painted(page)).length, LONG).toBe(100);
  await expect
    .poll(async () => (await heard()).sort())
    .toEqual(['detect', 'detectRest', 'setCount', 'setCount']);
});

test('one range is held a claim on plain text, and none after the text is gone', async ({ page, site }) => {
  const count = 40;
  await page.goto(site.html(`<main>${claims(count)}</main>`));
  await expect.poll(() => painted(page), LONG).toEqual(Array(count).fill(CLAIM));
  for (let change = 0; change < 4; change++) {
    await page.evaluate(
      ([html]) => {
        const main = document.querySelector('main');
        if (main) main.innerHTML = html ?? '';
      },
      [claims(count - change)],
    );
    await expect.poll(async () => (await painted(page)).length, LONG).toBe(count - change);
  }
  await page.evaluate(() => document.querySelector('main')?.remove());
  await expect.poll(() => painted(page), LONG).toEqual([]);
});

for (const kind of ['plain', 'claims'] as const)
  test(`no style or layout is forced before a card opens: ${kind}`, async ({ page, site, extensionId }) => {
    await page.goto(site.html(''));
    const cdp = await page.context().newCDPSession(page);
    const events = await record(cdp, async () => {
      await page.goto(site.html(documentPage(kind, 30_000)));
      await idle(page);
      if (kind !== 'plain')
        await expect.poll(async () => (await painted(page)).length, LONG).toBeGreaterThan(0);
    });
    const { total, forced } = readTrace(events, `chrome-extension://${extensionId}/`);
    expect(total, 'the content script is seen in the trace').toBeGreaterThan(0);
    expect(forced).toBe(0);
  });
