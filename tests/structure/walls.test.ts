import { describe, expect, test } from 'vitest';
import * as rules from './rules.ts';
import { filesBelow, parseModule, read } from './source-tree.ts';

const isModule = (path: string) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts');

const tree = filesBelow()
  .filter((path) => isModule(path) && !path.startsWith('.'))
  .map((path) => parseModule(path, read(path)));

/** For each rule, a small tree that breaks it, and a word of the sentence that must say so. */
const FAULTS: Record<keyof typeof rules, { files: Record<string, string>; says: string }[]> = {
  importsRunOneWay: [
    {
      files: { 'lib/a.ts': "import { browser } from 'wxt/browser';" },
      says: 'lib/a.ts:1 imports wxt/browser',
    },
    { files: { 'lib/a.ts': "\nexport type { P } from '../components/P.tsx';" }, says: 'lib/a.ts:2' },
    { files: { 'lib/a.ts': "import 'node:fs';" }, says: 'no browser has' },
    {
      files: { 'components/A.tsx': "import x from '../entrypoints/shared/m.ts';" },
      says: 'components/A.tsx:1',
    },
    { files: { 'components/A.tsx': "const x = () => import('#i18n');" }, says: '#i18n' },
    { files: { 'components/A.tsx': "type X = import('../tests/x.ts').X;" }, says: '../tests/x.ts' },
    { files: { 'entrypoints/b.ts': "import '../scripts/x.mjs';" }, says: '../scripts/x.mjs' },
  ],
  importsNameTheirFile: [{ files: { 'lib/a.ts': "import './b';" }, says: './b without' }],
  importsHaveNoCycle: [
    {
      files: {
        'lib/a.ts': "import './b.ts';",
        'lib/b.ts': "import './c.ts';",
        'lib/c.ts': "import './a.ts';",
      },
      says: 'lib/a.ts -> lib/b.ts -> lib/c.ts -> lib/a.ts',
    },
  ],
  extensionApiStaysInEntrypoints: [
    { files: { 'lib/a.ts': 'browser.tabs.query({});' }, says: 'uses browser' },
    { files: { 'components/A.tsx': 'export const A = () => <p>{chrome.i18n.x}</p>;' }, says: 'uses chrome' },
  ],
  libKnowsNoPage: [
    { files: { 'lib/a.ts': 'export const t = document.title;' }, says: 'uses document' },
    { files: { 'lib/a.ts': 'export function f(n: HTMLElement) { return n; }' }, says: 'uses HTMLElement' },
  ],
  pageStaysInContent: [
    { files: { 'components/A.tsx': 'export const x = window.scrollX;' }, says: 'uses window' },
    { files: { 'entrypoints/background.ts': 'document.title;' }, says: 'uses document' },
  ],
  jsxStaysInComponents: [
    { files: { 'lib/a.tsx': 'export const x = <b />;' }, says: 'lib/a.tsx holds JSX' },
    { files: { 'entrypoints/popup/main.tsx': 'render(<div><Popup /></div>);' }, says: 'builds <div>' },
    { files: { 'entrypoints/popup/main.tsx': 'render(<><Popup /></>);' }, says: 'builds <>' },
    {
      files: { 'entrypoints/p/a.tsx': 'render(<A />);', 'entrypoints/p/b.tsx': 'render(<B />);' },
      says: 'both hold JSX',
    },
  ],
  shippedCodeMakesNoRequest: [
    { files: { 'lib/a.ts': "fetch('x');" }, says: 'uses fetch' },
    { files: { 'entrypoints/b.ts': "globalThis.fetch('x');" }, says: 'reaches for fetch' },
    { files: { 'components/A.tsx': "navigator.sendBeacon('x');" }, says: 'reaches for sendBeacon' },
  ],
  shippedCodeBuildsNoMarkup: [
    { files: { 'entrypoints/content/a.ts': "host.innerHTML = '';" }, says: 'innerHTML' },
    { files: { 'components/A.tsx': 'const a = <p dangerouslySetInnerHTML={x} />;' }, says: 'dangerously' },
    { files: { 'lib/a.ts': "new Function('x');" }, says: 'uses Function' },
  ],
  shippedCodeLogsNothing: [{ files: { 'lib/a.ts': "console.log('x');" }, says: 'calls console.log' }],
  contentScriptHasNoPolyfill: [
    {
      files: {
        'entrypoints/content/index.ts': "import '../common/a.ts';",
        'entrypoints/common/a.ts': "import 'webextension-polyfill';",
      },
      says: 'entrypoints/common/a.ts:1 brings',
    },
  ],
};

/** Code that looks like a fault and is none. */
const SOUND: Record<string, string> = {
  'lib/a.ts': `// document, window and fetch( stand in a comment
    export const text = 'console.log(document)';
    export const f = (document: { fetches: string }) => document.fetches;
    export const g = ({ window = 1, location }: { window?: number; location: string }) => window + location;
    export type T = { self: string; chrome: number };`,
  'lib/b.ts': "import { f } from './a.ts'; import MiniSearch from 'minisearch'; f(MiniSearch);",
  'components/A.tsx': "import { f } from '../lib/b.ts'; export const A = () => <p title='fetch'>{f}</p>;",
  'entrypoints/popup/main.tsx':
    "import { A } from '../../components/A.tsx'; render(<A on={browser.x} />, document.body);",
  'entrypoints/background.ts': "import browser from 'webextension-polyfill'; browser.tabs.query({});",
};

const modulesOf = (files: Record<string, string>) =>
  Object.entries(files).map(([path, text]) => parseModule(path, text));

describe.each(Object.entries(rules))('%s', (name, rule) => {
  test('holds in the whole tree', () => {
    expect(rule(tree)).toEqual([]);
  });

  test('finds its faults and says where', () => {
    for (const { files, says } of FAULTS[name as keyof typeof rules])
      expect(rule(modulesOf(files)).join('\n')).toContain(says);
  });

  test('leaves sound code alone', () => {
    expect(rule(modulesOf(SOUND))).toEqual([]);
  });
});

test('the tree has the layers that the rules speak of', () => {
  for (const folder of ['lib/', 'components/', 'entrypoints/content/', 'entrypoints/popup/'])
    expect(tree.filter(({ path }) => path.startsWith(folder)).length, folder).toBeGreaterThan(0);
});
