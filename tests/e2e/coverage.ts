/** How often code of the content script ran, by V8's own counters: work measured without a clock. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { extensionFolder } from './extension.ts';

const source = readFileSync(join(extensionFolder, 'content-scripts', 'content.js'), 'utf8');

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

export interface Counters {
  /** How often the blocks of code with these words ran since the last look, together; each block counts once. */
  runsOf(words: string): number;
}

export interface Coverage {
  /** The protocol's session with the page. */
  readonly cdp: CDPSession;
  /** What ran since the last look. */
  look(): Promise<Counters>;
}

/** Starts to count; the page must stand on the site already, so that the next page loads in the same process. */
export async function startCoverage(page: Page): Promise<Coverage> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    cdp,
    async look() {
      const { result } = await cdp.send('Profiler.takePreciseCoverage');
      const functions = result
        .filter(({ url }) => url.endsWith('/content-scripts/content.js'))
        .flatMap((script) => script.functions.map(({ ranges }) => ranges as Range[]));
      const ranges = functions.flat();
      // Blocks stand within their function's ranges, so the narrowest one around a place tells of it. Of a function that
      // was compiled before, the browser counts no blocks: then all its places have one range.
      const rangeAround = (place: number) =>
        ranges
          .filter((r) => r.startOffset <= place && place < r.endOffset)
          .sort((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset))[0];
      return {
        runsOf(words) {
          const around = new Set<Range>();
          for (let at = source.indexOf(words); at >= 0; at = source.indexOf(words, at + 1)) {
            const range = rangeAround(at);
            if (range) around.add(range);
          }
          return [...around].reduce((sum, { count }) => sum + count, 0);
        },
      };
    },
  };
}
