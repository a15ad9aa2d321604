/** The life of the extension in an open tab: gone, and after hours of a feed. */
import { expect, test } from './extension.ts';
import { CLAIM, card, expectMarked, marked, OTHER, placeIn, stateOf, visit } from './overlay.ts';

declare const chrome: typeof import('wxt/browser').browser;

test.setTimeout(300_000);

interface Feed {
  grow(texts: readonly string[]): void;
  shrink(most: number): void;
}

test.describe('a worker that cannot wake at once', () => {
  test.use({ expectedErrors: [/no memory yet/] });

  test('is asked again, though the page stands still', async ({ page, site, background }) => {
    // Its tables are the only long text that it reads when it detects.
    await background.evaluate(() => {
      const { parse } = JSON;
      let failures = 0;
      JSON.parse = (text: string, ...rest) => {
        if (text.length > 100_000 && failures++ < 3) throw new Error('no memory yet');
        return parse(text, ...rest);
      };
    });
    await visit(page, site, 'feed.html');
    await page.evaluate((texts) => (window as unknown as Feed).grow(texts), [`It rained. ${CLAIM}`]);
    await expectMarked(page, [CLAIM]);
  });
});

test('leaves its marks readable where it is updated under an open tab, says so once, and is still', async ({
  page,
  site,
  background,
}) => {
  await visit(page, site, 'feed.html');
  await page.evaluate((texts) => (window as unknown as Feed).grow(texts), [`It rained. ${CLAIM}`, OTHER]);
  await expectMarked(page, [CLAIM, OTHER]);
  const gone = background.waitForEvent('close');
  await background.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await gone;
  await page.evaluate((texts) => (window as unknown as Feed).grow(texts), [CLAIM]);
  expect(await marked(page)).toEqual([CLAIM, OTHER]);

  const before = await stateOf(page);
  const { x, y } = await placeIn(page, '#post-1 p');
  await page.mouse.click(x, y);
  const notice = page.locator('.leafcheck.notice');
  await expect(notice).toContainText('Leafcheck was updated');
  await page.keyboard.press('Escape');
  await expect(notice).toBeHidden();
  expect(await stateOf(page)).toEqual(before);

  // Text that moves takes its mark along, and text that is replaced loses it.
  await page.evaluate(() => {
    (document.querySelector('#post-1 p')?.firstChild as Text).insertData(0, 'They say: ');
    (document.querySelector('#post-2 p') as HTMLElement).textContent =
      'It rained all day, and the night was no better than that.';
  });
  expect((await marked(page)).filter(Boolean)).toEqual([CLAIM]);
  // Nothing answers any more.
  await page.mouse.click(x, y);
  await page.mouse.move(x + 90, y);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  await expect(notice).toBeHidden();
  await expect(card(page)).toBeHidden();
});

test('holds no more after 20,000 blocks than after the first', async ({ page, site, context }) => {
  const STEPS = 100;
  const BLOCKS = 200;
  await visit(page, site, 'feed.html');
  const session = await context.newCDPSession(page);
  const held = async () => {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const ranges = () =>
    page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
  const texts = Array.from({ length: BLOCKS }, (_, at) =>
    at % 10 === 0 ? CLAIM : at % 10 === 5 ? OTHER : `The road to the town was wet on day ${at}.`,
  );
  let start = 0;
  for (let step = 0; step < STEPS; step += 1) {
    await page.evaluate(
      ([all, most]) => {
        (window as unknown as Feed).grow(all);
        (window as unknown as Feed).shrink(most);
      },
      [texts, BLOCKS] as const,
    );
    // One range a claim; none for what has left.
    await expect
      .poll(
        async () => {
          const live = await marked(page);
          return [await ranges(), live.filter((text) => text !== CLAIM && text !== OTHER)];
        },
        { intervals: [50, 100, 200], timeout: 20_000 },
      )
      .toEqual([BLOCKS / 5, []]);
    if (step === 9) start = await held();
  }
  const end = await held();
  expect(end / start).toBeLessThan(1.1);
});
