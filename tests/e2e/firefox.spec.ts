/** The same pages in Firefox: marks where the words are, cards in the window, and pages left as they were. */
import type { Page } from 'puppeteer-core';
import {
  asPage,
  call,
  cardBox,
  expect,
  expectCard,
  inside,
  OTHER_HOST,
  openOwn,
  test,
  update,
} from './firefox.ts';
import { type Box, boxOf, CLAIM, expectMarked, marked, OTHER, paintedBox, placeIn } from './overlay.ts';

test.setTimeout(300_000);

test('paints marks where the words are, and opens a card that is seen whole', async ({
  foxPage: page,
  site,
}) => {
  for (const name of [
    'rtl',
    'vertical',
    'centred-root',
    'columns',
    'transformed',
    'scrolled',
    'sticky',
    'fixed-body',
    'zoomed',
    'small',
    'dark',
    'unset',
    'capital',
  ])
    await test.step(name, async () => {
      await page.goto(site.url(`overlay/${name}.html`));
      await expectMarked(asPage(page), [CLAIM]);
      await page.evaluate(() => document.querySelector('#words')?.scrollIntoView({ block: 'center' }));
      const painted = await paintedBox(asPage(page));
      expect(painted, name).not.toBeNull();
      expect(inside(painted as Box, await boxOf(asPage(page))), `${name}: ${JSON.stringify(painted)}`).toBe(
        true,
      );
      await expectCard(page);
    });
});

test('follows text that changes, and paints in shadow roots', async ({ foxPage: page, site }) => {
  await page.goto(site.url('overlay/feed.html'));
  await call(page, 'grow', [CLAIM, OTHER, CLAIM]);
  await expectMarked(asPage(page), [CLAIM, OTHER, CLAIM]);
  await call(page, 'shrink', 1);
  await expectMarked(asPage(page), [CLAIM]);
  await page.goto(site.url('overlay/hydration.html'));
  await expectMarked(asPage(page), [CLAIM]);
  await call(page, 'hydrate');
  await expectMarked(asPage(page), [CLAIM]);
  await page.goto(site.url('overlay/rewritten.html'));
  await call(
    page,
    'rewrite',
    `<!doctype html><title>Withdrawal</title><h1>Withdrawal</h1><p><span id="words">${CLAIM}</span></p>`,
  );
  await expectMarked(asPage(page), [CLAIM]);
  await expectCard(page);
  await page.goto(site.url('overlay/app.html'));
  await call(page, 'go', '/kava', 'Kava', `<h1>Kava</h1><p><span id="words">${OTHER}</span></p>`);
  await expectMarked(asPage(page), [OTHER]);
  await page.goto(site.url('overlay/shadow-app.html'));
  await call(page, 'fill');
  await expectMarked(asPage(page), [CLAIM]);
  const painted = await paintedBox(asPage(page));
  expect(inside(painted as Box, await boxOf(asPage(page)))).toBe(true);
  await expectCard(page);
  await page.goto(site.url('overlay/shadow-late.html'));
  await call(page, 'attach');
  await expect.poll(async () => (await marked(asPage(page))).length, { timeout: 40_000 }).toBe(2);
});

test('reads frames with an article and no others, plain text, and nothing that is written', async ({
  foxPage: page,
  site,
}) => {
  await page.goto(site.url('overlay/frames.html'));
  await expectMarked(asPage(page), [OTHER]);
  const frame = async (selector: string) => {
    const found = await (await page.$(selector))?.contentFrame();
    if (!found) throw new Error(`${selector} is no frame`);
    return asPage(found);
  };
  for (const id of ['#same', '#srcdoc', '#blank']) await expectMarked(await frame(id), [CLAIM]);
  for (const id of ['#ad', '#pixel']) expect(await marked(await frame(id)), id).toEqual([]);
  await page.goto(site.url('overlay/editors.html'));
  await expectMarked(asPage(page), [CLAIM]);
  await page.goto(site.url('overlay/document.txt'));
  await expect.poll(async () => (await marked(asPage(page))).length, { timeout: 40_000 }).toBe(2);
  for (const name of ['document.xhtml', 'document.svg', 'document.png']) {
    await page.goto(site.url(`overlay/${name}`));
    expect(await marked(asPage(page)), name).toEqual([]);
  }
});

test('does nothing while the tab is hidden', async ({ foxPage: page, firefox, site }) => {
  await page.goto(site.url('overlay/feed.html'));
  await call(page, 'grow', [CLAIM]);
  await expectMarked(asPage(page), [CLAIM]);
  const other = await firefox.newPage();
  await other.goto(site.url('overlay/dark.html'));
  await other.bringToFront();
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden');
  await call(page, 'grow', [OTHER]);
  // The tab in front is read meanwhile, so the one behind would have been.
  await expectMarked(asPage(other), [CLAIM]);
  expect(await marked(asPage(page))).toEqual([CLAIM]);
  await page.bringToFront();
  await expectMarked(asPage(page), [CLAIM, OTHER]);
});

