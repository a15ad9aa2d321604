import { posix } from 'node:path';
import type { Module, Use } from './source-tree.ts';

/** A rule takes modules and returns a sentence for each fault: where, what, and what is wanted instead. */
export type Rule = (modules: readonly Module[]) => string[];

const inside = (...folders: string[]) => {
  const prefixes = folders.map((folder) => `${folder}/`);
  return ({ path }: Module) => prefixes.some((prefix) => path.startsWith(prefix));
};
const isLib = inside('lib');
const isComponent = inside('components');
const isEntrypoint = inside('entrypoints');
const isShipped = inside('lib', 'components', 'entrypoints');

const isRelative = (from: string) => from.startsWith('.');

/** The file that a relative import means. */
const target = (module: Module, from: string) =>
  posix.normalize(posix.join(posix.dirname(module.path), from.replace(/\?.*$/, '')));

const list = (uses: readonly Use[], names: ReadonlySet<string>) => uses.filter(({ name }) => names.has(name));

/** The folders and packages that a layer may import; a package stands for its subpaths too. */
const MAY_IMPORT: readonly {
  layer: (module: Module) => boolean;
  name: string;
  folders: readonly string[];
  packages: readonly string[] | 'any';
}[] = [
  // Valibot holds the form of data/ in lib/evidence/schema.ts, and two packages measure how hard its text is to
  // read; only checks and scripts import those.
  {
    layer: isLib,
    name: 'lib',
    folders: ['lib', 'data', 'generated'],
    packages: ['minisearch', 'valibot', 'flesch-kincaid', 'syllable'],
  },
  {
    layer: isComponent,
    name: 'components',
    folders: ['components', 'lib', 'generated'],
    packages: ['preact', '@preact/signals'],
  },
  {
    layer: isEntrypoint,
    name: 'entrypoints',
    folders: ['entrypoints', 'components', 'lib', 'data', 'generated'],
    packages: 'any',
  },
];

/** Imports run entrypoints -> components -> lib, and each layer uses only the packages meant for it. */
export const importsRunOneWay: Rule = (modules) => {
  const faults: string[] = [];
  for (const module of modules)
    for (const { layer, name, folders, packages } of MAY_IMPORT) {
      if (!layer(module)) continue;
      for (const { from, line } of module.imports) {
        const at = `${module.path}:${line}`;
        if (isRelative(from)) {
          const [folder = ''] = target(module, from).split('/');
          if (!folders.includes(folder))
            faults.push(`${at} imports ${from}; ${name}/ may import from ${folders.join(', ')} alone.`);
        } else if (from.startsWith('node:')) faults.push(`${at} imports ${from}, which no browser has.`);
        else if (packages !== 'any' && !packages.some((p) => from === p || from.startsWith(`${p}/`)))
          faults.push(`${at} imports ${from}; the packages of ${name}/ are ${packages.join(', ')}.`);
      }
    }
  return faults;
};

/** Imports are written out, with the ending of the file. */
export const importsNameTheirFile: Rule = (modules) =>
  modules.flatMap((module) =>
    module.imports
      .filter(({ from }) => isRelative(from) && !/\.(ts|tsx|mjs|json|css)(\?.*)?$/.test(from))
      .map(({ from, line }) => `${module.path}:${line} imports ${from} without the file's ending.`),
  );

/** No module needs itself, however far round. */
export const importsHaveNoCycle: Rule = (modules) => {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const faults: string[] = [];
  const visit = (module: Module, way: readonly string[]) => {
    const at = way.indexOf(module.path);
    if (at >= 0) {
      faults.push(`These import each other in a ring: ${[...way.slice(at), module.path].join(' -> ')}.`);
      return;
    }
    if (done.has(module.path)) return;
    for (const { from } of module.imports) {
      const next = isRelative(from) ? byPath.get(target(module, from)) : undefined;
      if (next) visit(next, [...way, module.path]);
    }
    done.add(module.path);
  };
  for (const module of modules) visit(module, []);
  return faults;
};

const EXTENSION_API = new Set(['browser', 'chrome']);

/** The extension API is spoken in entrypoints/ alone. */
export const extensionApiStaysInEntrypoints: Rule = (modules) =>
  modules
    .filter((module) => isShipped(module) && !isEntrypoint(module))
    .flatMap((module) =>
      list(module.globals, EXTENSION_API).map(
        ({ name, line }) => `${module.path}:${line} uses ${name}; the extension API belongs in entrypoints/.`,
      ),
    );

