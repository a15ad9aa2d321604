/** The evidence as linked data in the words of schema.org. */

import type { Certainty, EntryTopic, SourceKind, Verdict } from '../../generated/ids.ts';
import { sourceKindWording, verdictWording } from '../../lib/evidence/wording.ts';
import { type CslItem, type CslType, cslOf, OTHERS } from '../build/csl.ts';
import type { EvidenceData, SourceRecord, SubstanceRecord } from '../build/read-data.ts';
import { DATA_LICENCE, TITLE } from './licence.ts';

type Node = Readonly<Record<string, unknown>>;

const TYPES: { readonly [type in CslType]: string } = {
  article: 'MedicalScholarlyArticle',
  'article-journal': 'MedicalScholarlyArticle',
  'paper-conference': 'MedicalScholarlyArticle',
  thesis: 'Thesis',
  book: 'Book',
  legislation: 'Legislation',
  report: 'Report',
  webpage: 'WebPage',
};

/** The claim that an entry reviews, as a sentence that a page might make. */
export function claimSentence(substance: string, { id, name }: { id: string; name: string }): string {
  if (id === 'dosing') return `It is known how to take ${substance} in recovery.`;
  return name.startsWith('being ')
    ? `${substance} is ${name.slice('being '.length)}.`
    : `${substance} helps with ${name}.`;
}

const identifiers = ({ DOI, PMID, PMCID }: CslItem): Node[] =>
  Object.entries({ DOI, PMID, PMCID }).flatMap(([propertyID, value]) =>
    value ? [{ '@type': 'PropertyValue', propertyID, value }] : [],
  );

function sourceNode(source: SourceRecord, at: (path: string) => string): Node {
  const item = cslOf(source);
  const type = TYPES[item.type];
  const numbers = identifiers(item);
  const authors = (item.author ?? [])
    .filter((name) => name !== OTHERS)
    .map((name) =>
      'literal' in name
        ? { '@type': 'Organization', name: name.literal }
        : {
            '@type': 'Person',
            familyName: name.family,
            givenName: name.given,
            name: `${name.family} ${name.given}`,
          },
    );
  const journal = item['container-title'];
  return {
    '@type': type,
    '@id': at(`source/${item.id}`),
    name: item.title,
    headline: item.title,
    url: item.URL,
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(item.issued ? { datePublished: String(source.year) } : {}),
    ...(journal ? { isPartOf: { '@type': 'Periodical', name: journal } } : {}),
    ...(item.publisher ? { publisher: { '@type': 'Organization', name: item.publisher } } : {}),
    ...(numbers.length > 0 ? { identifier: numbers } : {}),
    ...(item.DOI ? { sameAs: `https://doi.org/${encodeURI(item.DOI)}` } : {}),
    ...(type === 'MedicalScholarlyArticle'
      ? { publicationType: sourceKindWording(source.kind as SourceKind) }
      : {}),
    description: source.finding,
  };
}

function reviewNodes(
  substance: SubstanceRecord,
  { taxonomy }: EvidenceData,
  at: (path: string) => string,
): Node[] {
  return substance.entries.flatMap((entry) => {
    const topic = taxonomy.topics.find(({ id }) => id === entry.topic);
    // The overview of a substance answers no claim.
    if (!topic) return [];
    const claim = claimSentence(substance.name, topic);
    const address = at(`entry/${substance.id}/${topic.id}`);
    const words = verdictWording(
      entry.verdict as Verdict,
      entry.certainty as Certainty,
      topic.id as EntryTopic,
    ).words;
    return [
      {
        '@type': 'ClaimReview',
        '@id': address,
        url: address,
        claimReviewed: claim,
        itemReviewed: { '@type': 'Claim', text: claim },
        author: { '@id': at('leafcheck') },
        datePublished: entry.asOf,
        about: { '@id': at(`substance/${substance.id}`) },
        name: entry.headline,
        reviewBody: `${entry.summary} ${entry.detail}`,
        // Verdicts are no scale from false to true, so there is a word and no number.
        reviewRating: { '@type': 'Rating', alternateName: words, ratingExplanation: entry.headline },
        keywords: [`verdict: ${entry.verdict}`, `certainty: ${entry.certainty}`],
        citation: entry.sources.map((id) => ({ '@id': at(`source/${id}`) })),
        license: DATA_LICENCE.path,
      },
    ];
  });
}

/**
 * The whole set as one JSON-LD document: a DietarySupplement for each substance, a ClaimReview for each entry on a
 * claim, a MedicalScholarlyArticle (or Report, WebPage and so on) for each source.
 *
 * @param base Address that the ids stand below, without a slash at its end; where it is empty they are relative to
 *   the document ("#entry/kratom/sleep").
 */
export function jsonLd(data: EvidenceData, version: string, base: string): Node {
  const at = (path: string) => (base ? `${base}/${path}` : `#${path}`);
  const publisher = { '@type': 'Organization', '@id': at('leafcheck'), name: 'Leafcheck' };
  const dataset = {
    '@type': 'Dataset',
    '@id': at('dataset'),
    name: TITLE,
    description:
      'What the evidence says of claims that a supplement helps with recovery from drugs or alcohol.',
    version,
    license: DATA_LICENCE.path,
    creator: { '@id': at('leafcheck') },
  };
  return {
    '@context': 'https://schema.org',
    '@graph': [
      publisher,
      dataset,
      ...data.substances.map((substance) => ({
        '@type': 'DietarySupplement',
        '@id': at(`substance/${substance.id}`),
        name: substance.name,
        alternateName: substance.aliases,
        description: substance.overview,
      })),
      ...data.substances.flatMap((substance) => reviewNodes(substance, data, at)),
      ...data.sources.map((source) => sourceNode(source, at)),
    ],
  };
}
