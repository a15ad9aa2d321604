// @ts-check
/** The pages of the bench, made by a seed. Sizes are bytes of HTML and met to within a block. */
import { corpusSentences, proseSentence, random } from './prose.mjs';

/**
 * What stands in the text:
 * `plain` no substance; `sparse` a name in every 50th block, a claim in every 250th; `claims` a claim in every tenth
 * sentence.
 *
 * @typedef {'plain' | 'sparse' | 'claims'} Kind
 */

const SEED = 20_261_128;
/** @type {ReturnType<typeof corpusSentences> | undefined} */
let corpus;

/**
 * Makes blocks of three to five sentences, one after the other.
 *
 * @param {Kind} kind
 * @param {number} [seed]
 * @returns {() => string[]} The sentences of the next block.
 */
export function blockMaker(kind, seed = SEED) {
  const next = random(seed);
  corpus ??= corpusSentences();
  const { claiming, naming } = corpus;
  const one = (/** @type {string[]} */ list) => list[Math.floor(next() * list.length)] ?? '';
  let block = 0;
  let sentence = 0;
  return () => {
    block += 1;
    const sentences = Array.from({ length: 3 + Math.floor(next() * 3) }, () => {
      sentence += 1;
      return kind === 'claims' && sentence % 10 === 0 ? one(claiming) : proseSentence(next);
    });
    if (kind === 'sparse' && block % 50 === 0) sentences[1] = one(block % 250 === 0 ? claiming : naming);
    return sentences;
  };
}

/** The text of blocks up to a size in UTF-16 units, for the detector in Node. @param {Kind} kind @param {number} size */
export function textBlocks(kind, size) {
  const nextBlock = blockMaker(kind);
  const blocks = [];
  for (let length = 0; length < size; ) {
    const text = nextBlock().join(' ');
    blocks.push(text);
    length += text.length;
  }
  return blocks;
}

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Sentences as the inside of a paragraph, with a link or emphasis in about a third of them. @param {string[]} sentences @param {() => number} next */
const inline = (sentences, next) =>
  sentences
    .map((sentence) => {
      const words = escaped(sentence).split(' ');
      const at = 1 + Math.floor(next() * Math.max(1, words.length - 3));
      const chance = next();
      if (chance < 0.15) words[at] = `<a href="#n${at}">${words[at]}</a>`;
      else if (chance < 0.3) words[at] = `<em>${words[at]}</em>`;
      return words.join(' ');
    })
    .join(' ');

const STYLE =
  'body{font:16px/1.5 sans-serif;max-width:44em;margin:2em auto}nav ul{display:flex;gap:1em}' +
  'h2{margin-top:2em}blockquote{border-left:3px solid #ccc;padding-left:1em}.note{display:none}';

