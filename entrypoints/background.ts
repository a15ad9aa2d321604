import polyfilled, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import citations from '../generated/citations.json?raw';
import claimTables from '../generated/claim-tables.json?raw';
import evidenceTables from '../generated/evidence.json?raw';
import { createDetector, type Detector } from '../lib/claims/detect.ts';
import { createPagesDetector, type Found } from '../lib/claims/detect-pages.ts';
import type { ClaimTables } from '../lib/claims/tables.ts';
import type { CardKey } from '../lib/evidence/card.ts';
import { type CitationTable, citationsText } from '../lib/evidence/citations.ts';
import { createEvidence, type Evidence } from '../lib/evidence/find-card.ts';
import { lawFirst } from '../lib/evidence/law-order.ts';
import type { EvidenceTables } from '../lib/evidence/tables.ts';
import { verdictOf } from '../lib/evidence/verdict-index.ts';
import type { DetectAnswer, Message, ToBackground, ToPage } from './shared/messages.ts';
import { openLibrary } from './shared/open-library.ts';
import { openPanel } from './shared/open-panel.ts';
import { tellPage } from './shared/tell-page.ts';
import { showOnIcon } from './worker/badge.ts';
import { greet } from './worker/greet.ts';
import { chooseMenu, makeMenus } from './worker/menus.ts';
import { omniboxHint, openEntered, suggestionsFor } from './worker/omnibox.ts';
import { switchSite } from './worker/site-switch.ts';
import { followChanges } from './worker/sync.ts';

/**
 * Lets the messages that wait go first, which `scheduler.yield` would not. A timer, where there is no better, waits
 * 4 ms more when it follows others.
 */
const pause = () =>
  new Promise<void>((resolve) => {
    if (globalThis.scheduler) void globalThis.scheduler.postTask(resolve);
    else setTimeout(resolve);
  });

// The tables are read when asked for: the worker wakes far oftener for other messages.
let shipped: Evidence | undefined;
const evidence = () => {
  shipped ??= createEvidence(JSON.parse(evidenceTables) as EvidenceTables);
  return shipped;
};
let detector: Detector | undefined;
const pages = createPagesDetector(
  () => {
    detector ??= createDetector(JSON.parse(claimTables) as ClaimTables, { gated: true });
    return detector;
  },
  { pause, now: () => performance.now() },
);

/** What was found, with the verdict that each mark shows. */
function judged(found: Found | null): DetectAnswer {
  const claims = found?.claims.map((claim) => ({ ...claim, verdict: verdictOf(claim) })) ?? null;
  return found && 'end' in found ? { claims, part: { first: found.first, end: found.end } } : { claims };
}

/** Answers one message of a content script; undefined where the message is none of ours. */
export async function answer(
  message: Message<ToBackground>,
  { tab, frameId = 0 }: Pick<Runtime.MessageSender, 'tab' | 'frameId'> = {},
): Promise<ToBackground[keyof ToBackground]['answer'] | undefined> {
  const tabId = tab?.id;
  switch (message.name) {
    case 'getCards': {
      const { keys, region } = message.params;
      const { card, help } = evidence();
      return { cards: keys.map((key: CardKey) => lawFirst(card(key), region)), help };
    }
    case 'detect':
      return judged(await pages.detect(message.params));
    case 'detectRest':
      return judged(await pages.rest(message.params.page));
    case 'getCitations':
      return citationsText(JSON.parse(citations) as CitationTable, message.params.ids, message.params.form);
    case 'openLibrary':
      await openLibrary(message.params.key);
      return null;
    case 'setCount':
      if (tabId !== undefined) await showOnIcon(tabId, message.params);
      return null;
    case 'getPageSite': {
      const page = tab?.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
      return page && { host: page.hostname, path: page.pathname };
    }
    case 'relay': {
      if (tabId === undefined) return null;
      const to = message.params.frameId;
      return tellPage(tabId, { ...message.params.message, from: frameId }, to);
    }
    default:
      return undefined;
  }
}

/** What each keyboard command asks of the page in front. */
const COMMANDS: Readonly<Record<string, Message<ToPage>>> = {
  'next-claim': { name: 'stepClaim', params: { direction: 'next' } },
  'previous-claim': { name: 'stepClaim', params: { direction: 'previous' } },
  'open-card': { name: 'enterCard', params: {} },
  'close-card': { name: 'closeCard', params: {} },
};

async function perform(command: string, windowId: number | undefined): Promise<void> {
  // At once: a browser opens a panel only while it still knows what the reader pressed.
  if (command === 'open-panel' && windowId !== undefined) await openPanel(windowId);
  const [tab] = await polyfilled.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  const message = COMMANDS[command];
  if (message) await tellPage(tab.id, message);
  if (command === 'switch-site') await switchSite(tab.id);
}

// Listeners stand at the top of `main`, which runs at once each time the worker wakes; nothing is kept.
export default defineBackground(() => {
  const { runtime, commands, contextMenus, omnibox, storage, action } = polyfilled;
  runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    // Another extension page may also speak: only what a tab of ours says is answered.
    sender.id === runtime.id ? answer(message as Message<ToBackground>, sender) : undefined,
  );
  runtime.onInstalled.addListener((details) => {
    void makeMenus();
    void greet(details);
  });
  storage.onChanged.addListener((changes, area) => void followChanges(changes, area));
  // Browsers of phones have none of these three.
  commands?.onCommand.addListener((command, tab) => void perform(command, tab?.windowId));
  contextMenus?.onClicked.addListener((info, tab) => void chooseMenu(info, tab?.id));
  omnibox?.onInputStarted.addListener(() => omnibox.setDefaultSuggestion(omniboxHint()));
  omnibox?.onInputChanged.addListener((text, suggest) => suggest(suggestionsFor(text)));
  omnibox?.onInputEntered.addListener((text, where) => void openEntered(text, where));
  void action.setBadgeBackgroundColor({ color: '#56616d' });
});
