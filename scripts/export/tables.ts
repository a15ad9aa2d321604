/** The evidence as tables, each with the schema that describes it (Frictionless Table Schema). */
import { stringify } from 'csv-stringify/sync';
import type { EvidenceData } from '../build/read-data.ts';

interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'year' | 'yearmonth';
  readonly description: string;
  readonly constraints?: {
    readonly required?: true;
    readonly unique?: true;
    readonly enum?: readonly string[];
    readonly pattern?: string;
  };
}

export interface TableSchema {
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[];
    readonly reference: { readonly resource: string; readonly fields: readonly string[] };
  }[];
}

export interface Table {
  readonly name: string;
  readonly description: string;
  readonly schema: TableSchema;
  readonly rows: readonly Record<string, string | number | undefined>[];
}

/** What parts the names in a cell. */
export const BETWEEN = '; ';

const required = { required: true } as const;
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

/** Substances, entries, sources, and which source carries which entry. */
export function tablesOf({ taxonomy, substances, sources }: EvidenceData): readonly Table[] {
  const topics = [...ids(taxonomy.topics), 'overview'];
  const key = (fields: readonly string[], resource: string, to: readonly string[]) => ({
    fields,
    reference: { resource, fields: to },
  });
  const entries = substances.flatMap(({ id, entries: own }) =>
    own.map((entry) => ({ substance: id, ...entry })),
  );
  return [
    {
      name: 'substances',
      description: 'Substances with the names that they go by.',
      schema: {
        fields: [
          {
            name: 'id',
            type: 'string',
            description: 'Kebab-case id.',
            constraints: { required: true, unique: true },
          },
          { name: 'name', type: 'string', description: 'Public name.', constraints: required },
          { name: 'scientificName', type: 'string', description: 'Scientific name, where it has one.' },
          {
            name: 'class',
            type: 'string',
            description: 'Class of substance.',
            constraints: { required: true, enum: ids(taxonomy.classes) },
          },
          {
            name: 'aliases',
            type: 'string',
            description: `Names it goes by, with "${BETWEEN}" between.`,
            constraints: required,
          },
          {
            name: 'ambiguous',
            type: 'string',
            description: 'Those of its names that also mean something else.',
          },
          { name: 'overview', type: 'string', description: 'What it is.', constraints: required },
        ],
        primaryKey: ['id'],
      },
      rows: substances.map(({ id, name, scientificName, class: group, aliases, ambiguous, overview }) => ({
        id,
        name,
        scientificName,
        class: group,
        aliases: aliases.join(BETWEEN),
        ambiguous: ambiguous.join(BETWEEN),
        overview,
      })),
    },
    {
      name: 'entries',
      description: 'What the evidence says of a substance for a topic.',
      schema: {
        fields: [
          { name: 'substance', type: 'string', description: 'Id of the substance.', constraints: required },
          {
            name: 'topic',
            type: 'string',
            description: 'What the claim is about; "overview" is of the substance as a whole.',
            constraints: { required: true, enum: topics },
          },
          {
            name: 'verdict',
            type: 'string',
            description: 'What the evidence says of the claim.',
            constraints: { required: true, enum: ids(taxonomy.verdicts) },
          },
          {
            name: 'certainty',
            type: 'string',
            description: "How sure that is, in GRADE's words.",
            constraints: { required: true, enum: ids(taxonomy.certainties) },
          },
          {
            name: 'headline',
            type: 'string',
            description: 'The verdict in a sentence.',
            constraints: required,
          },
          { name: 'summary', type: 'string', description: 'In plain words.', constraints: required },
          { name: 'detail', type: 'string', description: 'What was studied.', constraints: required },
          {
            name: 'asOf',
            type: 'yearmonth',
            description: 'Date of the newest evidence.',
            constraints: required,
          },
        ],
        primaryKey: ['substance', 'topic'],
        foreignKeys: [key(['substance'], 'substances', ['id'])],
      },
      rows: entries.map(({ sources: _, ...entry }) => entry),
    },
    {
      name: 'sources',
      description: 'Sources, each once.',
      schema: {
        fields: [
          {
            name: 'id',
            type: 'string',
            description: 'Kebab-case id.',
            constraints: { required: true, unique: true },
          },
          {
            name: 'kind',
            type: 'string',
            description: 'Kind of source.',
            constraints: { required: true, enum: ids(taxonomy.sourceKinds) },
          },
          { name: 'title', type: 'string', description: 'Title.', constraints: required },
          {
            name: 'authors',
            type: 'string',
            description: 'Authors as far as the copy showed them.',
            constraints: required,
          },
          {
            name: 'year',
            type: 'year',
            description: 'Year of the source, or of the reading where it shows none.',
            constraints: required,
          },
          {
            name: 'publisher',
            type: 'string',
            description: 'Journal, site or publisher.',
            constraints: required,
          },
          {
            name: 'doi',
            type: 'string',
            description: 'DOI.',
            constraints: { unique: true, pattern: '10\\.\\d{4,9}/\\S+' },
          },
          {
            name: 'pmid',
            type: 'string',
            description: 'PubMed id.',
            constraints: { unique: true, pattern: '\\d{5,8}' },
          },
          {
            name: 'pmcid',
            type: 'string',
            description: 'PubMed Central id.',
            constraints: { unique: true, pattern: 'PMC\\d{4,8}' },
          },
          {
            name: 'url',
            type: 'string',
            description: 'Address of the source itself.',
            constraints: required,
          },
          { name: 'n', type: 'integer', description: 'People studied.' },
          {
            name: 'finding',
            type: 'string',
            description: 'What it found, in our words.',
            constraints: required,
          },
          {
            name: 'readAt',
            type: 'string',
            description: 'Address of the copy that was read.',
            constraints: required,
          },
          { name: 'alsoReadAt', type: 'string', description: `Further copies, with "${BETWEEN}" between.` },
          {
            name: 'verified',
            type: 'string',
            description: 'How much of it was read.',
            constraints: { required: true, enum: ['full-text', 'abstract', 'secondary'] },
          },
        ],
        primaryKey: ['id'],
      },
      rows: sources.map(({ alsoReadAt = [], ...source }) => ({
        ...source,
        alsoReadAt: alsoReadAt.join(BETWEEN),
      })),
    },
    {
      name: 'entry-sources',
      description: 'Which source carries which entry, strongest first.',
      schema: {
        fields: [
          { name: 'substance', type: 'string', description: 'Id of the substance.', constraints: required },
          { name: 'topic', type: 'string', description: 'Topic of the entry.', constraints: required },
          { name: 'source', type: 'string', description: 'Id of the source.', constraints: required },
          {
            name: 'place',
            type: 'integer',
            description: 'Its place in the entry, from 1.',
            constraints: required,
          },
        ],
        primaryKey: ['substance', 'topic', 'source'],
        foreignKeys: [
          key(['substance', 'topic'], 'entries', ['substance', 'topic']),
          key(['source'], 'sources', ['id']),
        ],
      },
      rows: entries.flatMap(({ substance, topic, sources: carried }) =>
        carried.map((source, at) => ({ substance, topic, source, place: at + 1 })),
      ),
    },
  ];
}

/** A table as CSV (RFC 4180, UTF-8, a header line). */
export const csvOf = ({ schema, rows }: Table): string =>
  stringify([...rows], {
    header: true,
    columns: schema.fields.map(({ name }) => name),
    record_delimiter: '\r\n',
  });
