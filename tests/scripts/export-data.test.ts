import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readData } from '../../scripts/build/read-data.ts';
import type { TableSchema } from '../../scripts/export/tables.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const data = readData(root);
const entries = data.substances.flatMap((substance) =>
  substance.entries.map((entry) => ({ substance, entry })),
);
const scratch = mkdtempSync(join(tmpdir(), 'leafcheck-export-'));
const folder = join(scratch, 'made');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile('npx', ['tsx', 'scripts/export-data.ts', ...args], { cwd: root }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
beforeAll(async () => {
  const { code, err } = await run(folder);
  if (code !== 0) throw new Error(err);
}, 120_000);

type Node = Record<string, unknown> & { '@type': string; '@id': string };
type Row = Record<string, string>;
const text = (name: string) => readFileSync(join(folder, name), 'utf8');
const csv = (name: string) => parse(text(`${name}.csv`), { columns: true }) as Row[];
const graph = () => (JSON.parse(text('leafcheck-evidence.jsonld')) as { '@graph': Node[] })['@graph'];
const descriptor = () =>
  JSON.parse(text('datapackage.json')) as {
    version: string;
    licenses: { name: string }[];
    resources: { name: string; path: string; schema?: TableSchema }[];
  };

test('says what it wrote', () => {
  expect(readdirSync(folder).sort()).toEqual([
    'LICENSE.md',
    'datapackage.json',
    'entries.csv',
    'entry-sources.csv',
    'leafcheck-evidence.json',
    'leafcheck-evidence.jsonld',
    'sources.csv',
    'substances.csv',
  ]);
  expect(text('LICENSE.md')).toContain('CC BY 4.0');
});

test('holds all of data/ as JSON', () => {
  const { substances, sources, taxonomy, dangers, whatWorks, help, otherUses } = JSON.parse(
    text('leafcheck-evidence.json'),
  );
  expect({ substances, sources, taxonomy, dangers, whatWorks, help, otherUses }).toEqual(data);
});

describe('the tables', () => {
  test('have a row for each record, with the very text of data/', () => {
    expect(csv('substances').map(({ id }) => id)).toEqual(data.substances.map(({ id }) => id));
    expect(csv('substances').map(({ aliases }) => aliases?.split('; '))).toEqual(
      data.substances.map(({ aliases }) => aliases),
    );
    expect(
      csv('entries').map((row) => [row.substance, row.topic, row.verdict, row.detail, row.asOf]),
    ).toEqual(
      entries.map(({ substance, entry }) => [
        substance.id,
        entry.topic,
        entry.verdict,
        entry.detail,
        entry.asOf,
      ]),
    );
    expect(csv('sources').map((row) => [row.id, row.title, row.year, row.doi, row.finding])).toEqual(
      data.sources.map(({ id, title, year, doi = '', finding }) => [id, title, String(year), doi, finding]),
    );
    expect(csv('entry-sources').map(({ substance, topic, source }) => [substance, topic, source])).toEqual(
      entries.flatMap(({ substance, entry }) => entry.sources.map((id) => [substance.id, entry.topic, id])),
    );
  });

  test('are as their schemas say: columns, keys, closed words, and each foreign key resolves', () => {
    const { resources } = descriptor();
    for (const { path } of resources) expect(existsSync(join(folder, path)), path).toBe(true);
    const tabular = resources.filter(({ schema }) => schema);
    expect(tabular.map(({ name }) => name)).toEqual(['substances', 'entries', 'sources', 'entry-sources']);
    const cell = (row: Row, fields: readonly string[]) => fields.map((field) => row[field]).join(' | ');
    for (const { name, schema } of tabular as { name: string; schema: TableSchema }[]) {
      const rows = csv(name);
      expect(Object.keys(rows[0] ?? {})).toEqual(schema.fields.map((field) => field.name));
      expect(new Set(rows.map((row) => cell(row, schema.primaryKey))).size).toBe(rows.length);
      for (const { name: field, type, constraints = {} } of schema.fields) {
        const values = rows.map((row) => row[field] ?? '');
        const given = values.filter(Boolean);
        if (constraints.required) expect(given.length, field).toBe(rows.length);
        if (constraints.unique) expect(new Set(given).size, field).toBe(given.length);
        for (const value of given) {
          if (constraints.enum) expect(constraints.enum).toContain(value);
          if (constraints.pattern) expect(value).toMatch(new RegExp(`^(?:${constraints.pattern})$`));
          if (type === 'integer') expect(value).toMatch(/^\d+$/);
          if (type === 'year') expect(value).toMatch(/^\d{4}$/);
          if (type === 'yearmonth') expect(value).toMatch(/^\d{4}-\d{2}$/);
        }
      }
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const there = new Set(csv(reference.resource).map((row) => cell(row, reference.fields)));
        for (const row of rows) expect(there.has(cell(row, fields)), cell(row, fields)).toBe(true);
      }
    }
  });

  test('come with version and licence', () => {
    expect(descriptor().version).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
    expect(descriptor().licenses.map(({ name }) => name)).toEqual(['CC-BY-4.0']);
  });
});

