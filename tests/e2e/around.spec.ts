/** What lies around the page: popup, window for a selected text, address bar, icon, first page, and Spanish. */
import AxeBuilder from '@axe-core/playwright';
import type { Page, Worker } from '@playwright/test';
import { settledReport } from '../../scripts/page-report.mjs';
import { expect, test } from './extension.ts';
import { markCount } from './marks.ts';

test.describe.configure({ timeout: 60_000 });

declare const chrome: typeof import('wxt/browser').browser;

const CLAIM = 'Kratom helps with opioid withdrawal symptoms.';
const PAGE = `<h1>Getting through withdrawal</h1><p id="one">${CLAIM}</p>`;

/** An event as the browser sends it; its own way to set one off is in no types. */
type Sent = { dispatch(...details: unknown[]): void };

const badge = (background: Worker) =>
  background.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.action.getBadgeText({ tabId: tab?.id as number });
  });
const barriers = async (page: Page) => (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations;
const fits = async (page: Page) => {
  await page.setViewportSize({ width: 320, height: 600 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
};

test('pauses everywhere for an hour and resumes, with a sign on the icon', async ({
  page,
  site,
  openPopup,
  background,
}) => {
  await page.goto(site.html(PAGE));
  await settledReport(background);
  const popup = await openPopup(page);
  await popup.getByRole('button', { name: 'Pause' }).click();
  await popup.getByRole('button', { name: 'For an hour' }).click();
  await expect(popup.getByText(/^Paused until \d/)).toBeVisible();
  await expect.poll(() => markCount(page)).toBe(0);
  await expect.poll(() => badge(background)).toBe('❚❚');
  await popup.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => markCount(page)).toBe(1);
  await expect.poll(() => badge(background)).toBe('1');
});

test('ends a pause by itself', async ({ page, site, background }) => {
  await background.evaluate(() =>
    chrome.storage.local.set({ pause: { version: 1, value: { until: Date.now() + 4_000 } } }),
  );
  await page.goto(site.html(PAGE));
  await expect.poll(() => markCount(page), { timeout: 15_000 }).toBe(1);
});

test('shows a change of the page at once in an open popup, and hides the number where it is not wanted', async ({
  page,
  site,
  openPopup,
  background,
}) => {
  await page.goto(site.html('<h1>Withdrawal</h1><div id="feed"></div>'));
  await settledReport(background);
  const popup = await openPopup(page);
  await expect(popup.getByText('No claims found')).toBeVisible();
  await page.evaluate((text) => {
    const p = document.createElement('p');
    p.textContent = text;
    document.querySelector('#feed')?.append(p);
  }, CLAIM);
  await expect(popup.getByRole('listitem').filter({ hasText: CLAIM })).toBeVisible();
  await expect.poll(() => badge(background)).toBe('1');
  await background.evaluate(() =>
    chrome.storage.local.set({ badge: { version: 1, value: { count: false } } }),
  );
  await expect.poll(() => badge(background)).toBe('');
});

test('answers a pasted sentence claim by claim, and keeps it off the disk', async ({
  page,
  site,
  openPopup,
  background,
}) => {
  await page.goto(site.html('<p>Nothing here.</p>'));
  const popup = await openPopup(page);
  await popup.getByRole('searchbox').fill(`They say: ${CLAIM}`);
  const row = popup.locator('.answer').getByRole('listitem').first();
  await expect(row).toContainText('Kratom and opioid withdrawal');
  await expect(row).toContainText('Not properly tested');
  await row.getByRole('button').click();
  await expect(popup.getByRole('dialog')).toContainText('Kratom · opioid withdrawal');
  await expect(popup.getByText('Why this sentence is marked')).toBeVisible();
  await popup.getByRole('button', { name: 'Back' }).click();
  await expect(row.getByRole('button')).toBeFocused();
  const stored = await background.evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.sync.get(null)]),
  );
  expect(stored).not.toContain('They say');
});

test('names the rule that decides, and leads to the options', async ({
  page,
  context,
  site,
  openPopup,
  storeSites,
}) => {
  await storeSites({ '*.example.test': 'off' });
  await page.goto(site.html(PAGE, { host: 'www.example.test' }));
  const popup = await openPopup(page);
  await expect(popup.getByText('Your rule for *.example.test decides here.')).toBeVisible();
  await popup.getByRole('switch').click();
  await expect.poll(() => markCount(page)).toBe(1);
  const options = context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Options' }).click();
  await expect((await options).getByRole('heading', { name: 'Leafcheck options' })).toBeVisible();
});

test('says so where the browser lets it in on some sites only, and asks by one button', async ({
  page,
  context,
  openPopup,
}) => {
  // The browser's own answer and its question to the person, which no test can press.
  await context.addInitScript(() => {
    const api =
      (globalThis as { browser?: typeof chrome }).browser ??
      (globalThis as { chrome?: typeof chrome }).chrome;
    if (!api?.permissions) return;
    api.permissions.contains = async () => false;
    api.permissions.request = async () => true;
  });
  await page.goto('about:blank');
  const popup = await openPopup(page);
  // The browser opened it: its first load may have come before the script above.
  await popup.reload();
  await expect(popup.getByText('The browser lets Leafcheck read no page here')).toBeVisible();
  expect(await barriers(popup)).toEqual([]);
  await popup.getByRole('button', { name: 'Allow on all websites' }).click();
  await expect(popup.getByText('Allowed.')).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Reload this page' })).toBeVisible();
});

