/** Every file of an export, made from data/ alone: the same data gives the same bytes. */
import type { EvidenceData } from '../build/read-data.ts';
import { jsonLd } from './json-ld.ts';
import { DATA_LICENCE, TITLE } from './licence.ts';
import { csvOf, tablesOf } from './tables.ts';

interface ExportOptions {
  readonly version: string;
  /** Address that the ids of the JSON-LD stand below, without a slash at its end; relative where it is empty. */
  readonly base: string;
  /** Text of data/LICENSE.md. */
  readonly licence: string;
}

const JSON_NAME = 'leafcheck-evidence.json';
const LD_NAME = 'leafcheck-evidence.jsonld';
const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** File name -> text: JSON, CSV tables, JSON-LD, a data package descriptor and the licence. */
export function exportFiles(data: EvidenceData, options: ExportOptions): Readonly<Record<string, string>> {
  const { version, base, licence } = options;
  const tables = tablesOf(data);
  const descriptor = {
    profile: 'data-package',
    name: 'leafcheck-evidence',
    title: TITLE,
    description:
      'What the evidence says of claims that a supplement helps with recovery from drugs or alcohol.',
    version,
    licenses: [DATA_LICENCE],
    resources: [
      ...tables.map(({ name, description, schema }) => ({
        name,
        path: `${name}.csv`,
        description,
        profile: 'tabular-data-resource',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        schema,
      })),
      {
        name: 'leafcheck-evidence',
        path: JSON_NAME,
        description:
          'All of it: taxonomy, substances with risks, interactions and law, sources, dangers, help lines.',
        format: 'json',
        mediatype: 'application/json',
        encoding: 'utf-8',
      },
      {
        name: 'leafcheck-evidence-linked',
        path: LD_NAME,
        description: 'Claim reviews and their sources in the words of schema.org.',
        format: 'jsonld',
        mediatype: 'application/ld+json',
        encoding: 'utf-8',
      },
    ],
  };
  return {
    ...Object.fromEntries(tables.map((table) => [`${table.name}.csv`, csvOf(table)])),
    [JSON_NAME]: pretty({ title: TITLE, version, licence: DATA_LICENCE, ...data }),
    [LD_NAME]: pretty(jsonLd(data, version, base)),
    'datapackage.json': pretty(descriptor),
    'LICENSE.md': licence,
  };
}
