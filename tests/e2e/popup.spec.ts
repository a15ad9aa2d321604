/** The popup: search, the claims of the page, and the switch for its site. */
import AxeBuilder from '@axe-core/playwright';
import { settledReport } from '../../scripts/page-report.mjs';
import { expect, test } from './extension.ts';

const CLAIM = 'Kratom helps with opioid withdrawal symptoms.';
const PAGE = `<h1>Getting through withdrawal</h1><p>${CLAIM}</p>`;

test('finds the entry through misspelt words, and opens its card', async ({ page, site, openPopup }) => {
  await page.goto(site.html(PAGE));
  const popup = await openPopup(page);
  const box = popup.getByRole('searchbox');
  await box.fill('kratum slep');
  const first = popup.getByRole('listitem').first();
  await expect(first).toContainText('Kratom');
  await expect(first).toContainText('sleep');
  await box.press('ArrowDown');
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('dialog')).toContainText('Kratom · sleep');
  await popup.getByRole('button', { name: 'Back' }).click();
  await expect(popup.getByRole('searchbox')).toHaveValue('kratum slep');
  await box.fill('zzqx vvrt');
  await expect(popup.getByText('We hold nothing that matches')).toBeVisible();
  await expect(popup.getByRole('listitem')).toHaveCount(0);
});

test('keeps the search for this session, and only there', async ({ page, site, openPopup, background }) => {
  await page.goto(site.html(PAGE));
  const popup = await openPopup(page);
  await popup.getByRole('searchbox').fill('kava');
  await expect(popup.getByRole('listitem').first()).toContainText('Kava');
  await popup.reload();
  await expect(popup.getByRole('searchbox')).toHaveValue('kava');
  const kept = await background.evaluate(() =>
    (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome.storage.local.get(
      null,
    ),
  );
  expect(JSON.stringify(kept)).not.toContain('kava');
});

test('lists the claims of the page and opens them there', async ({ page, site, openPopup, background }) => {
  await page.goto(site.html(`<div style="height:3000px"></div>${PAGE}`));
  await settledReport(background);
  const popup = await openPopup(page);
  const row = popup.getByRole('listitem').filter({ hasText: CLAIM });
  await expect(row).toContainText('Kratom · opioid withdrawal');
  await row.getByRole('button').click();
  await expect(page.getByRole('dialog')).toContainText('Kratom');
  await expect(page.getByText(CLAIM)).toBeInViewport();
});

test('switches the site off and on at once, and it stays', async ({ page, site, openPopup, background }) => {
  await page.goto(site.html(PAGE));
  expect((await settledReport(background))?.claims).toHaveLength(1);
  const popup = await openPopup(page);
  const toggle = popup.getByRole('switch');
  await expect(popup.getByText('On for 127.0.0.1')).toBeVisible();
  await expect(toggle).toBeChecked();
  await toggle.click();
  await expect(toggle).not.toBeChecked();
  await expect.poll(async () => (await settledReport(background))?.on).toBe(false);
  expect(await page.evaluate(() => [...CSS.highlights.values()].flatMap((h) => [...h]).length)).toBe(0);
  await page.reload();
  expect(await settledReport(background)).toMatchObject({ on: false, claims: [] });
  await toggle.click();
  await expect.poll(async () => (await settledReport(background))?.claims.length).toBe(1);
});

test('says so where a page cannot be read', async ({ page, openPopup }) => {
  await page.goto('about:blank');
  const popup = await openPopup(page);
  await expect(popup.getByText('This page cannot be read')).toBeVisible();
  await popup.getByRole('searchbox').fill('nac');
  await expect(popup.getByRole('listitem').first()).toContainText('NAC');
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test('popup and card have no barrier that axe finds', async ({ page, site, openPopup, background }) => {
      await page.goto(site.html(PAGE));
      await settledReport(background);
      const popup = await openPopup(page);
      await expect(popup.getByRole('listitem')).toHaveCount(1);
      expect((await new AxeBuilder({ page: popup }).setLegacyMode().analyze()).violations).toEqual([]);
      await popup.getByRole('searchbox').fill('kratom withdrawal');
      await expect(popup.getByRole('listitem').first()).toBeVisible();
      expect((await new AxeBuilder({ page: popup }).setLegacyMode().analyze()).violations).toEqual([]);
      await popup.getByRole('listitem').first().getByRole('button').click();
      await expect(popup.getByRole('dialog')).toBeVisible();
      await popup.locator('summary').first().click();
      expect((await new AxeBuilder({ page: popup }).setLegacyMode().analyze()).violations).toEqual([]);
    });
  });
