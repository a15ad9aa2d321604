import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDeltaReader, createDeltas, inPieces } from '../../../lib/claims/page-delta.ts';
import type { TextBlock } from '../../../lib/text/block.ts';

const blocksOf = (texts: readonly string[]): TextBlock[] => texts.map((text) => ({ tag: 'p', text }));
const lengthOf = (blocks: readonly TextBlock[]) => blocks.reduce((sum, { text }) => sum + text.length, 0);
/** What a message does to a value. */
const wired = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** A change of a page: some blocks go from a place, and new ones come there. */
const edit = fc.record({ at: fc.nat(30), gone: fc.nat(6), come: fc.array(fc.string(), { maxLength: 4 }) });

test('a page that changes is put together again after each change', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string(), { maxLength: 20 }),
      fc.array(edit, { maxLength: 12 }),
      (texts, edits) => {
        const deltas = createDeltas('a');
        const read = createDeltaReader();
        let blocks = blocksOf(texts);
        for (const { at, gone, come } of [{ at: 0, gone: 0, come: [] }, ...edits]) {
          blocks = blocks.toSpliced(at % (blocks.length + 1), gone, ...blocksOf(come));
          expect(read(wired(deltas({ title: 't', blocks })))).toEqual({ title: 't', blocks });
        }
      },
    ),
  );
});

test('tells no block twice, and the reader hands out the same object for it', () => {
  const deltas = createDeltas('a');
  const read = createDeltaReader();
  const blocks = blocksOf(['one', 'two', 'three']);
  const before = read(wired(deltas({ title: '', blocks })))!;
  const delta = deltas({ title: '', blocks: [...blocks.slice(1), ...blocksOf(['four'])] });
  expect(delta.fresh.map(({ text }) => text)).toEqual(['four']);
  const after = read(wired(delta))!;
  expect(after.blocks[0]).toBe(before.blocks[1]);
});

test('a reader that never heard the beginning asks for all, and is told all', () => {
  const deltas = createDeltas('a');
  const blocks = blocksOf(['one', 'two']);
  deltas({ title: '', blocks });
  const read = createDeltaReader();
  expect(read(wired(deltas({ title: '', blocks })))).toBeNull();
  expect(read(wired(deltas({ title: '', blocks }, true)))).toEqual({ title: '', blocks });
});

test('forgets the page asked for longest ago', () => {
  const pages = ['a', 'b', 'c'].map((name) => ({ deltas: createDeltas(name), blocks: blocksOf([name]) }));
  const read = createDeltaReader(2);
  const ask = (at: number) => read(wired(pages[at]!.deltas({ title: '', blocks: pages[at]!.blocks })));
  expect([ask(0), ask(1), ask(0), ask(2)].map((page) => page?.blocks[0]?.text)).toEqual(['a', 'b', 'a', 'c']);
  expect(ask(1)).toBeNull();
  expect(ask(0)?.blocks[0]?.text).toBe('a');
});

test('told in pieces of any size, a page is the same, and no piece is longer than it must be', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string(), { maxLength: 20 }),
      fc.array(fc.string(), { maxLength: 5 }),
      fc.integer({ min: 1, max: 40 }),
      (texts, more, most) => {
        const deltas = createDeltas('a');
        const read = createDeltaReader();
        let blocks = blocksOf(texts);
        for (const come of [[], more]) {
          blocks = [...blocksOf(come), ...blocks];
          const pieces = [...inPieces(deltas({ title: 't', blocks }), most)];
          const pages = pieces.map((piece) => read(wired(piece)));
          expect(pages.at(-1)).toEqual({ title: 't', blocks });
          for (const { fresh, runs } of pieces.slice(0, -1)) {
            expect(runs).toEqual([]);
            expect(lengthOf(fresh.slice(0, -1))).toBeLessThan(most);
            expect(lengthOf(fresh)).toBeGreaterThanOrEqual(most);
          }
        }
      },
    ),
  );
});

test('a page forgotten between two pieces is asked for again', () => {
  const blocks = blocksOf(['one', 'two', 'three']);
  const [first, ...others] = [...inPieces(createDeltas('a')({ title: '', blocks }), 3)];
  const read = createDeltaReader(1);
  read(wired(first!));
  read(wired(createDeltas('b')({ title: '', blocks })));
  expect(others.map((piece) => read(wired(piece))).at(-1)).toBeNull();
});
