import { expect, test } from 'vitest';
import type { Card } from '../../../lib/evidence/card.ts';
import { governs, lawFirst } from '../../../lib/evidence/law-order.ts';

test('knows a country by its name, its parts and its unions', () => {
  expect(governs('United States (federal)', 'US')).toBe(true);
  expect(governs('Arizona, Colorado, Mississippi, Texas, Utah', 'US')).toBe(true);
  expect(governs('US states', 'US')).toBe(true);
  expect(governs('Kentucky', 'US')).toBe(true);
  expect(governs('Canada and Australia', 'AU')).toBe(true);
  expect(governs('European Union', 'ES')).toBe(true);
  expect(governs('European Union', 'GB')).toBe(false);
  expect(governs('Belgium, France, Ireland, Israel, Italy, Norway, Sweden, Switzerland', 'IL')).toBe(true);
  expect(governs('Indiana', 'IN')).toBe(false);
  expect(governs('United Kingdom', 'US')).toBe(false);
});

test('puts the laws of the reader first and keeps the order of the others', () => {
  const legal = ['France', 'United Kingdom', 'Australia', 'Wales'].map((jurisdiction) => ({ jurisdiction }));
  const card = { legal } as unknown as Card;
  const order = (region?: string) => lawFirst(card, region).legal.map(({ jurisdiction }) => jurisdiction);
  expect(order('GB')).toEqual(['United Kingdom', 'Wales', 'France', 'Australia']);
  expect(order('TH')).toEqual(['France', 'United Kingdom', 'Australia', 'Wales']);
  expect(order()).toEqual(['France', 'United Kingdom', 'Australia', 'Wales']);
});
