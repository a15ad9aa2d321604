// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPage } from '../../entrypoints/content/watch-page.ts';

let end: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  // The browser is always idle: what it is asked for comes with the next turn.
  vi.stubGlobal('requestIdleCallback', (call: () => void) => setTimeout(call));
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A watch whose work is told, and done at once unless `unfinished` says how often it is not. */
function watched(unfinished = 0) {
  let works = 0;
  const watch = watchPage({
    signal: end.signal,
    isOurs: () => false,
    changes: { onNode: () => undefined, onAttribute: () => undefined, onOurs: () => undefined },
    work() {
      works += 1;
      return works > unfinished;
    },
  });
  return { watch, works: () => works };
}

test('looks at once at what comes to a page at rest, and some ten times a second at one that never rests', () => {
  const { watch, works } = watched();
  watch.schedule();
  vi.advanceTimersByTime(1);
  expect(works()).toBe(1);
  for (let i = 0; i < 200; i++) {
    watch.schedule();
    vi.advanceTimersByTime(5);
  }
  expect(works()).toBeGreaterThan(5);
  expect(works()).toBeLessThan(15);
  vi.advanceTimersByTime(1000);
  const before = works();
  watch.schedule();
  vi.advanceTimersByTime(1);
  expect(works()).toBe(before + 1);
});

test('works on at once at what is not done', () => {
  const { watch, works } = watched(20);
  watch.schedule();
  vi.advanceTimersByTime(30);
  expect(works()).toBe(21);
});

test('works no more once it has ended', () => {
  const { watch, works } = watched();
  watch.schedule();
  end.abort();
  vi.advanceTimersByTime(1000);
  expect(works()).toBe(0);
});