test('answers a selected text in a window of its own, and the next in the same', async ({
  context,
  background,
}) => {
  const choose = (selectionText: string) =>
    background.evaluate(
      (text) =>
        (chrome.contextMenus.onClicked as unknown as Sent).dispatch(
          { menuItemId: 'check', selectionText: text, editable: false, pageUrl: '' },
          undefined,
        ),
      selectionText,
    );
  const opened = context.waitForEvent('page');
  await choose(CLAIM);
  const answer = await opened;
  await expect(answer.getByRole('heading', { name: 'Selected text' })).toBeVisible();
  await expect(answer.locator('.answer').getByRole('listitem').first()).toContainText('opioid withdrawal');
  expect(answer.url()).not.toContain('ratom');
  expect(await barriers(answer)).toEqual([]);
  await fits(answer);
  await choose('Kava calms.');
  await expect(answer.getByRole('blockquote')).toHaveText('Kava calms.');
  expect(context.pages().filter((one) => one.url().includes('check.html'))).toHaveLength(1);
});

test('opens the entry of the library that the address bar named', async ({ background }) => {
  await background.evaluate(() =>
    (chrome.omnibox.onInputEntered as unknown as Sent).dispatch('kratum slep', 'newForegroundTab'),
  );
  const addresses = () =>
    background.evaluate(async () =>
      (await chrome.tabs.query({})).map(({ url, pendingUrl }) => pendingUrl || url),
    );
  await expect.poll(addresses).toContainEqual(expect.stringMatching(/library\.html#\/kratom\/sleep$/));
});

test('switches the site by its command and by the menu', async ({ page, site, background }) => {
  await page.goto(site.html(PAGE));
  await expect.poll(() => markCount(page)).toBe(1);
  await background.evaluate(() =>
    (chrome.commands.onCommand as unknown as Sent).dispatch('switch-site', undefined),
  );
  await expect.poll(() => markCount(page)).toBe(0);
  await background.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    (chrome.contextMenus.onClicked as unknown as Sent).dispatch({ menuItemId: 'site' }, tab);
  });
  await expect.poll(() => markCount(page)).toBe(1);
});

test('tells of an update for a week in the popup, and opens nothing', async ({
  page,
  context,
  site,
  openPopup,
  background,
}) => {
  const before = context.pages().length;
  await background.evaluate(() =>
    (chrome.runtime.onInstalled as unknown as Sent).dispatch({ reason: 'update', previousVersion: '0.0.9' }),
  );
  await page.goto(site.html(PAGE));
  const popup = await openPopup(page);
  await popup.getByText('New in version').click();
  await popup.getByRole('button', { name: 'Got it' }).click();
  await expect(popup.getByText('New in version')).toHaveCount(0);
  expect(context.pages()).toHaveLength(before + 1);
  await background.evaluate(() =>
    chrome.storage.local.set({
      life: {
        version: 1,
        value: { greeted: true, update: { version: '0.1.0', at: Date.now() - 8 * 86_400_000, seen: false } },
      },
    }),
  );
  await popup.reload();
  await expect(popup.getByRole('switch')).toBeVisible();
  await expect(popup.getByText('New in version')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`first page, ${colorScheme}`, () => {
    test.use({ greeted: false, colorScheme });
    test('greets once with a sample that works', async ({ context, background, extensionId }) => {
      const isGreeting = (one: Page) => one.url().endsWith('/welcome.html');
      await expect.poll(() => context.pages().filter(isGreeting).length).toBe(1);
      const welcome = context.pages().find(isGreeting) as Page;
      await welcome.getByText(CLAIM).hover();
      await expect(welcome.getByRole('dialog')).toContainText('Kratom · opioid withdrawal');
      expect(await barriers(welcome)).toEqual([]);
      await welcome.getByRole('button', { name: 'Close' }).click();
      await expect(welcome.getByRole('button', { name: 'Open the card' })).toBeFocused();
      await welcome.getByLabel('Cards show its help lines').selectOption('GB');
      await expect
        .poll(() => background.evaluate(() => chrome.storage.local.get('place')))
        .toMatchObject({ place: { value: { region: 'GB' } } });
      await fits(welcome);
      await background.evaluate(() =>
        (chrome.runtime.onInstalled as unknown as Sent).dispatch({ reason: 'install' }),
      );
      await welcome.goto(`chrome-extension://${extensionId}/options.html`);
      expect(context.pages().filter(isGreeting)).toHaveLength(0);
    });
  });

test.describe('in Spanish', () => {
  test.use({ locale: 'es-MX', browserArgs: ['--lang=es'] });
  test('speaks Spanish on page and popup, and says that the evidence is in English', async ({
    page,
    site,
    openPopup,
    extensionId,
  }) => {
    await page.goto(site.html(PAGE));
    await expect.poll(() => markCount(page)).toBe(1);
    const popup = await openPopup(page);
    await expect(popup.getByText('Activado en 127.0.0.1', { exact: true })).toBeVisible();
    await expect(popup.getByText('1 frase marcada sobre 1 sustancia')).toBeVisible();
    await fits(popup);
    await page.bringToFront();
    const rect = await page.locator('#one').boundingBox();
    await page.mouse.click((rect?.x ?? 0) + 60, (rect?.y ?? 0) + 8);
    await expect(page.getByRole('dialog')).toContainText('Las pruebas científicas están en inglés.');
    for (const name of ['popup', 'options', 'welcome', 'check', 'library']) {
      await page.goto(`chrome-extension://${extensionId}/${name}.html`);
      await expect(page.locator('html'), name).toHaveAttribute('lang', /^es/);
    }
  });
});
