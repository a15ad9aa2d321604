/**
 * Our sources as CSL-JSON (the data model of citationstyles.org, version 1.0.2). Only what the record says goes in:
 * where authors, journal or year were not seen, the field is left out.
 */
import type { SourceRecord } from './read-data.ts';

export type CslType =
  | 'article'
  | 'article-journal'
  | 'book'
  | 'legislation'
  | 'paper-conference'
  | 'report'
  | 'thesis'
  | 'webpage';

/** A person by family name and initials ("G. G."), or a body, or `et al.`, by its literal name. */
export type CslName = { readonly family: string; readonly given: string } | { readonly literal: string };

interface CslDate {
  readonly 'date-parts': readonly [readonly [year: number]];
}

export interface CslItem {
  readonly id: string;
  readonly type: CslType;
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly genre?: string;
  readonly DOI?: string;
  readonly PMID?: string;
  readonly PMCID?: string;
  readonly URL: string;
  readonly note?: string;
}

/** What stands for the authors that a source leaves unnamed. */
export const OTHERS: CslName = { literal: 'et al.' };
/** Said of a source that was seen only as others cite it. */
export const SECOND_HAND = 'Seen only as cited by others.';

const NO_AUTHOR =
  /not shown|^(case report|meeting abstract|news overview|review in|clinic sheet|poison-centre study)|(abstract|article|mini review)$/i;
/** "Braye K", "Lee DY-W": a family name with a small letter somewhere, then up to four initials. */
const PERSON = /^(\p{L}*\p{Ll}[\p{L}'’. -]*) (\p{Lu}(?:-?\p{Lu}){0,3})$/u;
/** Our remark that the copy named only some of the authors. */
const SOME = /\((further authors|corresponding author; others) not shown/;
const RELAYED = /, (as )?(reported|relayed|cited|described|shown|seen)\b.*$/;

/** The authors of a source, in order; empty where the copy that was read shows none. */
export function authorsOf({ authors }: Pick<SourceRecord, 'authors'>): readonly CslName[] {
  // What stands in brackets is our remark, except a country or place.
  const bare = authors.replace(/ \((?![A-Z]{2,3}\))[^()]*\)$/, '');
  if (NO_AUTHOR.test(bare)) return [];
  const plain = bare.replace(RELAYED, '');
  const named = plain.replace(/,? et al\.?$/, '');
  const others = named !== plain || SOME.test(authors) ? [OTHERS] : [];
  const people = named.split(', ').map((name) => PERSON.exec(name));
  if (people.every((person) => person !== null))
    return [
      ...people.map(([, family = '', initials = '']) => ({
        family,
        given: initials
          .replace(/\p{Lu}(?!-)/gu, '$&. ')
          .replace(/\p{Lu}(?=-)/gu, '$&.')
          .trim(),
      })),
      ...others,
    ];
  const bodies = named.split('; ').filter((body) => !/\bnotes?\b/.test(body));
  return [...bodies.map((literal) => ({ literal })), ...others];
}

const REMARK =
  / \([^()]*\b(read \d{4}|undated|not shown|not yet reviewed|when it was read|from the DOI|in one copy|copied by|preprint)\b[^()]*\)$/;
const NO_JOURNAL =
  /\b(record|copy|indexed)\b|^(Journal not named|Systematic review$|PubMed Central$|[Cc]onference abstract$|[Cc]ase report(,|$)|Springer review journal|Reddit mirror|a shop)/;
const PARTS =
  /^(?<name>.+?) (?<volume>\d{1,3})(?:\((?<issue>\d+)\)| (?<supplement>Suppl \d+))?(?::(?<page>[A-Z]?\d+(?:-[A-Z]?\d+)?))?$/;

interface Place {
  /** Journal, site or publisher; absent where the copy that was read does not name it. */
  readonly name?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  /** The year is that of our reading: the source shows none. */
  readonly undated: boolean;
}

/** Where a source appeared, without our remarks on how it was seen. */
export function placeOf({ publisher, year }: Pick<SourceRecord, 'publisher' | 'year'>): Place {
  const read = /\bread (\d{4})\b|\b(\d{4}) is when it was read/.exec(publisher);
  const undated = Number(read?.[1] ?? read?.[2]) === year;
  const plain = publisher.replace(REMARK, '').replace(RELAYED, '');
  if (NO_JOURNAL.test(plain)) return { undated };
  const { name = plain, volume, issue, supplement, page } = PARTS.exec(plain)?.groups ?? {};
  const number = issue ?? supplement;
  return {
    name,
    ...(volume ? { volume } : {}),
    ...(number ? { issue: number } : {}),
    ...(page ? { page } : {}),
    undated,
  };
}

const RESEARCH = new Set([
  'systematic-review',
  'rct',
  'trial',
  'survey',
  'observational',
  'case-series',
  'preclinical',
  'review',
]);
const LAWMAKER =
  /^(legislation\.gov\.uk|Federal Register|United States Congress|Kansas Legislature|Rhode Island General Assembly)$/;
const BOOKS = /^(McGraw-Hill|Routledge|National Academies Press)/;
const WEB =
  /news|release|seller|filing|summary|ClinicalTrials\.gov|[Tt]rial registry|MedBound|Dr\.Oracle|ICEERS|Michigan Medicine|Transnational Institute|Relias/;
const ABSTRACT = /\b(conference|congress|meeting) abstract/i;
const REPORT = /\b(report|opinion|assessment|monograph|policy statement|guideline)\b/i;

/** The CSL type of a source, by its kind and where it appeared. */
export function typeOf(source: SourceRecord): CslType {
  const { kind, title, publisher, authors, doi, pmid, pmcid } = source;
  if (/preprint/.test(publisher)) return 'article';
  if (/\bthesis\b/i.test(`${title} ${publisher} ${authors}`)) return 'thesis';
  if (doi ?? pmid ?? pmcid) return 'article-journal';
  if (BOOKS.test(publisher)) return 'book';
  if (kind === 'law') return LAWMAKER.test(publisher) ? 'legislation' : 'webpage';
  if (WEB.test(publisher)) return 'webpage';
  if (ABSTRACT.test(`${publisher} ${authors}`)) return placeOf(source).name ? 'paper-conference' : 'article';
  if (RESEARCH.has(kind)) return 'article-journal';
  if (kind === 'guideline') return /Journal|Annals/.test(publisher) ? 'article-journal' : 'report';
  return kind === 'regulator' && REPORT.test(title) ? 'report' : 'webpage';
}

const yearDate = (year: number): CslDate => ({ 'date-parts': [[year]] });

/** A source as CSL-JSON. */
export function cslOf(source: SourceRecord): CslItem {
  const { id, title, year, doi, pmid, pmcid, url, verified } = source;
  const type = typeOf(source);
  const author = authorsOf(source);
  const { name, undated, ...parts } = placeOf(source);
  const inWork = type === 'article-journal' || type === 'paper-conference';
  return {
    id,
    type,
    title,
    ...(author.length > 0 ? { author } : {}),
    ...(undated ? { accessed: yearDate(year) } : { issued: yearDate(year) }),
    ...(name ? { [inWork ? 'container-title' : 'publisher']: name } : {}),
    ...parts,
    ...(type === 'article'
      ? { genre: /preprint/.test(source.publisher) ? 'preprint' : 'meeting abstract' }
      : {}),
    ...(doi ? { DOI: doi } : {}),
    ...(pmid ? { PMID: pmid } : {}),
    ...(pmcid ? { PMCID: pmcid } : {}),
    URL: url,
    ...(verified === 'secondary' ? { note: SECOND_HAND } : {}),
  };
}
