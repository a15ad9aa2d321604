/** How long a pause may be chosen to last. */
export type PauseLength = 'hour' | 'today';

/**
 * When a pause that begins now ends: in an hour, or at the next midnight of the reader's clock.
 *
 * @param now Milliseconds since 1970.
 * @returns Milliseconds since 1970.
 */
export function pauseEnd(now: number, length: PauseLength): number {
  if (length === 'hour') return now + 3_600_000;
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  return midnight.getTime();
}

export const isPaused = ({ until }: { readonly until: number }, now: number): boolean => now < until;
