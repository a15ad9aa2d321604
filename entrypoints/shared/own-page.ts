/** What the extension's own pages share: the clipboard, and the reading of a text. */
import { type AnsweredSentence, answerText } from '../../lib/claims/answer-text.ts';
import type { Claim } from '../../lib/claims/claim.ts';
import { createDeltas } from '../../lib/claims/page-delta.ts';
import type { PageText } from '../../lib/text/block.ts';
import { askBackground } from './ask-background.ts';

/** Puts a text on the clipboard; false where the browser refused. */
export const copyText = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

/** Asks the background, where the detector is. */
async function detect(page: PageText): Promise<readonly Claim[] | null> {
  const answer = await askBackground(
    'detect',
    createDeltas(`text ${Date.now()} ${Math.random()}`)(page, true),
  );
  return answer?.claims ?? null;
}

/** Reads a text for claims; null where the background does not answer. */
export const readText = (text: string): Promise<readonly AnsweredSentence[] | null> =>
  answerText(detect, text);
