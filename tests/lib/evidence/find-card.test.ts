import { describe, expect, test } from 'vitest';
import tables from '../../../generated/evidence.json';
import { SUBSTANCE_IDS, TOPIC_IDS } from '../../../generated/ids.ts';
import { evidence } from '../../../lib/evidence/shipped-evidence.ts';
import { studied } from '../../../lib/evidence/studied.ts';
import { substanceName, topicName, verdictOf } from '../../../lib/evidence/verdict-index.ts';

describe('card', () => {
  test('answers the pair where an entry exists', () => {
    const card = evidence.card({ substance: 'kratom', topic: 'opioid-withdrawal' });
    expect(card.match).toBe('entry');
    expect(card.answer).toMatchObject({ topic: 'opioid-withdrawal', verdict: 'untested' });
    expect(card.whatWorks?.text).toContain('buprenorphine');
    expect(card.dangers[0]?.text).toContain('deadly');
  });

  test('falls back to the overview, and keeps the topic that was asked for', () => {
    const card = evidence.card({ substance: 'cytisine', topic: 'benzo-withdrawal' });
    expect(card).toMatchObject({
      match: 'overview',
      topic: 'benzo-withdrawal',
      answer: { topic: 'overview' },
    });
    expect(card.dangers[0]?.text).toContain('Stopping benzodiazepines at once');
  });

  test('every card holds each source that it refers to, once, those of the answer first', () => {
    for (const substance of SUBSTANCE_IDS)
      for (const topic of [...TOPIC_IDS, 'overview'] as const) {
        const card = evidence.card({ substance, topic });
        const ids = card.sources.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const own = card.answer?.sources ?? [];
        expect(ids.slice(0, own.length)).toEqual([...own]);
        for (const { sources } of [...card.dangers, ...card.risks, ...card.interactions, ...card.legal])
          for (const ref of sources) expect(ids).toContain(ref);
        expect(card.answer?.studied).not.toBe('');
      }
  });
});

describe('studied', () => {
  const kinds = tables.sourceKinds;
  test.each([
    [[], ''],
    [
      [{ kind: 'rct', n: 40 }, { kind: 'rct', n: 56 }, { kind: 'survey' }],
      '2 randomised trials, 96 people; 1 survey',
    ],
    [[{ kind: 'rct', n: 40 }, { kind: 'rct' }], '2 randomised trials, at least 40 people'],
    [[{ kind: 'systematic-review', n: 2543 }], '1 systematic review, 2,543 people'],
    [
      [
        { kind: 'systematic-review', n: 9 },
        { kind: 'systematic-review', n: 9 },
      ],
      '2 systematic reviews',
    ],
    [[{ kind: 'preclinical', n: 8 }], 'no study in people; 1 laboratory or animal study'],
  ] as const)('%j reads "%s"', (sources, words) => {
    expect(studied(sources, kinds)).toBe(words);
  });
});

describe('verdict index', () => {
  test('agrees with the card wherever an entry exists', () => {
    for (const substance of SUBSTANCE_IDS)
      for (const topic of TOPIC_IDS) {
        const { match, answer } = evidence.card({ substance, topic });
        if (match === 'entry') expect(verdictOf({ substance, topic })).toBe(answer?.verdict);
      }
  });

  test('carries a caution over to another use, but no good news', () => {
    expect(verdictOf({ substance: 'loperamide', topic: 'cannabis-withdrawal' })).toBe('harmful');
    expect(verdictOf({ substance: 'cytisine', topic: 'benzo-withdrawal' })).toBe('none');
  });

  test('names what it speaks of', () => {
    expect(substanceName('kratom')).toBe('Kratom');
    expect(topicName('benzo-withdrawal')).toBe('benzodiazepine withdrawal');
  });
});
