import { render } from 'preact';
import browser, { type Runtime } from 'webextension-polyfill';
import '../../components/card.css';
import '../../components/popup.css';
import '../../components/search-box.css';
import { Popup } from '../../components/Popup.tsx';
import { TextProvider } from '../../components/Text.tsx';
import type { Card, CardKey } from '../../lib/evidence/card.ts';
import type { Evidence } from '../../lib/evidence/find-card.ts';
import { lawFirst } from '../../lib/evidence/law-order.ts';
import { shippedSearch } from '../../lib/evidence/shipped-search.ts';
import { substanceName } from '../../lib/evidence/verdict-index.ts';
import { isPaused, pauseEnd } from '../../lib/settings/pause.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { governingRule, withHost } from '../../lib/sites.ts';
import { askCitations } from '../shared/ask-background.ts';
import { lookOf } from '../shared/card-look.ts';
import type { Message, PageReport, ToBackground, ToPage } from '../shared/messages.ts';
import { openLibrary } from '../shared/open-library.ts';
import { canOpenPanel, openPanel } from '../shared/open-panel.ts';
import { copyText, readText } from '../shared/own-page.ts';
import { QUERY_KEY } from '../shared/session-keys.ts';
import { changeSetting, readSettings, watchSettings } from '../shared/settings.ts';
import { tellPage } from '../shared/tell-page.ts';
import { viewText } from '../shared/view-text.ts';
import { worstVerdict } from '../shared/worst-verdict.ts';

/** An update is news for so long, in milliseconds. */
const WEEK = 7 * 24 * 3_600_000;
const WEBSITES = { origins: ['http://*/*', 'https://*/*'] };

document.documentElement.lang = viewText.language;
const [tabs, session, firstSettings, firstAccess] = await Promise.all([
  browser.tabs.query({ active: true, currentWindow: true }),
  browser.storage.session.get(QUERY_KEY),
  readSettings(),
  browser.permissions.contains(WEBSITES),
]);
const [tab] = tabs;
const windowId = tab?.windowId;
const firstQuery = typeof session[QUERY_KEY] === 'string' ? session[QUERY_KEY] : '';
let settings = firstSettings;
let hasAccess = firstAccess;
let granted = false;
let report: PageReport | null = null;
let isAsked = false;
/** A megabyte, of which box and list need nothing: it comes once they stand there. */
let evidence: Evidence | null = null;
let cardFor: ((key: CardKey) => Card) | null = null;

/** Asks the page in front; null where no content script answers. */
const askPage = async <Name extends keyof ToPage>(message: Message<ToPage, Name>) =>
  tab?.id === undefined ? null : tellPage(tab.id, message);

const stateOf = (page: PageReport | null) => {
  if (page) return page.mode === 'off' ? 'off' : 'on';
  if (granted) return 'granted';
  if (!isAsked) return 'looking';
  return hasAccess ? 'unreadable' : 'noAccess';
};

/** The pattern that decides, where it is not the host's own. */
const ruleOf = ({ sites }: Settings, page: PageReport | null) => {
  const rule = page && governingRule(sites, page.host, page.path);
  return rule && rule !== page.host ? rule : '';
};

const newsOf = ({ life: { update } }: Settings) =>
  update && !update.seen && Date.now() - update.at < WEEK ? update.version : '';

const draw = () => {
  const look = lookOf(settings);
  render(
    <TextProvider text={viewText}>
      <Popup
        state={stateOf(report)}
        host={report?.host ?? ''}
        rule={ruleOf(settings, report)}
        hidden={report?.hidden ?? 0}
        claims={report?.claims.map((claim) => ({ ...claim, verdict: worstVerdict(claim) })) ?? []}
        help={evidence?.help ?? []}
        {...look}
        pausedUntil={isPaused(settings.pause, Date.now()) ? settings.pause.until : null}
        news={newsOf(settings)}
        firstQuery={firstQuery}
        search={(query) => shippedSearch().search(query)}
        readText={readText}
        cardFor={cardFor}
        nameOf={substanceName}
        onQuery={(query) => void browser.storage.session.set({ [QUERY_KEY]: query })}
        onSwitch={(on) => void switchSite(on)}
        onGrant={() => void grant()}
        onReload={() => void reload()}
        onPause={(length) => void changeSetting('pause', () => ({ until: pauseEnd(Date.now(), length) }))}
        onResume={() => void changeSetting('pause', () => ({ until: 0 }))}
        onOptions={() => void browser.runtime.openOptionsPage().then(() => window.close())}
        {...(canOpenPanel && windowId !== undefined
          ? { onPanel: () => void openPanel(windowId).then(() => window.close()) }
          : {})}
        onNewsSeen={() =>
          void changeSetting('life', (life) => ({
            ...life,
            update: life.update && { ...life.update, seen: true },
          }))
        }
        onOpenClaim={(id) => void openClaim(id)}
        onLibrary={(key) => void openLibrary(key).then(() => window.close())}
        onCopy={copyText}
        onCite={askCitations}
        version={browser.runtime.getManifest().version}
      />
    </TextProvider>,
    document.getElementById('popup') as HTMLElement,
  );
};

/** The evidence and the country whose laws come first make the cards. */
function makeCards(): void {
  if (!evidence) return;
  const { card } = evidence;
  const { region } = lookOf(settings);
  cardFor = (key) => lawFirst(card(key), region);
}

async function refresh(): Promise<void> {
  report = await askPage({ name: 'getReport', params: {} });
  isAsked = true;
  draw();
}

async function switchSite(on: boolean): Promise<void> {
  if (!report) return;
  const { host, path } = report;
  await changeSetting('sites', (rules) => withHost(rules, host, on, path));
}

async function grant(): Promise<void> {
  // First of all, since the browser asks only while the press is fresh.
  granted = await browser.permissions.request(WEBSITES);
  hasAccess ||= granted;
  await refresh();
}

async function reload(): Promise<void> {
  if (tab?.id === undefined) return;
  granted = false;
  await browser.tabs.reload(tab.id);
}

async function openClaim(id: string): Promise<void> {
  // Gone from the page: show what is there now.
  if (await askPage({ name: 'openClaim', params: { id } })) window.close();
  else await refresh();
}

draw();
void refresh();
// Once the box is seen, and before anyone has typed.
setTimeout(shippedSearch);
void import('../../lib/evidence/shipped-evidence.ts').then((shipped) => {
  evidence = shipped.evidence;
  makeCards();
  draw();
});
watchSettings((next) => {
  settings = next;
  makeCards();
  void refresh();
});
// The page tells the icon of each change, and so tells us; a page that loads anew is asked when it is there.
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
  if ((message as Message<ToBackground>).name === 'setCount' && sender.tab?.id === tab?.id) void refresh();
  return undefined;
});
browser.tabs.onUpdated.addListener((id, { status }) => {
  if (id === tab?.id && status === 'complete') void refresh();
});
