import type { Claim } from './claim.ts';
import type { Detector } from './detect.ts';
import { createDeltaReader, type PageDelta } from './page-delta.ts';

/** Lets others work; resolves when it is our turn again. */
export type Pause = () => Promise<void>;

/** Sentences between two looks at the clock. */
const STEPS = 8;

/**
 * Detects for many pages in turns of at most about `slice` milliseconds, so that a long page keeps neither a card nor
 * another page waiting. The answer is null where the page must tell all its blocks again.
 */
export function createPagesDetector(
  detector: () => Detector,
  { pause, now, slice = 10 }: { pause: Pause; now: () => number; slice?: number },
): (delta: PageDelta) => Promise<readonly Claim[] | null> {
  const read = createDeltaReader();
  return async (delta) => {
    const page = read(delta);
    if (!page) return null;
    const work = detector().steps(page);
    let began = now();
    for (let step = 1; ; step++) {
      const { done, value } = work.next();
      if (done) return value;
      if (step % STEPS === 0 && now() - began >= slice) {
        await pause();
        began = now();
      }
    }
  };
}
