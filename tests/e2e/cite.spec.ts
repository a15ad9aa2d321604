/** Citations, the card as text and a report of an error, by real clicks, from a card on a page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { settledReport } from '../../scripts/page-report.mjs';
import { expect, extensionFolder, test } from './extension.ts';

// Each test copies or saves several times; a machine at work on other things takes a while for that.
test.describe.configure({ timeout: 120_000 });

const CLAIM = 'Kratom helps with opioid withdrawal symptoms.';
const PAGE = `<main><h1>Getting through withdrawal</h1><p id="words">${CLAIM}</p>
<p id="other">The weather was fine.</p><textarea id="paste"></textarea></main>`;

/** Opens the card by a click and its row of citations. */
async function openRow(page: Page) {
  const { x, y } = await page.locator('#words').evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, top, height } = range.getClientRects()[0] as DOMRect;
    return { x: left + 60, y: top + height / 2 };
  });
  await page.mouse.click(x, y);
  const card = page.getByRole('dialog');
  await card.getByText('Cite and share', { exact: true }).click();
  return card;
}

/** What is on the clipboard, pasted into a field of the page as a person would. */
async function pasted(page: Page) {
  await page.keyboard.press('Escape');
  await page.locator('#paste').fill('');
  await page.locator('#paste').focus();
  await page.keyboard.press('ControlOrMeta+V');
  return page.locator('#paste').inputValue();
}

for (const host of ['127.0.0.1', 'page.test'])
  test(`copies on http://${host}`, async ({ page, site, background }) => {
    await page.goto(site.html(PAGE, { host }));
    await settledReport(background);
    // A name is no secure context: its pages have no clipboard to write to.
    expect(await page.evaluate(() => isSecureContext)).toBe(host === '127.0.0.1');

    for (const [form, begins] of [
      ['Vancouver', /^1\. \S.*\n2\. /],
      ['BibTeX', /^@\w+\{[\w-]+,\n/],
      ['RIS', /^TY {2}- \w+\n/],
      ['CSL-JSON', /^\[\n {2}\{/],
    ] as const) {
      const card = await openRow(page);
      await card.getByLabel('Citations as').selectOption(form);
      await card.getByRole('button', { name: 'Copy citations' }).click();
      await expect(card.getByText('Copied', { exact: true })).toBeVisible();
      const text = await pasted(page);
      expect(text).toMatch(begins);
      if (form === 'CSL-JSON') expect(JSON.parse(text).length).toBeGreaterThan(3);
    }

    const card = await openRow(page);
    await card.getByRole('button', { name: 'Copy card as text' }).click();
    await expect(card.getByText('Copied', { exact: true })).toBeVisible();
    expect(await pasted(page)).toMatch(/^Kratom · opioid withdrawal\nNot properly tested\n/);

    const again = await openRow(page);
    await again.getByRole('button', { name: 'Report an error' }).click();
    const report = again.getByRole('textbox', { name: 'Your report' });
    await expect(report).toHaveValue(/Entry: kratom\/opioid-withdrawal\n/);
    await expect(report).not.toHaveValue(/helps with/);
    await report.press('ControlOrMeta+End');
    await report.pressSequentially(' A trial of 2026.');
    await again.getByRole('button', { name: 'Copy report' }).click();
    await expect(again.getByText('Copied', { exact: true })).toBeVisible();
    expect(await pasted(page)).toMatch(/the source that shows it: A trial of 2026\.$/);
  });

test('leaves focus and selection of the page where they were', async ({ page, site, background }) => {
  await page.goto(site.html(PAGE, { host: 'page.test' }));
  await settledReport(background);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const card = await openRow(page);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#other') as Element));
  const events = await page.evaluateHandle(() => {
    const heard: string[] = [];
    for (const type of ['copy', 'keydown']) document.addEventListener(type, () => heard.push(type));
    return heard;
  });
  const button = card.getByRole('button', { name: 'Copy card as text' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(card.getByText('Copied', { exact: true })).toBeVisible();
  await expect(button).toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toBe('The weather was fine.');
  expect(await events.jsonValue()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});

test('stays while someone writes in it, wherever the pointer goes', async ({ page, site, background }) => {
  await page.goto(site.html(PAGE));
  await settledReport(background);
  const { x, y } = await page.locator('#words').evaluate((element) => {
    const { left, top, height } = element.getBoundingClientRect();
    return { x: left + 60, y: top + height / 2 };
  });
  await page.mouse.move(x - 5, y);
  await page.mouse.move(x, y);
  const card = page.getByRole('dialog');
  await card.getByText('Cite and share', { exact: true }).click();
  await card.getByRole('button', { name: 'Report an error' }).click();
  await card.getByRole('textbox').focus();
  await page.mouse.move(1200, 780, { steps: 4 });
  await card.getByRole('textbox').pressSequentially('abc');
  await card.getByText('Cite and share', { exact: true }).focus();
  // With no field in use, the same pointer closes it.
  await page.mouse.move(1190, 770, { steps: 4 });
  await expect(card).toBeHidden();
});

test('saves a file, also where the policy of the page allows it nothing', async ({
  page,
  site,
  background,
}) => {
  await page.goto(site.html(PAGE, { headers: { 'content-security-policy': "default-src 'none'" } }));
  await settledReport(background);
  const card = await openRow(page);
  await card.getByLabel('Citations as').selectOption('BibTeX');
  const download = page.waitForEvent('download');
  await card.getByRole('button', { name: 'Save as file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('leafcheck-kratom-opioid-withdrawal.bib');
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/^@\w+\{[\w-]+,\n/);
  await expect(card.getByText(/^To your downloads: leafcheck-kratom/)).toBeVisible();
});

test('cites from the popup', async ({ page, site, openPopup }) => {
  await page.goto(site.html(PAGE));
  const popup = await openPopup(page);
  await popup.getByRole('searchbox').fill('kratom sleep');
  await popup.getByRole('listitem').getByRole('button').first().click();
  await popup.getByText('Cite and share', { exact: true }).click();
  await popup.getByLabel('Citations as').selectOption('RIS');
  const download = popup.waitForEvent('download');
  await popup.getByRole('button', { name: 'Save as file' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toMatch(/^TY {2}- /);
});

test('leaves the citations to the background', () => {
  const content = readFileSync(join(extensionFolder, 'content-scripts/content.js'), 'utf8');
  expect(readFileSync(join(extensionFolder, 'background.js'), 'utf8')).toContain('TY  - JOUR');
  for (const sign of ['TY  - ', '@article', '10.1016/', 'citeproc']) expect(content).not.toContain(sign);
});
