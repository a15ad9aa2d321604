// @ts-check
/**
 * The demo gallery as pages in memory: the article from the seed corpus first, then pages of other kinds,
 * two of which must stay unmarked. Its texts are made up, but for the article, which stands for many like
 * it on the web.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const seedCorpus = join(here, '..', '..', 'tests', 'corpus', 'seed.jsonl');

/**
 * A document of a labelled corpus, as far as a page needs it.
 *
 * @typedef {{ id: string, title: string, blocks: { tag: string, sentences: { text: string }[] }[] }} CorpusDocument
 */

/**
 * The demos by name, in the order of the links. `claims` tells whether the page holds any.
 *
 * @type {readonly { name: string, link: string, claims: boolean }[]}
 */
export const DEMOS = [
  { name: 'article', link: 'An article', claims: true },
  { name: 'forum', link: 'A forum thread', claims: true },
  { name: 'shop', link: 'A shop page', claims: true },
  { name: 'tables', link: 'Tables', claims: true },
  { name: 'warning', link: 'A public notice (no marks)', claims: false },
  { name: 'training', link: 'A running diary (no marks)', claims: false },
];

/** @param {string} text */
const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * The document's blocks as HTML, each in the element that its tag names, sentences joined by one space as
 * the corpus counts its offsets; list items next to each other share a list, cells a row of a table.
 *
 * @param {CorpusDocument} document
 */
export function corpusHtml(document) {
  /** @type {Record<string, string>} */
  const wrapper = { li: 'ul', td: 'table', th: 'table', dt: 'dl', dd: 'dl' };
  let html = '';
  let open = '';
  for (const { tag, sentences } of document.blocks) {
    const wanted = wrapper[tag] ?? '';
    if (wanted !== open) {
      if (open) html += `</${open}>\n`;
      if (wanted) html += `<${wanted}>\n`;
      open = wanted;
    }
    const text = `<${tag}>${escapeHtml(sentences.map((sentence) => sentence.text).join(' '))}</${tag}>`;
    html += wanted === 'table' ? `<tr>${text}</tr>\n` : `${text}\n`;
  }
  return open ? `${html}</${open}>\n` : html;
}

/** The documents of a JSON Lines corpus file. @param {string} path @returns {CorpusDocument[]} */
export const readCorpus = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

/** The article that the gallery starts with. */
export function seedArticle() {
  const [article] = readCorpus(seedCorpus);
  if (!article) throw new Error('tests/corpus/seed.jsonl is empty');
  return article;
}

/** @param {string} title @param {string} main */
const page = (title, main) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/gallery.css">
</head>
<body>
<nav class="gallery" aria-label="Demo pages">
<p>Demo pages, written to show Leafcheck at work. Nothing on them is advice.</p>
<ul>
${DEMOS.map(({ name, link }) => `<li><a href="${address(name)}">${link}</a></li>`).join('\n')}
</ul>
</nav>
<main>
${main}</main>
</body>
</html>
`;

/** The path of a demo on the gallery's server; the article stands at the root. @param {string} name */
export const address = (name) => (name === 'article' ? '/' : `/${name}`);

/** A demo as a whole HTML page. @param {string} name One of DEMOS. */
export function demoPage(name) {
  if (name === 'article') {
    const article = seedArticle();
    return page(article.title, `<h1>${escapeHtml(article.title)}</h1>\n${corpusHtml(article)}`);
  }
  const main = readFileSync(join(here, 'pages', `${name}.html`), 'utf8');
  const title = /<h1>(.*?)<\/h1>/.exec(main)?.[1] ?? name;
  return page(title, main);
}

/** All of the gallery for `serve`. */
export function galleryPages() {
  /** @type {Map<string, import('../serve.mjs').Page>} */
  const pages = new Map(DEMOS.map(({ name }) => [address(name), { body: demoPage(name) }]));
  const css = readFileSync(join(here, 'gallery.css'));
  pages.set('/gallery.css', { body: css, headers: { 'content-type': 'text/css; charset=utf-8' } });
  return pages;
}
