/** Rules on sources, names and verdicts, once each record has its form. A sentence for each fault. */
import type { Source, Substance } from './schema.ts';

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What two records must not share: a title in a year, or an address. */
const SHARED: readonly (readonly [what: string, keyOf: (source: Source) => string])[] = [
  ['title and year', ({ title, year }) => `${plain(title)} ${year}`],
  ['address', ({ url }) => url.replace(/^https?:\/\/(www\.)?|\/$/g, '').toLowerCase()],
];

/** A title without its bracketed notes ("as published by ..."), which tell copies of one paper apart. */
const bareTitle = ({ title }: Source) => plain(title.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));

/** Words that a title must have before another that begins with it counts as the same. */
const FEWEST_WORDS = 4;

/**
 * Two records of one paper under two titles: the first author is the same, the years are a year apart at most (online
 * and in print), and one title is the other, or its beginning, once bracketed notes are left out.
 */
function twinProblems(sources: readonly Source[]): string[] {
  const byAuthor = new Map<string, Source[]>();
  for (const source of sources) {
    const author = plain(source.authors.split(/,| et al/)[0]!);
    byAuthor.set(author, [...(byAuthor.get(author) ?? []), source]);
  }
  const areTwins = (one: Source, other: Source) => {
    const [short, long] = [bareTitle(one), bareTitle(other)].sort((a, b) => a.length - b.length);
    return (
      Math.abs(one.year - other.year) <= 1 &&
      short!.split(' ').length >= FEWEST_WORDS &&
      `${long} `.startsWith(`${short} `) &&
      // The same title in the same year is told above.
      (plain(one.title) !== plain(other.title) || one.year !== other.year)
    );
  };
  return [...byAuthor.values()].flatMap((own) =>
    own.flatMap((one, at) =>
      own
        .slice(at + 1)
        .filter((other) => areTwins(one, other))
        .map(
          ({ id }) =>
            `sources ${one.id} and ${id} look like one paper under two titles; keep one record, ` +
            'and name the other copy under alsoReadAt.',
        ),
    ),
  );
}

/** Numbers that an office gives to one trial or law alone. */
const OFFICIAL_NUMBER = /\bNCT\d{8}\b|\bPublic Law \d+-\d+\b/g;

/** Two records whose titles or addresses name one trial or one law. */
function numberProblems(sources: readonly Source[]): string[] {
  const problems: string[] = [];
  const first = new Map<string, string>();
  for (const { id, title, url } of sources)
    for (const number of new Set(`${title} ${url}`.match(OFFICIAL_NUMBER) ?? [])) {
      const other = first.get(number);
      if (other) problems.push(`sources ${other} and ${id} are both of ${number}; keep one record.`);
      else first.set(number, id);
    }
  return problems;
}

/** Two records of one paper, and addresses that lead to another paper than the record names. */
export function sourceProblems(sources: readonly Source[]): string[] {
  const problems = [...twinProblems(sources), ...numberProblems(sources)];
  for (const [what, keyOf] of SHARED) {
    const first = new Map<string, string>();
    for (const source of sources) {
      const other = first.get(keyOf(source));
      if (other && other !== source.id)
        problems.push(
          `sources ${other} and ${source.id} have one ${what}; keep one record, or tell the two apart.`,
        );
      first.set(keyOf(source), source.id);
    }
  }
  for (const { id, url, doi = 'none', pmid = 'none' } of sources) {
    const led = /^https?:\/\/(?:dx\.)?doi\.org\/(.+)$/.exec(url)?.[1];
    if (led && decodeURIComponent(led).toLowerCase() !== doi.toLowerCase())
      problems.push(`source ${id}: its address leads to DOI ${led}, its doi is ${doi}; mend the wrong one.`);
    const record = /^https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov\/pubmed)\/(\d+)/.exec(
      url,
    );
    if (record && record[1] !== pmid)
      problems.push(
        `source ${id}: its address leads to PMID ${record[1]}, its pmid is ${pmid}; mend the wrong one.`,
      );
  }
  return problems;
}

/** Names that two substances share, though not both call them ambiguous, and names given twice. */
export function aliasProblems(substances: readonly Substance[]): string[] {
  const problems: string[] = [];
  const bearers = new Map<string, Substance[]>();
  for (const substance of substances) {
    const own = new Set<string>();
    for (const alias of substance.aliases) {
      const name = alias.toLowerCase();
      if (own.has(name)) problems.push(`${substance.id}: alias "${alias}" stands twice; keep one.`);
      else bearers.set(name, [...(bearers.get(name) ?? []), substance]);
      own.add(name);
    }
  }
  for (const [name, holders] of bearers) {
    const sure = holders.filter(({ ambiguous }) => !ambiguous.some((one) => one.toLowerCase() === name));
    if (holders.length > 1 && sure.length > 0)
      problems.push(
        `"${name}" is an alias of ${holders.map(({ id }) => id).join(' and ')}; ` +
          'keep it with one of them, or name it under ambiguous in each.',
      );
  }
  return problems;
}

const isTrial = ({ kind }: Source) => kind === 'rct' || kind === 'trial';
const isBacking = ({ kind }: Source) => kind === 'systematic-review' || kind === 'guideline';

/**
 * Verdicts that their sources do not carry.
 *
 * @param otherUses By `substance/topic`, trials that an untested entry cites although they tested another use, had no
 *   comparison, or show no result.
 */
export function verdictProblems(
  substances: readonly Substance[],
  sources: ReadonlyMap<string, Source>,
  otherUses: Readonly<Record<string, readonly string[]>>,
): string[] {
  const problems: string[] = [];
  const needed = new Map(Object.entries(otherUses).map(([where, ids]) => [where, new Set(ids)]));
  for (const { id, entries } of substances)
    for (const { topic, verdict, certainty, sources: ids } of entries) {
      const where = `${id}/${topic}`;
      const cited = ids.flatMap((one) => sources.get(one) ?? []);
      const trials = cited.filter(isTrial);
      if (verdict === 'supported' && trials.length < 2 && !cited.some(isBacking))
        problems.push(
          `${where}: supported takes a systematic review, a guideline or two trials among its sources; ` +
            'add one, or choose a weaker verdict.',
        );
      if (certainty === 'none' && verdict !== 'untested')
        problems.push(`${where}: certainty none is for untested alone; say how sure ${verdict} is.`);
      if (verdict !== 'untested') continue;
      for (const trial of trials)
        if (!needed.get(where)?.delete(trial.id))
          problems.push(
            `${where}: untested, yet it cites the trial ${trial.id}; change the verdict, or, where that trial ` +
              'tested another use, had no comparison or shows no result, name it in data/evidence/other-uses.json.',
          );
    }
  for (const [where, left] of needed)
    for (const id of left)
      problems.push(`other-uses.json: ${where} is not untested with the trial ${id}; drop it there.`);
  return problems;
}
