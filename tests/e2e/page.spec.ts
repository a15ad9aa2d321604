/** What a reader meets on a page: marks, cards, and a page that is left as it was. */
import type { Page } from '@playwright/test';
import { createDetector } from '../../lib/claims/detect.ts';
import { claimTables } from '../../scripts/build/claim-tables.ts';
import { readData } from '../../scripts/build/read-data.ts';
import { pageOf, readCorpus } from '../../scripts/corpus.ts';
import { corpusHtml } from '../../scripts/gallery/gallery.mjs';
import { expect, test } from './extension.ts';
import { middleOf, reportOf } from './marks.ts';
import { tell } from './overlay.ts';

declare const chrome: typeof import('wxt/browser').browser;

const CLAIM = 'Kratom helps with opioid withdrawal symptoms.';
const OTHER = 'Kava is a natural way to ease anxiety during alcohol withdrawal.';
const PAGE = `<main><h1>Getting through withdrawal</h1><p id="one">${CLAIM} The tree grows in Asia.</p>
<p id="two">${OTHER}</p><p id="none">The weather was fine.</p></main>`;
const root = new URL('../../', import.meta.url).pathname;

const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
const dialog = (page: Page) => page.getByRole('dialog');

test('marks the sentences of the article that scan reports', async ({ page, site, background }) => {
  const [seed] = readCorpus(`${root}tests/corpus/seed.jsonl`);
  if (!seed) throw new Error('the seed corpus is empty');
  const tables = claimTables(root, readData(root));
  const text = pageOf(seed);
  const expected = createDetector(tables)
    .detect(text)
    .map(({ block, start, end }) => text.blocks[block]?.text.slice(start, end) ?? '');
  // Alone, without the links between the demos: what stands around a sentence is weighed.
  const head = `<meta charset="utf-8"><title>${seed.title}</title>`;
  await page.goto(
    site.html(`<!doctype html><html lang="en"><head>${head}</head><body>${corpusHtml(seed)}</body></html>`),
  );
  const { claims } = await reportOf(background);
  expect(new Set(claims.map(({ sentence }) => sentence))).toEqual(new Set(expected));
});

test('paints the very words of a claim', async ({ page, site, background }) => {
  await page.goto(site.html(PAGE));
  const report = await reportOf(background);
  expect(report.claims.map(({ sentence }) => sentence)).toEqual([CLAIM, OTHER]);
  const painted = await page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      }),
    ),
  );
  expect(painted.sort()).toEqual([CLAIM, OTHER].sort());
});

test('opens the card of the claim that the pointer rests on, and closes it when it leaves', async ({
  page,
  site,
  background,
}) => {
  await page.goto(site.html(PAGE));
  await reportOf(background);
  const { x, y } = await middleOf(page, '#one');
  await page.mouse.move(x - 5, y);
  await page.mouse.move(x, y);
  await expect(dialog(page)).toContainText('Kratom');
  await expect(dialog(page)).toContainText('opioid withdrawal');
  await page.mouse.move(1200, 780, { steps: 4 });
  await expect(dialog(page)).toBeHidden();
});

test('opens nothing where the pointer only passes', async ({ page, site, background }) => {
  await page.goto(site.html(PAGE));
  await reportOf(background);
  const { x, y } = await middleOf(page, '#one');
  await page.mouse.move(x, y);
  await page.mouse.move(x + 500, y + 300, { steps: 3 });
  // A card would open within the rest; the one for the other claim shows that this time has passed.
  const two = await middleOf(page, '#two');
  await page.mouse.move(two.x, two.y);
  await expect(dialog(page)).toContainText('Kava');
  await expect(dialog(page)).toHaveCount(1);
});

