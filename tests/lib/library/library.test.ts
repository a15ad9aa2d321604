import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SUBSTANCE_IDS } from '../../../generated/ids.ts';
import { shippedSearch } from '../../../lib/evidence/shipped-search.ts';
import { evidenceMap } from '../../../lib/library/evidence-map.ts';
import {
  bySubstance,
  FACETS,
  type Facet,
  facetCounts,
  filterEntries,
  foundEntries,
  type LibraryFilter,
  neighbours,
} from '../../../lib/library/library-entries.ts';
import { otherNames } from '../../../lib/library/other-names.ts';
import { entries, substancePage } from '../../../lib/library/shipped-library.ts';

const keys = (list: readonly { substance: string; topic: string }[]) =>
  list.map(({ substance, topic }) => `${substance}/${topic}`);
const filters = fc.record(
  Object.fromEntries(
    Object.entries(FACETS).map(([facet, choices]) => [facet, fc.constantFrom(...(choices as string[]))]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<LibraryFilter>;

describe('the entries', () => {
  test('are all there, once, each substance in one run that begins with its overview', () => {
    expect(new Set(keys(entries)).size).toBe(entries.length);
    const groups = bySubstance(entries);
    expect(groups.map(({ substance }) => substance).sort()).toEqual([...SUBSTANCE_IDS].sort());
    expect(groups.flatMap(({ entries: own }) => own)).toEqual(entries);
    for (const { entries: own } of groups) expect(own[0]?.topic).toBe('overview');
  });

  test('name the kinds of their sources', () => {
    for (const entry of entries) expect(entry.sources.length, keys([entry])[0]).toBeGreaterThan(0);
  });
});

describe('a filter', () => {
  test('leaves what meets each of its choices, in order', () => {
    const left = filterEntries(entries, { topic: 'sleep', verdict: 'mixed', source: 'rct' });
    expect(left.length).toBeGreaterThan(0);
    for (const entry of left) {
      expect(entry).toMatchObject({ topic: 'sleep', verdict: 'mixed' });
      expect(entry.sources).toContain('rct');
    }
    expect(filterEntries(entries, {})).toEqual(entries);
  });

  test('says of each choice how many entries it would leave', () => {
    fc.assert(
      fc.property(filters, fc.constantFrom(...(Object.keys(FACETS) as Facet[])), (filter, facet) => {
        for (const [choice, count] of facetCounts(entries, filter, facet))
          expect(filterEntries(entries, { ...filter, [facet]: choice })).toHaveLength(count);
      }),
      { numRuns: 40 },
    );
  });

  test('comes after the search, whose order stays', () => {
    const words = shippedSearch().search('kratum slep', entries.length);
    const found = foundEntries(entries, words);
    expect(keys(found)).toEqual(keys(words));
    expect(keys(found)[0]).toBe('kratom/sleep');
    expect(foundEntries(entries, null)).toBe(entries);
    expect(foundEntries(entries, [])).toEqual([]);
  });
});

describe('the map', () => {
  test('holds each entry in its row and column, and no empty line', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const shown = filterEntries(entries, filter);
        const { columns, groups } = evidenceMap(shown);
        const rows = groups.flatMap((group) => group.rows.map((row) => ({ ...row, class: group.class })));
        const cells = rows.flatMap((row) =>
          row.cells.flatMap((entry, at) => {
            if (!entry) return [];
            expect(entry).toMatchObject({ substance: row.substance, topic: columns[at], class: row.class });
            return [entry];
          }),
        );
        expect(keys(cells).sort()).toEqual(keys(shown).sort());
        for (const { cells: own } of rows) expect(own.some(Boolean)).toBe(true);
        for (const at of columns.keys()) expect(rows.some((row) => row.cells[at])).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a substance's page", () => {
  test('has the sources of each statement on it', () => {
    for (const id of SUBSTANCE_IDS) {
      const { overview, dangers, sources, entries: own } = substancePage(id);
      const known = new Set(sources.map((source) => source.id));
      expect(known.size, id).toBe(sources.length);
      const statements = [...dangers, ...overview.risks, ...overview.interactions, ...overview.legal];
      for (const ref of statements.flatMap((statement) => statement.sources))
        expect(known.has(ref), `${id}: ${ref}`).toBe(true);
      expect(own.length, id).toBeGreaterThan(0);
    }
  });

  test('begins with the dangers that name it, and has those of all its cards', () => {
    const texts = substancePage('kratom').dangers.map(({ text }) => text);
    expect(texts[0]).toMatch(/^Kratom with opioids/);
    expect(texts.some((text) => text.startsWith('Yellow skin'))).toBe(true);
    expect(texts.some((text) => text.startsWith('Alcohol withdrawal can kill'))).toBe(true);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

test('neighbours are those before and after, where there are such', () => {
  const list = ['a', 'b', 'c'];
  const of = (item: string) => neighbours(list, (one) => one === item);
  expect(of('a')).toEqual({ after: 'b' });
  expect(of('b')).toEqual({ before: 'a', after: 'c' });
  expect(of('c')).toEqual({ before: 'b' });
  expect(of('d')).toEqual({});
});

test('other names leave out what a shorter one tells already', () => {
  expect(
    otherNames(
      ['Kratom', 'Mitragyna speciosa'],
      ['kratom', 'kratom powder', 'ketum', 'Ketum', 'daun ketum', 'Mitragyna', '7-OH', '7 OH', 'Maeng Da'],
    ),
  ).toEqual(['ketum', '7-OH', 'Maeng Da']);
  expect(otherNames(['Zinc'], [])).toEqual([]);
});
