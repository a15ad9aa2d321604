// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { ClaimRow } from '../../components/ClaimList.tsx';
import { Panel, type PanelProps } from '../../components/Panel.tsx';
import { filterClaims, groupClaims } from '../../components/panel-groups.ts';
import { click, show, type, words } from './render.tsx';

const claims: readonly ClaimRow[] = [
  {
    id: 'm1',
    sentence: 'Kava calms.',
    verdict: 'none',
    pairs: [{ substance: 'kava', topic: 'anxiety' }],
  },
  {
    id: 'm2',
    sentence: 'Kratom and kava help with sleep.',
    verdict: 'untested',
    pairs: [
      { substance: 'kratom', topic: 'sleep' },
      { substance: 'kava', topic: 'sleep' },
    ],
  },
  {
    id: '3:m1',
    sentence: 'Kratom lifts the mood.',
    verdict: 'harmful',
    pairs: [{ substance: 'kratom', topic: 'mood' }],
  },
];
const nameOf: PanelProps['nameOf'] = (substance) =>
  ({ kratom: 'Kratom', kava: 'Kava' })[substance as string] ?? '';
const ids = (list: readonly ClaimRow[]) => list.map(({ id }) => id);

test('groups by page, by substance as the page names them, and by verdict, worst first', () => {
  const groups = (grouping: 'page' | 'substance' | 'verdict') =>
    groupClaims(claims, grouping).map((group) => [group.id, ids(group.claims)]);
  expect(groups('page')).toEqual([['all', ['m1', 'm2', '3:m1']]]);
  expect(groups('substance')).toEqual([
    ['kava', ['m1', 'm2']],
    ['kratom', ['m2', '3:m1']],
  ]);
  expect(groups('verdict')).toEqual([
    ['harmful', ['3:m1']],
    ['untested', ['m2']],
    ['none', ['m1']],
  ]);
  expect(groupClaims([], 'page')).toEqual([]);
});

test('filters by every word, in the sentence, the substance or the topic', () => {
  const found = (filter: string) => ids(filterClaims(claims, filter, nameOf));
  expect(found('  ')).toEqual(['m1', 'm2', '3:m1']);
  expect(found('KAVA')).toEqual(['m1', 'm2']);
  expect(found('kava stress')).toEqual(['m1']);
  expect(found('bread')).toEqual([]);
});

const panel = (props: Partial<PanelProps> = {}) =>
  show(
    <Panel
      state="on"
      host="example.org"
      claims={claims}
      nameOf={nameOf}
      onOpenClaim={() => undefined}
      {...props}
    />,
  );

test('counts, says what an unmarked sentence does not mean, and opens a claim', async () => {
  const onOpenClaim = vi.fn();
  const root = await panel({ onOpenClaim });
  expect(words(root.querySelector('header'))).toBe(
    'example.org3 marked sentences about 2 substancesUnmarked does not mean true.',
  );
  await click(root.querySelectorAll('li button')[2]);
  expect(onOpenClaim).toHaveBeenCalledWith('3:m1');
  await type(root.querySelector('input[type=search]') as HTMLInputElement, 'bread');
  expect(words(root)).toContain('No claim on this page has these words.');
});

test.each([
  ['looking', 'Looking at this page.'],
  ['unreadable', 'This page cannot be read'],
  ['off', 'Nothing is read or marked on this site.'],
  ['on', 'No claims found on this page.'],
] as const)('says how it is with a page that has none: %s', async (state, says) => {
  const root = await panel({ state, claims: [] });
  expect(words(root.querySelector('header'))).toContain(says);
  expect(root.querySelector('.grouping')).toBeNull();
});
