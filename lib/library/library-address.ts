import { type EntryTopic, SUBSTANCE_IDS, type SubstanceId } from '../../generated/ids.ts';
import type { CardKey } from '../evidence/card.ts';
import { ENTRY_TOPICS, FACETS, type Facet, type LibraryFilter } from './library-entries.ts';

/** How the whole is shown. */
export type Shape = 'map' | 'list';

/** The whole, narrowed or not. */
export interface WholeView {
  readonly kind: 'whole';
  readonly shape: Shape;
  readonly filter: LibraryFilter;
}

/** What the library shows, apart from the words searched for: those stay out of every address. */
export type LibraryView =
  | WholeView
  | { readonly kind: 'substance'; readonly substance: SubstanceId }
  | ({ readonly kind: 'entry' } & CardKey);

/** An address that names nothing that is held, with its words for a search. */
export interface UnknownView {
  readonly kind: 'unknown';
  readonly words: string;
}

const FACET_NAMES = Object.keys(FACETS) as Facet[];

/** The address of a view within the library's page: `#/`, `#/?topic=sleep&view=list`, `#/kratom`, `#/kratom/sleep`. */
export function addressOf(view: LibraryView): string {
  switch (view.kind) {
    case 'substance':
      return `#/${view.substance}`;
    case 'entry':
      return `#/${view.substance}/${view.topic}`;
    case 'whole': {
      const choices = FACET_NAMES.flatMap((facet) => {
        const choice = view.filter[facet];
        return choice ? [`${facet}=${choice}`] : [];
      });
      if (view.shape === 'list') choices.push('view=list');
      return choices.length > 0 ? `#/?${choices.join('&')}` : '#/';
    }
  }
}

/** The address of an entry's card, from anywhere in the extension. */
export const entryAddress = ({ substance, topic }: CardKey): string =>
  addressOf({ kind: 'entry', substance, topic });

/** A part of an address as text; as it stands where it is no proper encoding. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const isSubstance = (id: string): id is SubstanceId => (SUBSTANCE_IDS as readonly string[]).includes(id);
const isEntryTopic = (id: string): id is EntryTopic => (ENTRY_TOPICS as readonly string[]).includes(id);

function wholeAt(query: string): WholeView {
  const filter: Partial<Record<Facet, string>> = {};
  let shape: Shape = 'map';
  for (const part of query.split('&')) {
    const [name = '', value = ''] = part.split('=').map(decoded);
    if (name === 'view' && value === 'list') shape = 'list';
    const facet = FACET_NAMES.find((one) => one === name);
    if (facet && (FACETS[facet] as readonly string[]).includes(value)) filter[facet] = value;
  }
  return { kind: 'whole', shape, filter: filter as LibraryFilter };
}

/**
 * The view at an address.
 *
 * @param hash From `#` on; what stands before it is left out. Capitals and a last slash make no difference, a
 *   choice that no filter has is passed over. Empty gives the whole.
 * @returns `unknown` where the address names a substance or a topic that there is not. A known pair without an
 *   entry of its own is an `entry`: its card says what is held instead.
 */
export function viewAt(hash: string): LibraryView | UnknownView {
  const [path = '', query = ''] = hash.slice(hash.indexOf('#') + 1).split(/\?(.*)/s);
  const parts = path.split('/').map(decoded).filter(Boolean);
  const [substance, topic, ...rest] = parts.map((part) => part.toLowerCase());
  if (substance === undefined) return wholeAt(query);
  if (isSubstance(substance) && rest.length === 0) {
    if (topic === undefined) return { kind: 'substance', substance };
    if (isEntryTopic(topic)) return { kind: 'entry', substance, topic };
  }
  return { kind: 'unknown', words: parts.join(' ').replaceAll('-', ' ').trim() };
}
