#!/usr/bin/env node
/**
 * Turns plain-text labelled pages into corpus lines (GUIDELINE.md).
 *
 *   node build.mjs pages.txt > pages.jsonl
 *
 * A page starts with "# ID | GENRE | TITLE". Each line after it is one sentence:
 * "TAG: sentence || label", where a line that starts with "+ " instead of a tag
 * goes on in the same block. The label is one or more "substance/topic" pairs,
 * or one of denies, asks, mentions, none. Unknown ids, tags and shapes are errors.
 */
import { readdirSync, readFileSync } from 'node:fs';

const data = new URL('../../data/', import.meta.url);
const taxonomy = JSON.parse(readFileSync(new URL('taxonomy.json', data), 'utf8'));
const topics = new Set(taxonomy.topics.map(({ id }) => id));
const substances = new Set(
  readdirSync(new URL('evidence/substances/', data)).map((file) => file.replace(/\.json$/, '')),
);
const STANCES = new Set(['denies', 'asks', 'mentions', 'none']);
const GENRES = new Set([
  'seo-blog',
  'product-page',
  'clinic-page',
  'forum-post',
  'social-post',
  'news',
  'science',
  'agency',
  'faq',
  'listicle',
  'statement',
  'offtopic',
]);

function parseLabel(label, where) {
  if (STANCES.has(label)) return { claims: [], stance: label };
  const claims = label.split(/[\s,]+/).map((pair) => {
    const [substance, topic] = pair.split('/');
    if (!substances.has(substance) || !topics.has(topic))
      throw new Error(`${where}: unknown label "${pair}"`);
    return { substance, topic };
  });
  return { claims, stance: 'asserts' };
}

export function parsePages(text) {
  const documents = [];
  text.split('\n').forEach((line, i) => {
    const where = `line ${i + 1}`;
    if (!line.trim()) return;
    const head = line.match(/^# (\S+) \| (\S+) \| (.+)$/);
    if (head) {
      if (!GENRES.has(head[2])) throw new Error(`${where}: unknown genre "${head[2]}"`);
      if (documents.some((d) => d.id === head[1])) throw new Error(`${where}: id "${head[1]}" is used twice`);
      documents.push({ id: head[1], genre: head[2], title: head[3], blocks: [] });
      return;
    }
    const body = line.match(/^(?:([a-z][a-z0-9]*):|\+) (.+?) \|\| (.+)$/);
    if (!body || !documents.length) throw new Error(`${where}: not "TAG: sentence || label": ${line}`);
    const { blocks } = documents.at(-1);
    if (body[1]) blocks.push({ tag: body[1], sentences: [] });
    if (!blocks.length) throw new Error(`${where}: "+" before any block`);
    blocks.at(-1).sentences.push({ text: body[2].trim(), ...parseLabel(body[3].trim(), where) });
  });
  return documents;
}

if (process.argv[2])
  for (const d of parsePages(readFileSync(process.argv[2], 'utf8'))) console.log(JSON.stringify(d));
