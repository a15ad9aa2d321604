import { createCandidates } from '../lib/claims/candidates.ts';
import { sentenceFeatures } from '../lib/claims/features.ts';
import { flattenForest, flattenWords } from '../lib/claims/flat-models.ts';
import { createPageReader } from '../lib/claims/read-page.ts';
import { createScorer } from '../lib/claims/score.ts';
import {
  classesOf,
  type FlatWords,
  type Forest,
  type LexiconTables,
  tiersOf,
  type WordModels,
} from '../lib/claims/tables.ts';
import { familyOf } from '../lib/claims/topic-features.ts';
import { claimWords, pageSetting, pageWords, topicWords } from '../lib/claims/word-features.ts';
import { namesOf } from '../lib/claims/word-names.ts';
import { type CorpusDocument, documentClaims, labelledSentences, pageInLines } from './corpus.ts';
import { excerptsOf, isPart, partOf } from './excerpts.ts';
import { createFeaturePlaces, type FeaturePlaces } from './feature-places.ts';
import type { Detection } from './scored-claims.ts';
import { withStatements } from './strewn-statements.ts';
import { type Example, SETTINGS, trainForest, withCuts } from './train-forest.ts';
import { type LinearSettings, trainLinear } from './train-linear.ts';

type Files = readonly (readonly CorpusDocument[])[];

const LINEAR: Readonly<Record<keyof WordModels, LinearSettings>> = {
  claim: { sparse: 1.7, ridge: 8, rare: 5 },
  topics: { sparse: 1.7, ridge: 1.5, rare: 4 },
  given: { sparse: 1.7, ridge: 1.5, rare: 3 },
  page: { sparse: 3, ridge: 30, rare: 4 },
};

type WordNames = Readonly<Record<'claim' | 'topic' | 'page', readonly string[]>>;

/** Of a file; features are places among the names of their models. */
interface WordExamples {
  readonly sentences: readonly {
    readonly claim: Int32Array;
    readonly topic: Int32Array;
    readonly families: ReadonlySet<string>;
  }[];
  readonly pages: readonly {
    readonly words: Int32Array;
    readonly claims: boolean;
    readonly onRecovery: boolean;
  }[];
}

/** What the linear models learn from: the names of their features, and for each file its examples. */
interface WordLessons {
  readonly names: WordNames;
  readonly files: readonly WordExamples[];
}

function wordLessons(tables: LexiconTables, files: Files): WordLessons {
  const { read: readPage } = createPageReader(tables);
  const tiers = tiersOf(tables);
  const classes = classesOf(tables);
  const [claim, topic, page] = [createFeaturePlaces(), createFeaturePlaces(), createFeaturePlaces()];
  const names: WordNames = { claim: claim.names, topic: topic.names, page: page.names };
  const examples = files.map((documents) => {
    const sentences: WordExamples['sentences'][number][] = [];
    const pages: WordExamples['pages'][number][] = [];
    for (const document of documents) {
      const read = readPage(pageInLines(document));
      if (!read) continue;
      const isStrewn = hasStrewn(document);
      const setting = pageSetting(read.state, tiers);
      const labels = documentClaims(document);
      for (const placed of read.sentences) {
        const { start, end } = placed.sentence;
        const { topics, strewn } = labels({ block: placed.block, start, end });
        if (strewn !== isStrewn) continue;
        sentences.push({
          claim: claim.of(namesOf((told) => claimWords(told, placed, sentenceFeatures(placed), setting))),
          topic: topic.of(namesOf((told) => topicWords(told, placed))),
          families: new Set(topics.map(familyOf)),
        });
      }
      if (isStrewn) continue;
      const claims = labelledSentences(document).flatMap((sentence) => sentence.claims);
      pages.push({
        words: page.of(namesOf((told) => pageWords(told, read, setting.features))),
        claims: claims.length > 0,
        // Whatever else they claim shows nothing: that of a dependence risk is labelled on any page.
        onRecovery: claims.some(
          ({ substance, topic }) =>
            tiers.get(topic) === 'core' || classes.get(substance) !== 'dependence-risk',
        ),
      });
    }
    return { sentences, pages };
  });
  return { names, files: examples };
}

function trainWords({ names, files }: WordLessons): WordModels {
  const sentences = files.flatMap((file) => file.sentences);
  const pages = files.flatMap((file) => file.pages);
  const families = [...new Set(sentences.flatMap((s) => [...s.families]))].sort();
  const topicsOf = (some: typeof sentences, settings: LinearSettings) =>
    trainLinear(
      {
        features: some.map(({ topic }) => topic),
        names: names.topic,
        outputs: families.map((name) => ({ name, holds: some.map((s) => s.families.has(name)) })),
      },
      settings,
    );
  return {
    claim: trainLinear(
      {
        features: sentences.map(({ claim }) => claim),
        names: names.claim,
        outputs: [{ name: 'claim', holds: sentences.map((s) => s.families.size > 0) }],
      },
      LINEAR.claim,
    ),
    topics: topicsOf(sentences, LINEAR.topics),
    given: topicsOf(
      sentences.filter((s) => s.families.size > 0),
      LINEAR.given,
    ),
    page: trainLinear(
      {
        features: pages.map(({ words }) => words),
        names: names.page,
        outputs: [
          { name: 'claims', holds: pages.map(({ claims }) => claims) },
          { name: 'recovery', holds: pages.map(({ onRecovery }) => onRecovery) },
        ],
      },
      LINEAR.page,
    ),
  };
}

/** Of a page with statements strewn on it these alone are learnt from: the page is there as it was, too. */
const hasStrewn = (document: CorpusDocument): boolean =>
  labelledSentences(document).some(({ strewn }) => strewn);

type Labelled = Example & Omit<Detection, 'score'>;

