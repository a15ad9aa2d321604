/** Text that comes, changes and goes: marks follow it, and nothing else does anything. */
import { expect, test } from './extension.ts';
import {
  CLAIM,
  card,
  expectCard,
  expectMarked,
  firstMarked,
  listed,
  marked,
  OTHER,
  placeIn,
  stateOf,
  tell,
  visit,
} from './overlay.ts';

test.setTimeout(300_000);

const call = (name: string, ...given: unknown[]) =>
  [
    ([method, args]: [string, unknown[]]) => {
      const methods = window as unknown as Record<string, (...all: unknown[]) => void>;
      methods[method]?.(...args);
    },
    [name, given] as [string, unknown[]],
  ] as const;

test('follows a feed, a recycled list, a new body and a new document', async ({ page, site, background }) => {
  await test.step('an endless feed', async () => {
    await visit(page, site, 'feed.html');
    for (let round = 0; round < 3; round += 1)
      await page.evaluate(...call('grow', [CLAIM, 'It rained.', OTHER]));
    await expectMarked(page, [CLAIM, OTHER, CLAIM, OTHER, CLAIM, OTHER]);
    await page.evaluate(...call('shrink', 2));
    await expectMarked(page, [OTHER]);
  });
  await test.step('a virtualised list', async () => {
    await visit(page, site, 'recycled.html');
    await page.evaluate(...call('show', ['It rained.', CLAIM, 'It snowed.']));
    await expectMarked(page, [CLAIM]);
    await page.evaluate(...call('show', [CLAIM, 'It snowed again.', OTHER]));
    await expectMarked(page, [CLAIM, OTHER]);
    await page.evaluate(...call('show', ['It snowed once more, for all of a long afternoon.', OTHER]));
    await expectMarked(page, [OTHER]);
  });
  await test.step('hydration', async () => {
    await visit(page, site, 'hydration.html');
    await expectMarked(page, [CLAIM]);
    await page.evaluate(...call('hydrate'));
    await expectMarked(page, [CLAIM]);
    await expectCard(page);
  });
  await test.step('document.open', async () => {
    await visit(page, site, 'rewritten.html');
    expect(await listed(background)).toEqual([]);
    const html = `<!doctype html><title>Withdrawal</title><h1>Withdrawal</h1><p><span id="words">${CLAIM}</span></p>`;
    await page.evaluate(...call('rewrite', html));
    await expectMarked(page, [CLAIM]);
    await expectCard(page);
    await page.evaluate(...call('rewrite', html.replace(CLAIM, OTHER)));
    await expectMarked(page, [OTHER]);
    await expectCard(page, '#words', 'Kava');
  });
});

test('starts anew where a script moves to another article', async ({ page, site, background }) => {
  await visit(page, site, 'app.html');
  expect(await listed(background)).toEqual([]);
  await page.evaluate(
    ...call(
      'go',
      '/kratom',
      'Kratom for withdrawal',
      `<h1>Withdrawal</h1><p><span id="words">${CLAIM}</span></p>`,
    ),
  );
  await expectMarked(page, [CLAIM]);
  const { x, y } = await placeIn(page);
  await page.mouse.click(x, y);
  await expect(card(page)).toContainText('Kratom');
  await page.evaluate(...call('go', '/kava', 'Kava', `<h1>Kava</h1><p><span id="words">${OTHER}</span></p>`));
  await expect(card(page)).toBeHidden();
  await expectMarked(page, [OTHER]);
  await page.evaluate(...call('go', '/bread', 'Bread', '<h1>Bread</h1><p>It is baked in the morning.</p>'));
  await expectMarked(page, []);
  expect(await listed(background)).toEqual([]);

  // The title alone tells what "it" is.
  await visit(page, site, 'title-only.html');
  expect(await listed(background)).toEqual([]);
  await page.evaluate(() => {
    document.title = 'Kratom for opioid withdrawal: what it does';
  });
  await expect.poll(async () => (await marked(page)).length, { timeout: 40_000 }).toBeGreaterThan(0);
  await page.evaluate(() => {
    document.title = 'Notes';
  });
  await expectMarked(page, []);
});