/** Puts the article of another origin into a frame of the page. */
async function addFrame(page: Page, url: string) {
  await page.evaluate((src) => {
    document.body.append(
      Object.assign(document.createElement('iframe'), { id: 'cross', src, width: 600, height: 260 }),
    );
  }, url);
  const frame = await (await page.waitForSelector('#cross'))?.contentFrame();
  if (!frame) throw new Error('no frame');
  return frame;
}

/** Two frames and the panel are three pages at work, on a machine that others use. */
const LONG = { timeout: 40_000 };

test('lists the claims of a page and of a frame of another origin in the panel, live', async ({
  foxPage: page,
  firefox,
  site,
}) => {
  await page.goto(site.url('overlay/feed.html'));
  await call(page, 'grow', [CLAIM]);
  const frame = await addFrame(page, site.url('overlay/frame-article.html', OTHER_HOST));
  await expectMarked(asPage(page), [CLAIM]);
  await expectMarked(asPage(frame), [CLAIM]);
  const panel = await openOwn(firefox, 'sidepanel.html', 'h1');
  const rows = () =>
    panel.evaluate(() => [...document.querySelectorAll('.rows q')].map(({ textContent }) => textContent));
  await page.bringToFront();
  await expect.poll(rows, LONG).toEqual([CLAIM, CLAIM]);
  await call(page, 'grow', [OTHER]);
  await expect.poll(rows, LONG).toEqual([CLAIM, OTHER, CLAIM]);
  await panel.evaluate(() => document.querySelectorAll<HTMLElement>('.rows button')[1]?.click());
  await expect.poll(async () => (await cardBox(page))?.words ?? '', LONG).toContain('Kava');
  // One card at a time, in whichever frame.
  await panel.evaluate(() => document.querySelectorAll<HTMLElement>('.rows button')[2]?.click());
  await expect.poll(() => cardBox(page), LONG).toBeNull();
  await expect
    .poll(() => frame.evaluate(() => document.querySelectorAll(':popover-open').length), LONG)
    .toBe(1);
  await panel.close();
});

test('paints again in a shadow root whose sheets the page has replaced', async ({ foxPage: page, site }) => {
  await page.goto(site.url('overlay/shadow-app.html'));
  await call(page, 'fill');
  await expectMarked(asPage(page), [CLAIM]);
  await page.evaluate((text) => {
    const root = document.querySelector('page-app')?.shadowRoot as ShadowRoot;
    root.adoptedStyleSheets = [new CSSStyleSheet()];
    root.append(Object.assign(document.createElement('p'), { textContent: text }));
  }, OTHER);
  await expectMarked(asPage(page), [CLAIM, OTHER]);
  const painted = await paintedBox(asPage(page));
  expect(inside(await boxOf(asPage(page)), painted as Box)).toBe(true);
});

test('follows text that is written into the same nodes', async ({ foxPage: page, site }) => {
  await page.goto(site.url('overlay/recycled.html'));
  await call(page, 'show', ['It rained.', CLAIM]);
  await expectMarked(asPage(page), [CLAIM]);
  await call(page, 'show', [CLAIM, 'It snowed again.', OTHER]);
  await expectMarked(asPage(page), [CLAIM, OTHER]);
  await call(page, 'show', ['It snowed once more, for all of a long afternoon.', OTHER]);
  await expectMarked(asPage(page), [OTHER]);
});

test('goes on under a tab where it is updated', async ({ foxPage: page, firefox, site }) => {
  await page.goto(site.url('overlay/feed.html'));
  await call(page, 'grow', [CLAIM]);
  await expectMarked(asPage(page), [CLAIM]);
  await update(firefox);
  await page.bringToFront();
  await call(page, 'grow', [OTHER]);
  await expectMarked(asPage(page), [CLAIM, OTHER]);
  const { x, y } = await placeIn(asPage(page), '#post-1 p');
  await page.mouse.click(x, y);
  await expect.poll(async () => (await cardBox(page))?.words ?? '').toContain('Kratom');
  await page.keyboard.press('Escape');
  await expect.poll(() => cardBox(page)).toBeNull();
});

test('searches in the popup, and opens the card of what was found', async ({
  foxPage: page,
  firefox,
  site,
}) => {
  await page.goto(site.url('overlay/dark.html'));
  const popup = await openOwn(firefox, 'popup.html', 'input[type=search]');
  await popup.type('input[type=search]', 'kratom sleep');
  const first = () => popup.evaluate(() => document.querySelector('.row b')?.textContent ?? '');
  await expect.poll(first).toBe('Kratom and sleep');
  await popup.evaluate(() => document.querySelector<HTMLElement>('button.row')?.click());
  await expect
    .poll(() => popup.evaluate(() => document.querySelector('[role=dialog]')?.textContent ?? ''))
    .toContain('Kratom · sleep');
});
