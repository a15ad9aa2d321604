/** `npm start` as a person without a display runs it, on the build under test. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../scripts/run.mjs';
import { expect, extensionFolder, test } from './extension.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const start = (...args: string[]) =>
  run(process.execPath, [join(root, 'scripts', 'start.mjs'), '--headless', ...args], {
    cwd: root,
    env: { LEAFCHECK_EXT: extensionFolder },
  });

test('prints each marked claim of the article and leaves a screenshot', async () => {
  const { code, output } = await start();
  expect(output).toContain('may enhance both sleep duration and quality');
  expect(output).toMatch(/^ {4}kratom · sleep · \w+/m);
  expect(output).toMatch(/^\d+ sentences marked, \d+ claims\.$/m);
  const screenshot = /^Screenshot with the first card open: (.+)$/m.exec(output)?.[1] ?? '';
  expect(existsSync(screenshot), output).toBe(true);
  expect(code).toBe(0);
});

test('opens a file of one’s own, and says so where nothing is marked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leafcheck-page-'));
  const page = join(folder, 'my page.html');
  writeFileSync(page, '<!doctype html><title>Bread</title><p>Knead the dough for ten minutes.</p>');
  const { code, output } = await start(page);
  rmSync(folder, { recursive: true });
  expect(output).toContain('No claims found');
  expect(code).toBe(0);
});

test('says in one line that an address does not answer', async () => {
  const { code, output } = await start('http://127.0.0.1:9/');
  expect(output.trim()).toMatch(/^Cannot open http:\/\/127\.0\.0\.1:9\/ \(net::ERR_\w+\)\.$/);
  expect(code).toBe(1);
});
