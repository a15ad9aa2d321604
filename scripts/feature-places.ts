/** Lists of features as places in one list of all names: a place takes four bytes where a string of its own takes fifty. */
export interface FeaturePlaces {
  /** The names so far; a feature's place is where its name stands. */
  readonly names: readonly string[];
  /** The places of some features, in their order. */
  of(features: Iterable<string>): Int32Array;
}

/** Names come into the list as they are first asked for. */
export function createFeaturePlaces(): FeaturePlaces {
  const names: string[] = [];
  const places = new Map<string, number>();
  const placeOf = (name: string) => {
    let place = places.get(name);
    if (place === undefined) {
      place = names.push(name) - 1;
      places.set(name, place);
    }
    return place;
  };
  return { names, of: (features) => Int32Array.from(features, placeOf) };
}
