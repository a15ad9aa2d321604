import type { Certainty, Verdict } from '../generated/ids.ts';
import { isSure, verdictSign } from '../lib/evidence/wording.ts';

interface VerdictMarkProps {
  readonly verdict: Verdict;
  readonly certainty: Certainty;
}

/** A verdict's sign in a square: full at moderate or high certainty, pale below. Its words stand beside it. */
export function VerdictMark({ verdict, certainty }: VerdictMarkProps) {
  return (
    <span class={`mark verdict-${verdict}${isSure(certainty) ? ' sure' : ''}`} aria-hidden="true">
      {verdictSign(verdict)}
    </span>
  );
}