test('opens by click, shows what does work, closes by Escape, by button and by a click elsewhere', async ({
  page,
  site,
  background,
}) => {
  await page.goto(site.html(PAGE));
  await reportOf(background);
  const before = await html(page);
  const { x, y } = await middleOf(page, '#one');
  await page.mouse.click(x, y);
  await expect(dialog(page)).toContainText('What does work');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.mouse.click(x, y);
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(dialog(page)).toBeHidden();
  await page.mouse.click(x, y);
  await expect(dialog(page)).toBeVisible();
  await page.mouse.click(1200, 700);
  await expect(dialog(page)).toBeHidden();
  expect(await html(page)).toBe(before);
});

test('goes from claim to claim by key, takes the focus and gives it back', async ({
  page,
  site,
  background,
}) => {
  await page.goto(site.html(`<button id="before">Before</button>${PAGE}`));
  await reportOf(background);
  await page.locator('#before').focus();
  expect(await tell(background, 'stepClaim', { direction: 'next' })).toBe(true);
  await expect(dialog(page)).toContainText('Kratom');
  await expect(dialog(page).getByRole('heading')).toBeFocused();
  await tell(background, 'stepClaim', { direction: 'next' });
  await expect(dialog(page)).toContainText('Kava');
  await tell(background, 'stepClaim', { direction: 'previous' });
  await expect(dialog(page)).toContainText('Kratom');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator('#before')).toBeFocused();
});

test('leaves a click on a link to the page', async ({ page, site, background }) => {
  await page.goto(site.html(`<h1>Withdrawal</h1><p id="one"><a href="#there">${CLAIM}</a></p>`));
  await reportOf(background);
  const { x, y } = await middleOf(page, '#one');
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/#there$/);
});

test('leaves the page as it was, with and without claims', async ({ page, site, background }) => {
  for (const body of [PAGE, '<p>Only a page about bread and butter.</p>']) {
    const address = site.html(body);
    await page.goto(address);
    await reportOf(background);
    const served = await page.evaluate(
      async (url) =>
        new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html').documentElement
          .outerHTML,
      address,
    );
    expect(await html(page)).toBe(served);
  }
});

test('works under a policy that allows the page nothing', async ({ page, site, background }) => {
  await page.goto(site.html(PAGE, { headers: { 'content-security-policy': "default-src 'none'" } }));
  expect((await reportOf(background)).claims).toHaveLength(2);
  const { x, y } = await middleOf(page, '#one');
  await page.mouse.click(x, y);
  await expect(dialog(page)).toContainText('Kratom');
});

test('reads text that comes later, and lets go of text that leaves', async ({ page, site, background }) => {
  await page.goto(site.html('<h1>Withdrawal</h1><div id="feed"><p>Nothing yet.</p></div>'));
  expect((await reportOf(background)).claims).toEqual([]);
  await page.evaluate((text) => {
    const p = document.createElement('p');
    p.textContent = text;
    document.querySelector('#feed')?.append(p);
  }, CLAIM);
  await expect.poll(async () => (await reportOf(background)).claims.length).toBe(1);
  await page.evaluate(() => document.querySelector('#feed')?.replaceChildren());
  await expect.poll(async () => (await reportOf(background)).claims.length).toBe(0);
});

test('skips editors, code and hidden text, and reads open shadow roots', async ({
  page,
  site,
  background,
}) => {
  await page.goto(
    site.html(`<h1>Withdrawal</h1><div contenteditable>${CLAIM}</div><textarea>${CLAIM}</textarea>
      <pre><code>${CLAIM}</code></pre><p hidden>${CLAIM}</p><p style="display:none">${CLAIM}</p>
      <details><summary>More</summary><p>${CLAIM}</p></details>
      <div id="host"><template shadowrootmode="open"><p>${OTHER}</p></template></div>`),
  );
  expect((await reportOf(background)).claims.map(({ sentence }) => sentence)).toEqual([OTHER]);
  await page.locator('summary').click();
  await expect.poll(async () => (await reportOf(background)).claims.length).toBe(2);
});

test('counts the claims of the tab on the icon', async ({ page, site, background }) => {
  await page.goto(site.html(PAGE));
  await reportOf(background);
  await expect
    .poll(() =>
      background.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.action.getBadgeText({ tabId: tab?.id as number });
      }),
    )
    .toBe('2');
});
