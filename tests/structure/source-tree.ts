import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const NOT_OURS = new Set([
  '.git',
  '.output',
  '.wxt',
  'coverage',
  'generated',
  'node_modules',
  'playwright-report',
  'test-results',
]);

/** Paths of all files of the project below `folder`, slashes forward, relative to the root; sorted. */
export function filesBelow(folder = ''): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    // `.git` is a file in a second worktree.
    if (NOT_OURS.has(path)) continue;
    if (entry.isDirectory()) found.push(...filesBelow(path));
    else if (entry.isFile()) found.push(path);
  }
  return found.sort();
}

export const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** A node of the syntax tree, as far as the rules look at it. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** A name used in a module that the module does not declare itself, or a property read from something. */
export interface Use {
  readonly name: string;
  readonly line: number;
}

/** What the rules want to know of a module. */
export interface Module {
  readonly path: string;
  /** What it imports, as written, types included. */
  readonly imports: readonly { readonly from: string; readonly line: number }[];
  /** Names that it uses and does not declare: globals, in values and types. */
  readonly globals: readonly Use[];
  /** Dotted paths of two names that it reads or calls, such as `console.log`. */
  readonly members: readonly Use[];
  /** Property names that it sets or reads, and JSX attributes. */
  readonly properties: readonly Use[];
  /** Names of the JSX elements it creates; an empty name for a fragment. */
  readonly elements: readonly Use[];
}

/** Reads one TypeScript or JavaScript module. Throws on a syntax error, which the compiler reports better. */
export function parseModule(path: string, text: string): Module {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;

  const imports: { from: string; line: number }[] = [];
  const names: Use[] = [];
  const members: Use[] = [];
  const properties: Use[] = [];
  const elements: Use[] = [];
  const declared = new Set<string>();

  const declare = (pattern: unknown): void => {
    if (!isNode(pattern)) return;
    if (pattern.type === 'Identifier') declared.add(pattern.name as string);
    for (const key of ['left', 'argument', 'value', 'parameter']) declare(pattern[key]);
    for (const key of ['elements', 'properties'])
      for (const part of (pattern[key] as unknown[] | undefined) ?? []) declare(part);
  };

  const note = (node: Node) => {
    const line = lineAt(node.start);
    const source = node.source;
    if (isNode(source) && typeof source.value === 'string') imports.push({ from: source.value, line });
    switch (node.type) {
      case 'Identifier':
        names.push({ name: node.name as string, line });
        break;
      case 'MemberExpression': {
        const { object, property, computed } = node as Node & { object: Node; property: Node };
        if (!computed) {
          properties.push({ name: property.name as string, line: lineAt(property.start) });
          if (object.type === 'Identifier') members.push({ name: `${object.name}.${property.name}`, line });
        }
        break;
      }
      case 'JSXAttribute':
        properties.push({ name: String((node.name as Node).name), line });
        break;
      case 'JSXOpeningElement':
        elements.push({ name: String((node.name as Node).name), line });
        break;
      case 'JSXOpeningFragment':
        elements.push({ name: '', line });
        break;
      case 'VariableDeclarator':
        declare(node.id);
        break;
      case 'CatchClause':
        declare(node.param);
        break;
      case 'ImportSpecifier':
      case 'ImportDefaultSpecifier':
      case 'ImportNamespaceSpecifier':
        declare(node.local);
        break;
    }
    for (const param of (node.params as unknown[] | undefined) ?? []) declare(param);
    if (/^(Function|Class|TSTypeAlias|TSInterface|TSEnum)/.test(node.type)) declare(node.id);
    if (node.type === 'TSTypeParameter') declare(node.name);
  };

  const walk = (node: Node) => {
    note(node);
    for (const [key, value] of Object.entries(node)) {
      // Names of properties and labels say nothing of globals; computed ones are expressions.
      if ((key === 'property' || key === 'key') && !node.computed && !node.shorthand) continue;
      if (key === 'imported' || key === 'exported' || key === 'label') continue;
      if (Array.isArray(value)) for (const part of value) isNode(part) && walk(part);
      else if (isNode(value)) walk(value);
    }
  };
  walk(program as unknown as Node);

  return {
    path,
    imports,
    globals: names.filter(({ name }) => !declared.has(name)),
    members: members.filter(({ name }) => !declared.has(name.split('.')[0] ?? '')),
    properties,
    elements,
  };
}
