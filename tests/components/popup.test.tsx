// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { Popup, type PopupProps } from '../../components/Popup.tsx';
import type { SearchResult } from '../../lib/evidence/search.ts';
import { help, madeCard } from './made-card.ts';
import { again, click, named, press, show, type, words } from './render.tsx';

const kratomSleep = {
  substance: 'kratom',
  topic: 'sleep',
  verdict: 'untested',
  certainty: 'very-low',
} as SearchResult;
const kavaOverview = { ...kratomSleep, substance: 'kava', topic: 'overview' } as SearchResult;

const claims: PopupProps['claims'] = [
  {
    id: 'm1',
    sentence: 'Kratom helps with sleep and mood.',
    verdict: 'untested',
    pairs: [
      { substance: 'kratom', topic: 'sleep' },
      { substance: 'kratom', topic: 'mood' },
    ],
  },
  {
    id: 'm2',
    sentence: 'Kava calms.',
    verdict: 'none',
    pairs: [{ substance: 'kava', topic: 'anxiety' }],
  },
];

const view = (props: Partial<PopupProps> = {}) => (
  <Popup
    state="on"
    host="example.org"
    claims={claims}
    help={help}
    region="US"
    firstQuery=""
    search={(query) => (query.includes('kra') ? [kratomSleep, kavaOverview] : [])}
    cardFor={() => madeCard}
    nameOf={(substance) => ({ kratom: 'Kratom', kava: 'Kava' })[substance as string] ?? substance}
    onQuery={() => undefined}
    onSwitch={() => undefined}
    onOpenClaim={() => undefined}
    onCopy={async () => true}
    onLibrary={() => undefined}
    {...props}
  />
);
const popup = (props?: Partial<PopupProps>) => show(view(props));
const box = (root: Element) => root.querySelector('input') as HTMLInputElement;
const rows = (root: Element) => [...root.querySelectorAll<HTMLElement>('li button')];

test('names the site, what was found there, and the claims in their own words', async () => {
  const root = await popup();
  expect(words(root.querySelector('.site'))).toBe('On for example.org2 marked sentences about 2 substances');
  expect(rows(root).map(words)).toEqual([
    '?Kratom helps with sleep and mood.Kratom · sleep, mood',
    '–Kava calms.Kava · anxiety and stress',
  ]);
  expect(document.activeElement).toBe(box(root));
});

test('says one as one', async () => {
  const root = await popup({ claims: claims.slice(0, 1) });
  expect(words(root.querySelector('.site'))).toContain('1 marked sentence about 1 substance');
});

test('opens a claim on the page', async () => {
  const onOpenClaim = vi.fn();
  const root = await popup({ onOpenClaim });
  await click(rows(root)[1]);
  expect(onOpenClaim).toHaveBeenCalledExactlyOnceWith('m2');
});

test('searches before the evidence is there, and opens a card that was asked for once it is', async () => {
  const root = await popup({ firstQuery: 'kratom', cardFor: null });
  expect(rows(root)).toHaveLength(2);
  await click(rows(root)[0]);
  expect(root.querySelector('[role=dialog]')).toBeNull();
  await again(root, view({ firstQuery: 'kratom' }));
  expect(words(root.querySelector('[role=dialog]'))).toContain(madeCard.substance.name);
  expect(document.activeElement).toBe(root.querySelector('h1'));
});

test('says what the page is where it holds no list', async () => {
  const site = async (props: Partial<PopupProps>) =>
    words((await popup({ claims: [], ...props })).querySelector('.site'));
  expect(await site({})).toBe('On for example.orgNo claims found on this page.');
  expect(await site({ state: 'off' })).toBe('Off for example.orgNothing is read or marked on this site.');
  expect(await site({ state: 'looking' })).toBe('Looking at this page.');
  expect(await site({ state: 'unreadable' })).toBe(
    'This page cannot be readBrowsers keep extensions out of their own pages. If this is a website, reload it once.',
  );
});

test('switches the site', async () => {
  const onSwitch = vi.fn();
  const root = await popup({ onSwitch });
  const toggle = named(root, 'Mark claims on example.org');
  expect(toggle?.getAttribute('aria-checked')).toBe('true');
  await click(toggle);
  await click(named(await popup({ onSwitch, state: 'off' }), 'Mark claims on example.org'));
  expect(onSwitch.mock.calls).toEqual([[false], [true]]);
});

test('shows results in place of the list as one types, and nothing where nothing is held', async () => {
  const onQuery = vi.fn();
  const root = await popup({ onQuery });
  await type(box(root), 'kra');
  expect(rows(root).map(words)).toEqual([
    '?Kratom and sleepNot properly tested · Certainty very low',
    '?Kava, overviewNot properly tested · Certainty very low',
  ]);
  expect(words(root.querySelector('.unseen[role=status]'))).toBe('2 results');
  await type(box(root), 'zz');
  expect(words(root)).toContain('We hold nothing that matches.');
  expect(onQuery.mock.calls).toEqual([['kra'], ['zz']]);
  await press(box(root), 'Escape');
  expect(rows(root)).toHaveLength(2);
  expect(box(root).value).toBe('');
});

