import browser from 'webextension-polyfill';
import type { Message, ToPage } from './messages.ts';

/** Sends a message to the content script of a tab, in its page, one of the frames or (null) all; null where none answers. */
export async function tellPage<Name extends keyof ToPage>(
  tabId: number,
  message: Message<ToPage, Name>,
  frameId: number | null = 0,
): Promise<ToPage[Name]['answer'] | null> {
  try {
    return (await browser.tabs.sendMessage(
      tabId,
      message,
      frameId === null ? {} : { frameId },
    )) as ToPage[Name]['answer'];
  } catch {
    // A page where extensions do not run has no one to answer.
    return null;
  }
}
