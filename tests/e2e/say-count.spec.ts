/** The spoken count of claims, for readers who hear a page: off at first, once a page, never a second time. */
import type { Page } from '@playwright/test';
import { expect, test } from './extension.ts';
import { reportOf } from './marks.ts';
import { CLAIM, expectCard, expectMarked, OTHER, visit } from './overlay.ts';

test.setTimeout(120_000);

/** Where the region stands, and how it looks to those who see. */
const placeOf = (page: Page) =>
  page.getByRole('status').evaluate((region) => {
    const { host } = region.getRootNode() as ShadowRoot;
    const { width, height } = host.getBoundingClientRect();
    return { isTop: host.parentElement === document.documentElement, size: width * height };
  });

const call = (page: Page, name: string, ...given: readonly unknown[]) =>
  page.evaluate(
    ([method, args]) => (window as unknown as Record<string, (...all: unknown[]) => void>)[method]?.(...args),
    [name, given] as const,
  );

test('says once how many claims a page has, where that is wanted, and anew at another address', async ({
  page,
  context,
  site,
  extensionId,
}) => {
  await visit(page, site, 'app.html');
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  const choice = options.getByLabel('Say how many claims a page has');
  await expect(choice).not.toBeChecked();
  await page.bringToFront();
  await call(page, 'go', '/one', 'Kava', `<h1>Kava</h1><p>${OTHER}</p>`);
  await expectMarked(page, [OTHER]);
  const region = page.getByRole('status');
  await expect(region).toHaveCount(0);

  await choice.check();
  await expect(region).toHaveText('1 claim on this page');
  expect(await placeOf(page)).toEqual({ isTop: true, size: 1 });
  // All that the region says from here on.
  await region.evaluate((element) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver(() => heard.push(element.textContent ?? '')).observe(element, { childList: true });
  });

  await test.step('not again for what changes on the page', async () => {
    await page.evaluate((text) => {
      const p = Object.assign(document.createElement('p'), { textContent: text, id: 'words' });
      document.querySelector('h1')?.after(p);
    }, CLAIM);
    await expectMarked(page, [CLAIM, OTHER]);
    await expectCard(page);
  });

  await test.step('anew at another address', async () => {
    await call(page, 'go', '/three', 'Withdrawal', `<h1>Withdrawal</h1>${`<p>${CLAIM}</p>`.repeat(3)}`);
    await expect(region).toHaveText('3 claims on this page');
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
      '',
      '3 claims on this page',
    ]);
  });

  await test.step('no longer, once it is not wanted', async () => {
    await choice.uncheck();
    await expect(region).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  });
});

test('says nothing on a page without claims, and counts frames in', async ({ page, site, background }) => {
  await background.evaluate(() =>
    (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome.storage.local.set({
      say: { version: 1, value: { count: true } },
    }),
  );
  await visit(page, site, 'frames.html');
  await expectMarked(page, [OTHER]);
  await expect(page.getByRole('status')).toHaveText('4 claims on this page');
  await page.goto(site.html('<h1>Kratom</h1><p>Kratom is a tree.</p><p id="more"></p>'));
  expect((await reportOf(background)).claims).toEqual([]);
  await expect(page.getByRole('status')).toHaveCount(0);
  await page.evaluate((text) => {
    const more = document.querySelector('#more');
    if (more) more.textContent = text;
  }, CLAIM);
  await expect(page.getByRole('status')).toHaveText('1 claim on this page');
});

test.describe('in Spanish', () => {
  test.use({ locale: 'es-ES', browserArgs: ['--lang=es'] });
  test('says it in the language of the reader', async ({ page, site, background }) => {
    await background.evaluate(() =>
      (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome.storage.local.set({
        say: { version: 1, value: { count: true } },
      }),
    );
    await page.goto(site.html(`<h1>Withdrawal</h1><p>${CLAIM}</p><p>${OTHER}</p>`));
    await expect(page.getByRole('status')).toHaveText('2 afirmaciones en esta página');
    expect(await page.getByRole('status').getAttribute('lang')).toMatch(/^es/);
  });
});
