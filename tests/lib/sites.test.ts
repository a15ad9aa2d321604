import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SITE_RULES,
  governingRule,
  isOn,
  normalHost,
  patternFrom,
  rulesAsText,
  rulesFromText,
  type SiteRules,
  siteRulesFrom,
  withHost,
} from '../../lib/sites.ts';

const rules = (hosts: SiteRules['hosts'], otherwise: SiteRules['otherwise'] = 'on'): SiteRules => ({
  otherwise,
  hosts,
});

// Few labels, so that hosts are often each other's parents.
const label = fc.constantFrom('a', 'b', 'home', 'homeip', 'net', 'org');
const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
const state = fc.constantFrom('on' as const, 'off' as const);
const anyRules = fc.record({ otherwise: state, hosts: fc.dictionary(host, state, { maxKeys: 5 }) });

describe('isOn', () => {
  test('goes by whole labels', () => {
    const off = rules({ home: 'off' });
    expect(isOn(off, 'homeip.net')).toBe(true);
    expect(isOn(off, 'myhome')).toBe(true);
    expect(isOn(off, 'home')).toBe(false);
    expect(isOn(off, 'nas.home')).toBe(false);
  });

  test('lets subdomains follow their parent unless they have a rule of their own', () => {
    const some = rules({ 'example.org': 'off', 'docs.example.org': 'on' });
    expect(isOn(some, 'www.example.org')).toBe(false);
    expect(isOn(some, 'docs.example.org')).toBe(true);
    expect(isOn(some, 'a.docs.example.org')).toBe(true);
  });

  test('knows the other mode: off except', () => {
    const few = rules({ 'example.org': 'on' }, 'off');
    expect(isOn(few, 'www.example.org')).toBe(true);
    expect(isOn(few, 'example.com')).toBe(false);
    expect(isOn(few, '')).toBe(false);
  });

  test('takes an address as a whole', () => {
    expect(isOn(rules({ '0.0.1': 'off', '1': 'off' }), '10.0.0.1')).toBe(true);
    expect(isOn(rules({ '10.0.0.1': 'off' }), '10.0.0.1')).toBe(false);
    expect(isOn(rules({ '[::1]': 'off' }), '[::1]')).toBe(false);
  });

  test('reads a host in any case, with or without its last dot', () => {
    expect(normalHost('WWW.Example.ORG.')).toBe('www.example.org');
    expect(isOn(rules({ 'example.org': 'off' }), 'Example.Org.')).toBe(false);
  });
});

describe('governingRule', () => {
  const page = (hosts: SiteRules['hosts'], name: string, path?: string) =>
    governingRule(rules(hosts), name, path);

  test('tells what is below a host from the host', () => {
    const some = { '*.example.org': 'off' } as const;
    expect(page(some, 'example.org')).toBeNull();
    expect(page(some, 'www.example.org')).toBe('*.example.org');
    expect(page(some, 'a.www.example.org')).toBe('*.example.org');
    expect(page(some, 'badexample.org')).toBeNull();
    expect(page({ ...some, 'example.org': 'on' }, 'www.example.org')).toBe('*.example.org');
    expect(page({ ...some, 'www.example.org': 'on' }, 'www.example.org')).toBe('www.example.org');
  });

  test('takes a path by whole segments, the longest first, and labels before paths', () => {
    const some = { 'example.org': 'off', 'example.org/forum': 'on', 'example.org/forum/old': 'off' } as const;
    expect(page(some, 'example.org', '/')).toBe('example.org');
    expect(page(some, 'example.org', '/forum')).toBe('example.org/forum');
    expect(page(some, 'example.org', '/forum/a')).toBe('example.org/forum');
    expect(page(some, 'example.org', '/forums')).toBe('example.org');
    expect(page(some, 'example.org', '/forum/old/1')).toBe('example.org/forum/old');
    expect(page(some, 'www.example.org', '/forum')).toBe('example.org/forum');
    expect(page({ ...some, 'www.example.org': 'on' }, 'www.example.org', '/forum')).toBe('www.example.org');
  });
});

