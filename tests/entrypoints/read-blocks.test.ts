// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { createReader } from '../../entrypoints/content/read-blocks.ts';

/** As a browser has it of a plain block; happy-dom leaves out what no sheet says. */
const PLAIN = {
  display: 'block',
  visibility: 'visible',
  position: 'static',
  cssFloat: 'none',
  whiteSpace: 'normal',
} as CSSStyleDeclaration;

const asked = vi.spyOn(window, 'getComputedStyle').mockImplementation(() => PLAIN);

const reader = () =>
  createReader(document.documentElement, {
    isOurs: () => false,
    onShadowRoot: () => undefined,
    onElement: () => undefined,
  });

const list = (items: number) => {
  document.body.innerHTML = `<ul>${'<li>item</li>'.repeat(items)}</ul>`;
  return [...document.querySelectorAll('li')];
};

beforeEach(() => {
  document.body.replaceChildren();
});

test('a list of thousands is read in stretches', () => {
  list(3000);
  const page = reader();
  const stretches: number[] = [];
  for (let done = false; !done; ) {
    asked.mockClear();
    done = page.read(() => false);
    stretches.push(asked.mock.calls.length);
  }
  expect(Math.max(...stretches)).toBeLessThanOrEqual(101);
  expect(page.blocks()).toHaveLength(3000);
});

test('a list that changes while it is read is read to its end', () => {
  const items = list(1000);
  const page = reader();
  for (let step = 0; step < 6; step++) expect(page.read(() => false)).toBe(false);
  for (const item of items.slice(100, 300)) item.remove();
  items[999]!.textContent = 'last';
  page.touch(items[0]!.parentElement!);
  page.read(() => true);
  const texts = page.blocks().map(({ block }) => block.text);
  expect(texts).toHaveLength(800);
  expect(texts.at(-1)).toBe('last');
});

test('a list that changes at any step of being read and put in order is told as it is in the end', () => {
  const steps = (page: ReturnType<typeof reader>, most: number) => {
    let count = 0;
    while (count < most && !page.read(() => false)) count += 1;
    return count;
  };
  list(1200);
  const all = steps(reader(), Number.POSITIVE_INFINITY);
  // The blocks are put in order in the last of them.
  for (const most of [0, 1, 7, 500, ...Array.from({ length: 4 }, (_, at) => all - at)]) {
    const items = list(1200);
    const page = reader();
    steps(page, most);
    const before = page.blocks();
    const seen = [...before];
    items[0]!.textContent = 'first';
    items[1199]!.remove();
    page.touch(items[0]!);
    page.touch(items[1]!.parentElement!);
    page.read(() => true);
    const texts = page.blocks().map(({ block }) => block.text);
    expect(texts).toEqual(['first', ...Array(1198).fill('item')]);
    // Who was given the blocks earlier keeps them as they were.
    expect(before).toEqual(seen);
  }
});
