import type { SubstanceId, Verdict } from '../generated/ids.ts';
import { VERDICTS } from '../generated/ids.ts';
import { topicWording } from '../lib/evidence/wording.ts';
import type { ClaimRow } from './ClaimList.tsx';

/** How the panel orders the claims of a page. */
export type Grouping = 'page' | 'substance' | 'verdict';

/** Claims under one heading, in page order. */
export interface ClaimGroup {
  readonly id: SubstanceId | Verdict | 'none' | 'all';
  readonly claims: readonly ClaimRow[];
}

/**
 * The claims in groups, none of them empty. By page: one group. By substance: in the order in which the page first
 * names them; a sentence on two substances stands in both. By verdict: worst first.
 */
export function groupClaims(claims: readonly ClaimRow[], grouping: Grouping): ClaimGroup[] {
  if (claims.length === 0) return [];
  if (grouping === 'page') return [{ id: 'all', claims }];
  if (grouping === 'verdict')
    return [...VERDICTS, 'none' as const]
      .map((id) => ({ id, claims: claims.filter(({ verdict }) => verdict === id) }))
      .filter((group) => group.claims.length > 0);
  const substances = new Set(claims.flatMap(({ pairs }) => pairs.map(({ substance }) => substance)));
  return [...substances].map((id) => ({
    id,
    claims: claims.filter(({ pairs }) => pairs.some(({ substance }) => substance === id)),
  }));
}

/** The claims whose sentence, substances or topics hold every word of the filter, whatever its case. */
export function filterClaims(
  claims: readonly ClaimRow[],
  filter: string,
  nameOf: (substance: SubstanceId) => string,
): readonly ClaimRow[] {
  const wanted = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return claims;
  return claims.filter(({ sentence, pairs }) => {
    const about = pairs.map(({ substance, topic }) => `${nameOf(substance)} ${topicWording(topic)}`);
    const text = [sentence, ...about].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
