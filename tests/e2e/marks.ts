/** What a test asks of the marks on a page. */
import type { Page, Worker } from '@playwright/test';
import { settledReport } from '../../scripts/page-report.mjs';

/** What the page in front tells of itself once it has settled. */
export async function reportOf(background: Worker) {
  const report = await settledReport(background);
  if (!report) throw new Error('no content script answers');
  return report;
}

/** How many ranges are painted. */
export const markCount = (page: Page) =>
  page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0));

/** A place in the middle of the first line of an element's text. */
export const middleOf = (page: Page, selector: string) =>
  page.evaluate((at) => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(at) as Element);
    const rect = range.getClientRects()[0] as DOMRect;
    return { x: rect.left + 60, y: rect.top + rect.height / 2 };
  }, selector);
