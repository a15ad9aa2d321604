// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { CardNotice } from '../../components/CardNotice.tsx';
import { EvidenceCard } from '../../components/EvidenceCard.tsx';
import { help, madeCard } from './made-card.ts';
import { click, named, press, show, words } from './render.tsx';

const part = { card: madeCard, cues: [] };

test('folds the menu of a mark, and names what each entry touches', async () => {
  const onAction = vi.fn();
  const root = await show(<EvidenceCard parts={[part]} help={help} onAction={onAction} />);
  const more = named(root, 'More');
  const list = root.querySelector<HTMLElement>('.more ul');
  expect(list?.hidden).toBe(true);
  await click(more);
  expect(more?.getAttribute('aria-expanded')).toBe('true');
  expect([...(list?.querySelectorAll('button') ?? [])].map(words)).toEqual([
    'Hide this mark',
    'Stop marking claims on Kratom',
    'Stop marking claims on opioid withdrawal',
    'Switch off on this site',
    'This is not a claim',
  ]);
  const first = named(root, 'Hide this mark') as HTMLElement;
  expect(document.activeElement).toBe(first);
  await press(first, 'ArrowUp');
  expect(words(document.activeElement)).toBe('This is not a claim');
  await click(named(root, 'Stop marking claims on Kratom'));
  expect(onAction).toHaveBeenCalledExactlyOnceWith('muteSubstance', part);
});

test('has no menu where nothing can be done, and no topic to mute on an overview', async () => {
  expect(named(await show(<EvidenceCard parts={[part]} help={help} />), 'More')).toBeUndefined();
  const overview = { ...part, card: { ...madeCard, topic: 'overview' as const } };
  const root = await show(<EvidenceCard parts={[overview]} help={help} onAction={() => undefined} />);
  expect(root.querySelectorAll('.more li')).toHaveLength(4);
});

test('takes theme and size, and says nothing of English in English', async () => {
  const root = await show(<EvidenceCard parts={[part]} help={help} theme="dark" textSize="large" />);
  const card = root.querySelector<HTMLElement>('.card');
  expect(card?.dataset).toMatchObject({ theme: 'dark', size: 'large' });
  expect(words(root)).not.toContain('in English');
});

test('says what was done, with the way back in focus', async () => {
  const run = vi.fn();
  const root = await show(<CardNotice words="This mark is hidden." action={{ label: 'Undo', run }} />);
  expect(words(root.querySelector('[role=alert]'))).toBe('This mark is hidden.');
  expect(document.activeElement).toBe(named(root, 'Undo'));
  await click(named(root, 'Undo'));
  expect(run).toHaveBeenCalledOnce();
});
