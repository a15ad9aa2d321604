import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isStale, nodeProblem } from '../../scripts/setup.mjs';

describe('nodeProblem', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('accepts %s', (version) => {
    expect(nodeProblem(version)).toBeNull();
  });

  test.each(['18.20.4', '20.18.3', '9.0.0'])('names what is wrong with %s in one line', (version) => {
    const problem = nodeProblem(version) ?? '';
    expect(problem).toContain(version);
    expect(problem).toContain('20.19');
    expect(problem).not.toContain('\n');
  });

  test('agrees with package.json', () => {
    expect(JSON.parse(readFileSync('package.json', 'utf8')).engines.node).toBe('>=20.19');
  });
});

describe('isStale', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/other-system': { version: '2.0.0', optional: true },
    },
  };
  const installed = (packages: Record<string, { version: string }>) => ({ packages });

  test('is false where all is there, packages for other systems left out', () => {
    expect(isStale(wanted, installed({ 'node_modules/a': { version: '1.0.0' } }))).toBe(false);
  });

  test('is true where nothing is installed', () => {
    expect(isStale(wanted, null)).toBe(true);
    expect(isStale(wanted, {})).toBe(true);
  });

  test('is true where a package is missing, old or left over', () => {
    expect(isStale(wanted, installed({}))).toBe(true);
    expect(isStale(wanted, installed({ 'node_modules/a': { version: '0.9.0' } }))).toBe(true);
    expect(
      isStale(
        wanted,
        installed({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/gone': { version: '1.0.0' } }),
      ),
    ).toBe(true);
  });

  test('is true where an optional package has another version', () => {
    const packages = {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/other-system': { version: '1.9.0' },
    };
    expect(isStale(wanted, installed(packages))).toBe(true);
  });
});