describe('the linked data', () => {
  test('reviews each claim that has an entry, with the properties that ClaimReview needs', () => {
    const reviews = graph().filter((node) => node['@type'] === 'ClaimReview');
    expect(reviews.length).toBe(entries.filter(({ entry }) => entry.topic !== 'overview').length);
    for (const review of reviews) {
      expect(review).toMatchObject({
        url: expect.stringMatching(/^#entry\//),
        claimReviewed: expect.stringMatching(/\.$/),
        author: { '@id': '#leafcheck' },
        datePublished: expect.stringMatching(/^\d{4}-\d{2}$/),
        reviewRating: { '@type': 'Rating', alternateName: expect.stringMatching(/\w/) },
      });
      expect((review.citation as unknown[]).length).toBeGreaterThan(0);
    }
    const kratom = reviews.find((node) => node['@id'] === '#entry/kratom/opioid-withdrawal');
    expect(kratom?.claimReviewed).toBe('Kratom helps with opioid withdrawal.');
    expect(kratom?.reviewRating).toMatchObject({ alternateName: 'Not properly tested' });
  });

  test('describes each source, a paper in a journal as a scholarly article', () => {
    const nodes = new Map(graph().map((node) => [node['@id'], node]));
    for (const { id, title, url } of data.sources)
      expect(nodes.get(`#source/${id}`)).toMatchObject({ name: title, url });
    expect(nodes.get('#source/singh-2014')).toMatchObject({
      '@type': 'MedicalScholarlyArticle',
      datePublished: '2014',
      isPartOf: { '@type': 'Periodical', name: 'Drug and Alcohol Dependence' },
      sameAs: 'https://doi.org/10.1016/j.drugalcdep.2014.03.017',
      publicationType: 'Survey',
    });
  });

  test('refers only to what it holds, each id once', () => {
    const nodes = graph();
    const ids = new Set(nodes.map((node) => node['@id']));
    expect(ids.size).toBe(nodes.length);
    const references = [...JSON.stringify(nodes).matchAll(/\{"@id":"([^"]+)"\}/g)].map(([, id]) => id ?? '');
    expect(references.length).toBeGreaterThan(1000);
    expect(references.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('the command', () => {
  test.each([
    [['a', 'b'], 'One folder at a time'],
    [['--base', 'here'], '--base takes a web address'],
    [['--zip'], "Unknown option '--zip'"],
  ])(
    'turns down %j with a reason',
    async (args, reason) => {
      const { code, err } = await run(...args);
      expect(code).toBe(2);
      expect(err).toContain(reason);
      expect(err).toContain('usage: npm run data:export');
    },
    120_000,
  );

  test('says where it cannot write', async () => {
    const file = join(scratch, 'file');
    writeFileSync(file, 'kept');
    const { code, err } = await run(file);
    expect(code).toBe(1);
    expect(err).toContain(`Cannot write to ${file}`);
    expect(readFileSync(file, 'utf8')).toBe('kept');
  }, 120_000);

  test('puts the ids of the linked data below a base, and leaves other files alone', async () => {
    const other = join(scratch, 'based');
    expect((await run(other, '--base', 'https://example.org/evidence/')).code).toBe(0);
    writeFileSync(join(other, 'mine.txt'), 'kept');
    expect((await run(other, '--base', 'https://example.org/evidence')).code).toBe(0);
    expect(readFileSync(join(other, 'leafcheck-evidence.jsonld'), 'utf8')).toContain(
      '"https://example.org/evidence/entry/kratom/opioid-withdrawal"',
    );
    expect(readFileSync(join(other, 'mine.txt'), 'utf8')).toBe('kept');
  }, 120_000);
});
