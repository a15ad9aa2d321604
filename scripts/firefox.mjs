// @ts-check
/** Where a Firefox is, and how to get one. Plain Node, since set-up runs before anything is installed. */
import { execFileSync } from 'node:child_process';
import { firstProgram, ON_DEBIAN_AS_ROOT } from './browser.mjs';

/** Commands looked for on PATH; the one with long support first, as on Debian. */
const COMMANDS = ['firefox-esr', 'firefox', 'firefox-developer-edition'];

const PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
];

/** A Firefox on this machine: the path in FIREFOX_PATH alone where that is set, else the first found; null without. */
export const findFirefox = () => firstProgram(process.env.FIREFOX_PATH, COMMANDS, PLACES);

/**
 * Gets a Firefox where a package manager can be asked for it: Debian's package, for root on Debian.
 *
 * @param {(line: string) => void} say Told what is being done before it is done.
 * @returns {string | null} Its path; null where there is none to get.
 */
export function installFirefox(say) {
  if (!ON_DEBIAN_AS_ROOT) return null;
  say('No Firefox found: installing it with apt-get.');
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
    execFileSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'firefox-esr'], {
      stdio: 'ignore',
      env,
    });
  } catch {
    say('apt-get could not install firefox-esr.');
  }
  return findFirefox();
}
