import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { filesBelow, read } from './source-tree.ts';

const LOCALES = filesBelow('locales').filter((path) => path.endsWith('.yml'));
const textsOf = async (path: string) =>
  new Map((await parseMessagesFile(path)).map((message) => [message.key.join('.'), message]));
const english = await textsOf('locales/en.yml');

/** Texts that are the same in both languages: names, bare marks and addresses. */
const SAME = new Set([
  'extName',
  'card.pair',
  'card.certaintyAndWho',
  'library.choice',
  'library.group',
  'options.addHint',
  'options.sizeNormal',
  'options.resetNo',
]);

/** Each form of a text: one, or one for each number. */
const formsOf = (message: object): string[] => {
  if ('message' in message) return [String(message.message)];
  return Object.values((message as { plurals: Record<string, string> }).plurals);
};
const marksIn = (text: string) => [...new Set(text.match(/\$\d/g) ?? [])].sort().join();

describe.each(LOCALES.filter((path) => path !== 'locales/en.yml'))('%s', (path) => {
  test('has every text, and none besides', async () => {
    const own = await textsOf(path);
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('keeps the places for names and numbers, and the forms for them', async () => {
    const own = await textsOf(path);
    const faults = [...english].flatMap(([key, message]) => {
      const there = own.get(key);
      if (!there) return [];
      const [mine, theirs] = [formsOf(message), formsOf(there)];
      if (mine.length !== theirs.length) return [`${key} has ${theirs.length} forms, not ${mine.length}.`];
      return mine.flatMap((form, at) =>
        marksIn(form) === marksIn(theirs[at] ?? '') ? [] : [`${key} has other places than the English.`],
      );
    });
    expect(faults).toEqual([]);
  });

  test('leaves no text in English', async () => {
    const own = await textsOf(path);
    const left = [...english].filter(
      ([key, message]) =>
        !SAME.has(key) &&
        !key.startsWith('@@') &&
        formsOf(message).join() === formsOf(own.get(key) ?? { message: '' }).join(),
    );
    expect(left.map(([key]) => key)).toEqual([]);
  });
});

const SPOKEN = new Set(['aria-label', 'alt', 'label', 'placeholder', 'title']);

/** Words that a view says by itself instead of by a key. */
function wordsIn(path: string): string[] {
  const found: string[] = [];
  const walk = (value: unknown) => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    if (typeof value !== 'object' || value === null) return;
    const node = value as { type?: string; value?: unknown; name?: { name?: string } };
    if (node.type === 'JSXText' && /\p{L}{2}/u.test(String(node.value))) found.push(String(node.value));
    if (node.type === 'JSXAttribute' && SPOKEN.has(node.name?.name ?? '')) {
      const said = (node.value as { value?: unknown } | null)?.value;
      if (typeof said === 'string') found.push(said);
    }
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(parseSync(path, read(path)).program);
  return found.map((words) => `${path}: ${words.trim()}`);
}

test('no view holds words of its own', () => {
  const views = filesBelow('components').filter((path) => path.endsWith('.tsx'));
  expect(views.length).toBeGreaterThan(20);
  expect(views.flatMap(wordsIn)).toEqual([]);
});
