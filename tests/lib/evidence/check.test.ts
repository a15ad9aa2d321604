import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { problemsIn, type UncheckedData } from '../../../lib/evidence/check.ts';
import { readingGrade } from '../../../lib/evidence/check-words.ts';
import { readData } from '../../../scripts/build/read-data.ts';

type Record_ = Record<string, unknown>;
interface Made {
  sources: Record_[];
  substances: (Record_ & {
    entries: Record_[];
    risks: Record_[];
    legal: Record_[];
    interactions: Record_[];
  })[];
  dangers: Record_[];
  whatWorks: Record_[];
  help: Record_[];
  otherUses: Record<string, string[]>;
}

const source = (id: string, kind: string, more: Record_ = {}): Record_ => ({
  id,
  kind,
  title: `A paper called ${id}`,
  authors: 'Doe J',
  year: 2020,
  publisher: 'A Journal',
  url: `https://example.org/${id}`,
  finding: 'It helped a few.',
  readAt: 'https://example.org/copy',
  verified: 'abstract',
  ...more,
});
const entry = (topic: string, sources: string[], more: Record_ = {}): Record_ => ({
  topic,
  verdict: 'limited',
  certainty: 'low',
  headline: 'It may help',
  summary: 'A few people slept well.',
  detail: 'One small trial.',
  sources,
  asOf: '2021-05',
  ...more,
});
const substance = (id: string, entries: Record_[]) => ({
  id,
  name: id,
  class: 'botanical',
  aliases: [id, `${id} tea`],
  ambiguous: [],
  overview: 'A leaf.',
  risks: [],
  interactions: [],
  legal: [],
  entries,
});

/** A small set with no problem; each call makes a new one. */
const sound = (): Made => ({
  sources: [
    source('trial-a', 'rct', { doi: '10.1000/a', pmid: '10000001', pmcid: 'PMC1000001' }),
    source('review-a', 'systematic-review'),
    source('survey-a', 'survey'),
    source('rule-a', 'law'),
  ],
  substances: [
    substance('kava', [
      entry('overview', ['review-a', 'trial-a']),
      entry('sleep', ['review-a'], { verdict: 'supported', certainty: 'moderate' }),
      entry('legal', ['rule-a'], { verdict: 'varies' }),
    ]),
    substance('hops', [
      entry('overview', ['survey-a'], { verdict: 'untested', certainty: 'very-low' }),
      entry('pain', ['survey-a'], { verdict: 'untested', certainty: 'none' }),
    ]),
  ],
  dangers: [
    { id: 'danger-a', text: 'It can harm.', sources: ['review-a'], substances: ['kava'], topics: ['sleep'] },
  ],
  whatWorks: [{ topic: 'sleep', text: 'A talk with a doctor.', sources: ['review-a'] }],
  help: [
    {
      region: 'GB',
      name: 'A line',
      url: 'https://example.org',
      note: 'Free.',
      source: 'https://example.org',
    },
  ],
  otherUses: {},
});

const { taxonomy } = readData(fileURLToPath(new URL('../../..', import.meta.url)));
const problems = (data: Made) => problemsIn({ taxonomy, ...data } as unknown as UncheckedData);

