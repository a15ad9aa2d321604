/** Pages that move, hide and fight back, in Firefox: what overlay-changes and overlay-layout ask of Chromium. */
import type { Browser, Page } from 'puppeteer-core';
import type { Message, ToPage } from '../../entrypoints/shared/messages.ts';
import { asPage, call, cardBox, expect, expectCard, openOwn, test } from './firefox.ts';
import { CLAIM, expectMarked, firstMarked, marked, OTHER, placeIn } from './overlay.ts';

declare const browser: typeof import('wxt/browser').browser;

test.setTimeout(300_000);

/** What popup and commands send to a page, sent from a page of the extension; whether any tab did it. */
async function sender(firefox: Browser) {
  const own = await openOwn(firefox, 'options.html', 'h1');
  return (message: Message<ToPage>) =>
    own.evaluate(async (sent) => {
      for (const { id } of await browser.tabs.query({})) {
        const answer = await browser.tabs.sendMessage(id as number, sent, { frameId: 0 }).catch(() => null);
        if (answer === true) return true;
      }
      return false;
    }, message as never);
}

/** The class of what has the focus in the card. */
const focusedIn = (page: Page) =>
  page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className ?? '');

const numberOf = (page: Page, name: string) =>
  page.evaluate((key) => (window as unknown as Record<string, number>)[key], name);

test('starts anew where a script moves to another article, and where the title changes', async ({
  foxPage: page,
  site,
}) => {
  await page.goto(site.url('overlay/app.html'));
  await call(page, 'go', '/kratom', 'Kratom', `<h1>Withdrawal</h1><p><span id="words">${CLAIM}</span></p>`);
  await expectMarked(asPage(page), [CLAIM]);
  const { x, y } = await placeIn(asPage(page));
  await page.mouse.click(x, y);
  await expect.poll(async () => (await cardBox(page))?.words ?? '').toContain('Kratom');
  await call(page, 'go', '/bread', 'Bread', '<h1>Bread</h1><p>It is baked in the morning.</p>');
  await expect.poll(() => cardBox(page)).toBeNull();
  await expectMarked(asPage(page), []);

  await page.goto(site.url('overlay/title-only.html'));
  await page.evaluate(() => {
    document.title = 'Kratom for opioid withdrawal: what it does';
  });
  await expect.poll(async () => (await marked(asPage(page))).length, { timeout: 40_000 }).toBeGreaterThan(0);
  await page.evaluate(() => {
    document.title = 'Notes';
  });
  await expectMarked(asPage(page), []);
});

test('marks what is hidden once it is shown, and nothing that is written', async ({
  foxPage: page,
  site,
}) => {
  await page.goto(site.url('overlay/shown-later.html'));
  const steps: readonly [selector: string, name: string, value: string | null, count: number][] = [
    ['#hidden', 'hidden', null, 1],
    ['#none', 'style', null, 2],
    ['#aria', 'aria-hidden', null, 3],
    ['details', 'open', '', 4],
    ['#hidden', 'hidden', '', 3],
  ];
  for (const [selector, name, value, count] of steps) {
    await page.evaluate(
      (which, attribute, to) => {
        const element = document.querySelector(which);
        if (to === null) element?.removeAttribute(attribute);
        else element?.setAttribute(attribute, to);
      },
      selector,
      name,
      value,
    );
    await expectMarked(asPage(page), Array(count).fill(CLAIM));
  }
  await page.goto(site.url('overlay/editors.html'));
  await expectMarked(asPage(page), [CLAIM]);
  await page.evaluate(() => {
    document.designMode = 'on';
  });
  await page.mouse.click(300, 300);
  await expectMarked(asPage(page), []);
});

