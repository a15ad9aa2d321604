import * as v from 'valibot';
import { aliasProblems, sourceProblems, verdictProblems } from './check-records.ts';
import { bannedWords, hardSummaries, type PlacedText } from './check-words.ts';
import {
  DangerSchema,
  HelpLineSchema,
  type Source,
  SourceSchema,
  type Substance,
  SubstanceSchema,
  WhatWorksSchema,
} from './schema.ts';

/** All of data/ as parsed JSON, of any shape yet. */
export interface UncheckedData {
  readonly taxonomy: {
    readonly classes: readonly { readonly id: string }[];
    readonly topics: readonly { readonly id: string }[];
    readonly verdicts: readonly { readonly id: string }[];
    readonly certainties: readonly { readonly id: string }[];
    readonly sourceKinds: readonly { readonly id: string }[];
  };
  readonly sources: readonly unknown[];
  readonly substances: readonly unknown[];
  readonly dangers: readonly unknown[];
  readonly whatWorks: readonly unknown[];
  readonly help: readonly unknown[];
  /** By `substance/topic`, trials that an untested entry may cite. */
  readonly otherUses: Readonly<Record<string, readonly string[]>>;
}

const nameOf = (record: unknown, at: number) => {
  const { id, topic, name } = (record ?? {}) as Record<string, unknown>;
  return String(id ?? topic ?? name ?? `record ${at + 1}`);
};

const pathOf = (issue: v.BaseIssue<unknown>) =>
  (issue.path ?? []).map((step) => String((step as { key: unknown }).key)).join('.');

/** Every text of a substance that a card can show. */
const textsOf = ({ id, overview, risks, interactions, legal, entries }: Substance): PlacedText[] => [
  { where: id, text: overview },
  ...risks.map(({ text }) => ({ where: `${id}, risk`, text })),
  ...interactions.map(({ with: other, effect }) => ({ where: `${id}, with ${other}`, text: effect })),
  ...legal.map(({ jurisdiction, status }) => ({ where: `${id}, law in ${jurisdiction}`, text: status })),
  ...entries.map(({ topic, headline, summary, detail }) => ({
    where: `${id}/${topic}`,
    text: `${headline} ${summary} ${detail}`,
  })),
];

