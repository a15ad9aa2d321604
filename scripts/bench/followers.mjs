// @ts-check
/**
 * What the extension is measured beside, as expressions to run in a page: the least that anything which reads a page
 * must do, and well-known libraries that do a part of it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const source = (/** @type {string} */ path) => readFileSync(resolve(path), 'utf8');
/** @param {string} text */
const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The floor: every text node is visited and its length read. */
export const WALK = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += walker.currentNode.data.length;
  return length;
})()`;

/** The floor of a live page: an observer, and a walk over what was added. */
export const OBSERVE = `(() => {
  globalThis.seenLength = 0;
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) {
        const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) globalThis.seenLength += walker.currentNode.data.length;
      }
  }).observe(document, { childList: true, characterData: true, subtree: true });
})()`;

/** mark.js at its best: one regular expression of all names. @param {readonly string[]} names */
export const markByRegExp = (names) => `${source('mark.js/dist/mark.min.js')};
new Promise((done) => new Mark(document.body).markRegExp(
  new RegExp(${JSON.stringify(`\\b(?:${names.map(literal).join('|')})\\b`)}, 'gi'), { done }))`;

/** mark.js as it is mostly used: a list of terms. @param {readonly string[]} names */
export const markByTerms = (names) => `${source('mark.js/dist/mark.min.js')};
new Promise((done) => new Mark(document.body).mark(${JSON.stringify(names)}, { accuracy: 'exactly', separateWordSearch: false, done }))`;

/** Dark Reader's dynamic theme, which rewrites a page's colours and reads none of its text. */
export const darken = () => `${source('darkreader/darkreader.js')}; DarkReader.enable({}, {})`;

/** Where the server of the bench has the folder of the Hypothesis client. */
export const HYPOTHESIS = 'node_modules/hypothesis';

/**
 * The Hypothesis client as a site embeds it, from our own server in place of theirs. In place of its sidebar and its other
 * frames, which are pages by themselves, it gets an empty page: what counts is what its annotator does to this one.
 *
 * @param {string} server Address of the server, with a slash at the end.
 * @param {string} empty Address of an empty page.
 */
export const annotate = (server, empty) => `new Promise((done, failed) => {
  const add = (properties) => document.head.append(Object.assign(document.createElement('script'), properties));
  add({
    type: 'application/json',
    className: 'js-hypothesis-config',
    textContent: ${JSON.stringify(JSON.stringify({ assetRoot: server, sidebarAppUrl: empty, notebookAppUrl: empty, profileAppUrl: empty }))},
  });
  new MutationObserver((records, observer) => {
    if (!document.querySelector('hypothesis-sidebar')) return;
    observer.disconnect();
    done();
  }).observe(document.documentElement, { childList: true, subtree: true });
  add({ src: ${JSON.stringify(`${server}build/boot.js`)}, onerror: failed });
})`;
