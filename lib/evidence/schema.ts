import * as v from 'valibot';

// The form of data/, for the checks and scripts; nothing that ships imports it.

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a kebab-case id'));
const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is not a month such as 2025-07'));
const address = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s]+$/, 'is not a web address'));
const atMost = (length: number) =>
  v.maxLength<string, number, string>(length, `is over ${length} characters`);
const sources = v.pipe(v.array(id), v.minLength(1, 'names no source'));

/** A source: what was read, and where. DOI, PMID and PMCID only where they were seen in a copy. */
export const SourceSchema = v.strictObject({
  id,
  kind: id,
  title: text,
  authors: text,
  year: v.pipe(v.number(), v.integer(), v.minValue(1800), v.maxValue(2100)),
  publisher: text,
  doi: v.optional(v.pipe(v.string(), v.regex(/^10\.\d{4,9}\/\S+$/, 'is not a DOI such as 10.1000/abc'))),
  pmid: v.optional(v.pipe(v.string(), v.regex(/^\d{5,8}$/, 'is not a PMID, five to eight digits'))),
  pmcid: v.optional(v.pipe(v.string(), v.regex(/^PMC\d{4,8}$/, 'is not a PMCID such as PMC7423016'))),
  url: address,
  n: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  finding: text,
  /** Where the copy that was read stood, and further copies that something in the finding is from. */
  readAt: address,
  alsoReadAt: v.optional(v.array(address)),
  verified: v.picklist(['full-text', 'abstract', 'secondary']),
});
export type Source = v.InferOutput<typeof SourceSchema>;

/** What the evidence says of one topic of a substance. */
export const EntrySchema = v.strictObject({
  topic: id,
  verdict: id,
  certainty: id,
  headline: v.pipe(text, atMost(80)),
  summary: v.pipe(text, atMost(320)),
  detail: v.pipe(text, atMost(900)),
  sources,
  asOf: month,
});

/** A substance with its names, dangers, law and entries: one file of data/evidence/substances. */
export const SubstanceSchema = v.strictObject({
  id,
  name: text,
  scientificName: v.optional(text),
  class: id,
  aliases: v.pipe(v.array(text), v.minLength(1, 'names no alias')),
  ambiguous: v.array(text),
  overview: text,
  risks: v.array(v.strictObject({ text, sources })),
  interactions: v.array(v.strictObject({ with: text, effect: text, sources })),
  legal: v.array(v.strictObject({ jurisdiction: text, status: text, asOf: month, sources })),
  entries: v.pipe(v.array(EntrySchema), v.minLength(1, 'has no entry')),
});
export type Substance = v.InferOutput<typeof SubstanceSchema>;

/** Something dangerous enough to stand on a card whatever its verdict. */
export const DangerSchema = v.looseObject({
  id,
  text: v.pipe(text, atMost(320)),
  sources,
  substances: v.optional(v.array(id)),
  topics: v.optional(v.array(id)),
});

/** What guidelines back for a topic. */
export const WhatWorksSchema = v.looseObject({ topic: id, text: v.pipe(text, atMost(320)), sources });

/** A line to call or a page to open, with where its number was read. */
export const HelpLineSchema = v.looseObject({
  region: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'is not a country code such as US')),
  name: text,
  phone: v.optional(text),
  url: address,
  note: text,
  source: address,
});
