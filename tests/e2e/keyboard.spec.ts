/** The extension's own pages by keyboard alone: all that can be pressed is reached, in order, and seen to be reached. */
import type { Page } from '@playwright/test';
import { expect, test } from './extension.ts';
import { CLAIM, card, expectMarked, OTHER } from './overlay.ts';
import { ARTICLE } from './surfaces.ts';

test.setTimeout(120_000);

declare const chrome: typeof import('wxt/browser').browser;

/** What has the focus: its name, its place among all that can have it, and whether that is seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const box = element.closest<HTMLElement>('.search, label') ?? element;
    const shown = [element, box].some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    });
    const { top, bottom } = element.getBoundingClientRect();
    return {
      name:
        element === document.body
          ? ''
          : (element.ariaLabel ?? element.closest('label')?.textContent ?? element.textContent ?? ''),
      at: [...document.querySelectorAll('*')].indexOf(element),
      isSeen: shown && bottom > 0 && top < innerHeight,
    };
  });

/** Presses Tab until the page is through, and answers with the names on the way. */
async function tabThrough(page: Page): Promise<string[]> {
  const names: string[] = [];
  let last = -1;
  for (let press = 0; press < 200; press += 1) {
    await page.keyboard.press('Tab');
    const { name, at, isSeen } = await focused(page);
    if (name === '' || at < last) return names;
    expect(isSeen, `the focus on "${name}" is seen`).toBe(true);
    last = at;
    names.push(name);
  }
  throw new Error('Tab never comes to the end of the page');
}

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let press = 0; press < 200; press += 1) {
    await page.keyboard.press('Tab');
    const now = (await focused(page)).name;
    if (typeof name === 'string' ? now === name : name.test(now)) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}

test('goes through the popup', async ({ page, site, openPopup, background }) => {
  await page.goto(site.html(ARTICLE));
  await expectMarked(page, [CLAIM, OTHER]);
  const popup = await openPopup(page);
  await popup.bringToFront();
  const box = popup.getByRole('searchbox');
  await expect(box).toBeFocused();
  await expect(popup.getByRole('listitem')).toHaveCount(2);
  // To the end, whence Tab begins at the top.
  await tabThrough(popup);
  expect(await tabThrough(popup)).toEqual([
    'Mark claims on 127.0.0.1',
    'Search the evidence',
    expect.stringContaining(CLAIM),
    expect.stringContaining(OTHER),
    'Pause',
    'Panel',
    'Library',
    'Options',
  ]);

  await test.step('pauses and resumes', async () => {
    await tabTo(popup, 'Pause');
    await popup.keyboard.press('Enter');
    await popup.keyboard.press('Shift+Tab');
    await popup.keyboard.press('Shift+Tab');
    expect((await focused(popup)).name).toBe('For an hour');
    await popup.keyboard.press('Space');
    await expect(popup.getByText(/^Paused until/)).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Resume' })).toBeFocused();
    await popup.keyboard.press('Enter');
    await expect(popup.getByText(/^Paused until/)).toHaveCount(0);
    await expect(popup.getByRole('button', { name: 'Pause' })).toBeFocused();
  });

  await test.step('switches the site off and on', async () => {
    await tabTo(popup, 'Mark claims on 127.0.0.1');
    await popup.keyboard.press('Space');
    await expect(popup.getByRole('switch')).not.toBeChecked();
    await expect(popup.getByRole('switch')).toBeFocused();
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('switch')).toBeChecked();
  });

  await test.step('searches, opens a card, goes through it and back', async () => {
    await tabTo(popup, 'Search the evidence');
    await popup.keyboard.type('kratom sleep');
    await expect(popup.getByRole('listitem').first()).toContainText('Kratom and sleep');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('ArrowUp');
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('heading', { level: 1 })).toBeFocused();
    await tabTo(popup, 'Risks and interactions');
    await popup.keyboard.press('Enter');
    await expect(popup.locator('details[open] > summary')).toHaveText('Risks and interactions');
    await tabTo(popup, 'Back');
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('listitem').first().getByRole('button')).toBeFocused();
    await popup.keyboard.press('ArrowUp');
    await expect(box).toBeFocused();
    await popup.keyboard.press('Escape');
    await expect(box).toHaveValue('');
  });

  await test.step('opens a claim on its page', async () => {
    await popup.keyboard.press('ArrowDown');
    const closed = popup.waitForEvent('close');
    // It closes while the key is still down.
    await popup.keyboard.press('Enter').catch(() => undefined);
    await closed;
    await expect(card(page)).toContainText('Kratom');
    const { isOn } = await background.evaluate(async () => {
      const stored = await chrome.storage.local.get(['sites', 'pause']);
      return { isOn: (stored.pause as { value: { until: number } }).value.until === 0 };
    });
    expect(isOn).toBe(true);
  });
});

test('goes through the options', async ({ page, extensionId, background }) => {
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const names = await tabThrough(page);
  // Of a group of choices the chosen one alone takes the focus by Tab.
  const inDocument = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
      .filter(
        (element) =>
          element.checkVisibility() &&
          !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked),
      )
      .map(
        (element) => element.ariaLabel ?? element.closest('label')?.textContent ?? element.textContent ?? '',
      ),
  );
  expect(names).toEqual(inDocument);
  expect(names.length).toBeGreaterThan(60);

  await test.step('chooses, ticks, adds and removes', async () => {
    await page.reload();
    await tabTo(page, 'As my system');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByLabel('Light', { exact: true })).toBeChecked();
    await tabTo(page, 'Say how many claims a page has');
    await page.keyboard.press('Space');
    await expect(page.getByLabel('Say how many claims a page has')).toBeChecked();
    await tabTo(page, 'Site');
    await page.keyboard.type('example.org');
    await page.keyboard.press('Enter');
    const rule = page.getByRole('listitem').filter({ hasText: 'example.org' });
    await expect(rule).toBeVisible();
    await tabTo(page, 'Remove the rule for example.org');
    await page.keyboard.press('Enter');
    await expect(rule).toHaveCount(0);
    await tabTo(page, 'Edit the whole list as text');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('One site a line')).toBeVisible();
  });

  await test.step('asks before it forgets', async () => {
    await tabTo(page, 'Put everything back to its start');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Yes, forget them');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('As my system')).toBeChecked();
    expect(Object.keys(await background.evaluate(() => chrome.storage.local.get(null)))).toEqual(['life']);
  });
});
