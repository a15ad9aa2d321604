import { describe, expect, test } from 'vitest';
import { filesBelow, read } from './source-tree.ts';

/** Absolute paths of a working machine; joined from parts, so that this file does not hold what it forbids. */
const MACHINE_PATH = new RegExp(
  `(^|[\\s'"\`(=:,])/(${['wo', 'rk'].join('')}|tmp/lc|ro${'ot'}|home/[a-z]+|Users/[A-Za-z]+)(/|\\b)`,
);

/** The folder of material that the project was made from; only inside entrypoints/ is a `shared` of ours. */
const OUTSIDE = new RegExp(['\\.\\./', 'shared/'].join(''));

const isText = (path: string) => !/\.(png|jpg|jpeg|webp|gif|ico|pdf|woff2?)$/.test(path);

/** `path:line` for each line that the pattern is found in. */
function linesWith(pattern: RegExp, paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}`] : [])),
  );
}

describe('package.json and its lockfile', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;

  test('name exact versions', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `package.json asks for ${name} ${version}; give one exact version.`);
    expect(loose).toEqual([]);
  });

  test('hold no registry host', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
    };
    const entries = Object.entries(packages).filter(([path]) => path !== '');
    expect(entries.length).toBeGreaterThan(100);
    const faults = entries.flatMap(([path, { resolved, integrity }]) => [
      ...(resolved ? [`package-lock.json names where ${path} came from: ${resolved}.`] : []),
      ...(integrity ? [] : [`package-lock.json has no checksum for ${path}.`]),
    ]);
    expect(faults).toEqual([]);
  });
});

describe('the tree', () => {
  const paths = filesBelow().filter(isText);

  test('names no place on the machine that it was made on', () => {
    expect('cd /').not.toMatch(MACHINE_PATH);
    expect(`cd /${'home'}/ada/x`).toMatch(MACHINE_PATH);
    expect(linesWith(MACHINE_PATH, paths)).toEqual([]);
  });

  test('stands alone', () => {
    expect(
      linesWith(
        OUTSIDE,
        paths.filter((path) => !path.startsWith('entrypoints/')),
      ),
    ).toEqual([]);
  });

  test('keeps code out of data/', () => {
    const faults = filesBelow('data')
      .filter((path) => !/\.(json|md)$/.test(path))
      .map((path) => `${path} is in data/, which holds facts as JSON, and their history, alone.`);
    expect(faults).toEqual([]);
  });

  test('names its files in kebab-case, components in PascalCase', () => {
    const faults = ['lib', 'entrypoints', 'components', 'scripts', 'data']
      .flatMap(filesBelow)
      // A name that convention writes in capitals, wherever it stands.
      .filter((path) => !/\/(CHANGELOG|LICENSE)\.md$/.test(path))
      .filter((path) => {
        const name = path.slice(path.lastIndexOf('/') + 1);
        const pascal = path.startsWith('components/') && name.endsWith('.tsx');
        return !(pascal ? /^[A-Z][A-Za-z0-9]*\.tsx$/ : /^[a-z0-9]+([-.][a-z0-9]+)*$/).test(name);
      })
      .map((path) => `${path} is not named like its neighbours.`);
    expect(faults).toEqual([]);
  });

  test('leaves no work for later in a comment', () => {
    const markers = new RegExp(
      `\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['X', 'XX'].join('')})\\b`,
    );
    expect(
      linesWith(
        markers,
        paths.filter((path) => /\.(ts|tsx|mjs|css|html)$/.test(path)),
      ),
    ).toEqual([]);
  });
});
