import { render } from 'preact';
import browser from 'webextension-polyfill';
import '../../components/card.css';
import '../../components/search-box.css';
import '../../components/library.css';
import '../../components/library-print.css';
import { Library } from '../../components/Library.tsx';
import { titleOf } from '../../components/library-text.ts';
import { TextProvider } from '../../components/Text.tsx';
import type { CardKey } from '../../lib/evidence/card.ts';
import { lawFirst } from '../../lib/evidence/law-order.ts';
import { evidence } from '../../lib/evidence/shipped-evidence.ts';
import { shippedSearch } from '../../lib/evidence/shipped-search.ts';
import { substanceName } from '../../lib/evidence/verdict-index.ts';
import { addressOf, viewAt, type WholeView } from '../../lib/library/library-address.ts';
import { entries, substancePage } from '../../lib/library/shipped-library.ts';
import { askCitations } from '../shared/ask-background.ts';
import { lookOf } from '../shared/card-look.ts';
import { copyText } from '../shared/own-page.ts';
import { readSettings, watchSettings } from '../shared/settings.ts';
import { viewText } from '../shared/view-text.ts';

/**
 * What was searched for in this tab, so that a reload keeps it. Kept in memory by the browser until it closes, and
 * out of the address: addresses go into the browser's history.
 */
const tab = await browser.tabs.getCurrent();
const queryKey = `libraryQuery.${tab?.id}`;
const session = await browser.storage.session.get(queryKey);

const whole: WholeView = { kind: 'whole', shape: 'map', filter: {} };
const root = document.getElementById('library') as HTMLElement;
let query = typeof session[queryKey] === 'string' ? session[queryKey] : '';
let view = viewAt(location.hash);
let home = view.kind === 'whole' ? view : whole;
let printing = false;
let settings = await readSettings();

document.documentElement.lang = viewText.language;

const cardFor = (key: CardKey) => lawFirst(evidence.card(key), lookOf(settings).region);
const find = (words: string) => shippedSearch().search(words, entries.length);

function draw(): void {
  const look = lookOf(settings);
  document.title = titleOf(view, substanceName, viewText);
  render(
    <TextProvider text={viewText}>
      <Library
        view={view}
        home={home}
        entries={entries}
        query={query}
        search={find}
        cardFor={cardFor}
        pageFor={substancePage}
        help={evidence.help}
        {...look}
        printing={printing}
        onQuery={setQuery}
        onView={setView}
        onPrint={() => print()}
        onCite={askCitations}
        version={browser.runtime.getManifest().version}
        onCopy={copyText}
      />
    </TextProvider>,
    root,
  );
}

watchSettings((next) => {
  settings = next;
  draw();
});

function setQuery(words: string): void {
  query = words;
  void browser.storage.session.set({ [queryKey]: words });
  draw();
}

/** A choice in a filter: an address of its own, and the focus stays where it is. */
function setView(next: WholeView): void {
  view = next;
  home = next;
  history.pushState(null, '', addressOf(next));
  draw();
}

/** The place that the reader left, where it is in sight again; else the heading. */
function takeFocus(left: string): void {
  const link = view.kind === 'whole' && root.querySelector<HTMLElement>(`main a[href="${CSS.escape(left)}"]`);
  if (link) {
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: 'center', inline: 'center' });
    return;
  }
  scrollTo(0, 0);
  root.querySelector('h1')?.focus({ preventScroll: true });
}

addEventListener('hashchange', () => {
  const before = view;
  const left = before.kind === 'unknown' ? '' : addressOf(before);
  view = viewAt(location.hash);
  if (view.kind === 'whole') home = view;
  draw();
  const sameWhole = before.kind === 'whole' && view.kind === 'whole';
  if (!sameWhole || document.activeElement === document.body) takeFocus(left);
});

/** Folded parts that were opened for paper. */
let opened: HTMLDetailsElement[] = [];

function beginPrint(): void {
  if (printing) return;
  printing = true;
  draw();
  opened = [...root.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const part of opened) part.open = true;
}

function endPrint(): void {
  printing = false;
  for (const part of opened) part.open = false;
  opened = [];
  draw();
}

addEventListener('beforeprint', beginPrint);
addEventListener('afterprint', endPrint);
// A print preview by the browser's own tools sends no event, but its medium changes.
matchMedia('print').addEventListener('change', ({ matches }) => (matches ? beginPrint() : endPrint()));

draw();
