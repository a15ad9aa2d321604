/** The library: the map, its filters, the page of each substance and entry, and paper. */
import { readdirSync, readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { settledReport } from '../../scripts/page-report.mjs';
import { expect, test } from './extension.ts';

const files = readdirSync('data/evidence/substances');
const SUBSTANCES = files.length;
const ENTRIES = files.reduce(
  (sum, file) => sum + JSON.parse(readFileSync(`data/evidence/substances/${file}`, 'utf8')).entries.length,
  0,
);

const open = async (page: Page, extensionId: string, hash = '') => {
  await page.goto(`chrome-extension://${extensionId}/library.html${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};
const cell = (page: Page, name: RegExp | string) => page.getByRole('table').getByRole('link', { name });
const status = (page: Page) => page.getByRole('main').getByRole('status').first();
const axe = async (page: Page) =>
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);

test('shows the whole as a map first; a cell opens its entry, and Back returns to the cell', async ({
  page,
  extensionId,
}) => {
  await open(page, extensionId);
  await expect(page).toHaveTitle('All the evidence · Leafcheck');
  await expect(status(page)).toHaveText(`${ENTRIES} entries on ${SUBSTANCES} substances`);
  await cell(page, /^Kratom and sleep: Not properly tested/).click();
  await expect(page).toHaveURL(/library\.html#\/kratom\/sleep$/);
  await expect(page).toHaveTitle('Kratom and sleep · Leafcheck');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByText('What does work:')).toBeVisible();
  await expect(page.getByText('SAMHSA National Helpline')).toBeVisible();
  await page.getByRole('link', { name: /^Next: / }).click();
  await expect(page).not.toHaveURL(/sleep$/);
  await page.goBack();
  await expect(page).toHaveTitle('Kratom and sleep · Leafcheck');
  await page.goBack();
  await expect(cell(page, /^Kratom and sleep: /)).toBeFocused();
  await expect(cell(page, /^Kratom and sleep: /)).toBeInViewport();
});

test('is used by keys alone', async ({ page, extensionId }) => {
  await open(page, extensionId);
  const box = page.getByRole('searchbox');
  await box.focus();
  await page.keyboard.type('kratum slep');
  await expect(page.getByRole('rowheader', { name: 'Kratom', exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('table').getByRole('link').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('rowheader', { name: 'Kratom', exact: true }).getByRole('link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Kratom' })).toBeFocused();
});

test('narrows map and list by menus, whose choices live in the address', async ({ page, extensionId }) => {
  await open(page, extensionId);
  await page.getByLabel('Topic').selectOption('sleep');
  await page.getByLabel('Kind of source').selectOption('rct');
  await expect(page).toHaveURL(/#\/\?topic=sleep&source=rct$/);
  const count = await status(page).textContent();
  await expect(page.getByRole('columnheader')).toHaveText(['sleep']);
  await page.getByRole('link', { name: 'List' }).click();
  await expect(page.getByRole('table')).toHaveCount(0);
  await expect(status(page)).toHaveText(count ?? '');
  await page.reload();
  await expect(page.getByLabel('Topic')).toHaveValue('sleep');
  await expect(status(page)).toHaveText(count ?? '');
  await page.goBack();
  await expect(page.getByRole('table')).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Kind of source')).toHaveValue('');
  await page.goBack();
  await expect(status(page)).toHaveText(`${ENTRIES} entries on ${SUBSTANCES} substances`);
});

test('keeps the words of a search through a reload, and out of the address', async ({
  page,
  extensionId,
}) => {
  await open(page, extensionId);
  await page.getByRole('searchbox').fill('kava');
  await expect(page.getByRole('rowheader', { name: 'Kava', exact: true })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Zinc', exact: true })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('kava');
  expect(page.url()).not.toContain('kava');
  await page.getByRole('searchbox').fill('zzqx vvrt');
  await expect(status(page)).toHaveText('No entry matches.');
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect(status(page)).toHaveText(`${ENTRIES} entries on ${SUBSTANCES} substances`);
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('opens every substance and every entry at its own address', async ({ page, extensionId }) => {
  test.setTimeout(240_000);
  await open(page, extensionId, '#/?view=list');
  const found = await page.evaluate(async () => {
    const hrefs = (selector: string) =>
      [...document.querySelectorAll<HTMLAnchorElement>(selector)].map((a) => a.getAttribute('href') ?? '');
    const go = (hash: string) =>
      new Promise<void>((done) => {
        addEventListener('hashchange', () => done(), { once: true });
        location.hash = hash;
      });
    const substances = hrefs('main h2 a');
    const entries = hrefs('main a.entry');
    const faults: string[] = [];
    const titles = new Set<string>();
    for (const hash of [...substances, ...entries]) {
      await go(hash);
      titles.add(document.title);
      const heading = document.querySelector('main h1')?.textContent?.trim();
      if (!heading) faults.push(`${hash} has no heading`);
      if (!document.querySelector('main .sources a[href^="http"]')) faults.push(`${hash} has no source`);
      if (entries.includes(hash) && !document.querySelector('main .card .badge'))
        faults.push(`${hash} shows no verdict`);
    }
    return { substances: substances.length, entries: entries.length, titles: titles.size, faults };
  });
  expect(found).toEqual({
    substances: SUBSTANCES,
    entries: ENTRIES,
    titles: SUBSTANCES + ENTRIES,
    faults: [],
  });
});

test('is kind to an address that names nothing', async ({ page, extensionId }) => {
  await open(page, extensionId, '#/kratum/slep');
  await expect(page).toHaveTitle('Nothing stands at this address · Leafcheck');
  await page.getByRole('link', { name: /Kratom and sleep/ }).click();
  await expect(page).toHaveURL(/#\/kratom\/sleep$/);
  await page.goto(page.url().replace(/#.*/, '#/kratom/cannabis-withdrawal'));
  await expect(page.getByText('We hold no entry on Kratom and cannabis withdrawal.')).toBeVisible();
});

test('on paper: no controls, whole addresses, black on white', async ({ page, extensionId }) => {
  await open(page, extensionId, '#/?verdict=harmful&view=list');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('searchbox')).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByText('Verdict: Harm for this use / Signs of harm')).toBeVisible();
  const source = page.locator('.sources a').first();
  await expect(source).toBeVisible();
  const looks = () =>
    source.evaluate((link) => ({
      after: getComputedStyle(link, '::after').content,
      address: link.getAttribute('href'),
      ink: getComputedStyle(link).color,
      paper: getComputedStyle(document.documentElement).backgroundColor,
    }));
  const list = await looks();
  expect(list.after).toContain(list.address);
  expect([list.ink, list.paper]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);

  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('.sources')).toHaveCount(0);
  await page.goto(page.url().replace(/#.*/, '#/kratom/sleep'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('What was studied')).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  expect((await looks()).after).toContain((await looks()).address);
});

test('opens from the popup and from the card on a page', async ({
  page,
  site,
  context,
  openPopup,
  background,
}) => {
  await page.goto(site.html('<p id="words">Kratom helps with opioid withdrawal symptoms.</p>'));
  await settledReport(background);
  const popup = await openPopup(page);
  const map = context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Library' }).click();
  await expect((await map).getByRole('table')).toBeVisible();

  await page.bringToFront();
  const box = await page.locator('#words').boundingBox();
  await page.mouse.click((box?.x ?? 0) + 60, (box?.y ?? 0) + 8);
  const entry = context.waitForEvent('page');
  await page.getByRole('dialog').getByRole('button', { name: 'Library' }).click();
  await expect(await entry).toHaveURL(/library\.html#\/kratom\/opioid-withdrawal$/);
  await expect((await entry).getByRole('heading', { level: 1 })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test('has no barrier that axe finds', async ({ page, extensionId }) => {
      test.setTimeout(120_000);
      for (const hash of [
        '#/?class=detox-product',
        '#/?topic=sleep&view=list',
        '#/kratom',
        '#/kratom/sleep',
        '#/no',
      ]) {
        await open(page, extensionId, hash);
        await axe(page);
      }
    });
  });

test.describe('320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } });
  test('never scrolls sideways, whatever is shown, at the usual and at twice the size of text', async ({
    page,
    extensionId,
  }) => {
    for (const hash of ['#/', '#/?topic=sleep&view=list', '#/detox-drink', '#/kratom/sleep', '#/no']) {
      await open(page, extensionId, hash);
      for (const size of ['100%', '200%']) {
        await page.evaluate((text) => document.documentElement.style.setProperty('font-size', text), size);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `${hash} at ${size}`).toBeLessThanOrEqual(320);
      }
    }
    await page.goto(page.url().replace(/#.*/, '#/'));
    await page.reload();
    const map = page.getByRole('region', { name: 'Map of the evidence' });
    expect(await map.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
    await map.evaluate((box) => {
      box.scrollIntoView();
      box.scrollTo(400, 300);
    });
    // The heads of the columns stay at the top edge of the box.
    const gap = await map.evaluate(
      (box) => box.querySelector('th')!.getBoundingClientRect().top - box.getBoundingClientRect().top,
    );
    expect(Math.abs(gap)).toBeLessThan(3);
  });
});
