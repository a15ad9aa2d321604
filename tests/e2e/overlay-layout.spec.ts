/** Marks and cards on pages of every layout: painted where the words are, the card within the window. */
import { expect, test } from './extension.ts';
import { boxOf, CLAIM, card, expectCard, expectMarked, paintedBox, placeIn, visit } from './overlay.ts';

/** Pixels by which a line may reach over the box of its text. */
const OVER = 4;

test.setTimeout(300_000);

test.describe('in a common window', () => {
  test('paints marks where the words are, and opens a card that is seen whole', async ({ page, site }) => {
    const names = [
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
    ];
    for (const name of names)
      await test.step(name, async () => {
        await visit(page, site, `${name}.html`);
        await expectMarked(page, [CLAIM]);
        await page.locator('#words').evaluate((words) => words.scrollIntoView({ block: 'center' }));
        const words = await boxOf(page);
        const painted = await paintedBox(page);
        expect(painted, name).not.toBeNull();
        expect(painted?.left, name).toBeGreaterThanOrEqual(words.left - OVER);
        expect(painted?.top, name).toBeGreaterThanOrEqual(words.top - OVER);
        expect(painted?.right, name).toBeLessThanOrEqual(words.right + OVER);
        expect(painted?.bottom, name).toBeLessThanOrEqual(words.bottom + OVER);
        const share = (box: typeof words) => (box.right - box.left) * (box.bottom - box.top);
        expect(share(painted as typeof words) / share(words), name).toBeGreaterThan(0.7);
        await expectCard(page);
      });
  });

  test('leaves paper, selection, copies and find in page as they are', async ({ page, site, context }) => {
    await visit(page, site, 'dark.html');
    await expectMarked(page, [CLAIM]);
    await page.emulateMedia({ media: 'print' });
    expect(await paintedBox(page)).toBeNull();
    await page.emulateMedia({ media: 'screen' });
    expect(await paintedBox(page)).not.toBeNull();

    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('#words').selectText();
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(CLAIM);
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType('text/html'))?.text();
    });
    expect(copied).toContain(CLAIM);
    expect(copied).not.toContain('text-note');
    // A selection that is being made opens no card.
    const { x, y } = await placeIn(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y);
    await page.mouse.up();
    expect(await page.evaluate(() => getSelection()?.toString())).not.toBe('');
    await expect(card(page)).toBeHidden();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    expect(
      await page.evaluate(
        (text) => (window as Window & { find?(text: string): boolean }).find?.(text),
        CLAIM,
      ),
    ).toBe(true);
  });

  test('opens the card in a modal dialog and over an element in full screen', async ({ page, site }) => {
    await visit(page, site, 'dialog.html');
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await expectMarked(page, [CLAIM]);
    await expectCard(page);
    await visit(page, site, 'full-screen.html');
    await expectMarked(page, [CLAIM]);
    await page.evaluate(() =>
      document.addEventListener('keydown', () => document.querySelector('#article')?.requestFullscreen(), {
        once: true,
      }),
    );
    await page.keyboard.press('a');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id)).toBe('article');
    await expectCard(page);
    expect(await page.evaluate(() => document.fullscreenElement?.id)).toBe('article');
  });

  test('shows several claims of one sentence as one mark and one card with parts', async ({ page, site }) => {
    await visit(page, site, 'parts.html');
    await expectMarked(page, ['Kratom and kava ease opioid withdrawal and anxiety.']);
    const { x, y } = await placeIn(page);
    await page.mouse.click(x, y);
    await expect(card(page)).toHaveCount(1);
    const parts = card(page).getByRole('tab');
    expect(await parts.count()).toBeGreaterThan(1);
    await parts.first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(parts.nth(1)).toBeFocused();
    await expect(parts.nth(1)).toHaveAttribute('aria-selected', 'true');
  });
});

test.describe('zoom to 500 %', () => {
  test.use({ viewport: { width: 256, height: 160 }, deviceScaleFactor: 5 });
  test('keeps the card within a window of 256 × 160', async ({ page, site }) => {
    await visit(page, site, 'rtl.html');
    await expectMarked(page, [CLAIM]);
    await page.locator('#words').evaluate((words) => words.scrollIntoView({ block: 'start' }));
    await expectCard(page);
  });
});

test.describe('touch', () => {
  test.use({ viewport: { width: 360, height: 640 }, hasTouch: true });
  test('opens a sheet by a tap and closes it by a tap elsewhere', async ({ page, site }) => {
    await visit(page, site, 'rtl.html');
    await expectMarked(page, [CLAIM]);
    const { x, y } = await placeIn(page);
    await page.touchscreen.tap(x, y);
    await expect(card(page)).toContainText('Kratom');
    await expect(card(page)).toHaveCSS('opacity', '1');
    const box = await card(page).boundingBox();
    expect(box).toMatchObject({ x: 0, width: 360 });
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(640);
    await page.touchscreen.tap(300, 20);
    await expect(card(page)).toBeHidden();
  });
});

test.describe('forced colours and less motion', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });
  test('still paints marks, and the card does not move', async ({ page, site }) => {
    await visit(page, site, 'dark.html');
    await expectMarked(page, [CLAIM]);
    expect(await paintedBox(page)).not.toBeNull();
    const { x, y } = await placeIn(page);
    await page.mouse.click(x, y);
    await expect(card(page)).toHaveCSS('animation-name', 'none');
  });
});
