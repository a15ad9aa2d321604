// @ts-check
/**
 * `npm run screenshots`: makes the pictures in docs/images by driving the built extension on the demo
 * gallery, light and dark, and a sheet of every surface at three widths. Fails where a mark or a card does not come, so that no picture can be untrue.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { findBrowser, openBehind, openWithExtension } from './browser.mjs';
import { galleryPages } from './gallery/gallery.mjs';
import { openCard, settledReport } from './page-report.mjs';
import { serve } from './serve.mjs';
import { root } from './setup.mjs';
import { surfaceSheet } from './surface-sheet.mjs';

const folder = join(root, 'docs', 'images');
const extension = join(root, '.output', 'chrome-mv3');

/** Part of the sentence whose card is shown on the article. */
const SHOWN = 'Consuming certain strains of kratom';

/** Writes a picture as a PNG of 128 colours: a third of the bytes, and no difference to be seen on text. @param {Buffer} png @param {string} name */
async function write(png, name) {
  const path = join(folder, `${name}.png`);
  const { size } = await sharp(png).png({ palette: true, colours: 128, effort: 10, dither: 0 }).toFile(path);
  console.log(`docs/images/${name}.png  ${Math.round(size / 1024)} kB`);
}

/** @param {string} executablePath @param {string} address @param {'light' | 'dark'} colorScheme */
async function take(executablePath, address, colorScheme) {
  const { context, background, extensionId } = await openWithExtension({
    executablePath,
    extension,
    headless: true,
    // A picture taken while the card still fades in would show it half transparent.
    context: {
      colorScheme,
      viewport: { width: 1180, height: 760 },
      locale: 'en-US',
      reducedMotion: 'reduce',
    },
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(address);
    const report = await settledReport(background);
    const claim = report?.claims.find(({ sentence }) => sentence.startsWith(SHOWN));
    if (!claim) throw new Error(`No mark on "${SHOWN} …"`);
    if (!(await openCard(background, page, claim.id))) throw new Error('No card opened');
    await write(await page.screenshot(), `article-${colorScheme}`);

    await page.keyboard.press('Escape');
    const popup = await openBehind(context, background, `chrome-extension://${extensionId}/popup.html`);
    await popup.setViewportSize({ width: 392, height: 600 });
    await popup.getByRole('searchbox').fill('kratum slep');
    await popup.getByText(/sleep/i).first().waitFor();
    await write(await popup.screenshot(), `popup-${colorScheme}`);
  } finally {
    await context.close();
  }
}

const browser = await findBrowser();
if ('problem' in browser) throw new Error(browser.problem);
mkdirSync(folder, { recursive: true });
const server = await serve({ pages: galleryPages() });
try {
  const address = `http://127.0.0.1:${server.port}/`;
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await take(browser.path, address, colorScheme);
    const sheet = await surfaceSheet({ executablePath: browser.path, extension, address, colorScheme });
    await write(sheet, `surfaces-${colorScheme}`);
  }
} finally {
  await server.close();
}