/** What breaks the sound set, and the one sentence that this brings. */
const CASES: readonly (readonly [what: string, breaks: (data: Made) => void, says: string])[] = [
  // Form.
  [
    'a source without a title',
    ({ sources }) => Object.assign(sources[0]!, { title: ' ' }),
    'source trial-a: title is empty.',
  ],
  [
    'a DOI that is none',
    ({ sources }) => Object.assign(sources[0]!, { doi: 'doi:10.1000/a' }),
    'source trial-a: doi is not a DOI such as 10.1000/abc.',
  ],
  [
    'a PMID that is none',
    ({ sources }) => Object.assign(sources[0]!, { pmid: 'PMID 1' }),
    'source trial-a: pmid is not a PMID, five to eight digits.',
  ],
  [
    'a PMCID without its letters',
    ({ sources }) => Object.assign(sources[0]!, { pmcid: '1000001' }),
    'source trial-a: pmcid is not a PMCID such as PMC7423016.',
  ],
  [
    'an address that is none',
    ({ sources }) => Object.assign(sources[0]!, { url: 'example.org/a b' }),
    'source trial-a: url is not a web address.',
  ],
  [
    'an id with a capital',
    ({ sources }) => Object.assign(sources[0]!, { id: 'Trial-A' }),
    'source Trial-A: id is not a kebab-case id.',
  ],
  [
    'a month that is none',
    ({ substances }) => Object.assign(substances[0]!.entries[0]!, { asOf: '2021-13' }),
    'substance kava: entries.0.asOf is not a month such as 2025-07.',
  ],
  [
    'a long headline',
    ({ substances }) => Object.assign(substances[0]!.entries[0]!, { headline: 'x'.repeat(81) }),
    'substance kava: entries.0.headline is over 80 characters.',
  ],
  [
    'a long summary',
    ({ substances }) => Object.assign(substances[0]!.entries[0]!, { summary: 'x'.repeat(321) }),
    'substance kava: entries.0.summary is over 320 characters.',
  ],
  [
    'a long detail',
    ({ substances }) => Object.assign(substances[0]!.entries[0]!, { detail: 'x'.repeat(901) }),
    'substance kava: entries.0.detail is over 900 characters.',
  ],
  [
    'an entry without a source',
    ({ substances }) => Object.assign(substances[0]!.entries[1]!, { sources: [] }),
    'substance kava: entries.1.sources names no source.',
  ],
  [
    'a substance without an alias',
    ({ substances }) => Object.assign(substances[0]!, { aliases: [] }),
    'substance kava: aliases names no alias.',
  ],
  [
    'a long danger',
    ({ dangers }) => Object.assign(dangers[0]!, { text: 'x'.repeat(321) }),
    'danger danger-a: text is over 320 characters.',
  ],
  [
    'a what-works without a text',
    ({ whatWorks }) => Object.assign(whatWorks[0]!, { text: '' }),
    'what-works sleep: text is empty.',
  ],
  [
    'a country in words',
    ({ help }) => Object.assign(help[0]!, { region: 'Britain' }),
    'help line A line: region is not a country code such as US.',
  ],
  // Closed words.
  [
    'a class of its own',
    ({ substances }) => Object.assign(substances[0]!, { class: 'leaf' }),
    'kava: "leaf" is no class of the taxonomy.',
  ],
  [
    'a kind of its own',
    ({ sources }) => Object.assign(sources[2]!, { kind: 'poll' }),
    'source survey-a: "poll" is no kind of the taxonomy.',
  ],
  [
    'a topic of its own',
    ({ substances }) => Object.assign(substances[1]!.entries[1]!, { topic: 'aches' }),
    'hops/aches: "aches" is no topic of the taxonomy.',
  ],
  [
    'a verdict of its own',
    ({ substances }) => Object.assign(substances[0]!.entries[1]!, { verdict: 'good' }),
    'kava/sleep: "good" is no verdict of the taxonomy.',
  ],
  [
    'a certainty of its own',
    ({ substances }) => Object.assign(substances[0]!.entries[1]!, { certainty: 'fair' }),
    'kava/sleep: "fair" is no certainty of the taxonomy.',
  ],
  [
    'a danger on no substance',
    ({ dangers }) => Object.assign(dangers[0]!, { substances: ['tea'] }),
    'danger danger-a: "tea" is no substance of the taxonomy.',
  ],
  [
    'a danger on no topic',
    ({ dangers }) => Object.assign(dangers[0]!, { topics: ['aches'] }),
    'danger danger-a: "aches" is no topic of the taxonomy.',
  ],
  [
    'a what-works on no topic',
    ({ whatWorks }) => Object.assign(whatWorks[0]!, { topic: 'aches' }),
    'what-works aches: "aches" is no topic of the taxonomy.',
  ],
  // Records and references.
  [
    'a source id twice',
    ({ sources }) =>
      sources.push(source('survey-a', 'survey', { title: 'Another', url: 'https://example.org/x' })),
    'source id survey-a stands twice; keep one record.',
  ],
  [
    'a DOI twice',
    ({ sources }) => Object.assign(sources[1]!, { doi: '10.1000/A' }),
    'DOI 10.1000/A stands twice; keep one record.',
  ],
  [
    'a PMID twice',
    ({ sources }) => Object.assign(sources[1]!, { pmid: '10000001' }),
    'PMID 10000001 stands twice; keep one record.',
  ],
  [
    'a PMCID twice',
    ({ sources }) => Object.assign(sources[1]!, { pmcid: 'PMC1000001' }),
    'PMCID PMC1000001 stands twice; keep one record.',
  ],
  [
    'a title twice in a year',
    ({ sources }) => Object.assign(sources[1]!, { title: 'A Paper: called trial a' }),
    'sources trial-a and review-a have one title and year; keep one record, or tell the two apart.',
  ],
  [
    'a paper twice, a copy named in brackets',
    ({ sources }) => Object.assign(sources[1]!, { title: 'A paper called trial-a (as one shop copies it)' }),
    'sources trial-a and review-a look like one paper under two titles; keep one record, and name the other copy under alsoReadAt.',
  ],
  [
    'a paper twice, online and in print, once without its subtitle',
    ({ sources }) => {
      Object.assign(sources[0]!, { title: 'Kava before sleep: a trial', authors: 'Doe J, Roe R' });
      Object.assign(sources[1]!, { title: 'Kava before sleep. A trial: in 20 people', year: 2021 });
    },
    'sources trial-a and review-a look like one paper under two titles; keep one record, and name the other copy under alsoReadAt.',
  ],
  [
    'a trial twice, by its number',
    ({ sources }) => {
      Object.assign(sources[0]!, { title: 'Kava and sleep (NCT01234567)' });
      Object.assign(sources[2]!, { url: 'https://example.org/study/NCT01234567' });
    },
    'sources trial-a and survey-a are both of NCT01234567; keep one record.',
  ],
  [
    'an address twice',
    ({ sources }) => Object.assign(sources[1]!, { url: 'http://www.example.org/trial-a/' }),
    'sources trial-a and review-a have one address; keep one record, or tell the two apart.',
  ],
  [
    'an address of another DOI',
    ({ sources }) => Object.assign(sources[0]!, { url: 'https://doi.org/10.1000/b' }),
    'source trial-a: its address leads to DOI 10.1000/b, its doi is 10.1000/a; mend the wrong one.',
  ],
  [
    'an address of another PMID',
    ({ sources }) => Object.assign(sources[0]!, { url: 'https://pubmed.ncbi.nlm.nih.gov/10000002/' }),
    'source trial-a: its address leads to PMID 10000002, its pmid is 10000001; mend the wrong one.',
  ],
  [
    'a substance twice',
    ({ substances }) => substances.push({ ...substances[1]!, aliases: ['other'] }),
    'substance id hops stands twice; keep one record.',
  ],
  [
    'a topic twice',
    ({ substances }) => substances[0]!.entries.push(entry('sleep', ['review-a'])),
    'kava: entry for sleep stands twice; keep one record.',
  ],
  [
    'a what-works twice',
    ({ whatWorks }) => whatWorks.push({ ...whatWorks[0] }),
    'what-works sleep stands twice; keep one record.',
  ],
  [
    'no overview',
    ({ substances }) => substances[1]!.entries.shift(),
    'hops: no entry for "overview", which every substance needs.',
  ],
  [
    'an entry on a source that is not there',
    ({ substances }) => Object.assign(substances[0]!.entries[1]!, { sources: ['review-a', 'gone'] }),
    'kava/sleep: source "gone" has no record; add it or drop the reference.',
  ],
  [
    'a risk on a source that is not there',
    ({ substances }) => substances[0]!.risks.push({ text: 'It can tire.', sources: ['gone'] }),
    'kava, risk "It can tire.": source "gone" has no record; add it or drop the reference.',
  ],
  [
    'an interaction on a source that is not there',
    ({ substances }) =>
      substances[0]!.interactions.push({ with: 'wine', effect: 'Adds up.', sources: ['gone'] }),
    'kava, with wine: source "gone" has no record; add it or drop the reference.',
  ],
  [
    'a law on a source that is not there',
    ({ substances }) =>
      substances[0]!.legal.push({
        jurisdiction: 'Wales',
        status: 'Sold.',
        asOf: '2021-05',
        sources: ['gone'],
      }),
    'kava, law in Wales: source "gone" has no record; add it or drop the reference.',
  ],
  [
    'a danger on a source that is not there',
    ({ dangers }) => Object.assign(dangers[0]!, { sources: ['gone'] }),
    'danger danger-a: source "gone" has no record; add it or drop the reference.',
  ],
  [
    'a what-works on a source that is not there',
    ({ whatWorks }) => Object.assign(whatWorks[0]!, { sources: ['gone'] }),
    'what-works sleep: source "gone" has no record; add it or drop the reference.',
  ],
  [
    'a source named twice',
    ({ substances }) => Object.assign(substances[0]!.entries[1]!, { sources: ['review-a', 'review-a'] }),
    'kava/sleep: a source is named twice.',
  ],
  [
    'a source that nothing refers to',
    ({ sources }) => sources.push(source('idle', 'survey')),
    'source idle: nothing refers to it; use it or drop it.',
  ],
  // Names.
  [
    'an ambiguous name that is no alias',
    ({ substances }) => Object.assign(substances[0]!, { ambiguous: ['awa'] }),
    'kava: ambiguous "awa" is not among its aliases.',
  ],
  [
    'an alias twice',
    ({ substances }) => Object.assign(substances[0]!, { aliases: ['kava', 'Kava'] }),
    'kava: alias "Kava" stands twice; keep one.',
  ],
  [
    'an alias of two substances',
    ({ substances }) => Object.assign(substances[1]!, { aliases: ['hops', 'Kava tea'] }),
    '"kava tea" is an alias of kava and hops; keep it with one of them, or name it under ambiguous in each.',
  ],
  // Verdicts.
  [
    'varies for another topic than law',
    ({ substances }) => Object.assign(substances[0]!.entries[1]!, { verdict: 'varies' }),
    'kava/sleep: "varies" is for the topic legal alone.',
  ],
  [
    'untested with certainty',
    ({ substances }) => Object.assign(substances[1]!.entries[1]!, { certainty: 'low' }),
    'hops/pain: untested takes certainty none or very-low, not low.',
  ],
  [
    'no certainty for a tested claim',
    ({ substances }) => Object.assign(substances[0]!.entries[0]!, { certainty: 'none' }),
    'kava/overview: certainty none is for untested alone; say how sure limited is.',
  ],
  [
    'supported on one trial',
    ({ substances }) => Object.assign(substances[0]!.entries[1]!, { sources: ['trial-a', 'survey-a'] }),
    'kava/sleep: supported takes a systematic review, a guideline or two trials among its sources; add one, or choose a weaker verdict.',
  ],
  [
    'untested with a trial',
    ({ substances }) => Object.assign(substances[1]!.entries[1]!, { sources: ['trial-a'] }),
    'hops/pain: untested, yet it cites the trial trial-a; change the verdict, or, where that trial tested another use, had no comparison or shows no result, name it in data/evidence/other-uses.json.',
  ],
  [
    'another use that no entry has',
    ({ otherUses }) => Object.assign(otherUses, { 'hops/pain': ['trial-a'] }),
    'other-uses.json: hops/pain is not untested with the trial trial-a; drop it there.',
  ],
  [
    'evidence newer than its date',
    ({ substances }) => Object.assign(substances[0]!.entries[1]!, { asOf: '2019-12' }),
    'kava/sleep: asOf 2019-12 is older than its newest source (2020).',
  ],
  // Words.
  [
    'a word that blames',
    ({ substances }) => Object.assign(substances[0]!.entries[1]!, { detail: 'Tea for addicts.' }),
    'kava/sleep: says "addicts"; say a person with an addiction.',
  ],
  [
    'an abuser',
    ({ sources }) => Object.assign(sources[0]!, { finding: 'One abuser slept.' }),
    'source trial-a: says "abuser"; say a person who uses it.',
  ],
  [
    'a clean test',
    ({ whatWorks }) => Object.assign(whatWorks[0]!, { text: 'A clean test.' }),
    'what-works sleep: says "clean"; say "negative" of a test, "not using" of a person.',
  ],
  [
    'a miracle',
    ({ dangers }) => Object.assign(dangers[0]!, { text: 'No miracle.' }),
    'danger danger-a: says "miracle"; say what was measured.',
  ],
];

