// @ts-check
/** Every surface of the extension at three widths, on one sheet a theme, to be looked at by eye. */
import sharp from 'sharp';
import { openBehind, openWithExtension } from './browser.mjs';
import { openCard, settledReport } from './page-report.mjs';

/** CSS pixels: a phone's least, a phone's usual, half a screen; the height shown; the room between. */
const WIDTHS = [320, 400, 800];
const HEIGHT = 760;
const GAP = 24;

/** The extension's own pages, each with what must be there before the picture is taken. */
const PAGES = /** @type {const} */ ([
  ['popup.html', '.ways'],
  ['sidepanel.html', '.row'],
  ['library.html', 'table'],
  ['library.html#/kratom/opioid-withdrawal', '.card'],
  ['options.html', 'h2'],
  ['welcome.html', 'h1'],
  ['check.html', 'h1'],
]);

/**
 * Takes all surfaces and puts them together, a row each.
 *
 * @param {{ executablePath: string, extension: string, address: string, colorScheme: 'light' | 'dark' }} options
 *   `address` is a page with claims, which the popup, the panel and the card speak of.
 * @returns {Promise<Buffer>} A PNG at half size.
 */
export async function surfaceSheet({ executablePath, extension, address, colorScheme }) {
  const { context, background, extensionId } = await openWithExtension({
    executablePath,
    extension,
    headless: true,
    context: {
      colorScheme,
      viewport: { width: 1180, height: HEIGHT },
      locale: 'en-US',
      reducedMotion: 'reduce',
    },
  });
  try {
    const site = context.pages()[0] ?? (await context.newPage());
    await site.goto(address);
    const report = await settledReport(background);
    const claim = report?.claims[0];
    if (!claim) throw new Error(`No mark on ${address}`);

    const rows = [];
    for (const [path, ready] of PAGES) {
      // Behind the site, which popup and panel look at.
      const page = await openBehind(context, background, `chrome-extension://${extensionId}/${path}`);
      const row = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        await page.locator(ready).first().waitFor();
        row.push(await page.screenshot());
      }
      rows.push(row);
      await page.close();
    }
    const cards = [];
    for (const width of WIDTHS) {
      await site.setViewportSize({ width, height: HEIGHT });
      if (!(await openCard(background, site, claim.id))) throw new Error(`No card at ${width} px`);
      cards.push(await site.screenshot());
      await site.keyboard.press('Escape');
    }
    return await join([cards, ...rows], colorScheme);
  } finally {
    await context.close();
  }
}

/** @param {readonly (readonly Buffer[])[]} rows @param {'light' | 'dark'} colorScheme */
async function join(rows, colorScheme) {
  const whole = sharp({
    create: {
      width: GAP + WIDTHS.reduce((sum, width) => sum + width + GAP, 0),
      height: GAP + rows.length * (HEIGHT + GAP),
      channels: 3,
      background: colorScheme === 'dark' ? '#3a3f45' : '#d9d5c9',
    },
  }).composite(
    rows.flatMap((row, down) =>
      row.map((input, across) => ({
        input,
        top: GAP + down * (HEIGHT + GAP),
        left: GAP + WIDTHS.slice(0, across).reduce((sum, width) => sum + width + GAP, 0),
      })),
    ),
  );
  const { data, info } = await whole.png().toBuffer({ resolveWithObject: true });
  return sharp(data)
    .resize(Math.round(info.width / 2))
    .png()
    .toBuffer();
}
