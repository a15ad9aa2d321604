import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import citations from '../../generated/citations.json';
import { inFull, shorten } from '../../lib/evidence/citation-parts.ts';
import { CITATION_FORMS, type CitationTable, citationsText } from '../../lib/evidence/citations.ts';
import { citationTable } from '../../scripts/build/citations.ts';
import { authorsOf, type CslItem, placeOf, typeOf } from '../../scripts/build/csl.ts';
import { readData, type SourceRecord } from '../../scripts/build/read-data.ts';

const { sources } = readData(new URL('../..', import.meta.url).pathname);
const shipped = citations as unknown as CitationTable;
const table = Object.fromEntries(Object.entries(shipped).map(([id, short]) => [id, inFull(short)]));
const cslOf = (id: string) => table[id]?.csl as CslItem;
const source = (id: string) => sources.find((one) => one.id === id) as SourceRecord;

test('a citation made short comes back whole, whatever its texts', () => {
  const text = fc
    .array(fc.constantFrom('^', '0', 'z', 'a title ', '$& title', 'Müller ', '\n'), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), text, (texts, other) => {
      const whole = [...texts, other].join(' ');
      const citation = {
        vancouver: whole,
        bibtex: other + whole,
        ris: whole + whole,
        csl: { title: other, author: texts },
      };
      expect(inFull(shorten(citation))).toEqual(citation);
    }),
    // The sign of one text and what follows it spell another: "^0" and "a title ".
    { examples: [[['a title ', '0a title '], '^$& title']] },
  );
  const title = 'A title of some length';
  expect(shorten({ vancouver: `${title}.`, bibtex: title, ris: title, csl: { title } }).vancouver).toBe(
    '^0.',
  );
});

