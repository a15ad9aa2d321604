import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  addProduct,
  DIGITS,
  normalize,
  rectify,
  unpackMatrix,
  unpackRow,
} from '../../../lib/claims/matrix.ts';

const number = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 100);
const vector = (length: number) =>
  fc.array(number, { minLength: length, maxLength: length }).map((list) => Float32Array.from(list));

test('letters stand for whole numbers from -31 to 31, each times the scale of its row', () => {
  expect(DIGITS).toHaveLength(63);
  expect(new Set(DIGITS).size).toBe(63);
  const letters = [-31, 0, 31, 1].map((whole) => DIGITS[whole + 31]).join('');
  expect([...unpackMatrix({ columns: 2, scales: [0.5, 2], letters }).weights]).toEqual([-15.5, 0, 62, 2]);
  expect([...unpackMatrix({ columns: 2, scales: [0.5], letters }).weights]).toEqual([-15.5, 0, 15.5, 0.5]);
});

test('a row alone is unpacked as in its matrix, and added', () => {
  const packed = { columns: 2, scales: [0.5, 2], letters: 'VUUV' };
  const row = new Float32Array(2);
  unpackRow(packed, 1, row);
  expect([...row]).toEqual([...unpackMatrix(packed).weights.slice(2)]);
  const sum = Float32Array.from([10, 20]);
  add(sum, row);
  expect([...sum]).toEqual([10 + row[0]!, 20 + row[1]!]);
});

test('a product is added of a vector and the columns from any on', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 6 }),
      fc.nat(3),
      fc.infiniteStream(number),
      (rows, length, column, numbers) => {
        const take = (count: number) => Float32Array.from({ length: count }, () => numbers.next().value);
        const columns = column + length + 1;
        const matrix = { rows, columns, weights: take(rows * columns) };
        const given = take(length);
        const sum = take(rows);
        const expected = [...sum].map((value, row) => {
          let total = value;
          for (let i = 0; i < length; i++) total += matrix.weights[row * columns + column + i]! * given[i]!;
          return total;
        });
        addProduct(sum, matrix, given, column);
        sum.forEach((value, row) => {
          expect(value).toBeCloseTo(expected[row]!, 2);
        });
      },
    ),
  );
});

test('what is normalized has the mean and the deviation that it is given; a flat vector stays finite', () => {
  fc.assert(
    fc.property(vector(8), (given) => {
      normalize(given, new Float32Array(8).fill(2), new Float32Array(8).fill(3));
      const mean = given.reduce((sum, value) => sum + value / 8, 0);
      const deviation = Math.sqrt(given.reduce((sum, value) => sum + (value - mean) ** 2 / 8, 0));
      expect(mean).toBeCloseTo(3, 3);
      expect(deviation).toBeLessThan(2.01);
    }),
  );
  const list = Float32Array.from([-2, 0, 3]);
  rectify(list);
  expect([...list]).toEqual([0, 0, 3]);
});
