import { VERDICTS, type Verdict } from '../../generated/ids.ts';
import type { ListedClaim } from './messages.ts';

/** The verdict that leads in a list: the worst among the sentence's pairs, `none` where nothing is held on any. */
export const worstVerdict = ({ pairs }: Pick<ListedClaim, 'pairs'>): Verdict | 'none' =>
  VERDICTS.find((verdict) => pairs.some((pair) => pair.verdict === verdict)) ?? 'none';
