import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [await WxtVitest()],
  test: {
    include: ['tests/{lib,data,components,structure,scripts,entrypoints}/**/*.test.{ts,tsx}'],
    environment: 'node',
  },
});
