import { step } from './features.ts';
import type { PageState, Placed, ReadPage } from './read-page.ts';
import { isTopicHit, topicsOf } from './sentence.ts';

// What the linear models see: the words of a sentence and of what stands around it.

/** Names of sentence features that say a word: the linear models have their own. */
const SAYS_WORD = /^(?:(?:heading |lead |title )?word |first word)/;
const TITLE_WORD = 'title word ';
/** A fragment of fewer words stands for more than its words do in a sentence. */
export const FRAGMENT = 5;

const pairsOf = (stems: readonly string[]) => stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`);
const stemsOf = (list: readonly { readonly stems: readonly string[] }[]) =>
  list.flatMap(({ stems }) => stems);

/** Longer words are also known by so many letters of their beginning: calming, calmness. */
const BEGINNING = 5;
const beginnings = (stems: readonly string[]) =>
  stems.filter((stem) => stem.length > BEGINNING).map((stem) => `x ${stem.slice(0, BEGINNING)}`);

const placeOf = ({ level, listed }: Placed) => (level > 0 ? 'h' : listed ? 'li' : 'p');

/** Words with one between them. */
const gappedOf = (stems: readonly string[]) => stems.slice(2).map((stem, i) => `${stems[i]} ${stem}`);

/** What all sentences of a page are weighed by. */
export interface PageSetting {
  readonly state: PageState;
  /** The page's register, by `leaning`. */
  readonly lean: string;
  /** Topic -> its tier. */
  readonly tiers: ReadonlyMap<string, string>;
}

/** The frame of a sentence and its kinds of phrases, each also by where it stands, by the page and by the substance's class. */
function frameWords(placed: Placed, { state: { onRecovery }, lean }: PageSetting): string[] {
  const { sentence, heading, lead, source, before, after, substanceClass } = placed;
  const { frame, kinds } = sentence.skeleton;
  const place = placeOf(placed);
  const framePairs = (name: string, of: Placed['sentence'] | undefined) =>
    of ? pairsOf(['^', ...of.skeleton.frame, '$']).map((pair) => `${name} ${pair}`) : [];
  return [
    ...pairsOf(['^', ...frame, '$']).map((pair) => `f ${pair}`),
    ...gappedOf(['^', ...frame, '$']).map((pair) => `g ${pair}`),
    ...kinds.flatMap((kind) => [
      `${place} ${kind}`,
      `${source} ${kind}`,
      `${lean} ${kind}`,
      `${substanceClass} ${onRecovery} ${kind}`,
    ]),
    ...(before?.skeleton.kinds ?? []).map((kind) => `past ${kind}`),
    ...(after?.skeleton.kinds ?? []).map((kind) => `then ${kind}`),
    ...sentence.stems.flatMap((stem) => [
      `${place} ${stem}`,
      `${source} ${stem}`,
      `${substanceClass} ${stem}`,
    ]),
    ...framePairs('hf', heading.at(-1)),
    ...framePairs('lf', lead.at(-1)),
  ];
}

/** Whether topics of such a tier are in scope here: by the substance's class, and by how much the page and section speak of recovery. */
function scopeWords(placed: Placed, { state, lean, tiers }: PageSetting): string[] {
  const { sentence, source, substanceClass, sectionRecovery, sectionShare } = placed;
  const place = placeOf(placed);
  const inTitle = state.titleCues.has('recovery');
  return [
    ...sentence.hits.filter(isTopicHit).flatMap(({ type, id }) => {
      const tier = tiers.get(id) ?? 'core';
      return [
        `tier ${tier} ${type} ${substanceClass} ${state.onRecovery}`,
        `tier ${tier} ${substanceClass} ${Math.min(2, sectionRecovery)} ${inTitle}`,
        `tier ${tier} ${source} ${place}`,
        `tier ${tier} ${lean}`,
      ];
    }),
    `scope ${substanceClass} page ${step(state.rate('recovery') / 8, 6)}`,
    `scope ${substanceClass} section ${step(sectionShare / 15, 5)}`,
    `scope ${substanceClass} ${source} ${place}`,
    `scope ${lean} ${source} ${place}`,
  ];
}

/**
 * What tells whether a sentence claims anything. `sentence` and `page` are its features by features.ts.
 */
export function claimWords(
  placed: Placed,
  sentence: readonly string[],
  page: readonly string[],
  setting: PageSetting,
): Set<string> {
  const {
    sentence: { stems },
    heading,
    lead,
    before,
    after,
    offered,
  } = placed;
  return new Set([
    ...frameWords(placed, setting),
    ...scopeWords(placed, setting),
    ...beginnings(stems),
    ...stems.map((word) => `w ${word}`),
    ...pairsOf(['^', ...stems, '$']).map((pair) => `b ${pair}`),
    ...stemsOf(heading).map((word) => `h ${word}`),
    ...stemsOf(lead).map((word) => `l ${word}`),
    ...(before?.stems ?? []).map((word) => `p ${word}`),
    ...(after?.stems ?? []).map((word) => `n ${word}`),
    ...sentence.filter((name) => !SAYS_WORD.test(name)),
    ...page.map((name) => (name.startsWith(TITLE_WORD) ? `t ${name.slice(TITLE_WORD.length)}` : name)),
    `offered ${Math.min(4, offered.size)}`,
  ]);
}

/** Substances that the sentence may speak of hint at its topic, the nearest so many. */
const NEAREST = 2;

/** Which topics the words around the sentence name, by where they stand. */
const topicsAround = ({ heading, lead, path, before, after }: Placed): string[] =>
  (
    [
      ['heading', topicsOf(heading)],
      ['lead', topicsOf(lead)],
      ['path', topicsOf(path.flat())],
      ['before', before?.topics ?? []],
      ['after', after?.topics ?? []],
    ] as const
  ).flatMap(([place, topics]) => [...topics].map((topic) => `${place} lex ${topic}`));

/** What tells which topics a sentence claims. */
export function topicWords(placed: Placed): Set<string> {
  const { sentence, heading, lead, drugs, offered, source } = placed;
  const { stems, topics, hits, skeleton } = sentence;
  return new Set([
    ...beginnings(stems),
    ...[...offered.keys()].slice(0, NEAREST).map((substance) => `sub ${substance}`),
    ...hits.filter(isTopicHit).map(({ type, id }) => `${type} ${id}`),
    ...stems.map((word) => `w ${word}`),
    ...pairsOf(stems).map((pair) => `b ${pair}`),
    ...skeleton.kinds.map((kind) => `k ${kind}`),
    ...stemsOf(heading).map((word) => `h ${word}`),
    ...stemsOf(lead).map((word) => `l ${word}`),
    ...[...topics].map((topic) => `lex ${topic}`),
    ...topicsAround(placed),
    `named ${Math.min(4, topics.size)}`,
    `from ${source}`,
    ...(stems.length < FRAGMENT ? stems.map((word) => `short ${word}`) : []),
    ...[...drugs].map(([drug, place]) => `drug ${drug} ${place}`),
  ]);
}

/** What tells whether a page makes claims at all. `page` are its features by features.ts. */
export function pageWords({ sentences }: ReadPage, page: readonly string[]): Set<string> {
  const words = new Set(page);
  for (const { sentence, level } of sentences) {
    for (const word of sentence.stems) {
      words.add(`w ${word}`);
      if (level > 0) words.add(`h ${word}`);
    }
    for (const cue of sentence.cues) words.add(`c ${cue}`);
  }
  return words;
}
