import type { PackedMatrix } from './tables.ts';

// The arithmetic of the network, on rows of plain numbers.

/** The letters of weights from -31 to 31 in their order: all that JSON writes as they are. */
export const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-';
const ZERO = 31;

/** Rows of weights, one after another. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly weights: Float32Array;
}

const VALUE_OF = new Int8Array(128);
for (let i = 0; i < DIGITS.length; i++) VALUE_OF[DIGITS.charCodeAt(i)] = i - ZERO;

/** A row of a matrix from its letters: what each stands for times the row's scale, or the one scale of all rows. */
export function unpackRow({ columns, scales, letters }: PackedMatrix, row: number, to: Float32Array): void {
  const scale = scales[row] ?? scales[0]!;
  for (let i = 0; i < columns; i++) to[i] = VALUE_OF[letters.charCodeAt(row * columns + i)]! * scale;
}

/** A whole matrix. */
export function unpackMatrix(packed: PackedMatrix): Matrix {
  const { columns, letters } = packed;
  const rows = letters.length / columns;
  const weights = new Float32Array(letters.length);
  for (let row = 0; row < rows; row++)
    unpackRow(packed, row, weights.subarray(row * columns, (row + 1) * columns));
  return { rows, columns, weights };
}

/**
 * Adds to `sum` the product of a vector and as many of a matrix's columns, from `column` on. Four rows at a time take half as long
 * as one by one.
 */
export function addProduct(
  sum: Float32Array,
  { rows, columns, weights }: Matrix,
  vector: Float32Array,
  column = 0,
): void {
  const { length } = vector;
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    const first = row * columns + column;
    const second = first + columns;
    const third = second + columns;
    const fourth = third + columns;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < length; i++) {
      const value = vector[i]!;
      a += weights[first + i]! * value;
      b += weights[second + i]! * value;
      c += weights[third + i]! * value;
      d += weights[fourth + i]! * value;
    }
    sum[row]! += a;
    sum[row + 1]! += b;
    sum[row + 2]! += c;
    sum[row + 3]! += d;
  }
  for (; row < rows; row++) {
    const first = row * columns + column;
    let a = 0;
    for (let i = 0; i < length; i++) a += weights[first + i]! * vector[i]!;
    sum[row]! += a;
  }
}

/** Adds a vector to another. */
export function add(sum: Float32Array, vector: Float32Array): void {
  for (let i = 0; i < vector.length; i++) sum[i]! += vector[i]!;
}

/** Sets what is below nothing to nothing. */
export function rectify(vector: Float32Array): void {
  for (let i = 0; i < vector.length; i++) if (vector[i]! < 0) vector[i] = 0;
}

/** Steadies the mean and the variance of a vector (Ba, Kiros and Hinton 2016, "Layer normalization"). */
export function normalize(vector: Float32Array, scale: Float32Array, shift: Float32Array): void {
  const { length } = vector;
  let mean = 0;
  for (let i = 0; i < length; i++) mean += vector[i]! / length;
  let variance = 0;
  for (let i = 0; i < length; i++) variance += (vector[i]! - mean) ** 2 / length;
  const by = 1 / Math.sqrt(variance + 1e-5);
  for (let i = 0; i < length; i++) vector[i] = (vector[i]! - mean) * by * scale[i]! + shift[i]!;
}

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
