/** Which block of a page stands first in the window. */
import type { ReadBlock } from './block-parts.ts';

/** A page of fewer blocks is judged so soon that nothing is gained. */
const MANY = 100;
/** So many of the blocks are looked at, evenly through the page. */
const SAMPLES = 64;
/** Milliseconds after which the page is taken from its top: what has gone meanwhile is never answered for. */
const PATIENCE = 100;

/**
 * The place of the last block, of some that are looked at, which begins above the window; 0 at the top of the page.
 * Asked of an observer, which answers with the next frame: to measure from here would make the browser lay out the page.
 */
export async function nearestBlock(blocks: readonly ReadBlock[]): Promise<number> {
  if (blocks.length < MANY) return 0;
  const step = Math.ceil(blocks.length / SAMPLES);
  const places = new Map<Element, number>();
  for (let at = 0; at < blocks.length; at += step) {
    const { element } = blocks[at]!;
    if (!places.has(element)) places.set(element, at);
  }
  let observer: IntersectionObserver | undefined;
  const nearest = await new Promise<number>((resolve) => {
    observer = new IntersectionObserver((entries) =>
      resolve(
        Math.max(
          0,
          ...entries
            .filter(({ boundingClientRect: { top, height } }) => top < 0 && height > 0)
            .map(({ target }) => places.get(target) ?? 0),
        ),
      ),
    );
    for (const element of places.keys()) observer.observe(element);
    setTimeout(resolve, PATIENCE, 0);
  });
  observer?.disconnect();
  return nearest;
}