test('opens the card in a modal dialog and over an element in full screen', async ({
  foxPage: page,
  site,
}) => {
  await page.goto(site.url('overlay/dialog.html'));
  await page.evaluate(() => document.querySelector('dialog')?.showModal());
  await expectMarked(asPage(page), [CLAIM]);
  await expectCard(page);
  await page.goto(site.url('overlay/full-screen.html'));
  await expectMarked(asPage(page), [CLAIM]);
  await page.evaluate(() =>
    document.addEventListener('keydown', () => document.querySelector('#article')?.requestFullscreen(), {
      once: true,
    }),
  );
  await page.keyboard.press('a');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id)).toBe('article');
  // Escape is the browser's there.
  await expectCard(page, () => page.mouse.click(5, 5));
  expect(await page.evaluate(() => document.fullscreenElement?.id)).toBe('article');
});

test('shows several claims of one sentence as one mark and one card with parts', async ({
  foxPage: page,
  site,
}) => {
  await page.goto(site.url('overlay/parts.html'));
  await expectMarked(asPage(page), ['Kratom and kava ease opioid withdrawal and anxiety.']);
  const { x, y } = await placeIn(asPage(page));
  await page.mouse.click(x, y);
  const tabs = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll(':popover-open')].at(-1)?.shadowRoot?.querySelectorAll('[role=tab]')
          .length ?? 0,
    );
  await expect.poll(tabs).toBeGreaterThan(1);
});

test('bears with pages that fight back', async ({ foxPage: page, firefox, site }) => {
  await test.step('a registry and sheets that are emptied', async () => {
    await page.goto(site.url('overlay/wipes.html'));
    await expectMarked(asPage(page), [CLAIM]);
    await call(page, 'wipe');
    await expectMarked(asPage(page), []);
    const { x, y } = await placeIn(asPage(page));
    await page.mouse.move(x, y);
    await expectMarked(asPage(page), [CLAIM]);
  });
  await test.step('a root that keeps nothing of ours', async () => {
    await page.goto(site.url('overlay/strips.html'));
    await expectMarked(asPage(page), [CLAIM]);
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    const { x, y } = await placeIn(asPage(page));
    await page.mouse.click(x, y);
    await expect.poll(() => numberOf(page, 'taken')).toBe(1);
    await expect.poll(() => cardBox(page)).toBeNull();
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html);
    expect(await marked(asPage(page))).toEqual([CLAIM]);
  });
  await test.step('text that is drawn anew each second', async () => {
    await page.goto(site.url('overlay/replaces.html'));
    for (let round = 0; round < 3; round += 1) {
      const before = await numberOf(page, 'drawn');
      await expect.poll(() => numberOf(page, 'drawn')).toBeGreaterThan(before ?? 0);
      await expectMarked(asPage(page), [CLAIM]);
    }
  });
  await test.step('keys that are stopped and a focus that is trapped', async () => {
    await page.goto(site.url('overlay/keys.html'));
    await expectMarked(asPage(page), [CLAIM]);
    const send = await sender(firefox);
    await page.bringToFront();
    expect(await send({ name: 'stepClaim', params: { direction: 'next' } })).toBe(true);
    await expect.poll(async () => (await cardBox(page))?.words ?? '').toContain('Kratom');
    await expect.poll(() => focusedIn(page)).toContain('headline');
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    expect(await send({ name: 'closeCard', params: {} })).toBe(true);
    await expect.poll(() => cardBox(page)).toBeNull();
  });
});

test('follows a page that the browser translates, and back', async ({ foxPage: page, site }) => {
  await page.goto(site.url('overlay/translated.html'));
  await expectMarked(asPage(page), [CLAIM]);
  await call(page, 'translate');
  await expectMarked(asPage(page), []);
  await call(page, 'restore');
  await expectMarked(asPage(page), [CLAIM]);
  await expectCard(page);
});

