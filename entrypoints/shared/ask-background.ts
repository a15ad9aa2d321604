import browser from 'webextension-polyfill';
import type { CiteAnswer } from '../../components/CiteAndShare.tsx';
import type { ToBackground } from './messages.ts';

/** Asks the background, for the extension's own pages; null where it is silent. */
export async function askBackground<Name extends keyof ToBackground>(
  name: Name,
  params: ToBackground[Name]['params'],
): Promise<ToBackground[Name]['answer'] | null> {
  try {
    const answer: ToBackground[Name]['answer'] | undefined = await browser.runtime.sendMessage({
      name,
      params,
    });
    return answer ?? null;
  } catch {
    return null;
  }
}

/** The citations of some sources as one text. */
export const askCitations: CiteAnswer = (ids, form) => askBackground('getCitations', { ids, form });
