/** What is kept: rules, choices and dismissals act at once in open pages, and a torn record harms no other. */
import type { Page, Worker } from '@playwright/test';
import { expect, test } from './extension.ts';
import { markCount, middleOf, reportOf } from './marks.ts';

test.describe.configure({ timeout: 60_000 });

declare const chrome: typeof import('wxt/browser').browser;

const CLAIM = 'Kratom helps with opioid withdrawal symptoms.';
const OTHER = 'Kava is a natural way to ease anxiety during alcohol withdrawal.';
const PAGE = `<main><h1>Getting through withdrawal</h1><p id="one">${CLAIM}</p><p id="two">${OTHER}</p></main>`;

const names = (page: Page) => page.evaluate(() => [...CSS.highlights.keys()]);
const kept = (background: Worker) => background.evaluate(() => chrome.storage.local.get(null));
const openCard = async (page: Page, selector: string) => {
  const { x, y } = await middleOf(page, selector);
  await page.mouse.click(x, y);
  await expect(page.getByRole('dialog')).toBeVisible();
};
const chooseInMenu = async (page: Page, words: string) => {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: words, exact: true }).click();
};

test('hides a mark from its card, takes it back, and keeps no word of it', async ({
  page,
  site,
  background,
}) => {
  await page.goto(site.html(PAGE));
  await reportOf(background);
  await openCard(page, '#one');
  await chooseInMenu(page, 'Hide this mark');
  await expect(page.getByText('This mark is hidden.')).toBeVisible();
  await expect.poll(() => markCount(page)).toBe(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => markCount(page)).toBe(2);
  await expect(page.getByText('This mark is hidden.')).toBeHidden();
  await openCard(page, '#one');
  await chooseInMenu(page, 'Hide this mark');
  await page.keyboard.press('Escape');
  await page.reload();
  expect((await reportOf(background)).claims.map(({ sentence }) => sentence)).toEqual([OTHER]);
  const stored = JSON.stringify(await kept(background));
  expect(stored).toContain('"hidden"');
  expect(stored).not.toContain('symptoms');
});

test('mutes a substance and a topic in every open page at once', async ({
  page,
  context,
  site,
  background,
}) => {
  await page.goto(site.html(PAGE));
  const second = await context.newPage();
  await second.goto(site.html(PAGE));
  await reportOf(background);
  await page.bringToFront();
  await reportOf(background);
  await openCard(page, '#one');
  await chooseInMenu(page, 'Stop marking claims on Kratom');
  await expect(page.getByText('Claims on Kratom are no longer marked.')).toBeVisible();
  await expect.poll(() => markCount(page)).toBe(1);
  await expect.poll(() => markCount(second)).toBe(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => markCount(second)).toBe(2);
});

test('takes "not a claim", with the report on the clipboard', async ({ page, context, site, background }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(site.html(PAGE));
  await reportOf(background);
  await openCard(page, '#one');
  await chooseInMenu(page, 'This is not a claim');
  await expect(page.getByText('A report is on your clipboard')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`> ${CLAIM}`);
  await expect.poll(() => markCount(page)).toBe(1);
});

test('puts the report on the clipboard from a page that has none', async ({
  page,
  context,
  site,
  background,
}) => {
  const secure = site.html(PAGE);
  await context.grantPermissions(['clipboard-read'], { origin: new URL(secure).origin });
  await page.goto(site.html(PAGE, { host: 'www.example.test' }));
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await reportOf(background);
  await openCard(page, '#one');
  await chooseInMenu(page, 'This is not a claim');
  await expect(page.getByText('A report is on your clipboard')).toBeVisible();
  await page.goto(secure);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`> ${CLAIM}`);
});

test('goes through the menu by keys alone', async ({ page, site, background }) => {
  await page.goto(site.html(PAGE));
  await reportOf(background);
  await openCard(page, '#one');
  const more = page.getByRole('button', { name: 'More', exact: true });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Hide this mark' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('button', { name: 'This is not a claim' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => markCount(page)).toBe(2);
});

