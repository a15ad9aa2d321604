// @ts-check
/**
 * What the running extension found on a page, asked of the extension itself by the messages that its popup
 * sends, for `npm start` without a display and for screenshots.
 */

/**
 * @typedef {import('../entrypoints/shared/messages.ts').PageReport} PageReport
 * @typedef {import('@playwright/test').Worker} Worker
 * @typedef {import('@playwright/test').Page} Page
 */

/**
 * Sends a message to the content script of the active tab. Null where none answers: not yet started, or a
 * page where extensions do not run.
 *
 * @param {Worker} background
 * @param {{ name: string, params: object }} message
 */
const tellPage = (background, message) =>
  background.evaluate(async (sent) => {
    // The code runs in the extension's background, where `chrome` is the extension API.
    const { tabs } = /** @type {any} */ (globalThis).chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    try {
      return await tabs.sendMessage(tab.id, sent, { frameId: 0 });
    } catch {
      return null;
    }
  }, message);

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The report of the active tab once it has settled: the same claims for a second, or ten seconds gone.
 * A page without claims is given three seconds, since it has nothing to say when it is done.
 *
 * @param {Worker} background
 * @returns {Promise<PageReport | null>} Null where the extension does not run on the page.
 */
export async function settledReport(background) {
  /** @type {PageReport | null} */
  let report = null;
  let known = '';
  let since = Date.now();
  for (const start = Date.now(); Date.now() - start < 10_000; await pause(200)) {
    report = await tellPage(background, { name: 'getReport', params: {} });
    const now = JSON.stringify(report?.claims ?? null);
    if (now !== known) {
      known = now;
      since = Date.now();
    }
    if (Date.now() - since >= (report?.claims.length ? 1_000 : 3_000)) break;
  }
  return report;
}

/**
 * Opens the card of a claim as the popup's list would.
 *
 * @param {Worker} background
 * @param {Page} page The active tab.
 * @param {string} id Of a claim in the report.
 * @returns {Promise<boolean>} False where the claim is gone or no card came.
 */
export async function openCard(background, page, id) {
  if (!(await tellPage(background, { name: 'openClaim', params: { id } }))) return false;
  try {
    await page.waitForFunction(() => document.querySelector(':popover-open') !== null, undefined, {
      timeout: 5_000,
    });
    // Two frames: the card is placed in the first and painted in the second.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    return true;
  } catch {
    return false;
  }
}

/** The report as lines for a terminal: each sentence, and below it its substance, topic and verdict. @param {PageReport} report */
export function reportLines(report) {
  const lines = [];
  for (const { sentence, pairs } of report.claims) {
    lines.push(sentence);
    for (const { substance, topic, verdict } of pairs)
      lines.push(`    ${substance} · ${topic} · ${verdict === 'none' ? 'no evidence held' : verdict}`);
  }
  const claims = report.claims.reduce((sum, { pairs }) => sum + pairs.length, 0);
  lines.push('');
  lines.push(
    claims === 0
      ? 'No claims found on this page, so nothing is marked.'
      : `${report.claims.length} ${report.claims.length === 1 ? 'sentence' : 'sentences'} marked, ${claims} ${claims === 1 ? 'claim' : 'claims'}.`,
  );
  return lines;
}
