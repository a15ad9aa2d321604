import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findBrowser, quietSwitches } from '../../scripts/browser.mjs';

// The finder reads PATH the POSIX way here; on Windows programs end in .exe.
describe.skipIf(process.platform === 'win32')('findBrowser', () => {
  let folder = '';

  const program = (name: string) => {
    const path = join(folder, name);
    writeFileSync(path, '');
    chmodSync(path, 0o755);
    return path;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leafcheck-browser-'));
    vi.stubEnv('PATH', folder);
    vi.stubEnv('CHROMIUM_PATH', '');
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  test('takes Chromium before Edge and Chrome', async () => {
    program('google-chrome');
    program('microsoft-edge');
    const chromium = program('chromium');
    expect(await findBrowser()).toEqual({ path: chromium });
  });

  test('passes over a file that is no program', async () => {
    const chromium = join(folder, 'chromium');
    writeFileSync(chromium, '', { mode: 0o644 });
    const found = await findBrowser();
    expect(found).not.toEqual({ path: chromium });
  });

  test('takes the path in CHROMIUM_PATH before all else', async () => {
    program('chromium');
    const own = program('my-browser');
    vi.stubEnv('CHROMIUM_PATH', own);
    expect(await findBrowser()).toEqual({ path: own });
  });

  test('says in one line that CHROMIUM_PATH is wrong, and looks no further', async () => {
    program('chromium');
    vi.stubEnv('CHROMIUM_PATH', join(folder, 'nothing'));
    const found = await findBrowser();
    expect(found).toEqual({ problem: expect.stringContaining(join(folder, 'nothing')) });
    expect(found).toEqual({ problem: expect.not.stringContaining('\n') });
  });
});

test('quietSwitches seals the browser only where asked', () => {
  expect(quietSwitches({ sealed: true }).join(' ')).toContain('~NOTFOUND');
  expect(quietSwitches({ sealed: false }).join(' ')).not.toContain('--host-resolver-rules');
});
