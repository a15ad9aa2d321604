// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { Library, type LibraryProps } from '../../components/Library.tsx';
import { titleOf } from '../../components/library-text.ts';
import type { LibraryEntry } from '../../lib/library/library-entries.ts';
import { english } from './english.ts';
import { help, madeCard } from './made-card.ts';
import { click, named, press, show, type, words } from './render.tsx';

const entry = (over: Partial<LibraryEntry>): LibraryEntry => ({
  substance: 'kratom',
  topic: 'overview',
  name: 'Kratom',
  class: 'dependence-risk',
  verdict: 'untested',
  certainty: 'very-low',
  headline: 'Nobody has tested it',
  sources: ['survey'],
  ...over,
});
const nac = { substance: 'nac', name: 'NAC', class: 'nutrient' } as const;
const entries = [
  entry({}),
  entry({ topic: 'sleep', verdict: 'contradicted', certainty: 'high', sources: ['rct'] }),
  entry({ ...nac }),
  entry({ ...nac, topic: 'cravings', verdict: 'mixed', certainty: 'low', sources: ['rct'] }),
];
const map = { kind: 'whole', shape: 'map', filter: {} } as const;

const library = (props: Partial<LibraryProps> = {}) =>
  show(
    <Library
      view={map}
      home={map}
      entries={entries}
      query=""
      search={() => []}
      cardFor={() => madeCard}
      pageFor={() => ({
        overview: madeCard,
        dangers: madeCard.dangers,
        sources: madeCard.sources,
        entries: entries.slice(0, 2),
        names: ['ketum', 'Maeng Da'],
      })}
      help={help}
      region="US"
      printing={false}
      onQuery={() => undefined}
      onView={() => undefined}
      onPrint={() => undefined}
      onCopy={async () => true}
      {...props}
    />,
  );
const links = (root: Element, within: string) =>
  [...root.querySelectorAll<HTMLAnchorElement>(`${within} a`)].map((link) => link.getAttribute('href'));
const status = (root: Element) => words(root.querySelector('[role=status]'));

test('shows a table of substances by topics, each entry a link that says its verdict in words', async () => {
  const root = await library();
  const table = root.querySelector('table') as HTMLTableElement;
  expect([...table.querySelectorAll('thead th')].map(words)).toEqual(['overview', 'cravings', 'sleep']);
  expect([...table.querySelectorAll('th[scope=row]')].map(words)).toEqual(['Kratom', 'NAC']);
  expect([...table.querySelectorAll('th[scope=rowgroup]')].map(words)).toEqual([
    'can cause dependence (1)',
    'nutrient (1)',
  ]);
  const cells = [...table.querySelectorAll('td a')];
  expect(
    cells.map((link) => [words(link), link.getAttribute('aria-label'), link.getAttribute('href')]),
  ).toEqual([
    ['?', 'Kratom, overview: Not properly tested · Certainty very low', '#/kratom/overview'],
    ['×', 'Kratom and sleep: Tested, does not hold · Certainty high', '#/kratom/sleep'],
    ['?', 'NAC, overview: Not properly tested · Certainty very low', '#/nac/overview'],
    ['±', 'NAC and cravings: Studies disagree · Certainty low', '#/nac/cravings'],
  ]);
  expect(cells.map((link) => link.querySelector('.sure') !== null)).toEqual([false, true, false, false]);
  expect(status(root)).toBe('4 entries on 2 substances');
});

test('is one stop of the Tab key, and goes by arrow keys over empty places', async () => {
  const root = await library();
  const at = (href: string) =>
    root.querySelector<HTMLAnchorElement>(`td a[href="${href}"]`) as HTMLAnchorElement;
  const stops = () =>
    [...root.querySelectorAll<HTMLAnchorElement>('table a')].filter((a) => a.tabIndex === 0);
  expect(stops()).toHaveLength(1);
  at('#/kratom/overview').focus();
  await press(at('#/kratom/overview'), 'ArrowRight');
  expect(document.activeElement).toBe(at('#/kratom/sleep'));
  expect(stops()).toEqual([at('#/kratom/sleep')]);
  await press(at('#/kratom/sleep'), 'ArrowRight');
  expect(document.activeElement).toBe(at('#/kratom/sleep'));
  await press(at('#/kratom/sleep'), 'ArrowLeft');
  await press(at('#/kratom/overview'), 'ArrowDown');
  expect(document.activeElement).toBe(at('#/nac/overview'));
  await press(at('#/nac/overview'), 'ArrowLeft');
  expect(words(document.activeElement)).toBe('NAC');
});

test('narrows by each menu, which says what each choice would leave', async () => {
  const onView = vi.fn();
  const root = await library({ view: { ...map, filter: { source: 'rct' } }, onView });
  expect(status(root)).toBe('2 entries on 2 substances');
  const menus = [...root.querySelectorAll('label')];
  expect(menus.map((label) => words(label.querySelector('span')))).toEqual([
    'Topic',
    'Verdict',
    'Certainty',
    'Kind of source',
    'Kind of substance',
  ]);
  const options = [...(menus[1]?.querySelectorAll('option') ?? [])].map(words);
  expect(options).toContain('Tested, does not hold / No effect seen so far (1)');
  expect(options).toContain('Not tested in people / Not properly tested (0)');
  const select = menus[1]?.querySelector('select') as HTMLSelectElement;
  select.value = 'mixed';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  expect(onView).toHaveBeenCalledWith({ ...map, filter: { source: 'rct', verdict: 'mixed' } });
});

