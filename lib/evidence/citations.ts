import { inFull, type ShortCitation } from './citation-parts.ts';

/** The forms that a card's sources can be copied in, and how a file of each is called. */
export const CITATION_FORMS = {
  vancouver: { name: 'Vancouver', ending: 'txt', type: 'text/plain' },
  bibtex: { name: 'BibTeX', ending: 'bib', type: 'application/x-bibtex' },
  ris: { name: 'RIS', ending: 'ris', type: 'application/x-research-info-systems' },
  csl: { name: 'CSL-JSON', ending: 'json', type: 'application/vnd.citationstyles.csl+json' },
} as const;
export type CitationForm = keyof typeof CITATION_FORMS;

/** The shape of generated/citations.json: every source by its id. */
export type CitationTable = { readonly [id: string]: ShortCitation };

/**
 * The citations of some sources as one text, ready for a file: numbered lines, BibTeX entries, RIS records or a
 * CSL-JSON array. In the order asked for; ids that no source has are left out. Empty (`[]` as CSL-JSON) for none.
 */
export function citationsText(table: CitationTable, ids: readonly string[], form: CitationForm): string {
  const found = ids.flatMap((id) => (Object.hasOwn(table, id) ? [inFull(table[id] as ShortCitation)] : []));
  switch (form) {
    case 'vancouver':
      return found.map(({ vancouver }, at) => `${at + 1}. ${vancouver}`).join('\n');
    case 'csl':
      return JSON.stringify(
        found.map(({ csl }) => csl),
        null,
        2,
      );
    default:
      return found.map((citation) => citation[form]).join('\n\n');
  }
}
