// @vitest-environment happy-dom
import { createRef } from 'preact';
import { expect, test, vi } from 'vitest';
import { EvidenceCard, type EvidenceCardProps } from '../../components/EvidenceCard.tsx';
import { emptyCard, help, madeCard, overviewCard } from './made-card.ts';
import { click, fold, named, press, show, words } from './render.tsx';

const cues = [
  { kind: 'substance', text: 'kratom', where: 'heading' },
  { kind: 'benefit', text: 'eases', where: 'sentence' },
] as const;

const card = (props: Partial<EvidenceCardProps> = {}) =>
  show(<EvidenceCard parts={[{ card: madeCard, cues }]} help={help} region="US" {...props} />);

/** What stands in sight before anything is unfolded, as lines. */
const inSight = (root: Element) => {
  const copy = root.querySelector('.body')?.cloneNode(true) as Element;
  for (const folded of copy.querySelectorAll('details')) folded.remove();
  return [...copy.children].map(words).filter(Boolean);
};

test('leads with the verdict in words, warns of a danger before all else, then says the verdict in a sentence', async () => {
  const root = await card();
  expect(words(root.querySelector('.lead .words'))).toBe('Not properly tested');
  expect(inSight(root)).toEqual([
    'With sedatives it can stop the breath. 2',
    'Kratom · opioid withdrawal',
    'Nobody has tested it',
    'Users say it helps. No trial has looked.',
    'Certainty very low · 1 survey, 2,798 people',
    'What does work: methadone and buprenorphine. 2Help: The US Line, opens in a new tab 1-800-555-0100 Free.',
  ]);
});

test('is a dialog named by its verdict and its headline', async () => {
  const root = await card();
  const dialog = root.querySelector('[role=dialog]');
  const names = (dialog?.getAttribute('aria-labelledby') ?? '').split(' ');
  expect(names.map((id) => words(document.getElementById(id)))).toEqual([
    '?Not properly tested',
    'Nobody has tested it',
  ]);
});

test('folds away what stands behind it, each in its place', async () => {
  const root = await card();
  const headings = [...root.querySelectorAll('.body > details > summary')].map(words);
  expect(headings).toEqual([
    'Sources (2)',
    'Why this sentence is marked',
    'What was studied',
    'Risks and interactions',
    'Law',
    'What it is',
  ]);
  expect(words(fold(root, 'Sources (2)'))).toContain(
    'Survey 2020 · 2,798 peopleA survey of users, opens in a new tabMost felt better. Read as an abstract.',
  );
  expect(words(fold(root, 'Why this sentence is marked'))).toContain(
    'kratomthe substance, in the headingeasesa benefit',
  );
  expect(words(fold(root, 'Risks and interactions'))).toContain('With alcohol: slows breathing. 2');
  expect(words(fold(root, 'Law'))).toContain('Wales (as of July 2021) May not be sold. 1');
  expect(words(fold(root, '1 more danger'))).toContain('A fit needs an ambulance.');
  expect(words(root.querySelector('.foot'))).toContain('Evidence to March 2026');
});

test('links each source by number, in a new tab that is told nothing', async () => {
  const root = await card();
  const links = [...root.querySelectorAll<HTMLAnchorElement>('a[href^=http]')];
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect([link.target, link.rel]).toEqual(['_blank', 'noreferrer']);
  const number = links.find((link) => words(link) === '2');
  expect(number?.getAttribute('aria-label')).toBe('Source 2: A guideline, opens in a new tab');
  expect(root.querySelector<HTMLAnchorElement>('a.phone')?.getAttribute('href')).toBe('tel:18005550100');
});

test('says that the overview is no evidence on the claim, and takes no praise from it', async () => {
  const root = await card({ parts: [{ card: overviewCard, cues: [] }] });
  expect(words(root.querySelector('.lead .words'))).toBe('No evidence held');
  expect(inSight(root).slice(1, 4)).toEqual([
    'Kratom · sleep',
    'We hold no entry on Kratom and sleep. This is what is known of Kratom in general.',
    'Some use for pain',
  ]);
});

test('lets an overview warn, since its harm holds here too', async () => {
  const answer = { ...(overviewCard.answer as NonNullable<typeof overviewCard.answer>) };
  const harmful = { ...overviewCard, answer: { ...answer, verdict: 'harmful', certainty: 'high' } as const };
  const root = await card({ parts: [{ card: harmful, cues: [] }] });
  expect(words(root.querySelector('.lead .words'))).toBe('Harm for this use');
});

test('says honestly that nothing is held, and still where help is', async () => {
  const root = await card({ parts: [{ card: emptyCard, cues: [] }] });
  expect(words(root.querySelector('.lead .words'))).toBe('No evidence held');
  expect(inSight(root).slice(0, 3)).toEqual([
    'Kratom · opioid withdrawal',
    'We hold no evidence on Kratom and opioid withdrawal',
    'That does not make the claim true or false. We have no reviewed source on it.',
  ]);
  expect(root.querySelector('.certainty')).toBeNull();
  expect(words(root.querySelector('.works'))).toContain('The US Line');
  expect(words(root.querySelector('.foot'))).not.toContain('Evidence to');
});

