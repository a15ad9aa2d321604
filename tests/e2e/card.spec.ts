/** Where the card stands, in windows of all widths, and that it can be used wherever its words are. */
import type { Page } from '@playwright/test';
import { settledReport } from '../../scripts/page-report.mjs';
import { expect, test } from './extension.ts';

const CLAIM = 'Kratom helps with opioid withdrawal symptoms.';
const TEXT = '<p>The tree grows in Asia, and its leaves are picked by hand.</p>';
const PAGE = `<main style="max-width:600px;margin:auto"><h1>Withdrawal</h1>${TEXT.repeat(12)}
<p><span id="words">${CLAIM}</span></p>${TEXT.repeat(40)}</main>`;

/** A click in the middle of the first line of the words. */
async function click(page: Page) {
  await page.locator('#words').scrollIntoViewIfNeeded();
  const rect = await page.locator('#words').evaluate((element) => {
    const { left, top, height } = element.getClientRects()[0] as DOMRect;
    return { left, top, height };
  });
  await page.mouse.click(rect.left + 60, rect.top + rect.height / 2);
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
const boxOf = (element: Element): Box => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
};
const boxes = async (page: Page) => {
  const card = page.getByRole('dialog');
  await expect(card).toBeVisible();
  await expect(card).toHaveCSS('opacity', '1');
  return { card: await card.evaluate(boxOf), words: await page.locator('#words').evaluate(boxOf) };
};

/** CSS pixels between two boxes, 0 where they touch or overlap. */
const distance = (a: Box, b: Box) =>
  Math.hypot(
    Math.max(0, a.left - b.right, b.left - a.right),
    Math.max(0, a.top - b.bottom, b.top - a.bottom),
  );
const overlap = (a: Box, b: Box) =>
  Math.min(a.right, b.right) > Math.max(a.left, b.left) &&
  Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top);

for (const size of [
  { width: 1280, height: 800 },
  { width: 1800, height: 700 },
  { width: 700, height: 560 },
])
  test.describe(`${size.width} × ${size.height}`, () => {
    test.use({ viewport: size });
    test('stands beside its words, whole and without hiding them', async ({ page, site, background }) => {
      await page.goto(site.html(PAGE));
      await settledReport(background);
      await click(page);
      const { card, words } = await boxes(page);
      expect(distance(card, words)).toBeLessThan(20);
      expect(overlap(card, words)).toBe(false);
      expect(card.left).toBeGreaterThanOrEqual(0);
      expect(card.top).toBeGreaterThanOrEqual(0);
      expect(card.right).toBeLessThanOrEqual(size.width);
      expect(card.bottom).toBeLessThanOrEqual(size.height);
      await page.mouse.wheel(0, 60);
      await expect
        .poll(async () => {
          const moved = await boxes(page);
          return moved.words.top !== words.top && distance(moved.card, moved.words) < 20;
        })
        .toBe(true);
    });
  });

test.describe('320 × 640', () => {
  test.use({ viewport: { width: 320, height: 640 } });
  test('is a sheet at the bottom edge of a narrow window', async ({ page, site, background }) => {
    await page.goto(site.html(`<meta name="viewport" content="width=device-width">${PAGE}`));
    await settledReport(background);
    await click(page);
    const { card } = await boxes(page);
    expect(card).toMatchObject({ left: 0, right: 320, bottom: 640 });
    expect(card.top).toBeGreaterThan(100);
  });
});

test('stands where it does whatever the page says of its elements', async ({ page, site, background }) => {
  await page.goto(
    site.html(`<style>* { position: static !important; left: 900px !important; display: none !important }
      html, body, main, p, span, h1 { display: block !important }</style>${PAGE}`),
  );
  await settledReport(background);
  await click(page);
  const { card, words } = await boxes(page);
  expect(distance(card, words)).toBeLessThan(20);
});

test('can be used above a modal dialog of the page', async ({ page, site, background }) => {
  await page.goto(site.html(`<dialog><h1>Withdrawal</h1><p><span id="words">${CLAIM}</span></p></dialog>`));
  await page.evaluate(() => document.querySelector('dialog')?.showModal());
  await expect.poll(async () => (await settledReport(background))?.claims.length).toBe(1);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await click(page);
  const card = page.getByRole('dialog').filter({ hasText: 'Kratom · ' });
  await card.getByRole('button', { name: 'Close' }).click();
  await expect(card).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});
