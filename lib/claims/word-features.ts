import { distanceOf, leaning, pageFeatures, step } from './features.ts';
import { quitPlace } from './quits.ts';
import type { PageState, Placed, ReadPage } from './read-page.ts';
import { isTopicHit, type Sentence, topicsOf } from './sentence.ts';
import { addBeginnings, addCross, addForms, addPairs, addWords, type Names, namesOf } from './word-names.ts';

// What the linear models see: the words of a sentence and of what stands around it.

/** How a page's feature says a word of its title. */
const TITLE_WORD = 'title word ';
/** A fragment of fewer words stands for more than its words do in a sentence. */
export const FRAGMENT = 5;

const placeOf = ({ level, listed }: Placed) => (level > 0 ? 'h' : listed ? 'li' : 'p');

/** What all sentences of a page are weighed by. */
export interface PageSetting {
  readonly state: PageState;
  /** The page's register, by `leaning`. */
  readonly lean: string;
  /** Topic -> its tier. */
  readonly tiers: ReadonlyMap<string, string>;
  /** The page's features by features.ts, and what the linear models see of the page. */
  readonly features: readonly string[];
  readonly words: readonly string[];
  /** The kinds of phrases in its title. */
  readonly titleKinds: ReadonlySet<string>;
}

const kindsOf = (list: readonly Sentence[]): ReadonlySet<string> =>
  new Set(list.flatMap(({ skeleton }) => skeleton.kinds));

/** Works out once what all sentences of a page are weighed by; `tiers` are those of the topics. */
export function pageSetting(state: PageState, tiers: ReadonlyMap<string, string>): PageSetting {
  const features = pageFeatures(state);
  const words = namesOf((names) => {
    for (const name of features)
      names.add(name.startsWith(TITLE_WORD) ? `t ${name.slice(TITLE_WORD.length)}` : name);
    for (const { skeleton } of state.title) addPairs(names, 'tf', skeleton.frame);
  });
  return {
    state,
    lean: leaning(state),
    tiers,
    features,
    words: [...words],
    titleKinds: kindsOf(state.title),
  };
}

/** What is made of sentences that stand over others: once, though many stand below them. */
function once<Made>(make: (above: readonly Sentence[]) => Made): (above: readonly Sentence[]) => Made {
  const all = new WeakMap<readonly Sentence[], { readonly made: Made }>();
  return (above) => {
    let known = all.get(above);
    if (!known) {
      known = { made: make(above) };
      all.set(above, known);
    }
    return known.made;
  };
}

const kindsAbove = once(kindsOf);
const wordsAbove = (name: string) =>
  once((above) => [
    ...namesOf((names) => {
      for (const { stems } of above) addWords(names, name, stems);
      const last = above.at(-1);
      if (last) addPairs(names, `${name}f`, last.skeleton.frame);
    }),
  ]);
const headingWords = wordsAbove('h');
const leadWords = wordsAbove('l');

/** The frame of a sentence and its kinds of phrases, each also by where it stands, by the page and by the substance's class. */
function addFrame(names: Names, placed: Placed, { state: { onRecovery }, lean }: PageSetting): void {
  const { sentence, source, before, after, substanceClass } = placed;
  const { frame, kinds } = sentence.skeleton;
  const place = placeOf(placed);
  addPairs(names, 'f', frame);
  addPairs(names, 'g', frame, { apart: 2 });
  addWords(names, lean, kinds);
  addWords(names, `${substanceClass} ${onRecovery}`, kinds);
  for (const where of [place, source]) {
    addWords(names, where, kinds);
    addWords(names, where, sentence.stems);
  }
  addWords(names, substanceClass, sentence.stems);
  if (before) addWords(names, 'past', before.skeleton.kinds);
  if (after) addWords(names, 'then', after.skeleton.kinds);
}

/** Kinds of phrases that change what the words beside them say. */
const TELLING = new Set(
  (
    'SUBSTANCE TOPIC DRUG <benefit> <negation> <hedge> <harm> <pronoun> <distance> <question> <rival> <quitting> ' +
    '<study> <failure> <report>'
  ).split(' '),
);
/** A page is parted into so many parts by its blocks for what stands where, and half as many for kinds of phrases. */
const PARTS = 8;