test('softens the words where the evidence is weak', async () => {
  const answer = madeCard.answer as NonNullable<typeof madeCard.answer>;
  const of = async (verdict: typeof answer.verdict, certainty: typeof answer.certainty) => {
    const root = await card({
      parts: [{ card: { ...madeCard, answer: { ...answer, verdict, certainty } }, cues: [] }],
    });
    return words(root.querySelector('.lead .words'));
  };
  expect(await of('contradicted', 'high')).toBe('Tested, does not hold');
  expect(await of('contradicted', 'low')).toBe('No effect seen so far');
  expect(await of('harmful', 'very-low')).toBe('Signs of harm');
  expect(await of('supported', 'low')).toBe('Advised, on weak evidence');
});

test('speaks of no effect where the claim promises a quality', async () => {
  const answer = madeCard.answer as NonNullable<typeof madeCard.answer>;
  const of = async (verdict: typeof answer.verdict, certainty: typeof answer.certainty) => {
    const safe = { ...answer, topic: 'safe', verdict, certainty } as const;
    const root = await card({ parts: [{ card: { ...madeCard, topic: 'safe', answer: safe }, cues: [] }] });
    return words(root.querySelector('.lead .words'));
  };
  expect(await of('contradicted', 'low')).toBe('Does not hold so far');
  expect(await of('contradicted', 'high')).toBe('Does not hold');
  expect(await of('limited', 'low')).toBe('Some evidence for it');
  expect(await of('untested', 'none')).toBe('Not tested in people');
  expect(await of('untested', 'very-low')).toBe('Not properly tested');
});

test('shows a part of the sentence at a time, by click and by arrow keys', async () => {
  const sleep = { ...madeCard, topic: 'sleep' } as const;
  const root = await card({
    parts: [
      { card: madeCard, cues: [] },
      { card: sleep, cues: [] },
    ],
  });
  const tabs = [...root.querySelectorAll<HTMLElement>('[role=tab]')];
  expect(tabs.map(words)).toEqual(['?Not properly testedopioid withdrawal', '?Not properly testedsleep']);
  await click(tabs[1]);
  expect(words(root.querySelector('.pair'))).toBe('Kratom · sleep');
  await press(tabs[1] as HTMLElement, 'ArrowRight');
  expect(words(root.querySelector('.pair'))).toBe('Kratom · opioid withdrawal');
  expect(document.activeElement).toBe(tabs[0]);
  expect(tabs.map((tab) => tab.getAttribute('aria-selected'))).toEqual(['true', 'false']);
});

test('steps through the page, closes, goes back and gives its heading', async () => {
  const onStep = vi.fn();
  const onClose = vi.fn();
  const onBack = vi.fn();
  const headingRef = createRef<HTMLHeadingElement>();
  const root = await card({ position: { index: 2, total: 5 }, onStep, onClose, onBack, headingRef });
  expect(words(root.querySelector('.place'))).toContain('2 of 5');
  await click(named(root, 'Next claim'));
  await click(named(root, 'Previous claim'));
  expect(onStep.mock.calls).toEqual([['next'], ['previous']]);
  await click(named(root, 'Close'));
  expect(onClose).toHaveBeenCalledOnce();
  await click(named(root, 'Back'));
  expect(onBack).toHaveBeenCalledOnce();
  expect(words(headingRef.current)).toBe('Nobody has tested it');
});

test('has no place to step to on a page with one claim', async () => {
  const root = await card({ position: { index: 1, total: 1 }, onStep: () => undefined });
  expect(named(root, 'Next claim')).toBeUndefined();
});

test('copies as text that stands by itself, and says whether it could', async () => {
  const onCopy = vi.fn().mockResolvedValueOnce(true).mockResolvedValueOnce(false);
  const root = await card({ onCopy });
  await click(named(root, 'Copy'));
  expect(onCopy.mock.calls[0]?.[0]).toBe(
    [
      'Kratom · opioid withdrawal',
      'Not properly tested',
      'Nobody has tested it',
      'Users say it helps. No trial has looked.',
      'Certainty very low · 1 survey, 2,798 people',
      'With sedatives it can stop the breath.',
      'A fit needs an ambulance.',
      'What does work: methadone and buprenorphine.',
      '',
      '1. Doe J. A survey of users. A Journal 2020. https://example.org/1',
      '2. A Board. A guideline. A Board 2021. https://example.org/2',
      '',
      'Leafcheck · Evidence to March 2026',
    ].join('\n'),
  );
  await vi.waitFor(() => expect(named(root, 'Copied')).toBeDefined());
  await click(named(root, 'Copied'));
  await vi.waitFor(() => expect(named(root, 'Could not copy')).toBeDefined());
});

test("shows the line of the reader's country and folds the others", async () => {
  const british = await card({ region: 'GB' });
  expect(words(british.querySelector('.help > p'))).toBe('Help: The UK Line, opens in a new tab 0800 555 01');
  expect(words(fold(british, 'Help in another country'))).toContain('United StatesThe US Line');
  const nowhere = await card({ region: 'NZ' });
  expect(nowhere.querySelector('.help > p')).toBeNull();
  expect(words(fold(nowhere, 'Help lines by country'))).toContain('United KingdomThe UK Line');
});
