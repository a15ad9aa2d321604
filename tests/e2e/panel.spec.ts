/** The panel beside the page: all of its claims, in groups, as they are now. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './extension.ts';
import { CLAIM, card, OTHER, visit } from './overlay.ts';

test.setTimeout(120_000);

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test('lists, groups, filters and opens the claims of the page, live', async ({ page, site, openOwn }) => {
      await visit(page, site, 'feed.html');
      const grow = (texts: readonly string[]) =>
        page.evaluate(
          (all) => (window as unknown as { grow(texts: readonly string[]): void }).grow(all),
          texts,
        );
      await grow([CLAIM, OTHER, CLAIM.replace('Kratom', 'Kava')]);
      const panel = await openOwn('sidepanel');
      await panel.setViewportSize({ width: 340, height: 720 });
      const rows = panel.locator('.rows li');
      await expect(rows).toHaveCount(3);
      await expect(panel.getByText('Unmarked does not mean true.')).toBeVisible();
      await expect(panel.getByText('3 marked sentences about 2 substances')).toBeVisible();

      await panel.getByRole('radio', { name: 'Substance' }).check({ force: true });
      await expect(panel.getByRole('heading', { level: 2 })).toHaveText(['Kratom', 'Kava']);
      await expect(panel.getByText('2 sentences')).toBeVisible();
      await panel.getByRole('radio', { name: 'Verdict' }).check({ force: true });
      expect(await panel.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(0);
      await panel.getByRole('radio', { name: 'Page order' }).check({ force: true });

      await panel.getByRole('searchbox').fill('kava anx');
      await expect(rows).toHaveCount(1);
      await expect(panel.getByText('1 of 3 marked sentences')).toBeVisible();
      await panel.getByRole('searchbox').fill('bread');
      await expect(panel.getByText('No claim on this page has these words.')).toBeVisible();
      await panel.getByRole('searchbox').fill('');

      // Live: text comes, the page goes on to another, and comes to one that cannot be read.
      await grow([CLAIM]);
      await expect(rows).toHaveCount(4);
      await panel.locator('summary').click();
      expect((await new AxeBuilder({ page: panel }).setLegacyMode().analyze()).violations).toEqual([]);
      await panel.screenshot({ path: test.info().outputPath('panel.png'), fullPage: true });
      await rows.nth(1).getByRole('button').click();
      await expect(card(page)).toContainText('Kava');
      await visit(page, site, 'rtl.html');
      await expect(rows).toHaveCount(1);
      await expect(rows.first()).toContainText(CLAIM);
      await visit(page, site, 'document.svg');
      await expect(panel.getByText('This page cannot be read')).toBeVisible();
    });
  });

test.describe('in Spanish', () => {
  test.use({ locale: 'es-ES', browserArgs: ['--lang=es'], colorScheme: 'light' });
  test('speaks the language of the reader, and follows the theme and the size that they chose', async ({
    page,
    site,
    background,
    openOwn,
  }) => {
    await visit(page, site, 'rtl.html');
    const panel = await openOwn('sidepanel');
    await panel.setViewportSize({ width: 320, height: 720 });
    await expect(panel).toHaveTitle('Afirmaciones de esta página');
    expect(await panel.evaluate(() => document.documentElement.lang)).toMatch(/^es/);
    const row = panel.locator('.rows li');
    await expect(row).toContainText(CLAIM);
    const heightBefore = (await row.boundingBox())?.height ?? 0;
    const choose = (theme: string, textSize: string) =>
      background.evaluate(
        (value) =>
          (
            globalThis as unknown as { chrome: typeof import('wxt/browser').browser }
          ).chrome.storage.local.set({ appearance: { version: 1, value } }),
        { theme, textSize, marks: 'both' },
      );
    await choose('dark', 'larger');
    await expect(panel.locator('.side')).toHaveCSS('background-color', 'rgb(27, 30, 35)');
    await expect.poll(async () => (await row.boundingBox())?.height ?? 0).toBeGreaterThan(heightBefore * 1.3);
    await panel.locator('summary').click();
    expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await panel.screenshot({ path: test.info().outputPath('panel-larger.png'), fullPage: true });
    // What was chosen holds from the first moment on.
    await panel.reload();
    await expect(panel.locator('.side')).toHaveCSS('background-color', 'rgb(27, 30, 35)');
    await choose('light', 'normal');
    await expect(panel.locator('.side')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  });
});

test('opens at the side of the window by a button of the popup, which closes', async ({
  page,
  site,
  openPopup,
  background,
}) => {
  await visit(page, site, 'rtl.html');
  const popup = await openPopup(page);
  const contexts = () =>
    background.evaluate(async () => {
      const { runtime } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
      const open = await runtime.getContexts({ contextTypes: ['SIDE_PANEL' as never] });
      return open.map(({ documentUrl }) => documentUrl?.replace(/.*\//, ''));
    });
  expect(await contexts()).toEqual([]);
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Panel' }).click();
  await closed;
  await expect.poll(contexts).toEqual(['sidepanel.html']);
});
