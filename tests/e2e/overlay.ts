/** What a reader notices of marks and cards on a page of tests/pages/overlay: where they are, and what else changed. */
import type { Page, Worker } from '@playwright/test';
import sharp from 'sharp';
import type { Message, PageReport, ToPage } from '../../entrypoints/shared/messages.ts';
import { expect, type Site } from './extension.ts';

declare const chrome: typeof import('wxt/browser').browser;

export const CLAIM = 'Kratom helps with opioid withdrawal symptoms.';
export const OTHER = 'Kava is a natural way to ease anxiety during alcohol withdrawal.';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const visit = (page: Page, site: Site, name: string) => page.goto(site.url(`overlay/${name}`));

/** The painted texts of a document, in page order; a range whose text is gone shows as an empty string. */
export const marked = (page: Pick<Page, 'evaluate'>) =>
  page.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .map((range) => {
        const live = document.createRange();
        try {
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          // What left the page is painted nowhere, though its text is still held.
          if (!range.startContainer.isConnected) live.collapse();
        } catch {
          live.collapse();
        }
        return live;
      })
      .sort((a, b) =>
        a.startContainer.getRootNode() === b.startContainer.getRootNode()
          ? a.compareBoundaryPoints(Range.START_TO_START, b)
          : 0,
      )
      .map((range) => range.toString()),
  );

/** Waits until exactly these texts are painted. */
export const expectMarked = (page: Pick<Page, 'evaluate'>, texts: readonly string[]) =>
  expect.poll(() => marked(page), { timeout: 40_000 }).toEqual(texts);

/** How many marks there are in the first frame that has any, and how many of them in the window. */
export const firstMarked = (page: Evaluates) =>
  page.evaluate(
    () =>
      new Promise<{ first: number; inWindow: number }>((resolve) => {
        const look = () => {
          const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
          if (ranges.length === 0) {
            requestAnimationFrame(look);
            return;
          }
          const isSeen = ({ startContainer }: AbstractRange) => {
            const box = startContainer.parentElement?.getBoundingClientRect();
            return box !== undefined && box.bottom > 0 && box.top < innerHeight;
          };
          resolve({ first: ranges.length, inWindow: ranges.filter(isSeen).length });
        };
        look();
      }),
  );

/** Sends what popup and commands send to the page in front; null where no one answers. */
export const tell = <Name extends keyof ToPage>(
  background: Worker,
  name: Name,
  params: ToPage[Name]['params'],
): Promise<ToPage[Name]['answer'] | null> =>
  background.evaluate(
    async (message) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      try {
        return await chrome.tabs.sendMessage(tab?.id as number, message, { frameId: 0 });
      } catch {
        return null;
      }
    },
    { name, params } as Message<ToPage>,
  );

/** The sentences that popup and panel list. */
export const listed = async (background: Worker) =>
  ((await tell(background, 'getReport', {})) as PageReport | null)?.claims.map(({ sentence }) => sentence);

/**
 * The box around all pixels that marks change, in CSS pixels: the page is pictured with its highlights and without.
 * Null where they change none.
 */
export async function paintedBox(page: Evaluates & Pick<Page, 'screenshot'>): Promise<Box | null> {
  const picture = async () => {
    const { data, info } = await sharp(await page.screenshot({ scale: 'css' }))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, ...info };
  };
  const painted = await picture();
  await page.evaluate(() => {
    const all = [...CSS.highlights];
    Object.assign(window, { kept: all });
    CSS.highlights.clear();
  });
  const plain = await picture();
  await page.evaluate(() => {
    for (const [name, highlight] of (window as unknown as { kept: [string, Highlight][] }).kept)
      CSS.highlights.set(name, highlight);
  });
  const found: Box[] = [];
  for (let at = 0; at < plain.data.length; at += plain.channels) {
    if (plain.data.compare(painted.data, at, at + plain.channels, at, at + plain.channels) === 0) continue;
    const x = (at / plain.channels) % plain.width;
    const y = Math.floor(at / plain.channels / plain.width);
    found.push({ left: x, top: y, right: x + 1, bottom: y + 1 });
  }
  if (found.length === 0) return null;
  return found.reduce((a, b) => ({
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  }));
}

/** A page of either driver, as far as both are alike. */
export type Evaluates = Pick<Page, 'evaluate'>;

/** The box around an element's text, as far as the window shows it. */
export const boxOf = (page: Evaluates, selector = '#words'): Promise<Box> =>
  page.evaluate((which) => {
    const range = document.createRange();
    const inside = document.querySelector('page-app')?.shadowRoot;
    range.selectNodeContents((document.querySelector(which) ?? inside?.querySelector(which)) as Element);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    return {
      left: Math.max(0, left),
      top: Math.max(0, top),
      right: Math.min(innerWidth, right),
      bottom: Math.min(innerHeight, bottom),
    };
  }, selector);

/** The middle of the first line of an element's text. */
export const placeIn = (page: Evaluates, selector = '#words') =>
  page.evaluate((which) => {
    const range = document.createRange();
    const inside = document.querySelector('page-app')?.shadowRoot;
    range.selectNodeContents((document.querySelector(which) ?? inside?.querySelector(which)) as Element);
    const rect = range.getClientRects()[0] as DOMRect;
    return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
  }, selector);

export const card = (page: Page) => page.locator('section.leafcheck[role=dialog]');

/** All of the page that must be the same before and after. */
export const stateOf = (page: Page) =>
  page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    scroll: [document.documentElement, ...document.querySelectorAll('*')].map(({ scrollLeft, scrollTop }) => [
      scrollLeft,
      scrollTop,
    ]),
    focus: document.activeElement?.outerHTML.slice(0, 80),
    selection: String(getSelection()),
    title: document.title,
  }));

/** CSS pixels between a card and the words, 0 where they touch. */
const apart = (box: { x: number; y: number; width: number; height: number }, words: Box) =>
  Math.hypot(
    Math.max(0, box.x - words.right, words.left - box.x - box.width),
    Math.max(0, box.y - words.bottom, words.top - box.y - box.height),
  );

/** Clicks the words, finds their card within the window and near them, and closes it. The page stays as it was. */
export async function expectCard(page: Page, selector = '#words', words = 'Kratom'): Promise<void> {
  const before = await stateOf(page);
  const { x, y } = await placeIn(page, selector);
  await page.mouse.click(x, y);
  await expect(card(page)).toContainText(words);
  await expect(card(page)).toHaveCSS('opacity', '1');
  await expect
    .poll(async () => {
      const box = await card(page).boundingBox();
      const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      return (
        box !== null &&
        box.x >= 0 &&
        box.y >= 0 &&
        box.x + box.width <= size.width + 0.5 &&
        box.y + box.height <= size.height + 0.5 &&
        box.height > 60 &&
        apart(box, await boxOf(page, selector)) < 20
      );
    })
    .toBe(true);
  await card(page).getByRole('button', { name: 'Close' }).click();
  await expect(card(page)).toBeHidden();
  expect(await stateOf(page)).toEqual(before);
}
