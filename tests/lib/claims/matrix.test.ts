import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addProduct, addRow, DIGITS, normalize, rectify, unpackMatrix } from '../../../lib/claims/matrix.ts';

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

test('a product is added of any part of a vector and of the columns from any on', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 6 }),
      fc.nat(3),
      fc.nat(3),
      fc.infiniteStream(number),
      (rows, length, column, from, numbers) => {
        const take = (count: number) => Float32Array.from({ length: count }, () => numbers.next().value);
        const columns = column + length + 1;
        const matrix = { rows, columns, weights: take(rows * columns) };
        const given = take(from + length + 1);
        const sum = take(rows);
        const expected = [...sum].map((value, row) => {
          let total = value;
          for (let i = 0; i < length; i++)
            total += matrix.weights[row * columns + column + i]! * given[from + i]!;
          return total;
        });
        addProduct(sum, matrix, given, { from, column, length });
        sum.forEach((value, row) => {
          expect(value).toBeCloseTo(expected[row]!, 2);
        });
      },
    ),
  );
});

test('a row is added from a place on, and nothing else is touched', () => {
  const sum = Float32Array.from([1, 1, 1, 1]);
  addRow(sum, { rows: 2, columns: 2, weights: Float32Array.from([5, 6, 7, 8]) }, 1, 1);
  expect([...sum]).toEqual([1, 8, 9, 1]);
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
