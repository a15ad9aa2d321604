/** The options page: each choice by clicks and keys, acting at once; a file out and in; nothing lost. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page, Worker } from '@playwright/test';
import { expect, test } from './extension.ts';
import { markCount } from './marks.ts';

test.describe.configure({ timeout: 60_000 });

declare const chrome: typeof import('wxt/browser').browser;

const PAGE =
  '<h1>Getting through withdrawal</h1><p id="one">Kratom helps with opioid withdrawal symptoms.</p>';

const kept = (background: Worker) => background.evaluate(() => chrome.storage.local.get(null));
const openOptions = async (page: Page, extensionId: string) => {
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await expect(page.getByRole('heading', { name: 'Leafcheck options' })).toBeVisible();
};

test('keeps a list of sites: adds, finds, switches, removes, and takes the whole as text', async ({
  page,
  extensionId,
  background,
}) => {
  await openOptions(page, extensionId);
  const add = page.getByRole('textbox', { name: 'Site', exact: true });
  for (const written of ['https://Example.org/forum/?a=1', '*.example.net', 'bücher.example']) {
    await add.fill(written);
    await add.press('Enter');
    await expect(add).toHaveValue('');
  }
  const rows = page.getByRole('region', { name: 'Sites' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('*.example.net');
  await add.fill('two words');
  await add.press('Enter');
  await expect(page.getByRole('alert')).toContainText('This names no site.');
  await expect(add).toHaveValue('two words');
  await page.getByLabel('Find a site in the list').fill('forum');
  await expect(rows).toHaveCount(1);
  await page.getByLabel('Leafcheck on example.org/forum').selectOption('on');
  await page.getByLabel('Find a site in the list').fill('');
  await page.getByRole('button', { name: 'Remove the rule for *.example.net' }).click();
  await expect(rows).toHaveCount(2);
  await page.getByText('Edit the whole list as text').click();
  const text = page.getByLabel('One site a line');
  await expect(text).toHaveValue('example.org/forum on\nxn--bcher-kva.example off');
  await text.fill('a.org on\nwhat is this');
  await page.getByRole('button', { name: 'Save the list' }).click();
  await expect(page.getByRole('alert').last()).toContainText('what is this');
  await expect(rows.filter({ hasText: 'example.org/forum' })).toBeVisible();
  await text.fill('a.org on\nb.org');
  await page.getByRole('button', { name: 'Save the list' }).click();
  await expect(rows).toHaveCount(2);
  expect(await kept(background)).toMatchObject({
    sites: { version: 2, value: { otherwise: 'on', hosts: { 'a.org': 'on', 'b.org': 'off' } } },
  });
});

test('acts in an open page: mode, muted topic, substance and verdict, and a dismissal undone', async ({
  page,
  context,
  site,
  extensionId,
}) => {
  await page.goto(site.html(PAGE));
  await expect.poll(() => markCount(page)).toBe(1);
  const options = await context.newPage();
  await openOptions(options, extensionId);
  const off = async (act: () => Promise<unknown>, undo: () => Promise<unknown>) => {
    await act();
    await expect.poll(() => markCount(page)).toBe(0);
    await undo();
    await expect.poll(() => markCount(page)).toBe(1);
  };
  const topic = options.getByLabel('opioid withdrawal', { exact: true });
  await page.bringToFront();
  await off(
    () => topic.uncheck(),
    () => topic.check(),
  );
  const verdict = options.getByLabel('Not tested in people');
  await off(
    () => verdict.uncheck(),
    () => verdict.check(),
  );
  await off(
    () => options.getByLabel('Stop marking claims on').selectOption('Kratom'),
    () => options.getByRole('button', { name: 'Mark claims on Kratom again' }).click(),
  );
  await off(
    () => options.getByLabel('off everywhere, except').check(),
    () => options.getByLabel('on everywhere, except').check(),
  );
  const rect = await page.locator('#one').boundingBox();
  await page.mouse.click((rect?.x ?? 0) + 60, (rect?.y ?? 0) + 8);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'Hide this mark' }).click();
  await expect.poll(() => markCount(page)).toBe(0);
  const row = options.getByRole('listitem').filter({ hasText: 'hidden on 127.0.0.1' });
  await expect(row).toContainText('Kratom · opioid withdrawal');
  await row.getByRole('button').click();
  await expect.poll(() => markCount(page)).toBe(1);
});

test('puts the help line of the chosen country on the card', async ({ page, context, site, extensionId }) => {
  const options = await context.newPage();
  await openOptions(options, extensionId);
  await options.getByLabel('Laws and help lines of').selectOption('NZ');
  await page.bringToFront();
  await page.goto(site.html(PAGE));
  await expect.poll(() => markCount(page)).toBe(1);
  const rect = await page.locator('#one').boundingBox();
  await page.mouse.click((rect?.x ?? 0) + 60, (rect?.y ?? 0) + 8);
  const first = page.getByRole('dialog').locator('.help > p');
  const words = (await first.textContent()) ?? '';
  await options.getByLabel('Laws and help lines of').selectOption('');
  // The page hears of the choice by itself, a moment later; a card that opens from then on follows it.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await page.mouse.click((rect?.x ?? 0) + 60, (rect?.y ?? 0) + 8);
    await expect(first).not.toHaveText(words, { timeout: 1000 });
  }).toPass();
});

test('writes a file, takes it back, refuses a bad or newer one with the reason, and resets after asking', async ({
  page,
  extensionId,
  background,
}) => {
  await openOptions(page, extensionId);
  await page.getByLabel('Line only').check();
  const spoken = page.getByLabel('Say how many claims a page has');
  await spoken.check();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save all settings as a file' }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(JSON.parse(file).settings.appearance.value.marks).toBe('line');
  const input = page.locator('input[type=file]');
  const give = (text: string) =>
    input.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByLabel('Tint only').check();
  await spoken.uncheck();
  const keep = page.getByRole('region', { name: 'Keep and move' });
  await give('{');
  await expect(keep).toContainText('it is not a file of settings');
  await give(file.replace('"version": 1', '"version": 7'));
  await expect(keep).toContainText('a newer version of Leafcheck made it');
  await give(file.replace('"theme": "system"', '"theme": "pink"'));
  await expect(keep).toContainText('one part of it is damaged: Appearance');
  await expect(page.getByLabel('Tint only')).toBeChecked();
  await give(file);
  await expect(keep).toContainText('The settings are read from the file.');
  await expect(page.getByLabel('Line only')).toBeChecked();
  await expect(spoken).toBeChecked();
  await page.getByRole('button', { name: 'Put everything back' }).click();
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await expect(page.getByLabel('Line only')).toBeChecked();
  await page.getByRole('button', { name: 'Put everything back' }).click();
  await page.getByRole('button', { name: 'Yes, forget them' }).click();
  await expect(page.getByLabel('Line and tint')).toBeChecked();
  await expect(spoken).not.toBeChecked();
  expect(Object.keys(await kept(background))).toEqual(['life']);
});

test('shares settings through the browser’s sync, where the account’s own win', async ({
  page,
  extensionId,
  background,
}) => {
  const synced = () => background.evaluate(() => chrome.storage.sync.get(null));
  await background.evaluate(() =>
    chrome.storage.sync.set({
      badge: { version: 1, value: { count: false } },
      cards: { version: 9, value: 1 },
    }),
  );
  await openOptions(page, extensionId);
  await page.getByLabel('Tint only').check();
  expect(await synced()).not.toHaveProperty('appearance');
  await page.getByLabel('Use the same settings in my other browsers').check();
  await expect(page.getByLabel('Show the number of claims')).not.toBeChecked();
  await expect.poll(synced).toMatchObject({ appearance: { value: { marks: 'tint' } } });
  await page.getByLabel('Line only').check();
  await expect.poll(synced).toMatchObject({ appearance: { value: { marks: 'line' } } });
  await background.evaluate(() =>
    chrome.storage.sync.set({
      appearance: { version: 1, value: { theme: 'dark', marks: 'both', textSize: 'large' } },
    }),
  );
  await expect(page.getByLabel('Large', { exact: true })).toBeChecked();
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test('has no barrier that axe finds, and fits 320 px', async ({ page, extensionId, background }) => {
      await background.evaluate(() =>
        chrome.storage.local.set({
          sites: {
            version: 2,
            value: { otherwise: 'on', hosts: { 'example.org/a-rather-long-path-of-it': 'off' } },
          },
          muted: { version: 1, value: { substances: ['kava'], topics: [], verdicts: [] } },
          place: 'torn',
        }),
      );
      await page.setViewportSize({ width: 320, height: 640 });
      await openOptions(page, extensionId);
      await page.getByText('Edit the whole list as text').click();
      await page.getByRole('button', { name: 'Put everything back' }).click();
      expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  });
