import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SUBSTANCE_IDS } from '../../../generated/ids.ts';
import { addressOf, type LibraryView, viewAt } from '../../../lib/library/library-address.ts';
import { ENTRY_TOPICS, FACETS, type LibraryFilter } from '../../../lib/library/library-entries.ts';

const substance = fc.constantFrom(...SUBSTANCE_IDS);
const topic = fc.constantFrom(...ENTRY_TOPICS);
const filter = fc.record(
  Object.fromEntries(
    Object.entries(FACETS).map(([facet, choices]) => [facet, fc.constantFrom(...(choices as string[]))]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<LibraryFilter>;
const view: fc.Arbitrary<LibraryView> = fc.oneof(
  fc.record({ kind: fc.constant('whole' as const), shape: fc.constantFrom('map', 'list'), filter }),
  fc.record({ kind: fc.constant('substance' as const), substance }),
  fc.record({ kind: fc.constant('entry' as const), substance, topic }),
);

test('every view comes back from its address', () => {
  fc.assert(
    fc.property(view, (shown) => {
      expect(viewAt(addressOf(shown))).toEqual(shown);
    }),
  );
});

test('any text is some view, and a view that is known has a lasting address', () => {
  const part = fc.oneof(
    fc.string(),
    substance,
    topic,
    fc.constantFrom('?', '&', '=', '%', '/', 'é', '\u{1F33F}'),
  );
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => `#/${parts.join('/')}`),
      (hash) => {
        const shown = viewAt(hash);
        if (shown.kind !== 'unknown') expect(viewAt(addressOf(shown))).toEqual(shown);
      },
    ),
  );
});

describe('an address', () => {
  test('is short and legible', () => {
    expect(addressOf({ kind: 'whole', shape: 'map', filter: {} })).toBe('#/');
    expect(addressOf({ kind: 'whole', shape: 'list', filter: { verdict: 'mixed', topic: 'sleep' } })).toBe(
      '#/?topic=sleep&verdict=mixed&view=list',
    );
    expect(addressOf({ kind: 'substance', substance: 'kratom' })).toBe('#/kratom');
    expect(addressOf({ kind: 'entry', substance: 'st-johns-wort', topic: 'mood' })).toBe(
      '#/st-johns-wort/mood',
    );
  });

  test('may be typed carelessly', () => {
    const kratom = { kind: 'substance', substance: 'kratom' };
    for (const hash of ['#/Kratom', '#kratom', '#/kratom/', '#/kratom?x=y', '#/%6bratom'])
      expect(viewAt(hash), hash).toEqual(kratom);
    for (const hash of ['', '#', '#/', '#/?', '#/?verdict=nonsense&view=tree&colour=red'])
      expect(viewAt(hash), hash).toEqual({ kind: 'whole', shape: 'map', filter: {} });
  });

  test('that names nothing held gives its words to search for', () => {
    expect(viewAt('#/kratum')).toEqual({ kind: 'unknown', words: 'kratum' });
    expect(viewAt('#/kratom/better-sleep')).toEqual({ kind: 'unknown', words: 'kratom better sleep' });
    expect(viewAt('#/kratom/sleep/more')).toEqual({ kind: 'unknown', words: 'kratom sleep more' });
    expect(viewAt('#/%E0%A4%A')).toEqual({ kind: 'unknown', words: '%E0%A4%A' });
    expect(viewAt('#/constructor')).toEqual({ kind: 'unknown', words: 'constructor' });
  });
});
