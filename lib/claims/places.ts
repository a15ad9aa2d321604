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

/**
 * Where something else than a listed substance stands that may be what helps, nearest first: another supplement, a practice,
 * care. `since`: it was named after the last substance.
 */
export type RivalPlace = 'own' | 'block' | 'lead' | 'head' | 'since' | 'none';

/** A sentence is offered at most so many substances. */
export const MOST_OFFERED = 12;
/** "Supports GABA" under the heading "Magnesium": these a sentence may speak of although it names another. */
const BESIDE: ReadonlySet<Place> = new Set<Place>(['block', 'row', 'lead', 'head']);

/** The places that may have a rival and those as near, nearest first; all others are further off. */
const NEARNESS: ReadonlyMap<Place | RivalPlace, number> = new Map(
  (['own', 'block', 'row', 'lead', 'head', 'since'] as const).map((place, at) => [place, at]),
);

/** Whether a rival stands nearer than a substance at a place. */
export function isNearer(rival: RivalPlace, substance: Place): boolean {
  const near = NEARNESS.get(rival);
  return near !== undefined && near < (NEARNESS.get(substance) ?? NEARNESS.size);
}

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
