/** Every source in four forms of citation, made by Citation.js at build time, so that no page carries the library. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { shorten } from '../../lib/evidence/citation-parts.ts';
import type { CitationTable } from '../../lib/evidence/citations.ts';
import { type CslItem, cslOf, OTHERS } from './csl.ts';
import type { SourceRecord } from './read-data.ts';

// The key of an entry is the id of its source: keys made from names and years may clash in one file.
Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false });

/** BibTeX and RIS have no field for PubMed's numbers (RIS none for the PMID); a note keeps them. */
function withNote(item: CslItem, named: readonly ('PMID' | 'PMCID')[]): CslItem {
  const numbers = named.flatMap((name) => (item[name] ? [`${name}: ${item[name]}`] : []));
  const note = [...numbers, ...(item.note ? [item.note] : [])].join('; ');
  return note ? { ...item, note } : item;
}

function bibtexOf(item: CslItem): string {
  const author = item.author?.map((name) => (name === OTHERS ? { literal: 'others' } : name));
  const noted = withNote(item, ['PMID', 'PMCID']);
  return (
    new Cite({ ...noted, ...(author ? { author } : {}) })
      .format('bibtex')
      // Only the bare word means "and others" to BibTeX; in braces it is the name of a body.
      .replace(' and {others}', ' and others')
      .trim()
  );
}

function risOf(item: CslItem): string {
  // RIS parts family from given name at a comma, so the name of a body goes without.
  const author = item.author?.map((name) =>
    'literal' in name ? { literal: name.literal.replaceAll(',', '') } : name,
  );
  return (
    new Cite({ ...withNote(item, ['PMID']), ...(author ? { author } : {}) })
      .format('ris')
      .replace(/\n+$/, '')
      // The library breaks long lines within words, which not every reader joins again.
      .replace(/\n(?![A-Z][A-Z0-9] {2}-)/g, '')
  );
}

/** Each source by its id in Vancouver style (without a number), BibTeX, RIS and CSL-JSON, as it ships. */
export function citationTable(sources: readonly SourceRecord[]): CitationTable {
  const items = sources.map(cslOf);
  const vancouver = new Map(
    new Cite(items).format('bibliography', {
      template: 'vancouver',
      format: 'text',
      lang: 'en-US',
      asEntryArray: true,
    }),
  );
  return Object.fromEntries(
    items.map((item) => [
      item.id,
      shorten({
        vancouver: (vancouver.get(item.id) ?? '').replace(/^\d+\. /, '').trim(),
        bibtex: bibtexOf(item),
        ris: risOf(item),
        csl: item,
      }),
    ]),
  );
}