/** Everything amiss in the data, a sentence each that names the place and what to mend. Empty where all is well. */
export function problemsIn(data: UncheckedData): string[] {
  const problems: string[] = [];
  const parsed = <T>(kind: string, schema: v.GenericSchema<unknown, T>, records: readonly unknown[]): T[] =>
    records.flatMap((record, at) => {
      const result = v.safeParse(schema, record);
      if (result.success) return [result.output];
      for (const issue of result.issues)
        problems.push(`${kind} ${nameOf(record, at)}: ${pathOf(issue)} ${issue.message}.`);
      return [];
    });
  const sources = parsed<Source>('source', SourceSchema, data.sources);
  const substances = parsed<Substance>('substance', SubstanceSchema, data.substances);
  const dangers = parsed('danger', DangerSchema, data.dangers);
  const works = parsed('what-works', WhatWorksSchema, data.whatWorks);
  const help = parsed('help line', HelpLineSchema, data.help);
  // Where a record cannot be read, what follows would speak of the gap it leaves.
  if (problems.length > 0) return problems;

  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const { taxonomy } = data;
  const known = {
    class: ids(taxonomy.classes),
    topic: new Set([...ids(taxonomy.topics), 'overview']),
    verdict: ids(taxonomy.verdicts),
    certainty: ids(taxonomy.certainties),
    kind: ids(taxonomy.sourceKinds),
    substance: ids(substances),
  };
  const mustBe = (kind: keyof typeof known, id: string, where: string) => {
    if (!known[kind].has(id)) problems.push(`${where}: "${id}" is no ${kind} of the taxonomy.`);
  };

  const byId = new Map(sources.map((source) => [source.id, source]));
  const used = new Set<string>();
  const mustExist = (list: readonly string[], where: string) => {
    for (const id of list) {
      used.add(id);
      if (!byId.has(id))
        problems.push(`${where}: source "${id}" has no record; add it or drop the reference.`);
    }
    if (new Set(list).size < list.length) problems.push(`${where}: a source is named twice.`);
  };
  const once = (list: readonly (string | undefined)[], what: string) => {
    const seen = new Set<string>();
    for (const value of list) {
      if (value === undefined) continue;
      const key = value.toLowerCase();
      if (seen.has(key)) problems.push(`${what} ${value} stands twice; keep one record.`);
      seen.add(key);
    }
  };

  once(
    sources.map(({ id }) => id),
    'source id',
  );
  once(
    sources.map(({ doi }) => doi),
    'DOI',
  );
  once(
    sources.map(({ pmid }) => pmid),
    'PMID',
  );
  once(
    sources.map(({ pmcid }) => pmcid),
    'PMCID',
  );
  once(
    substances.map(({ id }) => id),
    'substance id',
  );
  for (const { id, kind } of sources) mustBe('kind', kind, `source ${id}`);

  for (const { id, class: group, aliases, ambiguous, risks, interactions, legal, entries } of substances) {
    mustBe('class', group, id);
    for (const name of ambiguous)
      if (!aliases.includes(name)) problems.push(`${id}: ambiguous "${name}" is not among its aliases.`);
    for (const { sources: list, text } of risks) mustExist(list, `${id}, risk "${text.slice(0, 30)}"`);
    for (const { sources: list, with: other } of interactions) mustExist(list, `${id}, with ${other}`);
    for (const { sources: list, jurisdiction } of legal) mustExist(list, `${id}, law in ${jurisdiction}`);
    once(
      entries.map(({ topic }) => topic),
      `${id}: entry for`,
    );
    if (!entries.some(({ topic }) => topic === 'overview'))
      problems.push(`${id}: no entry for "overview", which every substance needs.`);
    for (const { topic, verdict, certainty, sources: list, asOf } of entries) {
      const where = `${id}/${topic}`;
      mustBe('topic', topic, where);
      mustBe('verdict', verdict, where);
      mustBe('certainty', certainty, where);
      mustExist(list, where);
      if (verdict === 'varies' && topic !== 'legal')
        problems.push(`${where}: "varies" is for the topic legal alone.`);
      if (verdict === 'untested' && certainty !== 'none' && certainty !== 'very-low')
        problems.push(`${where}: untested takes certainty none or very-low, not ${certainty}.`);
      const newest = Math.max(0, ...list.map((source) => byId.get(source)?.year ?? 0));
      if (Number(asOf.slice(0, 4)) < newest)
        problems.push(`${where}: asOf ${asOf} is older than its newest source (${newest}).`);
    }
  }
  for (const { id, sources: list, substances: on = [], topics = [] } of dangers) {
    mustExist(list, `danger ${id}`);
    for (const substance of on) mustBe('substance', substance, `danger ${id}`);
    for (const topic of topics) mustBe('topic', topic, `danger ${id}`);
  }
  for (const { topic, sources: list } of works) {
    mustBe('topic', topic, `what-works ${topic}`);
    mustExist(list, `what-works ${topic}`);
  }
  once(
    works.map(({ topic }) => topic),
    'what-works',
  );
  problems.push(
    ...sourceProblems(sources),
    ...aliasProblems(substances),
    ...verdictProblems(substances, byId, data.otherUses),
    ...bannedWords([
      ...substances.flatMap(textsOf),
      ...sources.map(({ id, finding }) => ({ where: `source ${id}`, text: finding })),
      ...dangers.map(({ id, text }) => ({ where: `danger ${id}`, text })),
      ...works.map(({ topic, text }) => ({ where: `what-works ${topic}`, text })),
      ...help.map(({ name, note }) => ({ where: `help line ${name}`, text: note })),
    ]),
    ...hardSummaries(
      substances.flatMap(({ id, entries }) =>
        entries.map(({ topic, summary }) => ({ where: `${id}/${topic}`, text: summary })),
      ),
    ),
  );
  for (const { id } of sources)
    if (!used.has(id)) problems.push(`source ${id}: nothing refers to it; use it or drop it.`);
  return problems;
}
