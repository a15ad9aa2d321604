// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { ClaimRow } from '../../components/ClaimList.tsx';
import { EvidenceCard } from '../../components/EvidenceCard.tsx';
import { MutedPart } from '../../components/options/MutedPart.tsx';
import { Panel } from '../../components/Panel.tsx';
import { TOPIC_IDS, type TopicId, VERDICTS } from '../../generated/ids.ts';
import { certaintyWording, topicWording, verdictWords } from '../../lib/evidence/wording.ts';
import { english } from './english.ts';
import { help, madeCard } from './made-card.ts';
import { click, show } from './render.tsx';

const spanish = { ...english, language: 'es' };

/** Pieces of text with the language that a screen reader would speak each in. */
function spoken(root: Element): Map<string, string | null> {
  const found = new Map<string, string | null>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    found.set(
      node.nodeValue?.trim() ?? '',
      node.parentElement?.closest('[lang]')?.getAttribute('lang') ?? null,
    );
  return found;
}

test('evidence is spoken as English in a card that is Spanish', async () => {
  const root = await show(<EvidenceCard parts={[{ card: madeCard, cues: [] }]} help={help} whole />, spanish);
  const languages = spoken(root);
  const { answer, substance, dangers, risks, interactions, legal, sources } = madeCard;
  const evidence = [
    ...[answer?.headline, answer?.summary, answer?.detail, substance.overview],
    ...[...dangers, ...risks, ...interactions, ...legal].map((statement) => statement.text),
    ...sources.flatMap(({ title, finding }) => [title, finding]),
  ];
  for (const words of evidence) expect(languages.get(words ?? ''), words).toBe('en');
  expect(languages.get(substance.scientificName ?? '')).toBe('la');
  expect(languages.get(english.t('card.inEnglish'))).toBe('es');
  expect(languages.get(english.t('card.risks'))).toBe('es');
});

/** The languages of all pieces of text that hold one of the words. */
const spokenOf = (root: Element, words: readonly string[]) =>
  new Set([...spoken(root)].filter(([text]) => words.some((one) => text.includes(one))).map(([, of]) => of));

test('certainty and the names of a card’s parts are spoken as English', async () => {
  const other = { ...madeCard, topic: 'mood' as const };
  const parts = [madeCard, other].map((card) => ({ card, cues: [] }));
  const root = await show(<EvidenceCard parts={parts} help={help} />, spanish);
  const tabs = [...root.querySelectorAll('[role="tab"] [lang="en"]')].map(({ textContent }) => textContent);
  expect(tabs).toContain(topicWording('mood'));
  expect(spokenOf(root, [certaintyWording(madeCard.answer!.certainty).words])).toEqual(new Set(['en']));
});

test('the words of the taxonomy are spoken as English in the panel and its legend', async () => {
  const claims: readonly ClaimRow[] = [
    { id: 'm1', sentence: '…', verdict: 'untested', pairs: [{ substance: 'kava', topic: 'sleep' }] },
  ];
  const root = await show(
    <Panel state="on" host="example.org" claims={claims} nameOf={() => 'Kava'} onOpenClaim={() => {}} />,
    spanish,
  );
  await click(root.querySelectorAll('.grouping input')[2]);
  expect(spokenOf(root, [topicWording('sleep')])).toEqual(new Set(['en']));
  expect(spoken(root).get(verdictWords('untested').join(' · '))).toBe('en');
  for (const verdict of VERDICTS)
    expect(spokenOf(root, [verdictWords(verdict)[0] ?? ''])).toEqual(new Set(['en']));
  expect(spoken(root).get(english.t('legend.heading'))).toBe(null);
});

test('the words of the taxonomy are spoken as English among the options', async () => {
  const root = await show(
    <MutedPart
      of={{ substances: ['kava'], topics: [], verdicts: [] }}
      onSet={async () => {}}
      nameOf={(substance) => `Name of ${substance}`}
    />,
    spanish,
  );
  for (const topic of TOPIC_IDS as readonly TopicId[])
    expect(spoken(root).get(topicWording(topic)), topic).toBe('en');
  expect(spoken(root).get('Name of kava')).toBe('en');
  expect(spoken(root).get('Name of kratom')).toBe('en');
  expect(spoken(root).get(english.t('options.mutedTopics'))).toBe(null);
});
