/**
 * Which sites the extension works on. A rule's pattern is a host by whole labels (`example.org`, which governs
 * `www.example.org` too, never `badexample.org`), what is below a host alone (`*.example.org`), or either with one
 * path prefix by whole segments (`example.org/forum`). The most specific pattern wins.
 */
export interface SiteRules {
  /** What holds where no rule speaks: `on` is "everywhere except", `off` is "nowhere except". */
  readonly otherwise: 'on' | 'off';
  /** By pattern, the host as `normalHost` writes it. */
  readonly hosts: Readonly<Record<string, 'on' | 'off'>>;
}

/** A fresh install: on everywhere. */
export const DEFAULT_SITE_RULES: SiteRules = { otherwise: 'on', hosts: {} };

/**
 * A host as rules name it: lower case, without the dot that may end a full name.
 *
 * @param host As `location.hostname` gives it, so international names are in ASCII already. May be empty.
 */
export const normalHost = (host: string): string => host.toLowerCase().replace(/\.+$/, '');

/** An address has no parents: in 10.0.0.1 the last number is the narrowest part, not the widest. */
const isAddress = (host: string) => host.startsWith('[') || /^\d+(\.\d+){3}$/.test(host);

/** The host, then its parents, most specific first: `a.b.c`, `b.c`, `c`. Empty for an empty host. */
function levels(host: string): string[] {
  const name = normalHost(host);
  if (name === '') return [];
  if (isAddress(name)) return [name];
  const labels = name.split('.');
  return labels.map((_, at) => labels.slice(at).join('.'));
}

/** Splits a pattern into its host part and its path, which is empty where it has none. */
function parts(pattern: string): [host: string, path: string] {
  const slash = pattern.indexOf('/');
  return slash < 0 ? [pattern, ''] : [pattern.slice(0, slash), pattern.slice(slash).replace(/\/+$/, '')];
}

/** Whether a path lies at or below a prefix: `/forum` holds `/forum/a`, not `/forums`. */
const isBelow = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}/`);

/**
 * The pattern whose rule governs a page; null where none speaks. More labels win over fewer, `*.example.org` over
 * `example.org`, and at one host a longer path over a shorter.
 *
 * @param path As `location.pathname` gives it.
 */
export function governingRule({ hosts }: SiteRules, host: string, path = '/'): string | null {
  const held = Object.keys(hosts);
  const [own, ...parents] = levels(host);
  if (own === undefined || held.length === 0) return null;
  for (const level of [own, ...parents.flatMap((parent) => [`*.${parent}`, parent])]) {
    const [best] = held
      .filter((pattern) => {
        const [of, prefix] = parts(pattern);
        return of === level && isBelow(path, prefix);
      })
      .sort((a, b) => b.length - a.length);
    if (best !== undefined) return best;
  }
  return null;
}

/** Whether the extension is on for a page. A host without a name (a local file) has the general setting. */
export function isOn(rules: SiteRules, host: string, path = '/'): boolean {
  const governing = governingRule(rules, host, path);
  return (governing === null ? rules.otherwise : rules.hosts[governing]) === 'on';
}

/** The rules without one pattern. */
export function withoutRule({ otherwise, hosts }: SiteRules, pattern: string): SiteRules {
  const { [pattern]: _, ...others } = hosts;
  return { otherwise, hosts: others };
}

/**
 * The rules with a page's site switched. A rule that would only repeat what holds anyway is left out, so switching
 * off and on again leaves nothing behind. Where a path has a rule of its own, that one is switched too, since
 * the host's would change nothing on the page. An empty host changes nothing.
 */
export function withHost(rules: SiteRules, host: string, on: boolean, path = '/'): SiteRules {
  const name = normalHost(host);
  if (name === '') return rules;
  const to = on ? 'on' : 'off';
  const without = withoutRule(rules, name);
  if (isOn(without, name, path) === on) return without;
  const own = { ...rules, hosts: { ...without.hosts, [name]: to } } as const;
  const governing = governingRule(own, name, path);
  if (isOn(own, name, path) === on || governing === null) return own;
  return { ...rules, hosts: { ...rules.hosts, [governing]: to } };
}

/**
 * A pattern out of what a person wrote: an address, a host, a host with `*.` before it, any with a path.
 *
 * @param ascii Gives a host in ASCII, lower case; null for what is no host.
 * @returns Null where it names no host.
 */
export function patternFrom(written: string, ascii: (host: string) => string | null): string | null {
  const bare = written
    .trim()
    .replace(/^[a-z][\w+.-]*:\/\//i, '')
    .replace(/[?#].*$/, '');
  const [before, path] = parts(bare);
  const wild = before.startsWith('*.');
  const host = (wild ? before.slice(2) : before).replace(/^[^@]*@/, '').replace(/:\d+$/, '');
  if (host === '' || /[\s*/\\]/.test(host)) return null;
  const name = ascii(host);
  if (!name || (wild && isAddress(name))) return null;
  return `${wild ? '*.' : ''}${normalHost(name)}${path}`;
}

/** The patterns with their states, sorted by the host's name and what is below it after it. */
export function sortedRules({ hosts }: SiteRules): (readonly [pattern: string, state: 'on' | 'off'])[] {
  const key = (pattern: string) => pattern.replace(/^\*\./, '');
  return Object.entries(hosts).sort(([a], [b]) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Rules out of storage, or from any other place that may hold anything: what is not understood is left out. */
export function siteRulesFrom(value: unknown): SiteRules {
  if (typeof value !== 'object' || value === null) return DEFAULT_SITE_RULES;
  const { otherwise, hosts } = value as { otherwise?: unknown; hosts?: unknown };
  const known = Object.entries(typeof hosts === 'object' && hosts !== null ? hosts : {}).filter(
    (entry): entry is [string, 'on' | 'off'] => entry[1] === 'on' || entry[1] === 'off',
  );
  return { otherwise: otherwise === 'off' ? 'off' : 'on', hosts: Object.fromEntries(known) };
}

/**
 * The rules as lines to edit by hand, and back: a pattern, white space, `on` or `off`; a pattern alone is the
 * contrary of what holds otherwise; a line that begins with `#` says nothing.
 */
export const rulesAsText = (rules: SiteRules): string =>
  sortedRules(rules)
    .map(([pattern, state]) => `${pattern} ${state}`)
    .join('\n');

/** @returns The rules, or the lines that were not understood, as written. */
export function rulesFromText(
  text: string,
  otherwise: SiteRules['otherwise'],
  ascii: (host: string) => string | null,
): { readonly rules: SiteRules } | { readonly bad: readonly string[] } {
  const hosts: Record<string, 'on' | 'off'> = {};
  const bad: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const [written = '', state, ...more] = line.split(/\s+/);
    const pattern = patternFrom(written, ascii);
    const wanted = state?.toLowerCase() ?? (otherwise === 'on' ? 'off' : 'on');
    if (pattern === null || more.length > 0 || (wanted !== 'on' && wanted !== 'off')) bad.push(line);
    else hosts[pattern] = wanted;
  }
  return bad.length > 0 ? { bad } : { rules: { otherwise, hosts } };
}