/** Files are held out together in so many turns: one by one would take hours. */
const TURNS = { words: 7, forest: 3 };

/** The parts that are not held out in a turn. */
const besidesTurn = <Part>(parts: readonly Part[], turns: number, turn: number) =>
  parts.filter((_, at) => at % turns !== turn);

/** For each file what `make` makes of all files that are not held out with it, in the order of the files. */
function heldOut<Part, Made>(
  parts: readonly Part[],
  turns: number,
  make: (others: readonly Part[]) => Made,
): Made[] {
  const made = Array.from({ length: Math.min(turns, parts.length) }, (_, turn) =>
    make(besidesTurn(parts, turns, turn)),
  );
  return parts.map((_, at) => made[at % turns]!);
}

/** What the forest learns from: the names of all features, and for each file its labelled candidates. */
interface PairLessons {
  readonly names: readonly string[];
  readonly files: readonly (readonly Labelled[])[];
}

/** Each file's candidates come from word models that saw none of its pages. */
function pairLessons(tables: LexiconTables, files: Files, models: readonly FlatWords[]): PairLessons {
  const places = createFeaturePlaces();
  const examples = files.map((documents, at) => {
    const candidates = createCandidates(tables, models[at % models.length]!);
    return documents.flatMap((document) => labelled(document, candidates, places));
  });
  return { names: places.names, files: examples };
}

function labelled(
  document: CorpusDocument,
  candidates: ReturnType<typeof createCandidates>,
  places: FeaturePlaces,
): Labelled[] {
  const labels = documentClaims(document);
  const isStrewn = hasStrewn(document);
  return [...candidates(pageInLines(document))].flat().flatMap((candidate) => {
    const { pairs, strewn } = labels(candidate);
    if (strewn !== isStrewn) return [];
    const { features, block, start, end, substance, topic, shift } = candidate;
    const pair = `${substance}/${topic}`;
    return {
      features: places.of(new Set(features.flat())),
      document: document.id,
      block,
      start,
      end,
      pair,
      shift,
      claimed: pairs.includes(pair),
    };
  });
}

/** What is learnt from. */
export interface Lessons {
  /** The word models that ship, learnt already: their own lessons are gone. Null where they were not asked for. */
  readonly words: WordModels | null;
  readonly pairs: PairLessons;
}

/** The corpora as the linear models learn from them. */
export interface Reading {
  readonly tables: LexiconTables;
  readonly files: Files;
  readonly words: WordLessons;
}

export function readLessons(tables: LexiconTables, corpora: Files): Reading {
  const pages = withStatements(tables, corpora);
  const excerpts = excerptsOf(
    tables,
    pages.map((file) => file.map(({ page }) => page)),
  );
  const files = pages.map((file, at) => [
    ...file.map(({ page }) => page),
    ...excerpts[at]!,
    ...file.flatMap(({ strewn }) => strewn ?? []).map((page) => ({ ...page, id: partOf(page, 'strewn') })),
  ]);
  return { tables, files, words: wordLessons(tables, files) };
}

/** In how many turns the files of a reading are held out from word models. */
export const turnsOf = ({ files }: Reading): number => Math.min(TURNS.words, files.length);

/** The word models of a turn: they saw no page of its files. */
export const wordsOfTurn = ({ words: { names, files } }: Reading, turn: number): FlatWords =>
  flattenWords(trainWords({ names, files: besidesTurn(files, TURNS.words, turn) }));

/**
 * The lessons of a reading, with the word models of all its turns, and with those that ship where they are wanted. The
 * reading's word lessons are used up: they are some two gigabytes, which the pairs take.
 */
export function lessonsOf(
  { tables, files, words }: Reading,
  models: readonly FlatWords[],
  { withWords }: { withWords: boolean },
): Lessons {
  const learnt = withWords ? trainWords(words) : null;
  for (const list of [words.files, ...Object.values(words.names)]) (list as unknown[]).length = 0;
  return { words: learnt, pairs: pairLessons(tables, files, models) };
}

/** The lessons for a cross-validation, in one process. */
export function prepareLessons(tables: LexiconTables, corpora: Files): Lessons {
  const reading = readLessons(tables, corpora);
  const models = Array.from({ length: turnsOf(reading) }, (_, turn) => wordsOfTurn(reading, turn));
  return lessonsOf(reading, models, { withWords: false });
}

/** The models that ship, from lessons with words; the forest waits for its threshold, which may be worked out meanwhile. */
export function trainModels({ words, pairs }: Lessons): {
  words: WordModels;
  /** `threshold` is in hundredths of log-odds. */
  forestAt: (threshold: number) => Forest;
} {
  if (!words) throw new Error('These lessons have no word models: prepare them with words.');
  const examples = { names: pairs.names, examples: pairs.files.flat() };
  const forest = withCuts(trainForest(examples), examples);
  return { words, forestAt: (threshold) => ({ ...forest, threshold }) };
}

/**
 * The scores of each file's candidates by a forest that saw none of its pages, of one bag to save time; excerpts are
 * left out. The word scores of the other files' sentences, which that forest learnt from, come from models that saw
 * this file: a small leak, in no pair's own score.
 */
export function crossValidate({ pairs: { names, files } }: Lessons): Detection[][] {
  const scorers = heldOut(files, TURNS.forest, (others) =>
    createScorer(flattenForest(trainForest({ names, examples: others.flat() }, { ...SETTINGS, bags: 1 }))),
  );
  return files.map((examples, at) =>
    examples
      .filter(({ document }) => !isPart({ id: document }))
      .map(({ features, claimed, ...detection }) => ({
        ...detection,
        score: scorers[at]!([Array.from(features, (place) => names[place]!)]),
      })),
  );
}
