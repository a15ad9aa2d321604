/** What the extension's own pages share: the look the reader chose, the clipboard, and the reading of a text. */
import browser from 'webextension-polyfill';
import { type AnsweredSentence, answerText } from '../../lib/claims/answer-text.ts';
import type { Claim } from '../../lib/claims/claim.ts';
import { createDeltas } from '../../lib/claims/page-delta.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { PageText } from '../../lib/text/block.ts';
import type { ToBackground } from './messages.ts';
import { readerRegion } from './view-text.ts';

/** The props of a card that the settings decide. */
export function lookOf({ appearance, place }: Settings) {
  const { theme, textSize } = appearance;
  const region = place.region ?? readerRegion;
  return { ...(region ? { region } : {}), ...(theme === 'system' ? {} : { theme }), textSize };
}

/** Puts a text on the clipboard; false where the browser refused. */
export const copyText = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

/** Asks the background, where the detector is. */
async function detect(page: PageText): Promise<readonly Claim[] | null> {
  const params = createDeltas(`text ${Date.now()} ${Math.random()}`)(page, true);
  try {
    const answer = (await browser.runtime.sendMessage({ name: 'detect', params })) as
      | ToBackground['detect']['answer']
      | undefined;
    return answer?.claims ?? null;
  } catch {
    return null;
  }
}

/** Reads a text for claims; null where the background does not answer. */
export const readText = (text: string): Promise<readonly AnsweredSentence[] | null> =>
  answerText(detect, text);
