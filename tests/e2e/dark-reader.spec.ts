/** Marks on pages whose colours another extension has rewritten: their line is told from the ground beneath it. */
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from './extension.ts';
import { CLAIM, expectMarked } from './overlay.ts';

test.setTimeout(180_000);

const DARK_READER = createRequire(import.meta.url).resolve('darkreader/darkreader.js');

/** One line a verdict; the first is a claim, and the others are marked by the names that a claim would have. */
const LINES = [CLAIM, ...Array.from({ length: 7 }, (_, at) => `The river is ${at + 1} miles long.`)];

const PAGES = {
  'a light page': '',
  'a page with colours of its own':
    'html{background:#f4ecd8;color:#5b4636} p{background:#efe2c4} main{color:#3a2a1a}',
  'a dark page': 'html{background:#16181c;color:#e8e6e3}',
} as const;

/** What Dark Reader makes of a page: dark, or its light mode with other colours. */
const THEMES = {
  dark: { mode: 1 },
  'dark with less contrast': { mode: 1, contrast: 80, sepia: 30 },
  light: { mode: 0, sepia: 20 },
} as const;

/** Relative luminance and contrast, after WCAG 2.2. */
const luminance = (rgb: readonly number[]) => {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: readonly number[], other: readonly number[]) => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const pixels = async (page: Page, selector: string) => {
  const { data, info } = await sharp(await page.locator(selector).screenshot({ animations: 'disabled' }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    ...info,
    at: (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)],
  };
};

/** Paints or hides all marks. */
const show = (page: Page, painted: boolean) =>
  page.evaluate((now) => {
    const kept = (window as unknown as { kept?: [string, Highlight][] }).kept ?? [...CSS.highlights];
    Object.assign(window, { kept });
    CSS.highlights.clear();
    if (now) for (const [name, highlight] of kept) CSS.highlights.set(name, highlight);
  }, painted);

/**
 * The share of the words' width in which a mark draws something of at least 3:1 against what it is drawn on, in the
 * row of pixels where that share is the largest.
 */
async function drawnShare(page: Page, selector: string): Promise<number> {
  await show(page, true);
  const painted = await pixels(page, selector);
  await show(page, false);
  const plain = await pixels(page, selector);
  await show(page, true);
  let most = 0;
  for (let y = 0; y < plain.height; y += 1) {
    let drawn = 0;
    for (let x = 0; x < plain.width; x += 1) if (contrast(painted.at(x, y), plain.at(x, y)) >= 3) drawn += 1;
    most = Math.max(most, drawn / plain.width);
  }
  return most;
}

for (const [name, css] of Object.entries(PAGES))
  test(`tells marks from the ground on ${name}, before and after Dark Reader`, async ({ page, site }) => {
    const lines = LINES.map((text, at) => `<p><span id="line-${at}">${text}</span></p>`).join('');
    await page.goto(
      site.html(
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>Withdrawal</title><style>${css}</style><main>${lines}</main></html>`,
      ),
    );
    await expectMarked(page, [CLAIM]);
    await page.evaluate((count) => {
      for (let verdict = 1; verdict <= count; verdict += 1) {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector(`#line-${verdict}`) as Element);
        const highlight = CSS.highlights.get(`text-note-${verdict}`) ?? new Highlight();
        highlight.add(range);
        CSS.highlights.set(`text-note-${verdict}`, highlight);
      }
    }, LINES.length - 1);
    const look = async (state: string) => {
      // A dotted or wavy line leaves gaps.
      for (const at of LINES.keys())
        expect(await drawnShare(page, `#line-${at}`), `${state}: line ${at}`).toBeGreaterThan(0.2);
    };
    await look('as it is');
    await page.addScriptTag({ path: DARK_READER });
    for (const [state, theme] of Object.entries(THEMES)) {
      const ground = await page.evaluate((chosen) => {
        const { DarkReader } = window as unknown as {
          DarkReader: { enable(theme: object): void; disable(): void };
        };
        // While it is on it takes no other theme.
        DarkReader.disable();
        DarkReader.enable(chosen);
        return getComputedStyle(document.documentElement).backgroundColor;
      }, theme);
      const light = luminance((ground.match(/\d+/g) ?? []).map(Number));
      if (theme.mode === 1) expect(light, state).toBeLessThan(0.1);
      else if (name !== 'a dark page') expect(light, state).toBeGreaterThan(0.5);
      await look(state);
      await page.screenshot({
        path: test.info().outputPath(`${state}.png`),
        clip: { x: 0, y: 0, width: 500, height: 400 },
      });
    }
    // What was read again meanwhile is marked as before.
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('text-note-3')?.size)).toBe(2);
  });
