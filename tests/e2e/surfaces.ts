/** Every page of the extension's own, in a state that shows much of it, and what is asked of each of them. */
import AxeBuilder from '@axe-core/playwright';
import type { Page, Worker } from '@playwright/test';
import { expect } from './extension.ts';
import { CLAIM, OTHER } from './overlay.ts';

declare const chrome: typeof import('wxt/browser').browser;

export const ARTICLE = `<h1>Getting through withdrawal</h1><p>${CLAIM}</p><p>${OTHER}</p>`;

export const SURFACES = ['popup', 'found', 'card', 'options', 'welcome', 'check', 'sidepanel'] as const;
export type Surface = (typeof SURFACES)[number];

interface Opener {
  readonly background: Worker;
  openOwn(name: string): Promise<Page>;
}

/** Opens a surface beside a page that has claims. */
export async function openSurface(surface: Surface, { background, openOwn }: Opener) {
  switch (surface) {
    case 'popup':
    case 'found':
    case 'card': {
      const popup = await openOwn('popup');
      await expect(popup.locator('.rows li')).toHaveCount(2);
      // The pause unfolded shows all that the foot holds.
      await popup.locator('footer [aria-expanded=false]').click();
      if (surface === 'popup') return popup;
      await popup.getByRole('searchbox').fill(CLAIM);
      await expect(popup.locator('.answer li')).not.toHaveCount(0);
      if (surface === 'found') return popup;
      await popup.locator('.answer li button').first().click();
      for (const summary of await popup.locator('summary').all()) await summary.click();
      return popup;
    }
    case 'options': {
      await background.evaluate(() =>
        chrome.storage.local.set({
          sites: {
            version: 2,
            value: { otherwise: 'on', hosts: { 'example.org/a-rather-long-path-of-it': 'off' } },
          },
          muted: { version: 1, value: { substances: ['l-theanine'], topics: [], verdicts: [] } },
        }),
      );
      const options = await openOwn('options');
      await options.locator('details summary').first().click();
      return options;
    }
    case 'check': {
      await background.evaluate((text) => chrome.storage.session.set({ checked: text }), CLAIM);
      const check = await openOwn('check');
      await expect(check.locator('.answer li')).not.toHaveCount(0);
      return check;
    }
    case 'welcome': {
      const welcome = await openOwn('welcome');
      await welcome.locator('h1').waitFor();
      return welcome;
    }
    case 'sidepanel': {
      const panel = await openOwn('sidepanel');
      await expect(panel.locator('.rows li')).toHaveCount(2);
      await panel.locator('summary').click();
      return panel;
    }
  }
}

/** Makes all text twice as large, and nothing else: what "zoom text only" of a browser does. */
export const enlargeText = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.body.querySelectorAll<HTMLElement>('*')];
    const sizes = all.map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    all.forEach((element, at) => {
      element.style.fontSize = `${2 * (sizes[at] ?? 0)}px`;
    });
  });

/** What of a page does not fit: the document's own sideways scrolling, and controls that are cut off or stick out. */
export const misfits = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > width) found.push(`the document is ${scrollWidth} wide, and the window ${width}`);
    const controls = 'button, input, select, textarea, a[href], summary, [role=switch], label';
    for (const element of document.body.querySelectorAll<HTMLElement>(controls)) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const name = `${element.localName} "${(element.ariaLabel ?? element.textContent ?? '').slice(0, 40)}"`;
      const { left, right } = element.getBoundingClientRect();
      if (left < -0.5 || right > width + 0.5)
        found.push(`${name} reaches from ${left} to ${right} of ${width}`);
      // What is written into a field, and a list of choices, scrolls inside of it.
      if (/^(input|select|textarea)$/.test(element.localName)) {
        const line = Number.parseFloat(getComputedStyle(element).fontSize);
        const isText = element instanceof HTMLInputElement && /^(text|search)$/.test(element.type);
        if (isText && element.getBoundingClientRect().height < line)
          found.push(`${name} is lower than its text`);
        continue;
      }
      if (getComputedStyle(element).display === 'inline') continue;
      const over = element.scrollWidth - element.clientWidth;
      const below = element.scrollHeight - element.clientHeight;
      if (over > 1) found.push(`${name} cuts ${over} off at its side`);
      if (below > 1 && getComputedStyle(element).overflowY !== 'visible')
        found.push(`${name} cuts ${below} off below`);
    }
    for (const sign of document.body.querySelectorAll<HTMLElement>('.row i, .sign'))
      if (
        sign.checkVisibility() &&
        (sign.scrollWidth > sign.clientWidth || sign.scrollHeight > sign.clientHeight)
      )
        found.push(`the sign ${sign.textContent} is larger than its square`);
    return found;
  });

export const barriers = async (page: Page) =>
  (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations;
