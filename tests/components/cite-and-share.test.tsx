// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cardAsText, leadingVerdict } from '../../components/card-text.ts';
import { EvidenceCard, type EvidenceCardProps } from '../../components/EvidenceCard.tsx';
import { SUBSTANCE_IDS, TOPIC_IDS } from '../../generated/ids.ts';
import type { CitationForm } from '../../lib/evidence/citations.ts';
import { evidence } from '../../lib/evidence/shipped-evidence.ts';
import { certaintyWording, verdictWording } from '../../lib/evidence/wording.ts';
import { english } from './english.ts';
import { emptyCard, help, madeCard } from './made-card.ts';
import { click, fold, named, show, words } from './render.tsx';

const cite = async (ids: readonly string[], form: CitationForm) => `${form}: ${ids.join(' ')}`;
let copied: string[] = [];
const onCopy = async (text: string) => {
  copied.push(text);
  return true;
};
beforeEach(() => {
  copied = [];
});

const row = async (props: Partial<EvidenceCardProps> = {}) => {
  const root = await show(
    <EvidenceCard
      parts={[{ card: madeCard, cues: [] }]}
      help={help}
      onCopy={onCopy}
      onCite={cite}
      version="1.2.3"
      {...props}
    />,
  );
  const details = fold(root, 'Cite and share') as HTMLDetailsElement;
  if (details) {
    await act(() => {
      details.open = true;
      details.dispatchEvent(new Event('toggle'));
    });
  }
  return details;
};
const choose = (root: Element, form: CitationForm) =>
  act(() => {
    const select = root.querySelector('select') as HTMLSelectElement;
    select.value = form;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
const said = (root: Element) => words(root.querySelector('[role=status]'));

test('copies the citations of every source of the card in the chosen form, and says so', async () => {
  const root = await row();
  expect([...root.querySelectorAll('option')].map(words)).toEqual(['Vancouver', 'BibTeX', 'RIS', 'CSL-JSON']);
  expect(said(root)).toBe('');
  await click(named(root, 'Copy citations'));
  await vi.waitFor(() => expect(said(root)).toBe('Copied'));
  for (const form of ['bibtex', 'ris', 'csl'] as const) {
    await choose(root, form);
    await click(named(root, 'Copy citations'));
  }
  await vi.waitFor(() =>
    expect(copied).toEqual(['vancouver: s1 s2', 'bibtex: s1 s2', 'ris: s1 s2', 'csl: s1 s2']),
  );
});

test('says where it could not copy, and where no one gave citations', async () => {
  const refused = await row({ onCopy: async () => false });
  await click(named(refused, 'Copy citations'));
  await vi.waitFor(() => expect(said(refused)).toBe('Could not copy'));
  const silent = await row({ onCite: async () => null });
  await click(named(silent, 'Copy citations'));
  await vi.waitFor(() => expect(said(silent)).toBe('Could not copy'));
  expect(copied).toEqual([]);
});

describe('a file', () => {
  const saved: { name: string; type: string; text: Promise<string> }[] = [];
  let blob: Blob | undefined;
  beforeEach(() => {
    saved.length = 0;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((given) => {
      blob = given as Blob;
      return 'blob:made';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, type: blob?.type ?? '', text: blob?.text() ?? Promise.resolve('') });
    });
  });
  afterEach(() => vi.restoreAllMocks());

  test('bears the name of the card and the ending of its form', async () => {
    const root = await row();
    await choose(root, 'ris');
    await click(named(root, 'Save as file'));
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toBe('leafcheck-kratom-opioid-withdrawal.ris');
    expect(saved[0]?.type).toBe('application/x-research-info-systems');
    expect(await saved[0]?.text).toBe('ris: s1 s2');
    expect(said(root)).toBe('To your downloads: leafcheck-kratom-opioid-withdrawal.ris');
  });
});

test('copies the card as text', async () => {
  const root = await row();
  await click(named(root, 'Copy card as text'));
  expect(copied).toEqual([cardAsText(madeCard, english)]);
});

test('opens a report that names the card, can be changed, and is copied as it stands', async () => {
  const root = await row();
  expect(root.querySelector('textarea')).toBeNull();
  await click(named(root, 'Report an error'));
  const box = root.querySelector('textarea') as HTMLTextAreaElement;
  expect(box.value).toBe(
    [
      'An error in Leafcheck',
      'Substance: Kratom',
      'Topic: opioid withdrawal',
      'Entry: kratom/opioid-withdrawal',
      'Evidence to: 2026-03',
      'Version: 1.2.3',
      '',
      'What is wrong:',
      '',
      'What it should say, and the source that shows it:',
    ].join('\n'),
  );
  await act(() => {
    box.value = 'The year is wrong.';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await click(named(root, 'Copy report'));
  expect(copied).toEqual(['The year is wrong.']);
  expect(words(root)).toContain('Nothing is sent from here');
});

test('offers no citations where the card has no source', async () => {
  const root = await row({ parts: [{ card: emptyCard, cues: [] }] });
  expect(named(root, 'Copy citations')).toBeUndefined();
  expect(named(root, 'Copy card as text')).toBeDefined();
});

test('is not there where nothing can be copied', async () => {
  const root = await show(<EvidenceCard parts={[{ card: madeCard, cues: [] }]} help={help} />);
  expect(fold(root, 'Cite and share')).toBeUndefined();
});

test('every card as text says the verdict, how sure, who was studied, and where each source is', () => {
  for (const substance of SUBSTANCE_IDS)
    for (const topic of [...TOPIC_IDS, 'overview'] as const) {
      const card = evidence.card({ substance, topic });
      const text = cardAsText(card, english);
      const lines = text.split('\n');
      const lead = leadingVerdict(card);
      expect(lines[1]).toBe(
        lead === 'none' ? 'No evidence held' : verdictWording(lead.verdict, lead.certainty, lead.topic).words,
      );
      expect(text).not.toMatch(/undefined|\[object/);
      if (!card.answer) continue;
      expect(lines).toContain(card.answer.summary);
      expect(lines).toContain(`${certaintyWording(card.answer.certainty).words} · ${card.answer.studied}`);
      for (const { id, url } of card.sources)
        if (card.answer.sources.includes(id)) expect(text).toContain(url);
    }
}, 60_000);