test('the data that ships has no problem', () => {
  expect(problemsIn(readData(fileURLToPath(new URL('../../..', import.meta.url))))).toEqual([]);
});

test('a sound set has no problem', () => {
  expect(problems(sound())).toEqual([]);
});

describe('finds', () => {
  test.each(CASES)('%s', (_, breaks, says) => {
    const data = sound();
    breaks(data);
    expect(problems(data)).toEqual([says]);
  });

  test('summaries that are hard to read on average, and names the hardest', () => {
    const data = sound();
    for (const { entries } of data.substances)
      for (const one of entries)
        one.summary =
          'Methodologically heterogeneous investigations demonstrated inconsistent pharmacological efficacy.';
    expect(problems(data)).toEqual([
      expect.stringMatching(
        /^Summaries read at grade \d+\.\d on average, over 9; use shorter words and sentences, first in kava\/overview \(/,
      ),
    ]);
  });
});

describe('takes', () => {
  test('a trial that is known to have tested another use', () => {
    const data = sound();
    Object.assign(data.substances[1]!.entries[1]!, { sources: ['trial-a'] });
    expect(problems({ ...data, otherUses: { 'hops/pain': ['trial-a'] } })).toEqual([]);
  });

  test('a name of two substances that both call ambiguous', () => {
    const data = sound();
    for (const one of data.substances)
      Object.assign(one, { aliases: [one.id, 'calm tea'], ambiguous: ['calm tea'] });
    expect(problems(data)).toEqual([]);
  });

  test.each([
    ['two trials', ['trial-a', 'trial-b'], 'trial'],
    ['a guideline', ['trial-b'], 'guideline'],
  ])('supported on %s', (_, sources, kind) => {
    const data = sound();
    data.sources.push(source('trial-b', kind));
    Object.assign(data.substances[0]!.entries[1]!, { sources });
    expect(problems(data)).toEqual([]);
  });
});

test.each([
  // 6 words and 6 syllables in a sentence: 0.39 × 6 + 11.8 × 1 - 15.59.
  ['The cat sat on the mat.', -1.45],
  // 4 words and 5 syllables a sentence: 0.39 × 4 + 11.8 × 1.25 - 15.59.
  ['Users say it helps. Users say it helps.', 0.72],
])('"%s" reads at grade %f', (text, grade) => {
  expect(readingGrade(text)).toBeCloseTo(grade, 6);
});
