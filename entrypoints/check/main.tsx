import { render } from 'preact';
import browser from 'webextension-polyfill';
import '../../components/card.css';
import '../../components/popup.css';
import { Check } from '../../components/Check.tsx';
import { TextProvider } from '../../components/Text.tsx';
import type { AnsweredSentence } from '../../lib/claims/answer-text.ts';
import { lawFirst } from '../../lib/evidence/law-order.ts';
import { evidence } from '../../lib/evidence/shipped-evidence.ts';
import { shippedSearch } from '../../lib/evidence/shipped-search.ts';
import { substanceName } from '../../lib/evidence/verdict-index.ts';
import { lookOf } from '../shared/card-look.ts';
import { copyText, readText } from '../shared/own-page.ts';
import { CHECKED_KEY } from '../shared/session-keys.ts';
import { readSettings, watchSettings } from '../shared/settings.ts';
import { viewText } from '../shared/view-text.ts';

const MOST_ENTRIES = 6;

let selected = '';
let sentences: readonly AnsweredSentence[] | null = null;
let settings = await readSettings();

const draw = () => {
  const look = lookOf(settings);
  render(
    <TextProvider text={viewText}>
      <Check
        key={selected}
        selected={selected}
        sentences={sentences}
        results={selected ? shippedSearch().search(selected, MOST_ENTRIES) : []}
        help={evidence.help}
        {...look}
        cardFor={(key) => lawFirst(evidence.card(key), look.region)}
        nameOf={substanceName}
        onCopy={copyText}
      />
    </TextProvider>,
    document.getElementById('check') as HTMLElement,
  );
};

async function check(text: unknown): Promise<void> {
  selected = typeof text === 'string' ? text.trim() : '';
  sentences = null;
  draw();
  const found = selected ? await readText(selected) : [];
  if (selected !== (typeof text === 'string' ? text.trim() : '')) return;
  sentences = found ?? [];
  draw();
}

document.documentElement.lang = viewText.language;
document.title = viewText.t('check.title');
await check((await browser.storage.session.get(CHECKED_KEY))[CHECKED_KEY]);
browser.storage.onChanged.addListener((changes, area) => {
  const change = changes[CHECKED_KEY];
  if (area === 'session' && change) void check(change.newValue);
});
watchSettings((next) => {
  settings = next;
  draw();
});
