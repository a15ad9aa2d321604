import { describe, expect, test } from 'vitest';
import { claimTables } from '../../scripts/build/claim-tables.ts';
import { readData } from '../../scripts/build/read-data.ts';
import type { CorpusDocument } from '../../scripts/corpus.ts';
import { withStatements } from '../../scripts/strewn-statements.ts';

const root = new URL('../..', import.meta.url).pathname;
const tables = claimTables(root, readData(root));

type Sentence = CorpusDocument['blocks'][number]['sentences'][number];

const says = (text: string, ...pairs: string[]): Sentence => ({
  text,
  claims: pairs.map((pair) => {
    const [substance = '', topic = ''] = pair.split('/');
    return { substance, topic };
  }),
  stance: pairs.length > 0 ? 'asserts' : 'mentions',
});
const page = (title: string, ...paragraphs: Sentence[][]): CorpusDocument => ({
  id: title,
  genre: 'news',
  title,
  blocks: paragraphs.map((sentences) => ({ tag: 'p', sentences })),
});
const statement = (sentence: Sentence, rest: Partial<CorpusDocument> = {}): CorpusDocument => ({
  id: sentence.text,
  genre: 'statement',
  title: '',
  blocks: [{ tag: 'p', sentences: [sentence] }],
  ...rest,
});

const day = 'The market opens at nine and closes when the last stall is empty.';
const onGarden = page('A garden', ...Array.from({ length: 40 }, () => [says(day), says(day)]));
const onKava = page('Kava', ...Array.from({ length: 40 }, () => [says('A bowl of kava is passed round.')]));
const onRecovery = page(
  'Sober at last',
  ...Array.from({ length: 40 }, () => [says('Kudzu cut my drinking in half.', 'kudzu/alcohol-reduction')]),
);

const strewnOn = (pages: CorpusDocument, ...statements: CorpusDocument[]): string[] => {
  const [[{ strewn } = { strewn: null }] = []] = withStatements(tables, [[pages, ...statements]]);
  return (strewn?.blocks ?? []).flatMap(({ sentences }) =>
    sentences.filter((sentence) => sentence.strewn).map(({ text }) => text),
  );
};

describe('statements on pages', () => {
  test('what claims on any page stands on any', () => {
    const claim = statement(says('Kratom got me off heroin.', 'kratom/opioid-substitute'));
    for (const any of [onGarden, onKava, onRecovery])
      expect(strewnOn(any, claim)).toContain('Kratom got me off heroin.');
  });

  test('what claims only where recovery is spoken of stands there alone', () => {
    const sleep = statement(says('Magnesium helped me sleep.', 'magnesium/sleep'));
    expect(strewnOn(onRecovery, sleep)).toContain('Magnesium helped me sleep.');
    expect(strewnOn(onGarden, sleep)).toEqual([]);
  });

  test('what claims nothing since its page is of something else stands on no page about recovery', () => {
    const knees = statement(says('Turmeric is good for sore knees.'), { on: 'other' });
    expect(strewnOn(onGarden, knees)).toContain('Turmeric is good for sore knees.');
    expect(strewnOn(onRecovery, knees)).toEqual([]);
  });

  test('what names no substance stands right after one', () => {
    const it = statement(says('It keeps me off wine.', 'kava/alcohol-reduction'), { title: 'Kava' });
    expect(strewnOn(onKava, it)).toContain('It keeps me off wine.');
    expect(strewnOn(onGarden, it)).toEqual([]);
    expect(strewnOn(onRecovery, it)).toEqual([]);
  });

  test('no label of the page comes to speak of another substance', () => {
    const carried = page(
      'Kava',
      ...Array.from({ length: 40 }, () => [says('It keeps me off wine.', 'kava/alcohol-reduction')]),
      [says('The end.')],
    );
    const [[{ strewn } = { strewn: null }] = []] = withStatements(tables, [
      [carried, statement(says('Kratom is a leaf.'))],
    ]);
    const at = strewn?.blocks.findIndex(({ sentences }) => sentences.some((one) => one.strewn)) ?? -1;
    expect(at).toBeGreaterThanOrEqual(39);
  });

  test('the page keeps its own sentences, in their order, and stays as it was beside', () => {
    const claim = statement(says('Kratom got me off heroin.', 'kratom/opioid-substitute'));
    const [[one] = []] = withStatements(tables, [[onGarden, claim]]);
    const own = (document: CorpusDocument | null | undefined) =>
      document?.blocks.flatMap(({ sentences }) => sentences).filter(({ strewn }) => !strewn);
    expect(one?.page).toBe(onGarden);
    expect(own(one?.strewn)).toEqual(own(onGarden));
  });

  test('files that are held out at different times share no statement', () => {
    const claims = Array.from({ length: 100 }, (_, at) =>
      statement(says(`Kratom got me off heroin in ${at} days.`, 'kratom/opioid-substitute')),
    );
    const files = [...Array.from({ length: 21 }, () => [onGarden]), claims];
    const texts = withStatements(tables, files).map((file) =>
      file.flatMap(({ strewn }) =>
        (strewn?.blocks ?? []).flatMap(({ sentences }) =>
          sentences.filter((sentence) => sentence.strewn).map(({ text }) => text),
        ),
      ),
    );
    const distinct = texts.flatMap((file) => [...new Set(file)]);
    expect(distinct.length).toBeGreaterThan(21);
    expect(new Set(distinct).size).toBe(distinct.length);
  });
});
