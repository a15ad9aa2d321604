// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { EvidenceCard } from '../../components/EvidenceCard.tsx';
import { english } from './english.ts';
import { help, madeCard } from './made-card.ts';
import { show } from './render.tsx';

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
  const root = await show(<EvidenceCard parts={[{ card: madeCard, cues: [] }]} help={help} whole />, {
    ...english,
    language: 'es',
  });
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
