import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [await WxtVitest()],
  test: {
    include: ['tests/{lib,data,components,structure,scripts,entrypoints}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Long pages are read in earnest, on machines that others use as well: only what hangs may fail by time.
    testTimeout: 120_000,
  },
});
