// @ts-check
/**
 * Text for the pages of the bench, by a seed: the same every time and on every machine. Ordinary prose comes from a
 * small grammar, so that nothing of it is tuned to the detector; sentences that claim, or only name a substance,
 * come from the training corpora with their labels.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Numbers from 0 up to 1, the same for the same seed (mulberry32, public domain).
 *
 * @param {number} seed
 * @returns {() => number}
 */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @template T @param {readonly T[]} list @param {() => number} next @returns {T} */
const pick = (list, next) => /** @type {T} */ (list[Math.floor(next() * list.length)]);

/** @type {Record<string, readonly string[]>} */
const WORDS = {
  who: 'the council;a neighbour;her brother;the surveyor;two engineers;the museum;our guide;the ferry company;an old teacher;the editor;several farmers;the station master;a visiting choir;the library;most readers;the first settlers'.split(
    ';',
  ),
  did: 'described;repaired;measured;photographed;rebuilt;praised;ignored;catalogued;painted;crossed;recorded;sold;mapped;opened;examined;rented'.split(
    ';',
  ),
  what: 'the narrow bridge;a copper kettle;the northern road;three wooden boats;the town archive;a set of maps;the glass roof;the harbour wall;an unfinished novel;the weather station;a row of cottages;the reading room;the printing press;a long ledger;the clock tower;several letters'.split(
    ';',
  ),
  when: 'in the spring of 1887;after the second flood;before the railway came;during a quiet week;last winter;on the third morning;for almost ten years;at the end of the season;long before noon;shortly after the vote'.split(
    ';',
  ),
  where:
    'near the river;behind the market hall;in the upper valley;along the coast;outside the old gate;on the far side of the lake;at the edge of the forest;between the two villages;above the quarry;in a rented office'.split(
      ';',
    ),
  and: 'which surprised nobody;although the cost had doubled;and the papers said so;while the rest waited;because the ground was soft;so the plan was changed twice;as the minutes of the meeting show;and that was the end of it;though few people noticed;which took longer than expected'.split(
    ';',
  ),
  how: 'slowly;with great care;without much noise;by hand;in small steps;from memory;against all advice;as usual;in bad light;with borrowed tools'.split(
    ';',
  ),
};
const FORMS = [
  'who did what when.',
  'who did what where, and.',
  'when, who did what how.',
  'who did what how, and.',
  'where who did what, and who did what.',
  'who did what.',
  'when who did what where; who did what how.',
  'it was when that who did what, and.',
];

/** A sentence of ordinary prose, some 60 to 130 letters. @param {() => number} next */
export function proseSentence(next) {
  const text = pick(FORMS, next).replace(/[a-z]+/g, (part) => (WORDS[part] ? pick(WORDS[part], next) : part));
  return text[0]?.toUpperCase() + text.slice(1);
}

/** @param {string} path @returns {any} */
const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** The names of substances that mean nothing else, lower case. @returns {string[]} */
export function substanceNames() {
  const folder = 'data/evidence/substances';
  const names = readdirSync(join(root, folder)).flatMap((file) => {
    const { aliases, ambiguous = [] } = readJson(`${folder}/${file}`);
    return aliases.filter((/** @type {string} */ name) => !ambiguous.includes(name));
  });
  return [...new Set(names.map((name) => name.toLowerCase()))];
}

/**
 * Sentences of the training corpora: those labelled as claims, and those that name a substance and claim nothing.
 *
 * @returns {{ claiming: string[], naming: string[] }}
 */
export function corpusSentences() {
  const folder = join(root, 'tests/corpus/train');
  /** @type {string[]} */
  const claiming = [];
  /** @type {string[]} */
  const naming = [];
  const long = substanceNames().filter((name) => name.length > 5);
  for (const file of readdirSync(folder).sort())
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean))
      for (const { sentences } of JSON.parse(line).blocks)
        for (const { text, claims } of sentences) {
          const lower = text.toLowerCase();
          if (!long.some((name) => lower.includes(name))) continue;
          (claims.length > 0 ? claiming : naming).push(text);
        }
  return { claiming, naming };
}
