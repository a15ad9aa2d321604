/** The settings -> whether this page is read, and how: now, and at once after each change. */
import { isPaused } from '../../lib/settings/pause.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { isOn } from '../../lib/sites.ts';
import type { PageSite } from '../shared/messages.ts';
import { readSettings, watchSettings } from '../shared/settings.ts';
import { watchAddress } from './watch-address.ts';

/** Whether marks are shown on this page, and why not. */
export type PageMode = 'on' | 'off' | 'paused';

interface Orders {
  readonly signal: AbortSignal;
  /** The address that rules are held against now. */
  site(): PageSite;
  /** The first settings, and each time that they or the page's mode change. */
  obey(mode: PageMode, settings: Settings): void;
}

/** The longest wait that a timer can hold, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/**
 * Starts to watch; ends with the signal. Where the settings cannot be read at all, the page is left alone.
 *
 * @returns To be called where the address of `site` has changed.
 */
export function obeySettings({ signal, site, obey }: Orders): () => void {
  let settings: Settings | null = null;
  let mode: PageMode | null = null;
  let resuming: ReturnType<typeof setTimeout> | undefined;

  const modeOf = ({ sites, pause }: Settings): PageMode => {
    const { host, path } = site();
    if (!isOn(sites, host, path)) return 'off';
    return isPaused(pause, Date.now()) ? 'paused' : 'on';
  };
  const look = () => {
    if (!settings) return;
    clearTimeout(resuming);
    mode = modeOf(settings);
    if (mode === 'paused')
      resuming = setTimeout(look, Math.min(LONGEST, settings.pause.until - Date.now() + 50));
    obey(mode, settings);
  };
  const take = (next: Settings) => {
    settings = next;
    look();
  };
  // A page that builds its next view itself may come under another rule, or out of the pause of a sleeping tab.
  const lookAgain = () => {
    if (settings && modeOf(settings) !== mode) look();
  };

  watchSettings(take, signal);
  watchAddress(signal, lookAgain);
  document.addEventListener('visibilitychange', lookAgain, { signal });
  signal.addEventListener('abort', () => clearTimeout(resuming));
  void readSettings().then(
    (first) => {
      if (!settings) take(first);
    },
    () => undefined,
  );
  return lookAgain;
}