describe('a paper in a journal', () => {
  const id = 'singh-2014';

  test('reads in Vancouver style', () => {
    expect(table[id]?.vancouver).toBe(
      'Singh D, Müller CP, Vicknasingam BK. Traditional and non-traditional kratom use: dependence, withdrawal ' +
        'symptoms and craving in regular users in Malaysia. Drug and Alcohol Dependence. 2014. ' +
        'doi:10.1016/j.drugalcdep.2014.03.017 PubMed PMID: 24698080.',
    );
  });

  test('is CSL-JSON of a journal article', () => {
    expect(cslOf(id)).toEqual({
      id,
      type: 'article-journal',
      title: source(id).title,
      author: [
        { family: 'Singh', given: 'D.' },
        { family: 'Müller', given: 'C. P.' },
        { family: 'Vicknasingam', given: 'B. K.' },
      ],
      issued: { 'date-parts': [[2014]] },
      'container-title': 'Drug and Alcohol Dependence',
      DOI: '10.1016/j.drugalcdep.2014.03.017',
      PMID: '24698080',
      URL: 'https://doi.org/10.1016/j.drugalcdep.2014.03.017',
    });
  });

  test('is RIS that reference managers read, a field a line', () => {
    const lines = (table[id]?.ris ?? '').split('\n');
    expect(lines[0]).toBe('TY  - JOUR');
    expect(lines.at(-1)).toBe('ER  - ');
    expect(lines).toContain(`TI  - ${source(id).title}`);
    expect(lines).toContain('N1  - PMID: 24698080');
  });

  test('is BibTeX under the id of its source', () => {
    expect(table[id]?.bibtex).toMatch(/^@article\{singh-2014,/);
    expect(table[id]?.bibtex).toContain('note = {PMID: 24698080}');
  });
});

test('names volume, issue and pages where the record has them', () => {
  expect(placeOf({ publisher: 'Human Psychopharmacology 11(4):293-298', year: 1996 })).toEqual({
    name: 'Human Psychopharmacology',
    volume: '11',
    issue: '4',
    page: '293-298',
    undated: false,
  });
  expect(
    placeOf({ publisher: 'European Neuropsychopharmacology 7 Suppl 3:S347-51', year: 1997 }),
  ).toMatchObject({
    name: 'European Neuropsychopharmacology',
    volume: '7',
    issue: 'Suppl 3',
    page: 'S347-51',
  });
});

test('gives no year where the record has that of the reading alone', () => {
  const item = cslOf('livertox-niacin');
  expect(item.issued).toBeUndefined();
  expect(item.accessed).toEqual({ 'date-parts': [[2026]] });
  expect(table['livertox-niacin']?.vancouver).toContain('[cited 2026]');
});

test.each([
  ['Not shown in the copy read', []],
  ['Authors not shown in the copies read (Clinique Lyon Lumière; Sanofi Consumer Health Care)', []],
  ['case report', []],
  ['Singh D et al.', [{ family: 'Singh', given: 'D.' }, { literal: 'et al.' }]],
  [
    'Marchetti G et al. (author order not shown in the copy)',
    [{ family: 'Marchetti', given: 'G.' }, { literal: 'et al.' }],
  ],
  ['US Food and Drug Administration', [{ literal: 'US Food and Drug Administration' }]],
  [
    'Penetar DM, Lee DY-W',
    [
      { family: 'Penetar', given: 'D. M.' },
      { family: 'Lee', given: 'D. Y.-W.' },
    ],
  ],
  [
    'Barsuglia J (further authors not shown in the copy read)',
    [{ family: 'Barsuglia', given: 'J.' }, { literal: 'et al.' }],
  ],
  ['MHRA (UK)', [{ literal: 'MHRA (UK)' }]],
  ['Texas Legislature; note by Mind Medicine Law', [{ literal: 'Texas Legislature' }]],
  ['Bowen DJ (Fred Hutchinson Cancer Research Center)', [{ family: 'Bowen', given: 'D. J.' }]],
  [
    'EFSA Panel on Dietetic Products, Nutrition and Allergies',
    [{ literal: 'EFSA Panel on Dietetic Products, Nutrition and Allergies' }],
  ],
] as const)('reads the authors of "%s"', (authors, names) => {
  expect(authorsOf({ authors })).toEqual(names);
});

test.each([
  ['mattick-2014', 'article-journal'],
  ['nccih-dandelion', 'webpage'],
  ['nice-cg100', 'report'],
  ['ks-sb497-2026', 'legislation'],
  ['iom-b-1998', 'book'],
  ['saleska-2023', 'article'],
  ['rojc-2005', 'thesis'],
  ['ibogaine-legal', 'webpage'],
])('%s is of the type %s', (id, type) => {
  expect(typeOf(source(id))).toBe(type);
});

test('says of a source that was not read itself that it was not', () => {
  const id = 'fda-7oh-2025';
  expect(source(id).verified).toBe('secondary');
  expect(cslOf(id).note).toBe('Seen only as cited by others.');
  expect(table[id]?.ris).toContain('N1  - Seen only as cited by others.');
  expect(table[id]?.bibtex).toContain('note = {Seen only as cited by others.}');
});

describe('every source', () => {
  const known = (records: readonly unknown[]) =>
    new Map(records.map((one) => [(one as CslItem).id, one as CslItem]));
  /** "de Meneses-Gaya, C." */
  const namesOf = ({ author = [] }: CslItem) =>
    author.map((name) => {
      const { family, given, literal, ...rest } = name as Record<string, string | undefined>;
      const last = [rest['non-dropping-particle'], family].filter(Boolean).join(' ');
      return literal ?? [last, given].filter(Boolean).join(', ');
    });

  test('has all four forms, and the build makes what ships', () => {
    expect(Object.keys(table)).toEqual(sources.map(({ id }) => id));
    const [first, last] = [sources[0] as SourceRecord, sources.at(-1) as SourceRecord];
    expect(citationTable([first, last])).toEqual({
      [first.id]: shipped[first.id],
      [last.id]: shipped[last.id],
    });
    for (const { id, year, url, doi, pmid } of sources) {
      const { vancouver = '', bibtex = '', ris = '' } = table[id] ?? {};
      for (const text of [vancouver, bibtex, ris]) expect(text, id).not.toMatch(/undefined|NaN|\[object/);
      if (cslOf(id).issued) expect(vancouver, id).toContain(String(year));
      if (doi) expect(vancouver, id).toContain(`doi:${doi}`);
      else if (pmid) expect(vancouver, id).toContain(`PMID: ${pmid}`);
      expect(cslOf(id)).toMatchObject({
        URL: url,
        ...(doi ? { DOI: doi } : {}),
        ...(pmid ? { PMID: pmid } : {}),
      });
    }
  }, 60_000);

  test('keeps its title, authors, year, address and numbers through RIS', () => {
    // By place, since an ID field of RIS holds twenty characters at most.
    const read = new Cite(citationsText(shipped, Object.keys(table), 'ris')).data as unknown as CslItem[];
    expect(read.length).toBe(sources.length);
    for (const [at, { id, doi, pmid, pmcid }] of sources.entries()) {
      const [made, got] = [cslOf(id), read[at] as CslItem];
      expect(got.title, id).toBe(made.title);
      expect(got.URL, id).toBe(made.URL);
      expect(got.issued, id).toEqual(made.issued);
      const names = (made.author ?? []).map((name) =>
        'literal' in name ? name.literal.replaceAll(',', '') : `${name.family}, ${name.given}`,
      );
      expect(namesOf(got), id).toEqual(names);
      expect(got.DOI, id).toBe(doi);
      if (pmcid) expect(got.PMCID, id).toBe(pmcid);
      if (pmid) expect(got.note, id).toContain(`PMID: ${pmid}`);
    }
  }, 60_000);

  test('keeps its title, authors, year, address and numbers through BibTeX', () => {
    const read = known(new Cite(citationsText(shipped, Object.keys(table), 'bibtex')).data);
    expect(read.size).toBe(sources.length);
    for (const { id, year, doi, pmid, pmcid } of sources) {
      const [made, got] = [cslOf(id), read.get(id) as CslItem];
      // Two hyphens are a dash in TeX, and a trade mark is two letters.
      expect(got.title, id).toBe(made.title.replace('--', '–').replace('™', 'TM'));
      expect(decodeURI(got.URL), id).toBe(decodeURI(made.URL));
      if (made.issued) expect(got.issued, id).toEqual({ 'date-parts': [[year]] });
      expect(namesOf(got), id).toEqual(namesOf(made).map((name) => name.replace('et al.', 'others')));
      expect(got.DOI, id).toBe(doi);
      if (pmid) expect(got.note, id).toContain(`PMID: ${pmid}`);
      if (pmcid) expect(got.note, id).toContain(`PMCID: ${pmcid}`);
    }
  }, 60_000);
});

describe('the citations of a card', () => {
  test('are numbered lines, in the order asked for', () => {
    const lines = citationsText(shipped, ['steiner-2001', 'singh-2014'], 'vancouver').split('\n');
    expect(lines.map((line) => line.slice(0, 12))).toEqual(['1. Steiner G', '2. Singh D, ']);
  });

  test('are one array as CSL-JSON', () => {
    const items = JSON.parse(citationsText(shipped, ['steiner-2001', 'singh-2014'], 'csl')) as CslItem[];
    expect(items.map(({ id }) => id)).toEqual(['steiner-2001', 'singh-2014']);
  });

  test('leave out what is no source', () => {
    for (const form of Object.keys(CITATION_FORMS) as (keyof typeof CITATION_FORMS)[]) {
      expect(citationsText(shipped, ['no-such', 'constructor'], form)).toBe(form === 'csl' ? '[]' : '');
    }
  });
});