test('says so where nothing matches, and clears all at once', async () => {
  const onView = vi.fn();
  const onQuery = vi.fn();
  const view = { ...map, filter: { verdict: 'supported' } } as const;
  const root = await library({ view, query: 'zz', onView, onQuery });
  expect(status(root)).toBe('No entry matches.');
  expect(root.querySelector('table')).toBeNull();
  await click(named(root, 'Clear search and filters'));
  expect(onQuery).toHaveBeenCalledWith('');
  expect(onView).toHaveBeenCalledWith(map);
  expect(named(await library(), 'Clear search and filters')).toBeUndefined();
});

test('shows what the search found, in its order, as a list', async () => {
  const search = vi.fn(() => [entries[3], entries[0]] as LibraryEntry[]);
  const root = await library({ view: { ...map, shape: 'list' }, query: 'x', search });
  expect(search).toHaveBeenCalledWith('x');
  expect(links(root, '.list')).toEqual(['#/nac', '#/nac/cravings', '#/kratom', '#/kratom/overview']);
  expect(words(root.querySelector('.list li'))).toBe(
    '±cravingsNobody has tested itStudies disagree · Certainty low',
  );
  expect(root.querySelector('.list .sources')).toBeNull();
  const onQuery = vi.fn();
  const typed = await library({ onQuery });
  await type(typed.querySelector('input') as HTMLInputElement, 'kava');
  expect(onQuery).toHaveBeenCalledWith('kava');
});

test('a list on its way to paper brings summaries and sources', async () => {
  const root = await library({ view: { ...map, shape: 'list' }, printing: true });
  expect(root.querySelectorAll('.list .sources')).toHaveLength(4);
  expect(words(root.querySelector('.on-paper'))).toContain('Users say it helps. No trial has looked.');
  expect(links(root, '.on-paper')).toContain('https://example.org/1');
});

test('shows an entry as the whole card, no evidence folded, between its neighbours', async () => {
  const root = await library({ view: { kind: 'entry', substance: 'kratom', topic: 'sleep' } });
  expect(words(root.querySelector('h1'))).toBe('Nobody has tested it');
  expect(root.querySelector('[role=dialog]')).toBeNull();
  const folded = [...root.querySelectorAll('.body > details:not(.cite)')];
  expect(folded.length).toBeGreaterThan(3);
  for (const part of folded) expect((part as HTMLDetailsElement).open).toBe(true);
  expect(words(root.querySelector('.danger'))).toContain('A fit needs an ambulance.');
  expect(links(root, '.steps')).toEqual(['#/kratom/overview', '#/nac/overview']);
  expect(links(root, '.top')).toEqual(['#/', '#/kratom']);
});

test('shows a substance: dangers first, then what it is, entries, risks, law, names and sources', async () => {
  const root = await library({ view: { kind: 'substance', substance: 'kratom' } });
  expect(words(root.querySelector('h1'))).toBe('Kratom');
  expect([...root.querySelectorAll('h2')].map(words)).toEqual([
    'What it is',
    '2 entries',
    'Risks and interactions',
    'Law',
    'Other names, brands and spellings',
    'Sources (2)',
  ]);
  const text = words(root.querySelector('article'));
  expect(text.indexOf('With sedatives')).toBeLessThan(text.indexOf('What it is'));
  expect(text).toContain('ketum, Maeng Da');
  expect(links(root, '.entries')).toEqual(['#/kratom/overview', '#/kratom/sleep']);
  expect(links(root, '.steps')).toEqual(['#/nac']);
});

test('is kind to an address that names nothing, and looks for what was meant', async () => {
  const search = vi.fn(() => entries.slice(1, 2));
  const root = await library({ view: { kind: 'unknown', words: 'kratum slep' }, search });
  expect(words(root.querySelector('h1'))).toBe('Nothing stands at this address');
  expect(root.querySelector('input')?.value).toBe('kratum slep');
  expect(search).toHaveBeenCalledWith('kratum slep');
  expect(links(root, '.entries')).toEqual(['#/kratom/sleep']);
});

test('names each view in the title', () => {
  const title = (view: Parameters<typeof titleOf>[0]) => titleOf(view, () => 'Kratom', english);
  expect(title(map)).toBe('All the evidence · Leafcheck');
  expect(title({ kind: 'substance', substance: 'kratom' })).toBe('Kratom · Leafcheck');
  expect(title({ kind: 'entry', substance: 'kratom', topic: 'sleep' })).toBe('Kratom and sleep · Leafcheck');
  expect(title({ kind: 'unknown', words: '' })).toBe('Nothing stands at this address · Leafcheck');
});