/**
 * What a linear model cannot add up by itself: words with the kinds of phrases in the same sentence, kinds with those above,
 * with the page's part, with the nearest substance, and with how much it is spoken of as one to quit.
 */
function addTogether(names: Names, placed: Placed, { state, titleKinds }: PageSetting): void {
  const { sentence, heading, lead, source, nearest, block } = placed;
  const { skeleton, stems } = sentence;
  const kinds = new Set(skeleton.kinds);
  const telling = new Set(skeleton.kinds.filter((kind) => TELLING.has(kind)));
  addCross(names, 'sk', new Set(stems), telling);
  addCross(names, 'hk', kindsAbove(heading), kinds);
  addCross(names, 'lk', kindsAbove(lead), kinds);
  addCross(names, 'tk', titleKinds, kinds);
  const part = Math.floor((PARTS * block) / state.blocks);
  names.add(`po ${part}`);
  names.add(`po ${part}`, source);
  addWords(names, `po ${Math.floor(part / 2)}`, kinds);
  addWords(names, `ws ${nearest}`, kinds);
  addWords(names, `wx ${nearest}`, stems);
  const mention = placed.mentions.get(nearest);
  const far = distanceOf(mention);
  names.add(`fa ${far}`);
  names.add(`fa ${far}`, source);
  names.add(`fd ${mention?.drug}`, far);
  names.add(`fd ${mention?.drug}`, source);
  addWords(names, `fk ${far}`, kinds);
  const level = state.quits.get(nearest) ?? 0;
  const place = quitPlace(placed, nearest);
  names.add(`qq ${level}`);
  names.add(`qq ${level}`, source);
  names.add('qq', place);
  addWords(names, `qq ${level}`, kinds);
  addWords(names, `qw ${place}`, kinds);
}

/** Whether topics of such a tier are in scope here: by the substance's class, and by how much the page and section speak of recovery. */
function addScope(names: Names, placed: Placed, { state, lean, tiers }: PageSetting): void {
  const { sentence, source, substanceClass, sectionRecovery, sectionShare } = placed;
  const place = placeOf(placed);
  const inTitle = state.titleCues.has('recovery');
  for (const hit of sentence.hits) {
    if (!isTopicHit(hit)) continue;
    const tier = tiers.get(hit.id) ?? 'core';
    names.add(`tier ${tier} ${hit.type} ${substanceClass} ${state.onRecovery}`);
    names.add(`tier ${tier} ${substanceClass} ${Math.min(2, sectionRecovery)} ${inTitle}`);
    names.add(`tier ${tier}`, source, place);
    names.add(`tier ${tier}`, lean);
  }
  names.add(`scope ${substanceClass} page ${step(state.rate('recovery') / 8, 6)}`);
  names.add(`scope ${substanceClass} section ${step(sectionShare / 15, 5)}`);
  names.add(`scope ${substanceClass}`, source, place);
  names.add(`scope ${lean}`, source, place);
}

/** What tells whether a sentence claims anything; `features` are its own by features.ts. */
export function claimWords(
  names: Names,
  placed: Placed,
  features: readonly string[],
  setting: PageSetting,
): void {
  const {
    sentence: { stems, words },
    heading,
    lead,
    before,
    after,
    offered,
  } = placed;
  names.addList(setting.words);
  names.addList(headingWords(heading));
  names.addList(leadWords(lead));
  for (const feature of features) names.add(feature);
  names.add(`offered ${Math.min(4, offered.size)}`);
  addFrame(names, placed, setting);
  addTogether(names, placed, setting);
  addScope(names, placed, setting);
  addBeginnings(names, stems);
  addWords(names, 'w', stems);
  addPairs(names, 'b', stems);
  addForms(names, words, stems);
  if (before) addWords(names, 'p', before.stems);
  if (after) addWords(names, 'n', after.stems);
}

/** Substances that the sentence may speak of hint at its topic, the nearest so many. */
const NEAREST = 2;

const topicsAbove = (name: string) =>
  once((above) => [
    ...namesOf((names) => {
      for (const { stems } of above) addWords(names, name[0]!, stems);
      addWords(names, `${name} lex`, topicsOf(above));
    }),
  ]);
