import type { Steps } from './lexicon.ts';
import {
  add,
  addProduct,
  type Matrix,
  normalize,
  rectify,
  sigmoid,
  unpackMatrix,
  unpackRow,
} from './matrix.ts';
import { type NetworkInput, PLACE_SIZES } from './network-input.ts';
import type { Network, PackedMatrix, Product, VectorName } from './tables.ts';

/** So many sentences are read at a time; what is in others says nothing of them. */
export const STRETCH = 64;
/** No word of a sentence is heeded more than this, as a logarithm. */
const MOST_HEEDED = 10;
/** Nothing is less than this where the greatest of all words is taken. */
const LEAST = -10;
/** A sentence of which no word counts is as little as this. */
const LITTLE = 0.5;

/** A sentence, and the gist of it: its words, each as much as it matters. */
interface Told {
  readonly input: NetworkInput;
  readonly gist: Float32Array;
}

/** Sentences that stand together, and what a reader knows at each who comes from above and who comes from below. */
interface Stretch {
  readonly told: readonly Told[];
  readonly forward: readonly Float32Array[];
  readonly backward: readonly Float32Array[];
}

/** What the network says of a sentence, in log-odds. */
export interface Reading {
  /** That it claims. */
  readonly claims: number;
  /** That it claims this topic, if it claims at all; 0 of a topic that the network does not know. */
  readonly ofTopic: (topic: string) => number;
}

/** What is made for each row of a table, once: of most tables few rows are ever met. */
function byRow<Made>(make: (row: number) => Made): (row: number) => Made {
  const made: Made[] = [];
  return (row) => {
    made[row] ??= make(row);
    return made[row];
  };
}

/** The matrices that vectors are multiplied with, whole from the start; the others are tables of rows to add. */
const PRODUCTS: readonly Product[] = [
  'input',
  'gate',
  'first',
  'second',
  'attention',
  'sentence',
  'forwardInput',
  'forwardState',
  'backwardInput',
  'backwardState',
  'join',
  'claim',
  'topics',
];

/** The question that each answer on a place belongs to, and the row of each question's first answer. */
const QUESTION_OF = PLACE_SIZES.flatMap((size, question) => Array<number>(size).fill(question));
const FIRST_ANSWER = PLACE_SIZES.map((_, question) => QUESTION_OF.indexOf(question));

/**
 * A reader of sentences in order: a small neural network, made by scripts/train-network.py, which tells how it is built. Of a
 * page's sentences, each worked out when it is asked for, it gives a function from a place among them to what it says of
 * this one. Words are weighed with those beside them and with the kinds of phrases that they are part of; a gated
 * recurrent unit (Cho et al. 2014) goes over the gist of all sentences in both directions.
 */