test('follows a page that the browser translates, and back', async ({ page, site }) => {
  await visit(page, site, 'translated.html');
  await expectMarked(page, [CLAIM]);
  await page.evaluate(...call('translate'));
  await expectMarked(page, []);
  await page.evaluate(...call('restore'));
  await expectMarked(page, [CLAIM]);
  await expectCard(page);
});

test('marks first what is in the window of a long page', async ({ page, site }) => {
  await visit(page, site, 'long.html#middle');
  const { first, inWindow } = await firstMarked(page);
  expect(inWindow, 'claims in the window').toBeGreaterThan(4);
  expect(first, 'claims marked first').toBeLessThan(40);
  await expectMarked(page, Array(300).fill(CLAIM));
});

test('finds shadow roots on a page that names no substance outside of them', async ({ page, site }) => {
  // Two pages: on one page either root would open it for both.
  await visit(page, site, 'shadow-custom.html');
  await expectMarked(page, [CLAIM]);
  await visit(page, site, 'shadow-places.html');
  await expectMarked(page, [OTHER]);
});

test('reads open shadow roots whenever they come, and no closed ones', async ({ page, site, background }) => {
  await visit(page, site, 'shadow-late.html');
  expect(await listed(background)).toEqual([]);
  await page.evaluate(...call('attach'));
  await expect
    .poll(async () => (await listed(background))?.toSorted(), { timeout: 40_000 })
    .toEqual([OTHER, CLAIM].toSorted());
  // The page was shut until its shadow root was filled.
  await visit(page, site, 'shadow-app.html');
  expect(await listed(background)).toEqual([]);
  await page.evaluate(...call('fill'));
  await expectMarked(page, [CLAIM]);
  await expectCard(page);
  await visit(page, site, 'shadow-closed.html');
  await page.evaluate(
    (text) => document.body.append(Object.assign(document.createElement('p'), { textContent: text })),
    OTHER,
  );
  await expectMarked(page, [OTHER]);
});

test('marks what is hidden once it is shown, and nothing that is written', async ({ page, site }) => {
  await visit(page, site, 'shown-later.html');
  const show = async (id: string, change: (element: HTMLElement) => void, count: number) => {
    await page.locator(id).evaluate(change);
    await expectMarked(page, Array(count).fill(CLAIM));
  };
  await show('#hidden', (element) => element.removeAttribute('hidden'), 1);
  await show('#none', (element) => element.removeAttribute('style'), 2);
  await show('#aria', (element) => element.removeAttribute('aria-hidden'), 3);
  await show('details', (element) => element.setAttribute('open', ''), 4);
  await show('#hidden', (element) => element.setAttribute('hidden', ''), 3);

  await visit(page, site, 'editors.html');
  await expectMarked(page, [CLAIM]);
  await page.evaluate(() => {
    document.designMode = 'on';
  });
  await page.mouse.click(300, 300);
  await expectMarked(page, []);
  await page.evaluate(() => {
    document.designMode = 'off';
  });
  await page.mouse.click(320, 10);
  await expectMarked(page, [CLAIM]);
});

test('bears with pages that fight back', async ({ page, site, background }) => {
  await test.step('a registry and sheets that are emptied', async () => {
    await visit(page, site, 'wipes.html');
    await expectMarked(page, [CLAIM]);
    await page.evaluate(...call('wipe'));
    await expectMarked(page, []);
    await page.locator('#words').hover();
    await expectMarked(page, [CLAIM]);
  });
  await test.step('a root that keeps nothing of ours', async () => {
    await visit(page, site, 'strips.html');
    await expectMarked(page, [CLAIM]);
    const before = await stateOf(page);
    const { x, y } = await placeIn(page);
    await page.mouse.click(x, y);
    const taken = () => page.evaluate(() => (window as unknown as { taken: number }).taken);
    await expect.poll(taken).toBe(1);
    await expect(card(page)).toBeHidden();
    expect(await stateOf(page)).toEqual(before);
    // Escape is the page's again.
    await page.evaluate(() =>
      addEventListener('keydown', ({ key, defaultPrevented }) =>
        Object.assign(window, { key, defaultPrevented }),
      ),
    );
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => (window as unknown as { key: string }).key)).toBe('Escape');
    expect(await taken()).toBe(1);
    expect(await marked(page)).toEqual([CLAIM]);
  });
  await test.step('keys that are stopped and a focus that is trapped', async () => {
    await visit(page, site, 'keys.html');
    await expectMarked(page, [CLAIM]);
    await tell(background, 'stepClaim', { direction: 'next' });
    await expect(card(page).getByRole('heading')).toBeFocused();
    await card(page).locator('summary').first().click();
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    await tell(background, 'closeCard', {});
    await expect(card(page)).toBeHidden();
  });
  await test.step('text that is drawn anew each second', async () => {
    await visit(page, site, 'replaces.html');
    const drawn = () => page.evaluate(() => (window as unknown as { drawn: number }).drawn);
    for (let round = 0; round < 3; round += 1) {
      const before = await drawn();
      await expect.poll(drawn).toBeGreaterThan(before);
      await expectMarked(page, [CLAIM]);
    }
    expect(await listed(background)).toEqual([CLAIM]);
  });
});

