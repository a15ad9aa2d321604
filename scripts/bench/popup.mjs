// @ts-check
/**
 * How long the popup takes to open, by its own clock: from the start of its navigation until its search box stands
 * there, and until the box has answered a first query. Beside it a page of the same extension that holds a box and
 * nothing else, opened in turn with it, so that a slow machine is slow for both.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBehind, openWithExtension } from '../browser.mjs';
import { summary } from './measure.mjs';

/**
 * @typedef {import('./measure.mjs').Summary} Summary
 * @typedef {{ box: Summary, first: number, answer: Summary, bare: Summary }} PopupTimes Milliseconds; `first` is the first box of all.
 */

const BARE = '<!doctype html><head><title>Bare</title></head><script type="module" src="/bare.js"></script>';
const BARE_SCRIPT =
  "document.body.append(Object.assign(document.createElement('input'), { type: 'search' }));";

/**
 * Stands in both pages before their own scripts: notes when the box is there, asks at once, notes the answer, and tells
 * each by the console. To ask the page for them would be to run a script of ours in it while it opens.
 */
const note = () => {
  /** @type {number | undefined} */
  let boxTime;
  new MutationObserver((_, observer) => {
    const box = /** @type {HTMLInputElement | null} */ (document.querySelector('input[type=search]'));
    if (box && boxTime === undefined) {
      boxTime = performance.now();
      console.info(JSON.stringify({ box: boxTime }));
      box.value = 'kratom sleep';
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
    // The line on an overview and its certainty is a result's alone, and no claim's of the page.
    if (!box || !document.querySelector('.row b')) return;
    console.info(JSON.stringify({ box: boxTime, answer: performance.now() }));
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
};

/**
 * @param {string} executablePath
 * @param {string} extension Folder of the built extension; a copy of it gets the bare page.
 * @param {string} address A page to stand in front, as one does under a popup.
 * @param {number} rounds
 * @returns {Promise<PopupTimes>}
 */
export async function timePopup(executablePath, extension, address, rounds) {
  const copy = mkdtempSync(join(tmpdir(), 'leafcheck-bench-'));
  cpSync(extension, copy, { recursive: true });
  writeFileSync(join(copy, 'note.js'), `(${note})()`);
  writeFileSync(join(copy, 'bare.js'), BARE_SCRIPT);
  const pages = { popup: readFileSync(join(copy, 'popup.html'), 'utf8'), bare: BARE };
  for (const [name, html] of Object.entries(pages))
    writeFileSync(
      join(copy, `${name}.html`),
      html.replace('<head>', '<head><script src="/note.js"></script>'),
    );
  const { context, background, extensionId } = await openWithExtension({
    executablePath,
    extension: copy,
    headless: true,
  });
  try {
    const front = context.pages()[0] ?? (await context.newPage());
    await front.goto(address);
    await front.bringToFront();
    const time = async (/** @type {'popup' | 'bare'} */ name, /** @type {'box' | 'answer'} */ last) => {
      const told = context.waitForEvent('console', (message) => message.text().includes(`"${last}":`));
      const page = await openBehind(context, background, `chrome-extension://${extensionId}/${name}.html`);
      const times = JSON.parse((await told).text());
      // The last search of a session would stand in the next popup's box.
      await background.evaluate(() => /** @type {any} */ (globalThis).chrome.storage.session.clear());
      await page.close();
      return times;
    };
    const popups = [];
    const bare = [];
    for (let round = 0; round < rounds; round++) {
      popups.push(await time('popup', 'answer'));
      bare.push((await time('bare', 'box')).box);
    }
    return {
      box: summary(popups.map(({ box }) => box)),
      first: popups[0]?.box ?? 0,
      answer: summary(popups.map(({ answer }) => answer)),
      bare: summary(bare),
    };
  } finally {
    await context.close();
    rmSync(copy, { recursive: true, force: true });
  }
}
