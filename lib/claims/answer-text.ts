import type { PageText } from '../text/block.ts';
import type { Claim } from './claim.ts';

/** A sentence of a text and the claims in it. */
export interface AnsweredSentence {
  readonly sentence: string;
  readonly claims: readonly Claim[];
}

/** A pasted page is cut: no one reads so many answers. */
const LONGEST = 8000;

/** Fewer words than this are a search, not a sentence. */
const FEWEST_WORDS = 4;

/** Whether a text is long enough to be read as sentences. */
export const isSentence = (text: string): boolean => text.trim().split(/\s+/).length >= FEWEST_WORDS;

/**
 * Reads a text by itself, as the detector reads a page.
 *
 * @param text As pasted or selected; an empty line parts blocks.
 * @param detect Gives the claims of a page; null where it cannot now.
 * @returns The sentences that claim something, in their order; empty where none does, null where it cannot be told.
 */
export async function answerText(
  detect: (page: PageText) => Promise<readonly Claim[] | null>,
  text: string,
): Promise<AnsweredSentence[] | null> {
  const blocks = text
    .slice(0, LONGEST)
    .split(/\n\s*\n/)
    .map((part) => ({ tag: 'p', text: part.trim() }))
    .filter(({ text: words }) => words !== '');
  const sentences = new Map<string, { sentence: string; claims: Claim[] }>();
  const claims = await detect({ title: '', blocks });
  if (!claims) return null;
  for (const claim of claims) {
    const key = `${claim.block} ${claim.start}`;
    const known = sentences.get(key);
    if (known) known.claims.push(claim);
    else
      sentences.set(key, {
        sentence: blocks[claim.block]?.text.slice(claim.start, claim.end).trim() ?? '',
        claims: [claim],
      });
  }
  return [...sentences.values()];
}
