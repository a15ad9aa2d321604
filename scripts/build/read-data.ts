import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// The plain shapes of data/, as the build reads them. scripts/check-data.ts proves that the files have them.

export interface TaxonomyTopic {
  id: string;
  tier: 'core' | 'adjunct' | 'assurance';
  name: string;
}

export interface Taxonomy {
  classes: { id: string; name: string }[];
  topics: TaxonomyTopic[];
  verdicts: {
    id: string;
    sign: string;
    words: string;
    wordsWhenUnsure?: string;
    assurance?: { words: string; wordsWhenUnsure?: string };
    explanation: string;
  }[];
  certainties: { id: string; dots: number; words: string }[];
  sourceKinds: { id: string; name: string; one: string; many: string; people: boolean }[];
}

export interface EntryRecord {
  topic: string;
  verdict: string;
  certainty: string;
  headline: string;
  summary: string;
  detail: string;
  sources: string[];
  asOf: string;
}

export interface SubstanceRecord {
  id: string;
  name: string;
  scientificName?: string;
  class: string;
  aliases: string[];
  ambiguous: string[];
  overview: string;
  risks: { text: string; sources: string[] }[];
  interactions: { with: string; effect: string; sources: string[] }[];
  legal: { jurisdiction: string; status: string; asOf: string; sources: string[] }[];
  entries: EntryRecord[];
}

export interface SourceRecord {
  id: string;
  kind: string;
  title: string;
  authors: string;
  year: number;
  publisher: string;
  doi?: string;
  pmid?: string;
  pmcid?: string;
  url: string;
  n?: number;
  finding: string;
  readAt: string;
  alsoReadAt?: string[];
  verified: 'full-text' | 'abstract' | 'secondary';
}

export interface DangerRecord {
  id: string;
  text: string;
  substances?: string[];
  topics?: string[];
  sources: string[];
}

export interface WhatWorksRecord {
  topic: string;
  text: string;
  sources: string[];
}

export interface HelpLineRecord {
  region: string;
  name: string;
  phone?: string;
  url: string;
  note: string;
  /** Where the number was read. */
  source: string;
  /** `YYYY-MM` of that reading. */
  checked: string;
}

export interface EvidenceData {
  taxonomy: Taxonomy;
  substances: SubstanceRecord[];
  sources: SourceRecord[];
  /** In order of urgency. */
  dangers: DangerRecord[];
  whatWorks: WhatWorksRecord[];
  help: HelpLineRecord[];
  /** By `substance/topic`, trials that an untested entry cites although they did not test that use against a comparison. */
  otherUses: Record<string, string[]>;
}

const readJson = <T>(file: string): T => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
};

/** Reads all of data/ from `root`; substances in the order of their file names. Throws with the file's name on bad JSON. */
export function readData(root: string): EvidenceData {
  const folder = join(root, 'data/evidence/substances');
  return {
    taxonomy: readJson(join(root, 'data/taxonomy.json')),
    sources: readJson(join(root, 'data/evidence/sources.json')),
    dangers: readJson(join(root, 'data/dangers.json')),
    whatWorks: readJson(join(root, 'data/what-works.json')),
    help: readJson(join(root, 'data/help-lines.json')),
    otherUses: readJson(join(root, 'data/evidence/other-uses.json')),
    substances: readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => readJson<SubstanceRecord>(join(folder, name))),
  };
}
