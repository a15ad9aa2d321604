/**
 * Trains the network that reads a page in order, and writes data/model/network.json: `npm run train:network`. The learning
 * itself is done by train-network.py, which needs PyTorch.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimTables } from './build/claim-tables.ts';
import { readData } from './build/read-data.ts';
import { networkFiles } from './corpus.ts';
import { writeNetworkLessons } from './network-lessons.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The Python to run, where `python3` is not the one that has PyTorch: PYTHON=/usr/bin/python3 npm run train:network. */
const python = process.env.PYTHON ?? 'python3';
/** Whether the script went well; where it did not it has said why. */
function learns(...args: string[]): boolean {
  const { error, status } = spawnSync(python, [join(root, 'scripts/train-network.py'), ...args], {
    stdio: 'inherit',
  });
  if (error)
    console.error(`${python} does not run (${error.message}). Install Python 3, or name it: PYTHON=...`);
  return status === 0;
}

// Before minutes of work it should be known that PyTorch is there.
if (!learns('--check')) process.exit(1);
const folder = mkdtempSync(join(tmpdir(), 'leafcheck-network-'));
try {
  const lessons = join(folder, 'lessons.jsonl');
  writeNetworkLessons(lessons, claimTables(root, readData(root)), networkFiles(root));
  if (!learns(lessons, join(root, 'data/model/network.json'))) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
