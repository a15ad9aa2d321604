/**
 * Which sites the extension works on. Rules speak of hosts by whole labels: a rule for `example.org` governs
 * `www.example.org` too, never `badexample.org`, and the most specific rule wins.
 */
export interface SiteRules {
  /** What holds where no rule speaks: `on` is "everywhere except", `off` is "nowhere except". */
  readonly otherwise: 'on' | 'off';
  /** By host, as `normalHost` writes it. */
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

/** The host whose own rule governs `host`, itself or a parent; null where none speaks. */
export const governingHost = ({ hosts }: SiteRules, host: string): string | null =>
  levels(host).find((level) => Object.hasOwn(hosts, level)) ?? null;

/** Whether the extension is on for a host. A host without a name (a local file) has the general setting. */
export function isOn(rules: SiteRules, host: string): boolean {
  const governing = governingHost(rules, host);
  return (governing === null ? rules.otherwise : rules.hosts[governing]) === 'on';
}

/**
 * The rules with the host switched. A rule that would only repeat what holds anyway is left out, so switching
 * off and on again leaves nothing behind. An empty host changes nothing.
 */
export function withHost(rules: SiteRules, host: string, on: boolean): SiteRules {
  const name = normalHost(host);
  if (name === '') return rules;
  const { [name]: _, ...others } = rules.hosts;
  const without = { ...rules, hosts: others };
  if (isOn(without, name) === on) return without;
  return { ...rules, hosts: { ...others, [name]: on ? 'on' : 'off' } };
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
