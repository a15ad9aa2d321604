import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import gate from '../../generated/gate.json';
import { createGate } from '../../lib/claims/gate.ts';
import { createDeltas, inPieces } from '../../lib/claims/page-delta.ts';
import { createFilter } from '../../lib/settings/mute.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { normalHost } from '../../lib/sites.ts';
import type { PageText } from '../../lib/text/block.ts';
import { lookOf } from '../shared/card-look.ts';
import {
  type DetectAnswer,
  type Message,
  type PageReport,
  type PageSite,
  REPORT_PORT,
  type ToBackground,
  type ToPage,
} from '../shared/messages.ts';
import { viewText } from '../shared/view-text.ts';
import { act } from './card-actions.ts';
import './highlight.css';
import { type FrameLink, linkFrames } from './frame-link.ts';
import { lastingText } from './lasting-text.ts';
import { obeySettings, type PageMode } from './obey-settings.ts';
import { createCountSayer } from './say-count.ts';
import { type Session, startSession } from './start-session.ts';
import { watchAddress } from './watch-address.ts';

/** False once the extension was updated or removed under this page: then its API throws. */
const alive = () => browser.runtime?.id !== undefined;

/** Asks the background; once more where a sleeping worker missed it; null where no one answers. */
async function ask<Name extends keyof ToBackground>(
  name: Name,
  params: ToBackground[Name]['params'],
): Promise<ToBackground[Name]['answer'] | null> {
  for (let tries = 0; tries < 2 && alive(); tries += 1) {
    try {
      const answer = await browser.runtime.sendMessage({ name, params });
      if (answer !== undefined) return answer;
    } catch {
      // No one listened: ask again, or find that we are orphaned.
    }
  }
  return null;
}
const relay = (frameId: number, message: Message<ToPage>) => ask('relay', { frameId, message });

const isTop = window.top === window;
/** SVG, XML and the viewers of JSON, pictures and the like are left in peace. */
const isText = document instanceof HTMLDocument && /^text\/(html|plain)$/.test(document.contentType);
/** A frame with less room or fewer characters than this holds no article: an advertisement, a button, a counter. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 100;
const LEAST_TEXT = 400;

/** Calls once the frame has room for an article; at once for a page. */
function whenLarge(call: () => void): void {
  const look = () => {
    if (!isTop && (innerWidth < LEAST_WIDTH || innerHeight < LEAST_HEIGHT)) return false;
    removeEventListener('resize', look);
    call();
    return true;
  };
  if (!look()) addEventListener('resize', look);
}

/** The address of the page that a frame stands in, whose rule governs it; null for a page. */
const siteOfPage = async () => (isTop ? null : ask('getPageSite', {}));

