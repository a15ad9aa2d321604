// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { createPageGate } from '../../entrypoints/content/page-gate.ts';
import gate from '../../generated/gate.json';
import { createGate } from '../../lib/claims/gate.ts';

const roots = {
  likely: (tree: Element) => [tree, ...tree.querySelectorAll('div')],
  custom: (tree: Element) => tree.querySelectorAll('own-element'),
  add: () => true,
  expect: () => undefined,
  look: () => undefined,
  list: () => [],
  restore: () => undefined,
  clear: () => undefined,
};
const pageGate = () => createPageGate({ roots, namesSubstance: createGate(gate), onRoot: () => undefined });

/** Looks in as many turns as the gate takes where none has time for more than to read, or to look at one piece. */
function look(page: ReturnType<typeof pageGate>) {
  for (let turns = 1; ; turns++) {
    const answer = page.look(() => false);
    if (answer !== 'unfinished') return { answer, turns };
  }
}

beforeEach(() => {
  document.body.replaceChildren();
});

test('finds a name wherever a long text is cut into pieces', () => {
  for (const before of [0, 63_990, 63_996, 64_000, 127_900, 200_000]) {
    const page = pageGate();
    document.body.textContent = `${'plain '.repeat(40_000).slice(0, before)} kratom ${'plain '.repeat(100)}`;
    page.add([document.body]);
    expect(look(page).answer, `after ${before} characters`).toBe('open');
  }
});

test('stops after reading and between the pieces of a long text, and takes each once', () => {
  const page = pageGate();
  document.body.textContent = 'plain '.repeat(50_000);
  page.add([document.body]);
  expect(look(page)).toEqual({ answer: 'shut', turns: 6 });
  expect(page.look(() => true)).toBe('shut');
});

test('looks into shadow roots once the text outside them is done', () => {
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' }).textContent = 'Kava tea';
  document.body.append('plain', host);
  const page = pageGate();
  page.add([document.body]);
  expect(look(page).answer).toBe('open');
});

test('looks into the shadow roots of elements with names of their own', () => {
  const host = document.createElement('own-element');
  host.attachShadow({ mode: 'open' }).textContent = 'Kava tea';
  document.body.append('plain', host);
  const page = pageGate();
  page.add([document.body]);
  expect(look(page).answer).toBe('open');
});

test('finds a name after siblings that went while it looked', () => {
  const items = Array.from({ length: 1100 }, (_, at) => {
    const item = document.createElement('p');
    item.textContent = at === 1099 ? 'Kava tea' : 'plain '.repeat(40);
    return item;
  });
  document.body.append(...items);
  const page = pageGate();
  page.add([document.body]);
  expect(page.look(() => false)).toBe('unfinished');
  for (const item of items.slice(100, 900)) item.remove();
  expect(look(page).answer).toBe('open');
});
