import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, read, root } from './source-tree.ts';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'data/CHANGELOG.md',
  ...filesBelow('docs'),
].filter((path) => path.endsWith('.md'));
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe.each(documents)('%s', (path) => {
  const text = read(path);

  test('links to files that are there', () => {
    const targets = [...text.matchAll(/\]\(([^)#\s]+)|(?:src|srcset)="([^"]+)"/g)]
      .map(([, link, image]) => link ?? image ?? '')
      .filter((link) => !/^[a-z]+:/.test(link));
    const missing = targets.filter((link) => !existsSync(posix.join(root, posix.dirname(path), link)));
    expect(missing).toEqual([]);
  });

  test('names commands that package.json has', () => {
    const named = [...text.matchAll(/npm run (?:--silent |-s )?([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('README.md counts what data/ holds', () => {
  const substances = filesBelow('data/evidence/substances').map((path) => JSON.parse(read(path)));
  const entries = substances.reduce((sum, { entries }) => sum + entries.length, 0);
  const sources = JSON.parse(read('data/evidence/sources.json')).length;
  const topics = JSON.parse(read('data/taxonomy.json')).topics.length;
  const readme = read('README.md').replace(/\s+/g, ' ');
  expect(readme).toContain(`none of ${substances.length} substances`);
  expect(readme).toContain(`which of ${topics} topics`);
  expect(readme).toContain(`among ${entries}, made from ${sources} sources`);
});

test('scripts of package.json name files that are there', () => {
  const named = Object.values(scripts).flatMap((script) => script.match(/scripts\/[\w./-]+/g) ?? []);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((path) => !existsSync(posix.join(root, path)))).toEqual([]);
});
