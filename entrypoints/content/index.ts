import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import gate from '../../generated/gate.json';
import { createGate } from '../../lib/claims/gate.ts';
import { createDeltas } from '../../lib/claims/page-delta.ts';
import { isOn, normalHost } from '../../lib/sites.ts';
import type { Message, ToBackground, ToPage } from '../shared/messages.ts';
import { siteRules } from '../shared/settings.ts';
import { readerRegion, viewText } from '../shared/view-text.ts';
import './highlight.css';
import { type Session, startSession } from './start-session.ts';

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

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  runAt: 'document_idle',
  cssInjectionMode: 'manifest',
  main() {
    // SVG, XML and viewers of other kinds are left in peace, and so is a browser that cannot paint.
    if (!(document instanceof HTMLDocument) || !document.body || !('highlights' in CSS)) return;
    const end = new AbortController();
    const namesSubstance = createGate(gate);
    const deltas = createDeltas(`${Date.now()} ${Math.random()}`);
    let session: Session | null = null;

    const stop = () => {
      session?.stop();
      session = null;
    };
    const start = () => {
      session ??= startSession({
        namesSubstance,
        async detect(page) {
          const answer = await ask('detect', deltas(page));
          // A worker that slept has forgotten the page.
          if (answer?.claims === null) return (await ask('detect', deltas(page, true)))?.claims ?? null;
          return answer?.claims ?? null;
        },
        text: viewText,
        region: readerRegion,
        async fetchCards(keys) {
          const answer = await ask('getCards', { keys });
          if (!alive()) {
            // What is painted stays readable; everything else ends here, once.
            session?.stop(true);
            end.abort();
          }
          return answer;
        },
        fetchCitations: (ids, form) => ask('getCitations', { ids, form }),
        version: browser.runtime.getManifest().version,
        openLibrary: (key) => void ask('openLibrary', { key }),
        onCount: (count) => void ask('setCount', { count }),
      });
    };
    const obey = (on: boolean) => {
      if (on) start();
      else if (session) {
        stop();
        void ask('setCount', { count: null });
      }
    };

    const answer = (message: Message<ToPage>): ToPage[keyof ToPage]['answer'] | undefined => {
      switch (message.name) {
        case 'getReport':
          return {
            host: normalHost(location.hostname),
            on: session !== null,
            claims: session?.claims() ?? [],
          };
        case 'openClaim':
          return session?.open(message.params.id) ?? false;
        case 'stepClaim':
          return session?.step(message.params.direction) ?? false;
        default:
          return undefined;
      }
    };
    const listen = (message: Message<ToPage>, _: unknown, respond: (answer: unknown) => void) => {
      const given = answer(message);
      if (given !== undefined) respond(given);
    };

    siteRules.watch((rules) => obey(isOn(rules, location.hostname)), end.signal);
    browser.runtime.onMessage.addListener(listen);
    end.signal.addEventListener('abort', () => {
      if (alive()) browser.runtime.onMessage.removeListener(listen);
    });
    void siteRules.read().then(
      (rules) => obey(isOn(rules, location.hostname)),
      () => undefined,
    );
  },
});