test('marks first what is in the window of a long page', async ({ foxPage: page, site }) => {
  await page.goto(site.url('overlay/long.html#middle'));
  const { first, inWindow } = await firstMarked(asPage(page));
  expect(inWindow, 'claims in the window').toBeGreaterThan(4);
  expect(first, 'claims marked first').toBeLessThan(40);
  await expect.poll(async () => (await marked(asPage(page))).length, { timeout: 40_000 }).toBe(300);
  await page.evaluate(() => document.querySelector('#middle')?.setAttribute('id', 'words'));
  await expectCard(page);
});

test('reads the roots of custom elements and of other places', async ({ foxPage: page, site }) => {
  await page.goto(site.url('overlay/shadow-custom.html'));
  await expectMarked(asPage(page), [CLAIM]);
  await page.goto(site.url('overlay/shadow-places.html'));
  await expectMarked(asPage(page), [OTHER]);
  await page.goto(site.url('overlay/shadow-closed.html'));
  await page.evaluate(
    (text) => document.body.append(Object.assign(document.createElement('p'), { textContent: text })),
    OTHER,
  );
  await expectMarked(asPage(page), [OTHER]);
});

test('keeps the card within a window of 256 × 160', async ({ foxPage: page, site }) => {
  await page.setViewport({ width: 256, height: 160 });
  await page.goto(site.url('overlay/rtl.html'));
  await expectMarked(asPage(page), [CLAIM]);
  await page.evaluate(() => document.querySelector('#words')?.scrollIntoView({ block: 'start' }));
  await expectCard(page);
});

test('opens a sheet by a tap and closes it by a tap elsewhere', async ({ foxPage: page, site }) => {
  await page.setViewport({ width: 360, height: 640, hasTouch: true });
  await page.goto(site.url('overlay/rtl.html'));
  await expectMarked(asPage(page), [CLAIM]);
  const { x, y } = await placeIn(asPage(page));
  await page.touchscreen.tap(x, y);
  await expect.poll(() => cardBox(page)).toMatchObject({ left: 0, right: 360, bottom: 640 });
  await page.touchscreen.tap(300, 20);
  await expect.poll(() => cardBox(page)).toBeNull();
});

test('leaves a selection and what is copied of it as they are', async ({ foxPage: page, site }) => {
  await page.goto(site.url('overlay/dark.html'));
  await expectMarked(asPage(page), [CLAIM]);
  const selected = () => page.evaluate(() => getSelection()?.toString() ?? '');
  const copied = await page.evaluate(() => {
    const words = document.querySelector('#words') as Element;
    getSelection()?.selectAllChildren(words);
    return new Promise<string>((resolve) => {
      document.addEventListener('copy', () => resolve(getSelection()?.toString() ?? ''), { once: true });
      document.execCommand('copy');
    });
  });
  expect(copied).toBe(CLAIM);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  // A selection that is being made opens no card.
  const { x, y } = await placeIn(asPage(page));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y);
  await page.mouse.up();
  expect(await selected()).not.toBe('');
  expect(await cardBox(page)).toBeNull();
  expect(await marked(asPage(page))).toEqual([CLAIM]);
});

test('opens, steps and closes by command, with the focus there and back', async ({
  foxPage: page,
  firefox,
  site,
}) => {
  await page.goto(site.url('overlay/feed.html'));
  await call(page, 'grow', [CLAIM, OTHER]);
  await expectMarked(asPage(page), [CLAIM, OTHER]);
  const send = await sender(firefox);
  await page.bringToFront();
  await page.evaluate(() => {
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
  });
  expect(await send({ name: 'enterCard', params: {} })).toBe(true);
  await expect.poll(() => focusedIn(page)).toContain('headline');
  await expect.poll(async () => (await cardBox(page))?.words ?? '').toContain('Kratom');
  expect(await send({ name: 'stepClaim', params: { direction: 'next' } })).toBe(true);
  await expect.poll(async () => (await cardBox(page))?.words ?? '').toContain('Kava');
  expect(await send({ name: 'closeCard', params: {} })).toBe(true);
  await expect.poll(() => cardBox(page)).toBeNull();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('button');
});