test('reads plain text and leaves documents of other kinds in peace', async ({ page, site, background }) => {
  await visit(page, site, 'document.txt');
  await expect
    .poll(() => marked(page), { timeout: 40_000 })
    .toEqual(['Many say that kratom\nhelps with opioid withdrawal symptoms.', OTHER]);
  for (const name of ['document.xhtml', 'document.svg', 'document.json', 'document.png']) {
    await visit(page, site, name);
    expect(await tell(background, 'getReport', {}), name).toBeNull();
    expect(await marked(page), name).toEqual([]);
  }
});

test.describe('a PDF', () => {
  // The browser's viewer is made of files of the browser's own.
  test.use({ expectedRequests: [/^(chrome:|chrome-extension:\/\/mhjfbmdgcfjbbpaeojofohoefgiehjai\/)/] });
  test('is left in peace', async ({ page, site, background }) => {
    await visit(page, site, 'document.pdf');
    expect(await page.evaluate(() => document.contentType)).toBe('application/pdf');
    const html = () => page.evaluate(() => document.documentElement.outerHTML);
    const before = await html();
    // The switch that a reader may press there, and the keys, find no one.
    expect(await tell(background, 'getReport', {})).toBeNull();
    expect(await tell(background, 'stepClaim', { direction: 'next' })).toBeNull();
    expect(await html()).toBe(before);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await test.step('and in a frame, beside a page that is read', async () => {
      await page.goto(
        site.html(`<h1>Withdrawal</h1><p>${CLAIM}</p><embed src="${site.url('overlay/document.pdf')}" width="500" height="300">
        <iframe src="${site.url('overlay/document.pdf')}" width="500" height="300"></iframe>`),
      );
      await expectMarked(page, [CLAIM]);
      await expect.poll(() => listed(background)).toEqual([CLAIM]);
      for (const frame of page.frames().slice(1)) expect(await marked(frame)).toEqual([]);
    });
  });
});

test('opens, steps and closes by command, with the focus there and back', async ({
  page,
  site,
  background,
}) => {
  await visit(page, site, 'feed.html');
  await page.evaluate(...call('grow', [CLAIM, OTHER]));
  await expectMarked(page, [CLAIM, OTHER]);
  await page.evaluate(() => {
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
  });
  const heading = card(page).locator('.headline');
  expect(await tell(background, 'enterCard', {})).toBe(true);
  await expect(heading).toBeFocused();
  await expect(card(page)).toContainText('Kratom');
  expect(await tell(background, 'stepClaim', { direction: 'next' })).toBe(true);
  await expect(card(page)).toContainText('Kava');
  await expect(heading).toBeFocused();
  expect(await tell(background, 'closeCard', {})).toBe(true);
  await expect(card(page)).toBeHidden();
  await expect(page.locator('button')).toBeFocused();
  expect(await tell(background, 'closeCard', {})).toBe(false);
  // A card that a resting pointer opened takes the focus by the same command.
  const { x, y } = await placeIn(page, '#post-2 p');
  await page.mouse.move(x - 9, y);
  await page.mouse.move(x, y);
  await expect(card(page)).toContainText('Kava');
  await expect(heading).not.toBeFocused();
  await tell(background, 'enterCard', {});
  await expect(heading).toBeFocused();
});