test('goes from the box into the list and up and down in it', async () => {
  const root = await popup({ firstQuery: 'kra' });
  const [first, second] = rows(root) as [HTMLElement, HTMLElement];
  await press(box(root), 'ArrowDown');
  expect(document.activeElement).toBe(first);
  await press(first, 'ArrowDown');
  expect(document.activeElement).toBe(second);
  await press(second, 'ArrowUp');
  expect(document.activeElement).toBe(first);
  await press(first, 'ArrowUp');
  expect(document.activeElement).toBe(box(root));
});

test('opens the card of a result, and goes back to the results and the row', async () => {
  const cardFor = vi.fn(() => madeCard);
  const root = await popup({ firstQuery: 'kra', cardFor });
  await click(rows(root)[1]);
  expect(cardFor).toHaveBeenCalledWith(kavaOverview);
  expect(words(root.querySelector('[role=dialog] h1'))).toBe('Nobody has tested it');
  expect(document.activeElement).toBe(root.querySelector('[role=dialog] h1'));
  await click(named(root, 'Back'));
  expect(box(root).value).toBe('kra');
  expect(document.activeElement).toBe(rows(root)[1]);
});

test('words the verdict on a promised quality in a pasted sentence by what is promised', async () => {
  const answer = { ...madeCard.answer!, topic: 'safe', verdict: 'contradicted', certainty: 'low' } as const;
  const claim = { block: 0, start: 0, end: 15, substance: 'kratom', topic: 'safe', cues: [] } as const;
  const root = await popup({
    firstQuery: 'Kratom is quite safe',
    readText: async () => [{ sentence: 'Kratom is quite safe', claims: [claim] }],
    cardFor: () => ({ ...madeCard, topic: 'safe', answer }),
  });
  await vi.waitFor(() => expect(words(root)).toContain('Does not hold so far'));
});

test('leads to the library, and from a card to its entry there', async () => {
  const onLibrary = vi.fn();
  const root = await popup({ firstQuery: 'kra', onLibrary });
  await click(named(root, 'Library'));
  await click(rows(root)[0]);
  await click(named(root, 'Library'));
  expect(onLibrary.mock.calls).toEqual([[], [{ substance: 'kratom', topic: 'opioid-withdrawal' }]]);
});

test('says why it cannot read, and asks for access or a reload by one button', async () => {
  const onGrant = vi.fn();
  const onReload = vi.fn();
  await click(named(await popup({ state: 'noAccess', onGrant, onReload }), 'Allow on all websites'));
  await click(named(await popup({ state: 'granted', onGrant, onReload }), 'Reload this page'));
  await click(named(await popup({ state: 'unreadable', onGrant, onReload }), 'Reload this page'));
  expect([onGrant.mock.calls.length, onReload.mock.calls.length]).toEqual([1, 2]);
});

test('names the rule that decides, and what the settings hide', async () => {
  const site = words((await popup({ rule: '*.org', hidden: 2 })).querySelector('.site'));
  expect(site).toContain('Your rule for *.org decides here.');
  expect(site).toContain('2 claims hidden by your settings');
});

test('offers a pause in two lengths, or its end', async () => {
  const onPause = vi.fn();
  const onResume = vi.fn();
  const onOptions = vi.fn();
  const root = await popup({ onOptions, onPause });
  await click(named(root, 'Pause'));
  await click(named(root, 'For today'));
  expect(onPause).toHaveBeenCalledExactlyOnceWith('today');
  await click(named(root, 'Options'));
  expect(onOptions).toHaveBeenCalledOnce();
  const paused = await popup({ onResume, pausedUntil: Date.UTC(2026, 10, 28, 12) });
  expect(words(paused)).toContain('Paused until');
  expect(named(paused, 'Pause')).toBeUndefined();
  await click(named(paused, 'Resume'));
  expect(onResume).toHaveBeenCalledOnce();
});

test('answers a sentence claim by claim, and lists an entry once', async () => {
  const claim = { block: 0, start: 0, end: 30, substance: 'kratom', topic: 'sleep', cues: [] } as const;
  const sentence = 'The kratom helps with sleep.';
  const root = await popup({
    firstQuery: sentence,
    readText: async () => [{ sentence, claims: [claim] }],
    cardFor: () => madeCard,
  });
  await vi.waitFor(() => expect(root.querySelector('.answer')).not.toBeNull());
  expect(rows(root).map(words)).toEqual([
    '?Kratom and sleepNot properly tested',
    '?Kava, overviewNot properly tested · Certainty very low',
  ]);
  const none = await popup({ firstQuery: sentence, readText: async () => [] });
  await vi.waitFor(() => expect(words(none)).toContain('We see no claim in this text.'));
});
