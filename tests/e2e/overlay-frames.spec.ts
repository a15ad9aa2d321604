/** Frames that hold an article are read as the page is, and are one with it for the list, the count and the keys. */
import type { Frame, Page } from '@playwright/test';
import type { PageReport } from '../../entrypoints/shared/messages.ts';
import { expect, test } from './extension.ts';
import { CLAIM, expectMarked, listed, marked, OTHER, tell, visit } from './overlay.ts';

declare const chrome: typeof import('wxt/browser').browser;

test.setTimeout(300_000);

async function frame(page: Page, selector: string): Promise<Frame> {
  const found = await (await page.$(selector))?.contentFrame();
  if (!found) throw new Error(`${selector} is no frame`);
  return found;
}

test('reads frames with an article, whatever their origin, and no others', async ({
  page,
  site,
  background,
}) => {
  await visit(page, site, 'frames.html');
  await page.evaluate(
    (url) => {
      const cross = Object.assign(document.createElement('iframe'), {
        id: 'cross',
        src: url,
        width: 600,
        height: 260,
      });
      document.body.append(cross);
    },
    site.url('overlay/frame-article.html', 'other.test'),
  );
  await expectMarked(page, [OTHER]);
  for (const id of ['#same', '#srcdoc', '#blank', '#cross'])
    await expectMarked(await frame(page, id), [CLAIM]);
  await expect.poll(() => listed(background)).toEqual([OTHER, CLAIM, CLAIM, CLAIM, CLAIM]);
  for (const id of ['#ad', '#pixel']) expect(await marked(await frame(page, id)), id).toEqual([]);
  const badge = () =>
    background.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return chrome.action.getBadgeText({ tabId: tab?.id as number });
    });
  await expect.poll(badge).toBe('5');

  await test.step('the card stands in the frame of its claim', async () => {
    const cross = await frame(page, '#cross');
    await page.locator('#cross').scrollIntoViewIfNeeded();
    await cross.locator('#words').click();
    const card = cross.locator('section.leafcheck[role=dialog]');
    await expect(card).toContainText('Kratom');
    await expect
      .poll(() =>
        card.evaluate((element) => {
          const { left, top, right, bottom } = element.getBoundingClientRect();
          return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        }),
      )
      .toBe(true);
    await tell(background, 'closeCard', {});
    await expect(card).toBeHidden();
  });

  await test.step('the keys go through all of them', async () => {
    const seen: string[] = [];
    const openIn = async () => {
      for (const one of page.frames())
        if ((await one.locator('section.leafcheck[role=dialog]').count()) > 0)
          return one === page.mainFrame() ? 'page' : one.url();
      return 'none';
    };
    for (let step = 0; step < 6; step += 1) {
      const before = await openIn();
      await tell(background, 'stepClaim', { direction: 'next' });
      await expect.poll(async () => !['none', before].includes(await openIn())).toBe(true);
      seen.push(await openIn());
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen[0]).toBe('page');
    expect(seen[5]).toBe('page');
    await tell(background, 'closeCard', {});
    await expect.poll(openIn).toBe('none');
  });

  await test.step('a claim of the list opens in its frame', async () => {
    const report = (await tell(background, 'getReport', {})) as PageReport;
    await tell(background, 'openClaim', { id: report.claims.at(-1)?.id ?? '' });
    await expect
      .poll(async () => {
        const counts = await Promise.all(
          page.frames().map((one) => one.locator('section.leafcheck').count()),
        );
        return counts.reduce((sum, count) => sum + count, 0);
      })
      .toBe(1);
    await tell(background, 'closeCard', {});
  });

  await test.step('a frame that goes takes its claims along', async () => {
    await page.locator('#cross').evaluate((element) => element.remove());
    await expect.poll(async () => (await listed(background))?.length).toBe(4);
    await expect.poll(badge).toBe('4');
  });

  await test.step('the rule of the page holds for its frames', async () => {
    await background.evaluate(() =>
      chrome.storage.local.set({ 'siteRules.1': { otherwise: 'on', hosts: { '127.0.0.1': 'off' } } }),
    );
    await expectMarked(page, []);
    for (const id of ['#same', '#srcdoc', '#blank']) await expectMarked(await frame(page, id), []);
    expect(await listed(background)).toEqual([]);
    await background.evaluate(() =>
      chrome.storage.local.set({ 'siteRules.1': { otherwise: 'on', hosts: { 'other.test': 'off' } } }),
    );
    for (const id of ['#same', '#srcdoc', '#blank']) await expectMarked(await frame(page, id), [CLAIM]);
  });
});

test('frames come under the rule of the address that their page goes on to', async ({
  page,
  site,
  background,
  storeSites,
}) => {
  await storeSites({ '127.0.0.1/quiet': 'off' });
  await visit(page, site, 'frames.html');
  const frames = ['#same', '#srcdoc', '#blank'];
  const expectAll = async (own: readonly string[], inFrames: readonly string[]) => {
    await expectMarked(page, own);
    for (const id of frames) await expectMarked(await frame(page, id), inFrames);
  };
  await expectAll([OTHER], [CLAIM]);
  await page.evaluate(() => history.pushState(null, '', '/quiet/1'));
  await expectAll([], []);
  expect(await listed(background)).toEqual([]);
  await page.evaluate(() => history.back());
  await expectAll([OTHER], [CLAIM]);
  await expect.poll(async () => (await listed(background))?.length).toBe(4);
});
