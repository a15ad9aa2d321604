// @ts-check
/**
 * Opens pages in Chromium and reads what they cost from the browser itself, by the DevTools protocol: CPU time of the
 * page's main thread, not the clock, so that other work on the machine counts little.
 */
import { openWithExtension, quietSwitches } from '../browser.mjs';

/**
 * @typedef {import('@playwright/test').BrowserContext} BrowserContext
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').CDPSession} CDPSession
 * @typedef {{ name: string, context: BrowserContext }} Arm
 *
 * CPU milliseconds of the page's main thread.
 * @typedef {{ task: number, script: number, layout: number, style: number }} Cost
 *
 * `low` and `high` are the quartiles.
 * @typedef {{ median: number, low: number, high: number, count: number }} Summary
 */

/** Names of the protocol's metrics, in seconds. */
const METRICS = /** @type {const} */ ({
  task: 'TaskDuration',
  script: 'ScriptDuration',
  layout: 'LayoutDuration',
  style: 'RecalcStyleDuration',
});

/** The viewport of all runs. */
const VIEWPORT = { width: 1280, height: 800 };

/**
 * A browser with the extension in it, and one without, alike otherwise.
 *
 * @param {string} executablePath
 * @param {string} extension
 * @returns {Promise<{ withIt: Arm, without: Arm, origin: string, turn: (state: 'on' | 'off') => Promise<void>, close: () => Promise<void> }>}
 */
export async function openArms(executablePath, extension) {
  const { context: withIt, extensionId } = await openWithExtension({
    executablePath,
    extension,
    headless: true,
    context: { viewport: VIEWPORT },
  });
  const { chromium } = await import('@playwright/test');
  const without = await chromium.launchPersistentContext('', {
    executablePath,
    headless: true,
    chromiumSandbox: false,
    viewport: VIEWPORT,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: quietSwitches({ sealed: true }),
  });
  // A page of the extension's own: its background may sleep.
  const popup = await withIt.newPage();
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  return {
    withIt: { name: 'with', context: withIt },
    without: { name: 'without', context: without },
    origin: `chrome-extension://${extensionId}/`,
    // As the popup's switch does it.
    turn: (state) =>
      popup.evaluate(
        (otherwise) =>
          /** @type {any} */ (globalThis).chrome.storage.local.set({
            'siteRules.1': { otherwise, hosts: {} },
          }),
        state,
      ),
    close: async () => {
      await withIt.close();
      await without.close();
    },
  };
}

/** @param {CDPSession} cdp @returns {Promise<Cost>} */
export async function costSoFar(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (/** @type {string} */ name) =>
    1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
  return {
    task: of(METRICS.task),
    script: of(METRICS.script),
    layout: of(METRICS.layout),
    style: of(METRICS.style),
  };
}

/** @param {CDPSession} cdp @returns {Promise<number>} kB in use after a collection. */
export async function heapNow(cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1024;
}

/**
 * @param {CDPSession} cdp
 * @returns {Promise<number>} kB of the heap that compiled code takes: the browser makes more of it as functions run oftener.
 */
export async function codeNow(cdp) {
  /** @type {string[]} */
  const chunks = [];
  const collect = (/** @type {{ chunk: string }} */ { chunk }) => chunks.push(chunk);
  cdp.on('HeapProfiler.addHeapSnapshotChunk', collect);
  await cdp.send('HeapProfiler.takeHeapSnapshot');
  cdp.off('HeapProfiler.addHeapSnapshotChunk', collect);
  const { snapshot, nodes } = JSON.parse(chunks.join(''));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const code = types[type].indexOf('code');
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (nodes[at + type] === code) bytes += nodes[at + size];
  return bytes / 1024;
}

/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Milliseconds between looks, how much work between two looks is none, and for how long it must be none. */
const LOOK = 200;
const STILL = 2;
const STILL_FOR = 1000;

/**
 * Waits until the page's main thread has done next to nothing for a while: longer than any of our timers.
 *
 * @param {CDPSession} cdp
 * @param {number} [throttle] How many times slower the CPU was made.
 * @returns {Promise<number>} How often it looked; each look costs the page a little itself.
 */
export async function settle(cdp, throttle = 1) {
  let last = (await costSoFar(cdp)).task;
  let looks = 1;
  let since = Date.now();
  for (const start = Date.now(); Date.now() - start < 600_000; ) {
    await pause(LOOK);
    const { task } = await costSoFar(cdp);
    looks += 1;
    if (task - last > STILL * throttle) since = Date.now();
    last = task;
    if (Date.now() - since >= STILL_FOR) return looks;
  }
  throw new Error('The page did not come to rest within ten minutes.');
}

/** @param {Cost} after @param {Cost} before @returns {Cost} */
const difference = (after, before) => ({
  task: after.task - before.task,
  script: after.script - before.script,
  layout: after.layout - before.layout,
  style: after.style - before.style,
});

/** What `work` and all that follows cost, on a page at rest, less what looking at it costs. @param {CDPSession} cdp @param {() => Promise<unknown>} work */
export async function added(cdp, work) {
  const start = await costSoFar(cdp);
  const idleLooks = await settle(cdp);
  const before = await costSoFar(cdp);
  await work();
  const looks = await settle(cdp);
  const cost = difference(await costSoFar(cdp), before);
  return { ...cost, task: cost.task - (looks * (before.task - start.task)) / idleLooks };
}

/** Loads a page and waits until it is at rest. @param {Page} page @param {CDPSession} cdp @param {string} url @param {number} [throttle] @returns {Promise<Cost>} */
export async function load(page, cdp, url, throttle = 1) {
  const before = await costSoFar(cdp);
  await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
  await settle(cdp, throttle);
  return difference(await costSoFar(cdp), before);
}

/**
 * Opens a tab on an empty page of the same site, so that what follows stays in one process, and hands it over with
 * the protocol's session. The tab is closed at the end.
 *
 * @template T
 * @param {Arm} arm
 * @param {string} empty Address of the empty page.
 * @param {(page: Page, cdp: CDPSession) => Promise<T>} use
 * @param {number} [throttle] The CPU is made so many times slower.
 * @returns {Promise<T>}
 */
export async function inTab({ context }, empty, use, throttle = 1) {
  const page = await context.newPage();
  try {
    await page.bringToFront();
    await page.goto(empty);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    if (throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    return await use(page, cdp);
  } finally {
    await page.close();
  }
}

/** Runs an expression in the page and waits for its promise. @param {CDPSession} cdp @param {string} expression @returns {Promise<any>} */
export async function run(cdp, expression) {
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** @param {readonly number[]} values @returns {Summary} */
export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => {
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)] ?? 0;
    return low + (place % 1) * ((sorted[Math.ceil(place)] ?? low) - low);
  };
  const round = (/** @type {number} */ value) => Math.round(value * 100) / 100;
  return { median: round(at(0.5)), low: round(at(0.25)), high: round(at(0.75)), count: sorted.length };
}
