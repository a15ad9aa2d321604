// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCountSayer } from '../../entrypoints/content/say-count.ts';

/** Longer than any count takes to settle. */
const LONG = 60_000;

const sayer = () => createCountSayer({ t: (_, __, count) => `${count} claims`, language: 'en' });
const regions = () =>
  [...document.documentElement.children].flatMap((element) => [
    ...(element.shadowRoot?.querySelectorAll('[role=status]') ?? []),
  ]);
const heard = () => regions().map(({ textContent }) => textContent);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  for (const region of regions()) (region.getRootNode() as ShadowRoot).host.remove();
});

test('says a count once it has settled, from a region that was there before', () => {
  const { tell } = sayer();
  tell(2);
  expect(heard()).toEqual(['']);
  vi.advanceTimersByTime(1000);
  tell(5);
  vi.advanceTimersByTime(1000);
  expect(heard()).toEqual(['']);
  vi.advanceTimersByTime(LONG);
  expect(heard()).toEqual(['5 claims']);
});

test('says it once, however the page changes', () => {
  const { tell } = sayer();
  tell(5);
  vi.advanceTimersByTime(LONG);
  tell(9);
  vi.advanceTimersByTime(LONG);
  expect(heard()).toEqual(['5 claims']);
});

test('leaves a page without claims as it is', () => {
  const { tell } = sayer();
  tell(0);
  vi.advanceTimersByTime(LONG);
  expect(heard()).toEqual([]);
});

test('says nothing where the claims went before they had settled', () => {
  const { tell } = sayer();
  tell(2);
  tell(0);
  vi.advanceTimersByTime(LONG);
  expect(heard()).toEqual(['']);
});

test('begins anew at another address, once the claims are others', () => {
  const { tell, move } = sayer();
  tell(5);
  vi.advanceTimersByTime(LONG);
  move();
  vi.advanceTimersByTime(LONG);
  expect(heard()).toEqual(['']);
  tell(5);
  vi.advanceTimersByTime(LONG);
  expect(heard()).toEqual(['5 claims']);
});

test('still says a count that an address change came before', () => {
  const { tell, move } = sayer();
  tell(5);
  move();
  vi.advanceTimersByTime(LONG);
  expect(heard()).toEqual(['5 claims']);
});

test('comes back where the page has thrown it out, and leaves nothing at its end', () => {
  const { tell, stop, isOurs } = sayer();
  tell(5);
  const { host } = regions()[0]?.getRootNode() as ShadowRoot;
  expect(isOurs(host)).toBe(true);
  expect(isOurs(document.body)).toBe(false);
  host.remove();
  tell(6);
  vi.advanceTimersByTime(LONG);
  expect(heard()).toEqual(['6 claims']);
  stop();
  expect(heard()).toEqual([]);
  expect(isOurs(null)).toBe(false);
});