/** @param {string} body @param {string} [script] */
const whole = (body, script = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A chronicle of the valley</title>
<style>${STYLE}</style></head><body><nav><ul><li><a href="#a">Home</a><li><a href="#b">Chapters</a></ul><input type="search" aria-label="Search"></nav>
<main>${body}</main>${script && `<script>${script}</script>`}</body></html>`;

/**
 * A long document: headings, paragraphs, quotations, short lists.
 *
 * @param {Kind} kind
 * @param {number} size Bytes.
 */
export function documentPage(kind, size) {
  const nextBlock = blockMaker(kind);
  const next = random(SEED + 1);
  const parts = [];
  for (let length = 600, at = 0; length < size; at++) {
    const inside = inline(nextBlock(), next);
    const part =
      at % 20 === 0
        ? `<h2 id="c${at}">Chapter ${at / 20 + 1}</h2>\n<p>${inside}</p>\n`
        : at % 9 === 4
          ? `<ul><li>${inside}</li></ul>\n`
          : at % 13 === 6
            ? `<blockquote><p>${inside}</p></blockquote>\n`
            : `<p>${inside}</p>\n`;
    parts.push(part);
    length += Buffer.byteLength(part);
  }
  return whole(parts.join(''));
}

/** A list of so many items, a name in every 50th. @param {number} [items] @param {Kind} [kind] */
export function listPage(items = 20_000, kind = 'sparse') {
  const nextBlock = blockMaker(kind);
  const next = random(SEED + 2);
  const lines = Array.from({ length: items }, () => {
    // The block's second sentence alone, where a name would stand.
    const [, second = ''] = nextBlock();
    return `<li>${inline([second], next)}`;
  });
  return whole(`<ol>\n${lines.join('\n')}\n</ol>`);
}

/**
 * A live feed that names no substance. `startFeed()` appends ten paragraphs each 50 ms and resolves after `seconds`.
 *
 * @param {number} [seconds]
 */
export function feedPage(seconds = 5) {
  const nextBlock = blockMaker('plain');
  const texts = Array.from({ length: 400 }, () => nextBlock().join(' '));
  return whole(
    '<div id="feed"></div>',
    `const texts = ${JSON.stringify(texts)};
globalThis.startFeed = () => new Promise((done) => {
  let at = 0;
  const feed = document.getElementById('feed');
  const timer = setInterval(() => {
    for (let i = 0; i < 10; i++) {
      const p = document.createElement('p');
      p.textContent = texts[at % texts.length] + ' ' + at;
      feed.prepend(p);
      while (feed.childElementCount > 400) feed.lastElementChild.remove();
      at += 1;
    }
    if (at >= ${200 * seconds}) { clearInterval(timer); done(at); }
  }, 50);
});`,
  );
}

/**
 * A single-page app. `changePages(n)` shows n pages one after the other, each of 30 paragraphs with a claim in two of
 * them, and lets the browser be idle three times between them.
 */
export function appPage() {
  const nextBlock = blockMaker('plain');
  corpus ??= corpusSentences();
  const texts = Array.from({ length: 300 }, () => nextBlock().join(' '));
  const claims = corpus.claiming.slice(0, 60);
  return whole(
    '<div id="view"></div>',
    `const texts = ${JSON.stringify(texts)}, claims = ${JSON.stringify(claims).replaceAll('<', '\\u003c')};
let shown = 0;
const idle = () => new Promise((done) => requestIdleCallback(done, { timeout: 1000 }));
globalThis.changePages = async (count) => {
  for (let i = 0; i < count; i++) {
    shown += 1;
    const view = document.createElement('div');
    for (let at = 0; at < 30; at++) {
      const p = document.createElement('p');
      p.textContent = texts[(shown * 7 + at) % texts.length];
      if (at % 15 === 5) p.append(' ' + claims[(shown + at) % claims.length]);
      view.append(p);
    }
    document.getElementById('view').replaceChildren(view);
    history.replaceState(null, '', '#page-' + shown);
    for (let times = 0; times < 3; times++) await idle();
  }
  return shown;
};
changePages(1);`,
  );
}

/** As entrypoints/content/watch-pointer.ts has it: moves within so many pixels are none. */
const TREMBLE = 3;

/**
 * An article of some 10 kB with claims. It takes the time itself and tells it by its console, as JSON: `time` from the end
 * of the text to the first painted mark, with its `x` and `y`; then `card`, from the last move of the pointer to an open
 * card. Milliseconds. To ask the page would be to run a script of ours in it, in the very time that is measured.
 */
export function articlePage() {
  const article = documentPage('claims', 10_000);
  return article.replace(
    '</main>',
    `</main><script>
const textThere = performance.now();
let moved = 0;
let [x, y] = [-9, -9];
const look = () => {
  for (const highlight of CSS.highlights.values())
    for (const { startContainer, startOffset } of highlight) {
      const time = performance.now() - textThere;
      const range = document.createRange();
      range.setStart(startContainer, startOffset + 1);
      range.setEnd(startContainer, startOffset + 3);
      startContainer.parentElement.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = range.getBoundingClientRect();
      console.info(JSON.stringify({ time, x: left + width / 2, y: top + height / 2 }));
      return;
    }
  requestAnimationFrame(look);
};
look();
// The browser tells of a move too where the page moved under the pointer: no move of a hand.
addEventListener('pointermove', ({ clientX, clientY }) => {
  if (Math.abs(clientX - x) > ${TREMBLE} || Math.abs(clientY - y) > ${TREMBLE}) moved = performance.now();
  [x, y] = [clientX, clientY];
}, true);
const open = () => {
  if (document.querySelector(':popover-open')) console.info(JSON.stringify({ card: performance.now() - moved }));
  else requestAnimationFrame(open);
};
open();
</script>`,
  );
}
