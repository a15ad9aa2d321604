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
  /** How often the places where these words stand ran since the last look, together. */
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
      // Blocks stand within their function's ranges, so the narrowest one around a place tells of it.
      const countAt = (place: number) => {
        const around = ranges.filter((r) => r.startOffset <= place && place < r.endOffset);
        around.sort((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset));
        return around[0]?.count ?? 0;
      };
      return {
        runsOf(words) {
          let runs = 0;
          for (let at = source.indexOf(words); at >= 0; at = source.indexOf(words, at + 1))
            runs += countAt(at);
          return runs;
        },
      };
    },
  };
}
