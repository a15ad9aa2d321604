import type { Claim } from './claim.ts';
import type { Detector, Part } from './detect.ts';
import { createDeltaReader, type PageDelta } from './page-delta.ts';

/** Lets others work; resolves when it is our turn again. */
export type Pause = () => Promise<void>;

/** Sentences between two looks at the clock. */
const STEPS = 8;

/** The claims of a page, all of them or a part; those of the others come by `rest`. */
export type Found = { readonly claims: readonly Claim[] } | Part;

export interface PagesDetector {
  /**
   * The claims of the page, or a part where it names the block that is seen first and there is much to judge. Null where the page
   * must tell all its blocks again.
   */
  detect(delta: PageDelta): Promise<Found | null>;
  /** All claims of a page of which a part was told; null where nothing is known of it. */
  rest(page: string): Promise<Found | null>;
}

/** Pages that never asked for their rest are forgotten from so many on. */
const MOST_RESTS = 40;

/**
 * Detects for many pages in turns of at most about `slice` milliseconds, so that a long page keeps neither a card nor
 * another page waiting.
 */
export function createPagesDetector(
  detector: () => Detector,
  { pause, now, slice = 10 }: { pause: Pause; now: () => number; slice?: number },
): PagesDetector {
  const read = createDeltaReader();
  const rests = new Map<string, Promise<Found>>();

  /** Works until there is something to tell. */
  const workOn = async (work: ReturnType<Detector['steps']>): Promise<Found> => {
    let began = now();
    for (let step = 1; ; step++) {
      const { done, value } = work.next();
      if (done) return { claims: value };
      if (value) return value;
      if (step % STEPS === 0 && now() - began >= slice) {
        await pause();
        began = now();
      }
    }
  };

  return {
    async detect(delta) {
      const page = read(delta);
      if (!page) return null;
      const work = detector().steps(page, delta.near);
      const found = await workOn(work);
      rests.delete(delta.page);
      if ('end' in found) {
        // Worked on at once: the page asks for it as soon as it has painted.
        rests.set(
          delta.page,
          pause().then(() => workOn(work)),
        );
        for (const oldest of rests.keys()) {
          if (rests.size <= MOST_RESTS) break;
          rests.delete(oldest);
        }
      }
      return found;
    },

    async rest(page) {
      const found = rests.get(page) ?? null;
      rests.delete(page);
      return found;
    },
  };
}