function main(given: PageSite | null) {
  let ofPage = given;
  const site = () => ofPage ?? { host: location.hostname, path: location.pathname };
  const end = new AbortController();
  const namesSubstance = createGate(gate);
  const pageName = `${Date.now()} ${Math.random()}`;
  const deltas = createDeltas(pageName);
  let session: Session | null = null;
  let settings: Settings | null = null;
  let mode: PageMode = 'off';
  let isWanted: ReturnType<typeof createFilter> = () => true;
  let told = '';
  const ports = new Set<{ postMessage(report: PageReport): void }>();

  const frames: FrameLink = linkFrames({ session: () => session, relay });
  const report = (): PageReport => ({
    host: normalHost(site().host),
    path: site().path,
    on: session !== null,
    mode,
    hidden: session?.hidden() ?? 0,
    claims: frames.claims(),
  });

  const text = lastingText(viewText, alive);
  const sayer = createCountSayer(text);
  /**
   * Tells the icon, and an open popup, and says the count where that is wanted; nothing where the icon of a page
   * without claims is as it was. The marks are counted as painted: a list alone is worth a look at which are in sight.
   */
  const tellCount = () => {
    const ids = frames.ids();
    const shown = settings?.badge.count ?? true;
    const isSaid = mode === 'on' && settings?.say.count;
    const now = [mode, shown, isSaid, ...ids].join();
    if (now === told || (told === '' && mode === 'on' && ids.length === 0)) return;
    told = now;
    void ask('setCount', { count: mode === 'on' ? ids.length : null, mode, shown });
    if (isSaid) sayer.tell(ids.length);
    else sayer.stop();
  };

  const tellTop = (claims = session?.claims() ?? []) =>
    void relay(0, { name: 'setFrame', params: { claims, openId: session?.openId() ?? null } });
  const onChange = () => {
    if (!alive()) return;
    if (!isTop) {
      tellTop();
      return;
    }
    if (ports.size > 0) {
      const now = report();
      for (const port of ports) port.postMessage(now);
    }
    tellCount();
  };

  /** Tells the page as it is now, or what is new of it; null where the worker is silent. */
  const tell = async (page: PageText, near: number, all = false) => {
    let answer: DetectAnswer | null = null;
    for (const piece of inPieces(deltas(page, all))) answer = await ask('detect', { ...piece, near });
    return answer;
  };

  const start = (first: Settings) => {
    const look = () => lookOf(settings ?? first);
    const { version } = browser.runtime.getManifest();
    session ??= startSession({
      namesSubstance,
      async detect(page, near, onPart) {
        // For a card that is first opened when the extension is gone.
        text.t('card.reload');
        let answer = await tell(page, near);
        // A worker that slept has forgotten the page.
        if (answer?.claims === null) answer = await tell(page, near, true);
        if (answer?.claims && answer.part) {
          onPart(answer.claims, answer.part);
          answer = await ask('detectRest', { page: pageName });
        }
        return answer?.claims ?? null;
      },
      text,
      markStyle: first.appearance.marks === 'both' ? 'note' : first.appearance.marks,
      look,
      openBy: () => settings?.cards.openBy ?? 'rest',
      isWanted: (claim, sentence) => isWanted(claim, claim.verdict, sentence),
      act: (action, part, mark, copy) => act(action, part, mark, copy, text, version),
      isOurs: sayer.isOurs,
      leastText: isTop ? 0 : LEAST_TEXT,
      fetchCards(keys) {
        const { region } = look();
        return ask('getCards', { keys, ...(region ? { region } : {}) });
      },
      fetchCitations: (ids, form) => ask('getCitations', { ids, form }),
      version,
      openLibrary: (key) => void ask('openLibrary', { key }),
      isAlive() {
        if (!alive()) end.abort();
        return alive();
      },
      onChange,
      onStep(direction) {
        if (isTop || !alive()) frames.step(direction);
        else void relay(0, { name: 'stepClaim', params: { direction } });
      },
    });
  };
  const obey = (to: PageMode, next: Settings) => {
    const before = settings;
    settings = next;
    isWanted = createFilter(next);
    mode = to;
    if (mode !== 'on' || (before && before.appearance.marks !== next.appearance.marks)) {
      session?.stop();
      session = null;
    }
    if (mode === 'on') {
      if (session) session.refresh();
      else start(next);
    }
    onChange();
  };

  const answer = ({ name, params, from }: Message<ToPage>): ToPage[keyof ToPage]['answer'] | undefined => {
    const to = isTop ? frames : session;
    switch (name) {
      case 'getReport':
        return report();
      case 'openClaim':
        return to?.open(params.id) ?? false;
      case 'stepClaim':
        return to?.step(params.direction) ?? false;
      case 'enterCard':
        return to?.enter() ?? false;
      case 'closeCard':
        return to?.close() ?? false;
      case 'setFrame':
        if (from) frames.setFrame(from, params);
        onChange();
        return null;
      case 'setSite':
        if (!isTop) ofPage = params;
        lookAgain();
        return null;
      default:
        return undefined;
    }
  };
  const listen = (message: Message<ToPage>, _: unknown, respond: (answer: unknown) => void) => {
    const given = answer(message);
    if (given !== undefined) respond(given);
  };
  const connect = (port: ReturnType<typeof browser.runtime.connect>) => {
    if (port.name !== REPORT_PORT || !isTop) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    port.postMessage(report());
  };

  browser.runtime.onMessage.addListener(listen);
  browser.runtime.onConnect.addListener(connect);
  // A frame that goes takes its claims with it.
  if (!isTop) addEventListener('pagehide', () => alive() && tellTop([]), { signal: end.signal });
  watchAddress(end.signal, () => {
    sayer.move();
    // A rule of a path may not hold any more, or hold now.
    if (isTop && Object.keys(settings?.sites.hosts ?? {}).some((pattern) => pattern.includes('/')))
      void ask('relay', { frameId: null, message: { name: 'setSite', params: site() } });
  });
  end.signal.addEventListener('abort', () => {
    sayer.stop();
    if (!alive()) return;
    browser.runtime.onMessage.removeListener(listen);
    browser.runtime.onConnect.removeListener(connect);
  });
  const lookAgain = obeySettings({ signal: end.signal, site, obey });
}

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  cssInjectionMode: 'manifest',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  main() {
    // A browser that cannot paint is left alone too.
    if (isText && document.body && 'highlights' in CSS) whenLarge(() => void siteOfPage().then(main));
  },
});
