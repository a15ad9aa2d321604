// @ts-check
/** Runs the project's own commands from scripts, on every system, with the output kept for failures. */
import { spawn } from 'node:child_process';

/**
 * How a command ended. `code` is 1 where it could not be started or was ended by a signal.
 *
 * @typedef {{ code: number, output: string }} Ended
 */

/**
 * Runs a program to its end without input; never throws.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string | undefined> }} options
 * @returns {Promise<Ended>} Its output and errors as they came.
 */
export function run(program, args, { cwd, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      // Colour codes would stand in the middle of the one line that a person reads.
      env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a .cmd file on Windows, which only a shell starts.
      shell: process.platform === 'win32' && program === 'npm',
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs npm: the very npm that runs this script where one does, else the one on PATH.
 *
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string | undefined> }} options
 */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') ? run(process.execPath, [own, ...args], options) : run('npm', args, options);
}

/** The last `count` lines that say something. @param {string} output @param {number} count */
export const tail = (output, count) =>
  output
    .split('\n')
    .filter((line) => line.trim())
    .slice(-count)
    .join('\n');