export function createNetwork(
  network: Network,
  onSteps?: Steps,
): (sentences: readonly (() => NetworkInput)[]) => (at: number) => Reading {
  const wordRow = new Map(network.words.split(' ').map((word, row) => [word, row]));
  const kindRow = new Map(network.kinds.split(' ').map((kind, row) => [kind, row]));
  const topicRow = new Map(network.topics.split(' ').map((topic, row) => [topic, row]));
  const matrices = Object.fromEntries(
    PRODUCTS.map((name) => [name, unpackMatrix(network.matrices[name])]),
  ) as Record<Product, Matrix>;
  const vectors = Object.fromEntries(
    Object.entries(network.vectors).map(([name, list]) => [name, Float32Array.from(list)]),
  ) as Record<VectorName, Float32Array>;
  const width = matrices.input.rows;
  const stateWidth = matrices.forwardState.columns;
  const heads = matrices.attention.rows;
  const from = (bias: VectorName) => vectors[bias].slice();

  /** A table's rows multiplied with the columns of a matrix from one on; `start` is what the product is added to. */
  const product = (
    table: PackedMatrix,
    matrix: Matrix,
    columnOf: (row: number) => number,
    start = () => new Float32Array(matrix.rows),
  ) =>
    byRow((row) => {
      const told = new Float32Array(table.columns);
      unpackRow(table, row, told);
      const sum = start();
      addProduct(sum, matrix, told, columnOf(row));
      return sum;
    });
  const { words, kinds, places } = network.matrices;
  const ofWord = product(
    words,
    matrices.input,
    () => 0,
    () => from('input'),
  );
  const ofKind = product(kinds, matrices.input, () => words.columns);
  const ofPlace = (matrix: Matrix, column: number) =>
    product(places, matrix, (row) => column + QUESTION_OF[row]! * places.columns);
  const placed = {
    forward: ofPlace(matrices.forwardInput, width),
    backward: ofPlace(matrices.backwardInput, width),
    sentence: ofPlace(matrices.sentence, (heads + 1) * width),
    join: ofPlace(matrices.join, matrices.sentence.rows + 2 * stateWidth + width),
  };
  const addPlace = (sum: Float32Array, of: (row: number) => Float32Array, { place }: NetworkInput) =>
    place.forEach((answer, question) => {
      add(sum, of(FIRST_ANSWER[question]! + answer));
    });

  /** Each word of a sentence with its kinds, as a vector. */
  const vectorsOf = ({ words, kinds }: NetworkInput): Float32Array[] =>
    (words.length > 0 ? words : ['']).map((word, i) => {
      const vector = ofWord(wordRow.get(word) ?? 0).slice();
      for (const kind of kinds[i] ?? []) {
        const row = kindRow.get(kind);
        if (row !== undefined) add(vector, ofKind(row));
      }
      rectify(vector);
      normalize(vector, vectors.inputScale, vectors.inputShift);
      return vector;
    });

  const gistOf = (input: NetworkInput): Float32Array => {
    const gist = new Float32Array(width);
    const gate = new Float32Array(1);
    let sum = LITTLE;
    for (const vector of vectorsOf(input)) {
      gate[0] = vectors.gate[0]!;
      addProduct(gate, matrices.gate, vector);
      const weight = sigmoid(gate[0]!);
      sum += weight;
      for (let i = 0; i < width; i++) gist[i]! += weight * vector[i]!;
    }
    for (let i = 0; i < width; i++) gist[i]! /= sum;
    return gist;
  };

  /** The states of a gated recurrent unit after each sentence. */
  const statesOf = (sentences: readonly Told[], way: 'forward' | 'backward'): Float32Array[] => {
    let state = new Float32Array(stateWidth);
    return sentences.map(({ input, gist }) => {
      const now = from(`${way}Input`);
      const before = from(`${way}State`);
      addPlace(now, placed[way], input);
      addProduct(now, matrices[`${way}Input`], gist);
      addProduct(before, matrices[`${way}State`], state);
      const next = new Float32Array(stateWidth);
      for (let i = 0; i < stateWidth; i++) {
        const reset = sigmoid(now[i]! + before[i]!);
        const update = sigmoid(now[stateWidth + i]! + before[stateWidth + i]!);
        const news = Math.tanh(now[2 * stateWidth + i]! + reset * before[2 * stateWidth + i]!);
        next[i] = (1 - update) * news + update * state[i]!;
      }
      state = next;
      return next;
    });
  };

  /** Each word's vector with the words beside it weighed in. */
  const weighedWith = (words: readonly Float32Array[], layer: 'first' | 'second'): Float32Array[] =>
    words.map((word, i) => {
      const vector = from(layer);
      for (let beside = -1; beside <= 1; beside++) {
        const other = words[i + beside];
        if (other) addProduct(vector, matrices[layer], other, (beside + 1) * width);
      }
      rectify(vector);
      for (let j = 0; j < width; j++) vector[j]! += word[j]!;
      normalize(vector, vectors[`${layer}Scale`], vectors[`${layer}Shift`]);
      return vector;
    });

  /** A sentence as one vector: what each head heeds of its words, the greatest of all, its place. */
  const sentenceOf = (input: NetworkInput): Float32Array => {
    const words = weighedWith(weighedWith(vectorsOf(input), 'first'), 'second');
    const told = new Float32Array((heads + 1) * width);
    const greatest = told.subarray(heads * width).fill(LEAST);
    const sums = new Float32Array(heads).fill(1e-6);
    for (const word of words) {
      const heeded = from('attention');
      addProduct(heeded, matrices.attention, word);
      for (let head = 0; head < heads; head++) {
        const weight = Math.exp(Math.min(MOST_HEEDED, Math.max(-MOST_HEEDED, heeded[head]!)));
        sums[head]! += weight;
        for (let i = 0; i < width; i++) told[head * width + i]! += weight * word[i]!;
      }
      for (let i = 0; i < width; i++) greatest[i] = Math.max(greatest[i]!, word[i]!);
    }
    for (let i = 0; i < heads * width; i++) told[i]! /= sums[Math.floor(i / width)]!;
    const vector = from('sentence');
    addProduct(vector, matrices.sentence, told);
    addPlace(vector, placed.sentence, input);
    rectify(vector);
    return vector;
  };

  const readingOf = ({ input, gist }: Told, states: readonly Float32Array[]): Reading => {
    const joined = from('join');
    let column = 0;
    for (const part of [sentenceOf(input), ...states, gist]) {
      addProduct(joined, matrices.join, part, column);
      column += part.length;
    }
    addPlace(joined, placed.join, input);
    rectify(joined);
    const said = (what: 'claim' | 'topics') => {
      const logOdds = from(what);
      addProduct(logOdds, matrices[what], joined);
      return logOdds;
    };
    let topics: Float32Array | undefined;
    return {
      claims: said('claim')[0]!,
      ofTopic(topic) {
        topics ??= said('topics');
        return topics[topicRow.get(topic) ?? -1] ?? 0;
      },
    };
  };

  return (sentences) => {
    const stretches: Stretch[] = [];
    const stretchOf = (index: number): Stretch => {
      const inputs = sentences.slice(index * STRETCH, (index + 1) * STRETCH).map((input) => input());
      onSteps?.(inputs.length);
      const told = inputs.map((input) => ({ input, gist: gistOf(input) }));
      return {
        told,
        forward: statesOf(told, 'forward'),
        backward: statesOf([...told].reverse(), 'backward').reverse(),
      };
    };
    return (at) => {
      const index = Math.floor(at / STRETCH);
      stretches[index] ??= stretchOf(index);
      const { told, forward, backward } = stretches[index]!;
      const i = at % STRETCH;
      return readingOf(told[i]!, [forward[i]!, backward[i]!]);
    };
  };
}