describe('patternFrom', () => {
  const ascii = (name: string) => (name.includes('_') ? null : name.toLowerCase().replace('ü', 'xx'));

  test('reads what people paste', () => {
    expect(patternFrom(' https://Example.org/forum/?a=1#b ', ascii)).toBe('example.org/forum');
    expect(patternFrom('*.example.org', ascii)).toBe('*.example.org');
    expect(patternFrom('example.org:8080', ascii)).toBe('example.org');
    expect(patternFrom('me@example.org', ascii)).toBe('example.org');
    expect(patternFrom('bücher.example', ascii)).toBe('bxxcher.example');
    for (const none of ['', '   ', 'two words', 'a.*.org', '*', '*.10.0.0.1', '/forum', 'b_d'])
      expect(patternFrom(none, ascii), none).toBeNull();
  });

  test('gives back its own lines', () => {
    fc.assert(
      fc.property(anyRules, (some) => {
        expect(rulesFromText(rulesAsText(some), some.otherwise, ascii)).toEqual({ rules: some });
      }),
    );
  });

  test('names each line that it does not understand, and takes a bare pattern as the exception', () => {
    expect(rulesFromText('a.org\n\n# note\nb.org on', 'on', ascii)).toEqual({
      rules: rules({ 'a.org': 'off', 'b.org': 'on' }),
    });
    expect(rulesFromText('a.org maybe\nb.org off\nc.org on x', 'on', ascii)).toEqual({
      bad: ['a.org maybe', 'c.org on x'],
    });
  });
});

describe('withHost', () => {
  test('makes the host what was asked, and moves no host that it does not govern', () => {
    fc.assert(
      fc.property(anyRules, host, fc.boolean(), host, (before, switched, on, other) => {
        const after = withHost(before, switched, on);
        expect(isOn(after, switched)).toBe(on);
        const governed = other === switched || other.endsWith(`.${switched}`);
        if (!governed) expect(isOn(after, other)).toBe(isOn(before, other));
      }),
    );
  });

  test('leaves nothing behind when a host goes off and on again', () => {
    const off = withHost(DEFAULT_SITE_RULES, 'example.org', false);
    expect(governingRule(off, 'www.example.org')).toBe('example.org');
    expect(withHost(off, 'example.org', true)).toEqual(DEFAULT_SITE_RULES);
  });

  test('switches the rule of the path where the host alone would change nothing', () => {
    const some = rules({ 'example.org/forum': 'off' });
    const on = withHost(some, 'example.org', true, '/forum/a');
    expect(isOn(on, 'example.org', '/forum/a')).toBe(true);
    const off = withHost(rules({ 'example.org/forum': 'on' }), 'example.org', false, '/forum');
    expect(isOn(off, 'example.org', '/forum')).toBe(false);
  });

  test('changes nothing for a page without a host', () => {
    expect(withHost(DEFAULT_SITE_RULES, '', false)).toEqual(DEFAULT_SITE_RULES);
  });
});

describe('siteRulesFrom', () => {
  test('gives back what was stored', () => {
    fc.assert(
      fc.property(anyRules, (stored) => {
        expect(siteRulesFrom(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
      }),
    );
  });

  test('makes sound rules of anything', () => {
    fc.assert(
      fc.property(fc.anything(), host, (stored, name) => {
        expect(typeof isOn(siteRulesFrom(stored), name)).toBe('boolean');
      }),
    );
    expect(siteRulesFrom(undefined)).toEqual(DEFAULT_SITE_RULES);
    expect(siteRulesFrom({ otherwise: 'off', hosts: { 'a.org': 'on', 'b.org': 3 } })).toEqual(
      rules({ 'a.org': 'on' }, 'off'),
    );
  });
});