const headingTopics = topicsAbove('heading');
const leadTopics = topicsAbove('lead');

/** Topics that the sentence names, with one another, with its words, with the nearest substance and drug, and with the heading's. */
function addTopicsTogether(names: Names, placed: Placed): void {
  const { sentence, heading, nearest, substanceClass, drugs } = placed;
  const { topics, stems } = sentence;
  const [drug, place] = [...drugs][0] ?? ['', ''];
  const sorted = [...topics].sort();
  for (const [at, topic] of sorted.entries()) {
    addWords(names, `tt ${topic}`, sorted.slice(at + 1));
    addWords(names, `tw ${topic}`, stems);
    names.add('tn', topic, nearest);
    names.add('tc', topic, substanceClass);
    if (drug) names.add('td', topic, drug);
    if (drug) names.add(`td ${topic}`, drug, place);
  }
  const above = topicsOf(heading);
  addCross(names, 'hw', above, new Set(stems));
  addCross(names, 'ht', above, topics);
}

/** What tells which topics a sentence claims. */
export function topicWords(names: Names, placed: Placed): void {
  const { sentence, heading, lead, path, before, after, drugs, offered, source } = placed;
  const { words, stems, topics, hits, skeleton } = sentence;
  names.addList(headingTopics(heading));
  names.addList(leadTopics(lead));
  names.add(`named ${Math.min(4, topics.size)}`);
  names.add('from', source);
  addTopicsTogether(names, placed);
  addBeginnings(names, stems);
  addWords(names, 'sub', [...offered.keys()].slice(0, NEAREST));
  for (const hit of hits) if (isTopicHit(hit)) names.add(hit.type, hit.id);
  addWords(names, 'w', stems);
  addPairs(names, 'b', stems, { edges: false });
  addForms(names, words, stems);
  addWords(names, 'k', skeleton.kinds);
  addWords(names, 'lex', topics);
  addWords(names, 'path lex', topicsOf(path.flat()));
  if (before) addWords(names, 'before lex', before.topics);
  if (after) addWords(names, 'after lex', after.topics);
  if (stems.length < FRAGMENT) addWords(names, 'short', stems);
  for (const [name, at] of drugs) names.add('drug', name, at);
}

/** A word is common on a page from such a share of its sentences on, told for each share, */
const COMMON_SHARES = [0.1, 0.25];
/** and where at least so many sentences have it. */
const COMMON_LEAST = 2;

/** The models of the page learn from pages of some eighteen sentences; one of half as many more is looked at in parts of so many. */
const PART = 12;

/**
 * A page in the parts that the models of the page look at. Of a long page taken whole they would see so many words, each of
 * which tells a little, that nearly every one would seem to claim.
 */
export function pageParts({ state, sentences }: ReadPage): ReadPage[] {
  const parts = sentences.length > 1.5 * PART ? Math.round(sentences.length / PART) : 1;
  const edge = (part: number) => Math.floor((part * sentences.length) / parts);
  return Array.from({ length: parts }, (_, part) => ({
    state,
    sentences: sentences.slice(edge(part), edge(part + 1)),
  }));
}

/** What tells whether a page makes claims at all, and whether it is about recovery. `page` are its features by features.ts. */
export function pageWords(names: Names, { sentences }: ReadPage, page: readonly string[]): void {
  names.addList(page);
  const sentencesWith = new Map<string, number>();
  for (const { sentence, level } of sentences) {
    const { stems, cues, hits, skeleton } = sentence;
    addWords(names, 'w', stems);
    if (level > 0) addWords(names, 'h', stems);
    addWords(names, 'c', cues);
    for (const { type, id } of hits) if (type !== 'cue') names.add(type, id);
    addPairs(names, 'f', skeleton.frame, { edges: false });
    for (const word of new Set(stems)) sentencesWith.set(word, (sentencesWith.get(word) ?? 0) + 1);
  }
  for (const [word, count] of sentencesWith)
    for (const share of COMMON_SHARES)
      if (count >= Math.max(COMMON_LEAST, share * sentences.length)) names.add(`common ${share}`, word);
}
