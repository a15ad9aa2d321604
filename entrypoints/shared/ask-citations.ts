import browser from 'webextension-polyfill';
import type { CitationForm } from '../../lib/evidence/citations.ts';
import type { Message, ToBackground } from './messages.ts';

/** The citations of some sources as one text, for the extension's own pages; null where the background is silent. */
export async function askCitations(ids: readonly string[], form: CitationForm): Promise<string | null> {
  const message: Message<ToBackground, 'getCitations'> = { name: 'getCitations', params: { ids, form } };
  try {
    return (await browser.runtime.sendMessage(message)) as string;
  } catch {
    return null;
  }
}
