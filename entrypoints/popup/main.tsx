import { render } from 'preact';
import browser from 'webextension-polyfill';
import '../../components/card.css';
import '../../components/popup.css';
import '../../components/search-box.css';
import { Popup } from '../../components/Popup.tsx';
import { TextProvider } from '../../components/Text.tsx';
import { VERDICTS } from '../../generated/ids.ts';
import { evidence } from '../../lib/evidence/shipped-evidence.ts';
import { search } from '../../lib/evidence/shipped-search.ts';
import { substanceName } from '../../lib/evidence/verdict-index.ts';
import { withHost } from '../../lib/sites.ts';
import { askCitations } from '../shared/ask-citations.ts';
import type { ListedClaim, Message, PageReport, ToPage } from '../shared/messages.ts';
import { openLibrary } from '../shared/open-library.ts';
import { siteRules } from '../shared/settings.ts';
import { readerRegion, viewText } from '../shared/view-text.ts';

/** Kept in memory by the browser until it closes; never on disk. */
const QUERY_KEY = 'query';

const [tab] = await browser.tabs.query({ active: true, currentWindow: true });

/** Asks the page in front; null where no content script answers. */
async function askPage<Name extends keyof ToPage>(
  name: Name,
  params: ToPage[Name]['params'],
): Promise<ToPage[Name]['answer'] | null> {
  if (tab?.id === undefined) return null;
  const message = { name, params } as Message<ToPage>;
  try {
    return (await browser.tabs.sendMessage(tab.id, message, { frameId: 0 })) as ToPage[Name]['answer'];
  } catch {
    return null;
  }
}

const worst = ({ pairs }: ListedClaim) =>
  VERDICTS.find((verdict) => pairs.some((pair) => pair.verdict === verdict)) ?? 'none';

let report: PageReport | null = null;
const session = await browser.storage.session.get(QUERY_KEY);
const firstQuery = typeof session[QUERY_KEY] === 'string' ? session[QUERY_KEY] : '';

const draw = () =>
  render(
    <TextProvider text={viewText}>
      <Popup
        state={report === null ? 'unreadable' : report.on ? 'on' : 'off'}
        host={report?.host ?? ''}
        claims={report?.claims.map((claim) => ({ ...claim, verdict: worst(claim) })) ?? []}
        help={evidence.help}
        {...(readerRegion ? { region: readerRegion } : {})}
        firstQuery={firstQuery}
        search={(query) => search.search(query)}
        cardFor={(key) => evidence.card(key)}
        nameOf={substanceName}
        onQuery={(query) => void browser.storage.session.set({ [QUERY_KEY]: query })}
        onSwitch={(on) => void switchSite(on)}
        onOpenClaim={(id) => void openClaim(id)}
        onLibrary={(key) => void openLibrary(key).then(() => window.close())}
        onCopy={(text) =>
          navigator.clipboard.writeText(text).then(
            () => true,
            () => false,
          )
        }
        onCite={askCitations}
        version={browser.runtime.getManifest().version}
      />
    </TextProvider>,
    document.getElementById('popup') as HTMLElement,
  );

async function refresh(): Promise<void> {
  report = await askPage('getReport', {});
  draw();
}

async function switchSite(on: boolean): Promise<void> {
  if (!report) return;
  await siteRules.write(withHost(await siteRules.read(), report.host, on));
  report = { ...report, on, claims: [] };
  draw();
}

async function openClaim(id: string): Promise<void> {
  // Gone from the page: show what is there now.
  if (await askPage('openClaim', { id })) window.close();
  else await refresh();
}

await refresh();
// The page may still be at work, or change under the open popup.
setInterval(() => void refresh(), 1000);