test('goes off on a site from the card, in every tab of it and nowhere else', async ({
  page,
  context,
  site,
  background,
}) => {
  await page.goto(site.html(PAGE, { host: 'www.example.test' }));
  const other = await context.newPage();
  await other.goto(site.html(PAGE, { host: 'www.example.test' }));
  const elsewhere = await context.newPage();
  await elsewhere.goto(site.html(PAGE, { host: 'badexample.test' }));
  await reportOf(background);
  await page.bringToFront();
  await reportOf(background);
  await openCard(page, '#one');
  await chooseInMenu(page, 'Switch off on this site');
  await expect.poll(() => markCount(page)).toBe(0);
  await expect.poll(() => markCount(other)).toBe(0);
  expect(await markCount(elsewhere)).toBe(2);
});

test('follows a rule for what is below a host and for a path, on a page that changes its address itself', async ({
  page,
  site,
  background,
  storeSites,
}) => {
  await storeSites({ '*.example.test': 'off', 'www.example.test/forum': 'on' });
  await page.goto(site.html(PAGE, { host: 'example.test' }));
  expect((await reportOf(background)).mode).toBe('on');
  await page.goto(site.html(PAGE, { host: 'www.example.test', path: '/news' }));
  expect((await reportOf(background)).mode).toBe('off');
  await page.evaluate(() => history.pushState(null, '', '/forum/1'));
  await expect.poll(() => markCount(page)).toBe(2);
  await page.evaluate(() => history.back());
  await expect.poll(() => markCount(page)).toBe(0);
});

test('reads the rules of the first release, and lets a torn record fall back alone, told once', async ({
  page,
  site,
  background,
  extensionId,
}) => {
  await background.evaluate(() =>
    chrome.storage.local.set({
      'siteRules.1': { otherwise: 'on', hosts: { '127.0.0.1': 'off' } },
      appearance: { version: 1, value: { theme: 7 } },
      badge: { version: 99, value: 'later' },
    }),
  );
  await page.goto(site.html(PAGE));
  expect((await reportOf(background)).mode).toBe('off');
  const options = `chrome-extension://${extensionId}/options.html`;
  await page.goto(options);
  await expect(page.getByRole('alert').filter({ hasText: 'could not be read' })).toContainText('Appearance');
  await expect(page.getByRole('alert').filter({ hasText: 'newer version' })).toContainText(
    'Number on the icon',
  );
  await expect(page.getByRole('listitem').filter({ hasText: '127.0.0.1' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Leafcheck options' })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'could not be read' })).toHaveCount(0);
  expect(await kept(background)).toMatchObject({ badge: { version: 99, value: 'later' } });
});

test('paints lines or tints alone, at once', async ({ page, context, site, background, extensionId }) => {
  await page.goto(site.html(PAGE));
  await reportOf(background);
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await options.getByLabel('Line only').check();
  await page.bringToFront();
  await expect
    .poll(async () => (await names(page)).every((name) => name.startsWith('text-line-')))
    .toBe(true);
  await expect.poll(() => markCount(page)).toBe(2);
  await options.getByLabel('Tint only').check();
  await expect
    .poll(async () => (await names(page)).every((name) => name.startsWith('text-tint-')))
    .toBe(true);
});

test('opens cards as the reader chose, in the theme and size chosen', async ({
  page,
  context,
  site,
  background,
  extensionId,
}) => {
  await page.goto(site.html(PAGE));
  await reportOf(background);
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await options.getByLabel('Dark', { exact: true }).check();
  await options.getByLabel('Very large').check();
  await options.getByLabel('use a key or a list, never by pointer').check();
  await page.bringToFront();
  const { x, y } = await middleOf(page, '#one');
  await expect.poll(async () => JSON.stringify(await kept(background))).toContain('"keys"');
  await page.mouse.click(x, y);
  await background.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    await chrome.tabs.sendMessage(tab?.id as number, {
      name: 'stepClaim',
      params: { direction: 'previous' },
    });
  });
  // The click opened none: the card that is there is the last one, which the key went to.
  await expect(page.getByRole('dialog')).toContainText('Kava');
  const card = page.getByRole('dialog');
  await expect(card).toHaveCSS('background-color', 'rgb(27, 30, 35)');
  expect((await card.boundingBox())?.width).toBeGreaterThan(500);
  await page.keyboard.press('Escape');
  await options.getByLabel('click a mark or use a key', { exact: true }).check();
  await expect.poll(async () => JSON.stringify(await kept(background))).toContain('"click"');
  await page.mouse.click(x, y);
  await expect(page.getByRole('dialog')).toContainText('Kratom');
});