const DOM = new Set([
  'document',
  'window',
  'self',
  'globalThis',
  'navigator',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'CSS',
  'DOMParser',
  'Node',
  'Text',
  'Element',
  'HTMLElement',
  'Event',
  'Range',
  'StaticRange',
  'Highlight',
  'MutationObserver',
  'IntersectionObserver',
  'requestAnimationFrame',
  'requestIdleCallback',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
]);

/** lib/ is strings and data: no page, no clockwork, so it runs and is tested anywhere. */
export const libKnowsNoPage: Rule = (modules) =>
  modules
    .filter(isLib)
    .flatMap((module) =>
      list(module.globals, DOM).map(
        ({ name, line }) => `${module.path}:${line} uses ${name}; lib/ runs without a browser.`,
      ),
    );

const PAGE = new Set(['document', 'window']);

/** The page is touched in entrypoints/content/; the other shells only mount their view. */
export const pageStaysInContent: Rule = (modules) =>
  modules
    .filter(
      (module) =>
        isComponent(module) ||
        (isEntrypoint(module) && !inside('entrypoints/content')(module) && !module.path.endsWith('.tsx')),
    )
    .flatMap((module) =>
      list(module.globals, PAGE).map(
        ({ name, line }) =>
          `${module.path}:${line} uses ${name}; the page belongs to entrypoints/content/ and to mounts.`,
      ),
    );

/** Views stand in components/; a shell may only place one (`<Popup … />`), in one file. */
export const jsxStaysInComponents: Rule = (modules) => {
  const faults: string[] = [];
  const mounts = new Map<string, string>();
  for (const module of modules) {
    if (!isShipped(module) || isComponent(module) || module.elements.length === 0) continue;
    if (isLib(module)) {
      faults.push(`${module.path} holds JSX; views belong in components/.`);
      continue;
    }
    for (const { name, line } of module.elements)
      if (!/^[A-Z]/.test(name))
        faults.push(
          `${module.path}:${line} builds <${name}>; a mount places one component and builds no elements.`,
        );
    const folder = posix.dirname(module.path);
    const other = mounts.get(folder);
    if (other) faults.push(`${module.path} and ${other} both hold JSX; one mount an entrypoint is enough.`);
    mounts.set(folder, module.path);
  }
  return faults;
};

const NETWORK = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'importScripts',
]);

/** Nothing that ships can make a request. */
export const shippedCodeMakesNoRequest: Rule = (modules) =>
  modules
    .filter(isShipped)
    .flatMap((module) => [
      ...list(module.globals, NETWORK).map(
        ({ name, line }) => `${module.path}:${line} uses ${name}; Leafcheck makes no network request.`,
      ),
      ...list(module.properties, new Set([...NETWORK, 'sendBeacon'])).map(
        ({ name, line }) => `${module.path}:${line} reaches for ${name}; Leafcheck makes no network request.`,
      ),
    ]);

const HTML_SINKS = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'dangerouslySetInnerHTML',
  'srcdoc',
]);

/** No string becomes markup or code. */
export const shippedCodeBuildsNoMarkup: Rule = (modules) =>
  modules
    .filter(isShipped)
    .flatMap((module) => [
      ...list(module.properties, HTML_SINKS).map(
        ({ name, line }) => `${module.path}:${line} sets or reads ${name}; build elements instead.`,
      ),
      ...list(module.globals, new Set(['eval', 'Function'])).map(
        ({ name, line }) => `${module.path}:${line} uses ${name}; no string may become code.`,
      ),
    ]);

/** The page's console is not ours to fill. */
export const shippedCodeLogsNothing: Rule = (modules) =>
  modules
    .filter(isShipped)
    .flatMap((module) =>
      list(module.members, new Set(['console.log', 'console.table', 'console.dir'])).map(
        ({ name, line }) => `${module.path}:${line} calls ${name} in code that ships.`,
      ),
    );

/** The polyfill costs ten kilobytes in every page and changes nothing there. */
export const contentScriptHasNoPolyfill: Rule = (modules) => {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const faults: string[] = [];
  const seen = new Set<string>();
  const visit = (module: Module) => {
    if (seen.has(module.path)) return;
    seen.add(module.path);
    for (const { from, line } of module.imports) {
      if (from === 'webextension-polyfill')
        faults.push(`${module.path}:${line} brings webextension-polyfill into the content script.`);
      const next = isRelative(from) ? byPath.get(target(module, from)) : undefined;
      if (next) visit(next);
    }
  };
  for (const module of modules) if (inside('entrypoints/content')(module)) visit(module);
  return faults;
};
