import type { SourceKind } from '../../generated/ids.ts';
import type { SourceKindRow } from './tables.ts';

/** What counts for "who was studied". */
export interface StudiedSource {
  readonly kind: SourceKind;
  readonly n?: number;
}

const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

const INDIRECT: ReadonlySet<SourceKind> = new Set(['preclinical', 'review', 'regulator', 'law', 'reference']);

/**
 * Says in a few words what stands behind an answer, strongest kind first:
 * "2 randomised trials, 96 people; 1 survey". People are added up within one kind of study alone, since a
 * review counts again the people of its trials; "at least" where a study of that kind gives no number, and no
 * number where several reviews may share people. Begins with "no study in people" where there is none.
 * Empty for no sources.
 */
export function studied(
  sources: readonly StudiedSource[],
  kinds: { readonly [kind in SourceKind]: SourceKindRow },
): string {
  const parts: string[] = [];
  let direct = false;
  for (const [kind, { one, many, people }] of Object.entries(kinds) as [SourceKind, SourceKindRow][]) {
    const group = sources.filter((source) => source.kind === kind);
    if (group.length === 0) continue;
    if (!INDIRECT.has(kind)) direct = true;
    const counted = group.filter(({ n }) => n !== undefined && n > 0);
    const sum = counted.reduce((total, { n = 0 }) => total + n, 0);
    const mayShare = kind === 'systematic-review' && group.length > 1;
    const who =
      !people || sum === 0 || mayShare
        ? ''
        : `, ${counted.length < group.length ? 'at least ' : ''}${grouped(sum)} ${sum === 1 ? 'person' : 'people'}`;
    parts.push(`${group.length} ${group.length === 1 ? one : many}${who}`);
  }
  if (parts.length > 0 && !direct) parts.unshift('no study in people');
  return parts.join('; ');
}
