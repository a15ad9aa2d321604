/** Where a substance stands that a sentence may speak of. */
export type Place =
  | 'own'
  | 'block'
  | 'row'
  | 'lead'
  | 'head'
  | 'path'
  | 'spoken'
  | 'list'
  | 'title'
  | 'main'
  | 'earlier'
  | 'most';
/** Where a drug stands that a sentence may speak of, nearest first. */
export type DrugPlace = 'own' | 'block' | 'lead' | 'head' | 'path' | 'title' | 'plain' | 'page';

/** A sentence is offered at most so many substances. */
export const MOST_OFFERED = 12;
/** "Supports GABA" under the heading "Magnesium": these a sentence may speak of although it names another. */
const BESIDE: ReadonlySet<Place> = new Set<Place>(['block', 'row', 'lead', 'head']);

/** What each place names, nearest place first. */
export type PlacesNaming<At> = readonly (readonly [ids: readonly string[], place: At])[];

/** Each substance that a sentence may speak of with its places; `named` are those that it names itself. */
export function substancesOffered(
  named: readonly string[],
  naming: PlacesNaming<Place>,
): ReadonlyMap<string, readonly Place[]> {
  const offered = new Map<string, Place[]>();
  for (const [ids, place] of naming)
    for (const id of ids) {
      if (named.length > 0 && !BESIDE.has(place) && !named.includes(id)) continue;
      const places = offered.get(id);
      if (places) places.push(place);
      else if (offered.size < MOST_OFFERED) offered.set(id, [place]);
    }
  return offered;
}

/** Each drug that a sentence may speak of with the nearest place that names it. */
export function drugsOffered(naming: PlacesNaming<DrugPlace>): ReadonlyMap<string, DrugPlace> {
  const drugs = new Map<string, DrugPlace>();
  for (const [ids, place] of naming) for (const id of ids) if (!drugs.has(id)) drugs.set(id, place);
  return drugs;
}
