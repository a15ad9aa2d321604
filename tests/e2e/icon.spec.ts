/** The icon's colour: grey where Leafcheck is off or paused. */
import { join } from 'node:path';
import type { Worker } from '@playwright/test';
import sharp from 'sharp';
import { expect, extensionFolder, test } from './extension.ts';
import { markCount } from './marks.ts';

test.setTimeout(90_000);

declare const chrome: typeof import('wxt/browser').browser;

const PAGE = '<h1>Withdrawal</h1><p>Kratom helps with opioid withdrawal symptoms.</p>';

type Set = { tabId: number; path: Record<string, string>; taken: boolean };

/** Notes each icon that the background sets, and whether the browser took it; the browser tells of none. */
async function noteIcons(background: Worker) {
  await background.evaluate(() => {
    const icons: Set[] = [];
    Object.assign(globalThis, { icons });
    const { setIcon } = chrome.action;
    chrome.action.setIcon = async (details: object) => {
      const note = { ...(details as Set), taken: false };
      icons.push(note);
      await (setIcon as (details: object) => Promise<void>).call(chrome.action, details);
      note.taken = true;
    };
  });
  return async () => {
    const icons = await background.evaluate(() => (globalThis as unknown as { icons: Set[] }).icons);
    const last = icons.at(-1);
    return last?.taken ? last.path : null;
  };
}

/** The widest gap between the channels of any pixel of a picture: 0 for pure grey. */
async function colour(path: string): Promise<number> {
  const { data, info } = await sharp(join(extensionFolder, path))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let widest = 0;
  for (let at = 0; at < data.length; at += info.channels) {
    if ((data[at + 3] ?? 0) < 128) continue;
    const channels = [...data.subarray(at, at + 3)];
    widest = Math.max(widest, Math.max(...channels) - Math.min(...channels));
  }
  return widest;
}

test('turns grey where it is off or paused, and green again', async ({ page, site, background }) => {
  const icon = await noteIcons(background);
  const isGrey = async () => {
    const path = await icon();
    if (!path) return 'no icon';
    const colours = await Promise.all(Object.values(path).map(colour));
    return colours.every((width) => width < 40)
      ? 'grey'
      : colours.every((width) => width > 60)
        ? 'green'
        : colours.join();
  };
  const set = (settings: object) => background.evaluate((all) => chrome.storage.local.set(all), settings);
  await page.goto(site.html(PAGE));
  await expect.poll(() => markCount(page)).toBe(1);
  await expect.poll(isGrey).toBe('green');
  await test.step('off here', async () => {
    await set({ sites: { version: 2, value: { otherwise: 'on', hosts: { '127.0.0.1': 'off' } } } });
    await expect.poll(isGrey).toBe('grey');
    await set({ sites: { version: 2, value: { otherwise: 'on', hosts: {} } } });
    await expect.poll(isGrey).toBe('green');
  });
  await test.step('paused', async () => {
    await set({ pause: { version: 1, value: { until: Date.now() + 3_600_000 } } });
    await expect.poll(isGrey).toBe('grey');
    await set({ pause: { version: 1, value: { until: 0 } } });
    await expect.poll(isGrey).toBe('green');
  });
  await test.step('off on a page that loads', async () => {
    await set({ sites: { version: 2, value: { otherwise: 'off', hosts: {} } } });
    await page.goto(site.html('<p>Nothing here.</p>'));
    await expect.poll(isGrey).toBe('grey');
  });
});
