import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { root } from '../../scripts/setup.mjs';

const start = (...args: string[]) =>
  run(process.execPath, [join(root, 'scripts', 'start.mjs'), ...args], { cwd: root });

/** What a person should see of a mistake: one line, exit code 1. */
async function expectOneLine(args: string[], says: string) {
  const { code, output } = await start(...args);
  expect(output).toContain(says);
  expect(output.trim()).not.toContain('\n');
  expect(code).toBe(1);
}

// Each of these ends before anything is installed or built.
describe('npm start', () => {
  test.each([
    { args: ['no-such-page.html'], says: 'No file at' },
    { args: ['http://'], says: 'Not an address' },
    { args: ['ftp://example.org/page'], says: 'neither' },
    { args: ['a.html', 'b.html'], says: 'One page at a time' },
    { args: ['--port', 'ninety'], says: '--port takes a number' },
    { args: ['--port', '70000'], says: '--port takes a number' },
    { args: ['--nonsense'], says: '--nonsense' },
  ])('says what is wrong with $args', async ({ args, says }) => {
    await expectOneLine(args, says);
  });

  test('says that a folder is no page', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leafcheck-start-'));
    await expectOneLine([folder], 'is no file');
    rmSync(folder, { recursive: true });
  });

  test('says that the port is in use', async () => {
    const other = await serve({});
    await expectOneLine(['--port', String(other.port)], `Port ${other.port} is in use`);
    await other.close();
  });

  test('explains itself', async () => {
    const { code, output } = await start('--help');
    expect(output).toContain('FILE_OR_URL');
    expect(code).toBe(0);
  });
});
