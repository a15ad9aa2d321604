import type { Hit } from './lexicon.ts';

// A substance that is itself what people come off: on a page about kratom withdrawal the symptoms are kratom's.

/** Where a substance is spoken of as one to quit, nearest first. */
export type QuitPlace = 'own' | 'lead' | 'head' | 'path' | 'before' | 'none';

/** Between "withdrawal" and "kratom", "addicted" and "kratom". */
const LINKS = new Set(['from', 'to', 'on', 'of', 'the', 'my']);

/** The substances that a sentence, read as `hits` and `stems`, has next to a word of quitting: "kratom withdrawal", "off kratom". */
export function quitsOf(hits: readonly Hit[], stems: readonly string[]): ReadonlySet<string> {
  const quits = new Set<string>();
  const words = hits.filter(({ type, id }) => type === 'cue' && id === 'quitting');
  if (words.length === 0) return quits;
  for (const { type, id, at, words: length } of hits) {
    if (type !== 'sub') continue;
    const isQuit = words.some(({ at: quit, words: count }) => {
      const gap = at - quit - count;
      return quit === at + length || gap === 0 || (gap === 1 && LINKS.has(stems[at - 1] ?? ''));
    });
    if (isQuit) quits.add(id);
  }
  return quits;
}

interface Naming {
  readonly hits: readonly Hit[];
  readonly quits: ReadonlySet<string>;
}

/** Shares of the sentences naming a substance from which on a page speaks more of quitting it. */
const SHARES = [0.1, 0.25];

/** How much a page speaks of quitting each substance that it speaks of quitting at all: 1 to 3. */
export function quitLevels(sentences: readonly Naming[]): ReadonlyMap<string, number> {
  const quitting = new Map<string, number>();
  for (const { quits } of sentences) for (const id of quits) quitting.set(id, (quitting.get(id) ?? 0) + 1);
  return new Map(
    [...quitting].map(([id, count]) => {
      const named = sentences.filter(({ hits }) => hits.some((h) => h.type === 'sub' && h.id === id));
      return [id, 1 + SHARES.filter((share) => count / named.length >= share).length];
    }),
  );
}

interface Around<Sentence> {
  readonly sentence: Sentence;
  readonly lead: readonly Sentence[];
  readonly heading: readonly Sentence[];
  readonly path: readonly (readonly Sentence[])[];
  readonly before: Sentence | undefined;
}

/** The nearest place around a sentence that speaks of quitting a substance. */
export function quitPlace(
  { sentence, lead, heading, path, before }: Around<Naming>,
  substance: string,
): QuitPlace {
  const isIn = (list: readonly Naming[]) => list.some(({ quits }) => quits.has(substance));
  if (isIn([sentence])) return 'own';
  if (isIn(lead)) return 'lead';
  if (isIn(heading)) return 'head';
  if (path.some(isIn)) return 'path';
  return before && isIn([before]) ? 'before' : 'none';
}
