import polyfilled, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import citations from '../generated/citations.json?raw';
import claimTables from '../generated/claim-tables.json?raw';
import { createDetector, type Detector } from '../lib/claims/detect.ts';
import { createPagesDetector } from '../lib/claims/detect-pages.ts';
import type { ClaimTables } from '../lib/claims/tables.ts';
import type { CardKey } from '../lib/evidence/card.ts';
import { type CitationTable, citationsText } from '../lib/evidence/citations.ts';
import { evidence } from '../lib/evidence/shipped-evidence.ts';
import type { Message, ToBackground, ToPage } from './shared/messages.ts';
import { openLibrary } from './shared/open-library.ts';

/** Lets the messages that wait go first. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

// The tables are read when asked for: the worker wakes far oftener for other messages.
let detector: Detector | undefined;
const detectPage = createPagesDetector(
  () => {
    detector ??= createDetector(JSON.parse(claimTables) as ClaimTables);
    return detector;
  },
  { pause, now: () => performance.now() },
);

/** Answers one message of a content script; undefined where the message is none of ours. */
export async function answer(
  message: Message<ToBackground>,
  tabId: number | undefined,
): Promise<ToBackground[keyof ToBackground]['answer'] | undefined> {
  switch (message.name) {
    case 'getCards':
      return { cards: message.params.keys.map((key: CardKey) => evidence.card(key)), help: evidence.help };
    case 'detect':
      return { claims: await detectPage(message.params) };
    case 'getCitations':
      return citationsText(JSON.parse(citations) as CitationTable, message.params.ids, message.params.form);
    case 'openLibrary':
      await openLibrary(message.params.key);
      return null;
    case 'setCount':
      if (tabId !== undefined) await showCount(tabId, message.params.count);
      return null;
    default:
      return undefined;
  }
}

/** The number of marks on the tab's icon; none for a page without, or where the extension is off. */
async function showCount(tabId: number, count: number | null): Promise<void> {
  const text = count ? (count > 999 ? '999+' : String(count)) : '';
  try {
    await polyfilled.action.setBadgeText({ tabId, text });
  } catch {
    // The tab closed meanwhile.
  }
}

/** Sends a keyboard command on to the page in front. */
async function step(direction: ToPage['stepClaim']['params']['direction']): Promise<void> {
  const [tab] = await polyfilled.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  const message: Message<ToPage, 'stepClaim'> = { name: 'stepClaim', params: { direction } };
  try {
    await polyfilled.tabs.sendMessage(tab.id, message, { frameId: 0 });
  } catch {
    // A page where extensions do not run has no one to answer.
  }
}

// Listeners stand at the top of `main`, which runs at once each time the worker wakes; nothing is kept.
export default defineBackground(() => {
  polyfilled.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    // Another extension page may also speak: only what a tab of ours says is answered.
    sender.id === polyfilled.runtime.id
      ? answer(message as Message<ToBackground>, sender.tab?.id)
      : undefined,
  );
  polyfilled.commands.onCommand.addListener((command) => {
    if (command === 'next-claim') void step('next');
    if (command === 'previous-claim') void step('previous');
  });
  void polyfilled.action.setBadgeBackgroundColor({ color: '#56616d' });
});
