// @ts-check
/**
 * `node scripts/contact-sheet.mjs [--seed N] [--out FOLDER]`: draws 40 entries at random and puts pictures of their
 * cards side by side, one PNG a theme, to be read through by eye. Needs a build; the same seed draws the same
 * entries. Writes into .output/ by default, which is not committed.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { findBrowser, openWithExtension } from './browser.mjs';
import { root } from './setup.mjs';

const DRAWN = 40;
const COLUMNS = 8;
/** CSS pixels: the width of a card, the room around it, the height of the address above it. */
const CARD = 360;
const GAP = 16;
const LABEL = 24;

/** Mulberry32, a public-domain generator: numbers from 0 to 1 that a seed repeats. @param {number} seed */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Some of a list, each at most once, in the list's order. @param {readonly string[]} list @param {number} seed */
function draw(list, seed) {
  const random = randomFrom(seed);
  const left = [...list];
  const drawn = new Set();
  while (drawn.size < DRAWN && left.length > 0)
    drawn.add(left.splice(Math.floor(random() * left.length), 1)[0]);
  return list.filter((item) => drawn.has(item));
}

/** An address as a picture, to stand above its card. @param {string} text @param {string} ink */
const label = (text, ink) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD}" height="${LABEL}"><text x="0" y="16" font-family="monospace" font-size="13" fill="${ink}">${text}</text></svg>`,
  );

/**
 * @param {readonly { address: string, png: Buffer, height: number }[]} cards
 * @param {'light' | 'dark'} theme @param {string} path
 */
async function write(cards, theme, path) {
  const bottoms = Array.from({ length: COLUMNS }, () => GAP);
  const parts = cards.flatMap(({ address, png, height }) => {
    const top = Math.min(...bottoms);
    const column = bottoms.indexOf(top);
    const left = GAP + column * (CARD + GAP);
    bottoms[column] = top + LABEL + height + GAP;
    const ink = theme === 'dark' ? '#e9ebee' : '#1d2126';
    return [
      { input: label(address, ink), left, top },
      { input: png, left, top: top + LABEL },
    ];
  });
  await sharp({
    create: {
      width: GAP + COLUMNS * (CARD + GAP),
      height: Math.max(...bottoms),
      channels: 3,
      background: theme === 'dark' ? '#121417' : '#f4f2ec',
    },
  })
    .composite(parts)
    .png()
    .toFile(path);
  console.log(path);
}

/** @param {string} executablePath @param {string} extension @param {number} seed @param {'light' | 'dark'} theme */
async function take(executablePath, extension, seed, theme) {
  const { context, extensionId } = await openWithExtension({
    executablePath,
    extension,
    headless: true,
    context: {
      colorScheme: theme,
      viewport: { width: CARD + 32, height: 900 },
      locale: 'en-US',
      reducedMotion: 'reduce',
    },
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const library = `chrome-extension://${extensionId}/library.html`;
    await page.goto(`${library}#/?view=list`);
    const entries = page.locator('main a.entry');
    await entries.first().waitFor();
    const all = await entries.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const cards = [];
    for (const address of draw(all, seed)) {
      await page.goto(`${library}${address}`);
      const card = page.locator('main .card');
      await card.waitFor();
      // As it opens on a page: the parts that can be folded are.
      await card.evaluate((element) => {
        for (const part of element.querySelectorAll('details')) part.open = false;
        if (element instanceof HTMLElement) element.style.padding = '8px 12px';
      });
      const png = await card.screenshot();
      const { height = 0, width = CARD } = await sharp(png).metadata();
      if (width > CARD) throw new Error(`The card at ${address} is ${width} px wide, over ${CARD}.`);
      cards.push({ address, png, height });
    }
    return cards;
  } finally {
    await context.close();
  }
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: join(root, '.output') },
  },
});
const seed = Number(values.seed);
if (!Number.isInteger(seed)) throw new Error(`--seed takes a whole number, not ${values.seed}.`);
const extension = join(root, '.output', 'chrome-mv3');
if (!existsSync(join(extension, 'manifest.json')))
  throw new Error(`No built extension in ${extension}: run "npm run build" first.`);
const browser = await findBrowser();
if ('problem' in browser) throw new Error(browser.problem);
const folder = resolve(values.out);
mkdirSync(folder, { recursive: true });
for (const theme of /** @type {const} */ (['light', 'dark']))
  await write(
    await take(browser.path, extension, seed, theme),
    theme,
    join(folder, `contact-sheet-${seed}-${theme}.png`),
  );
