import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SITE_RULES,
  governingHost,
  isOn,
  normalHost,
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
    expect(governingHost(off, 'www.example.org')).toBe('example.org');
    expect(withHost(off, 'example.org', true)).toEqual(DEFAULT_SITE_RULES);
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
