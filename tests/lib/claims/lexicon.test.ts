import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createLexicon, foldPhrase, stem } from '../../../lib/claims/lexicon.ts';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const tables = read('generated/claim-tables.json');
const { scan } = createLexicon(tables);
const { about: _, void: voids, ...cues } = read('data/lexicon/cues.json') as Record<string, string[]>;
const { about: __, plural, ...drugs } = read('data/lexicon/drugs.json') as Record<string, string[]>;
const topics = read('data/lexicon/topics.json').topics as Record<string, Record<string, string[]>>;

/** Whether the text, read whole, is a phrase of this kind. */
const isFound = (text: string, type: string, id: string) =>
  scan(text).hits.some((hit) => hit.type === type && hit.id === id && hit.start === 0);

test.each(
  Object.entries({ cue: cues, drug: drugs }),
)('each %s of the lexicon is found in the text that it is', (type, lists) => {
  for (const [id, phrases] of Object.entries(lists))
    for (const phrase of phrases) expect(isFound(phrase, type, id), `${id}: ${phrase}`).toBe(true);
});

test('each phrase of a topic is found in the text that it is, as what it is', () => {
  for (const [id, kinds] of Object.entries(topics))
    for (const [kind, phrases] of Object.entries(kinds))
      for (const phrase of phrases) expect(isFound(phrase, kind, id), `${id}: ${phrase}`).toBe(true);
});

test('a word that counts in the plural alone names no drug in the singular', () => {
  const drugsIn = (text: string) => scan(text).hits.filter(({ type }) => type === 'drug');
  for (const phrase of plural!) {
    expect(drugsIn(`I came off ${phrase}.`), phrase).not.toEqual([]);
    expect(drugsIn(`It has a ${phrase.replace(/s$/, '')} effect.`), phrase).toEqual([]);
  }
});

test('what lies in a phrase that means something else is not found, outside of it is', () => {
  const namesIn = (text: string) => scan(text).hits.filter(({ type }) => type === 'sub');
  expect(namesIn('Blue light lowers melatonin levels.')).toEqual([]);
  expect(namesIn('It binds to the GABA receptor.')).toEqual([]);
  expect(namesIn('Blue light lowers melatonin levels, so I take melatonin.')).toHaveLength(1);
  const topicsIn = (text: string) =>
    scan(text).hits.filter(({ type }) => type === 'good' || type === 'bad' || type === 'field');
  expect(topicsIn('The concentrations of both rise.')).toEqual([]);
  expect(topicsIn('My concentration is back.')).not.toEqual([]);
  // A phrase that is all of it means what it says.
  expect(topicsIn('joint pain').map(({ id }) => id)).toContain('pain');
});

test('each void holds a name or a word of the lexicon, and is no name itself', () => {
  const bare = createLexicon({ ...tables, cues: { ...tables.cues, void: '' } });
  for (const phrase of voids!) {
    const lengths = bare.scan(phrase).hits.map(({ type, start, end }) => [type, end - start] as const);
    expect(
      lengths.some(([, length]) => length < phrase.length),
      phrase,
    ).toBe(true);
    expect(
      lengths.some(([type, length]) => type === 'sub' && length === phrase.length),
      phrase,
    ).toBe(false);
  }
});

test.each([
  ['ease eases eased easing', 'eas'],
  ['crave craves craved craving cravings', 'crave'],
  ['quit quits quitting', 'quit'],
  ['note notes noted noting', 'note'],
  ['rate rates rated rating', 'rate'],
  ['smoke smokes smoked smoking', 'smoke'],
  ['taper tapers tapered tapering', 'taper'],
  ['fix fixes fixed fixing', 'fix'],
  ['remedy remedies', 'remedy'],
])('%s are one word', (words, key) => {
  for (const word of words.split(' ')) expect(stem(word), word).toBe(key);
});

test.each([
  'quite quit',
  'note not',
  'none non',
  'rate rat',
  'wine win',
  'cane can',
  'hive hiv',
])('%s are two words', (pair) => {
  const [one, other] = pair.split(' ') as [string, string];
  expect(stem(one)).not.toBe(stem(other));
});

test('no rival of the substances is an alias of one', () => {
  for (const phrase of cues.rival!) {
    const { hits } = scan(phrase);
    expect(
      hits.filter(({ type, start, end }) => type === 'sub' && end - start === phrase.length),
      phrase,
    ).toEqual([]);
  }
});

test('a phrase is found in other inflections, in capitals and with a typographer’s apostrophe', () => {
  expect(isFound('Eased', 'cue', 'benefit')).toBe(true);
  expect(isFound('RELAPSE PREVENTION', 'good', 'relapse')).toBe(true);
  expect(foldPhrase('Couldn’t sleep')).toBe(foldPhrase('couldnt  SLEEP'));
});

test('of phrases of one kind that begin alike the longest is found', () => {
  const from = (text: string) =>
    scan(text).hits.filter(({ type, id, at }) => type === 'cue' && id === 'benefit' && at === 0);
  expect(from('takes the sting out').map(({ words }) => words)).toEqual([4]);
  expect(from('takes the sting away').map(({ words }) => words)).toEqual([3]);
});

const namesIn = (text: string) =>
  scan(text)
    .hits.filter(({ type }) => type === 'sub')
    .map(({ id }) => id);

test('a nickname that is the plural of an ordinary word counts only as a plural', () => {
  expect(namesIn('Sevens wore off.')).toEqual(['7-oh']);
  expect(namesIn('Seven days.')).toEqual([]);
  expect(namesIn('Take your omegas.')).toEqual(['omega-3']);
  expect(namesIn('Pegasus')).toEqual(['tianeptine']);
});

test('a form, another fat and what a substance is made from name none', () => {
  expect(namesIn('Two gummies')).toEqual([]);
  expect(namesIn('magnesium gummies')).toEqual(['magnesium']);
  expect(namesIn('CBD gummies')).toEqual(['cbd']);
  expect(namesIn('Omega-6 oils, omega 9')).toEqual([]);
  expect(namesIn('Hemp-derived delta-8 comes from hemp.')).toEqual(['delta-8-thc']);
  expect(namesIn('hemp-derived CBD')).toEqual(['cbd']);
});
