// @ts-check
/** The targets, what was measured for each, and whether it is met; as rows of a table. */

/**
 * @typedef {import('./scenarios.mjs').Summary} Summary
 * @typedef {{ what: string, target: string, measured: string, met: boolean | null }} Row `met` is null where it was not measured.
 * @typedef {{ text: string, reader: string, rate: number, low: number, high: number }} Rate MB/s.
 *
 * @typedef {object} Results
 * @property {Record<string, Awaited<ReturnType<typeof import('./scenarios.mjs').onPage>>>} [pages]
 * @property {Awaited<ReturnType<typeof import('./scenarios.mjs').onFeed>>} [feed]
 * @property {Awaited<ReturnType<typeof import('./scenarios.mjs').onApp>>} [app]
 * @property {Awaited<ReturnType<typeof import('./scenarios.mjs').onArticle>>} [article]
 * @property {Awaited<ReturnType<typeof import('./scenarios.mjs').curve>>} [curve]
 * @property {import('./popup.mjs').PopupTimes} [popup]
 * @property {number} [byTerms]
 * @property {Rate[]} [node]
 * @property {number} contentBytes Minified and gzip.
 */

/** Milliseconds from the pointer's last move until it counts as at rest, as in watch-pointer.ts. */
export const REST = 280;

/** @param {number} value */
const plain = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(1));
/** @param {Summary} summary @param {string} unit */
const spread = ({ median, low, high }, unit) => `${plain(median)} ${unit} (${plain(low)} to ${plain(high)})`;

/** @param {Results} results @returns {Row[]} */
export function targetRows({ pages = {}, feed, app, article, popup, node, contentBytes }) {
  /** @type {Row[]} */
  const rows = [];
  /** @param {string} what @param {string} target @param {string | undefined} measured @param {boolean} [met] */
  const row = (what, target, measured, met = false) =>
    rows.push({
      what,
      target,
      measured: measured ?? 'not measured',
      met: measured === undefined ? null : met,
    });

  /** @param {string} name @param {string} what @param {number} most */
  const ratio = (name, what, most) => {
    const page = pages[name];
    row(
      what,
      `at most ${most} × floor`,
      page &&
        `${plain(page.ratio)} × (${spread(page.on, 'ms')} and ${plain(page.start.median)} ms to start; floor ${spread(page.floor, 'ms')})`,
      page && page.ratio <= most,
    );
  };
  ratio('plain', '1 MB document that names no substance: main-thread time added, all in', 0.8);
  ratio('sparse', '1 MB document with a name in every 50th block', 5);
  ratio('list', 'list of 20,000 items with a name in every 50th', 5);
  ratio('claims', '1 MB document with a claim in every tenth sentence', 10);

  /** @param {'trace' | 'traceSlow' | 'traceScroll' | 'traceTyping'} kind @param {string} what @param {number} most */
  const longest = (kind, what, most) => {
    const all = Object.entries(pages).map(
      ([name, page]) => /** @type {const} */ ([name, page[kind].longest]),
    );
    const worst = Math.max(...all.map(([, ms]) => ms));
    row(
      what,
      `under ${most} ms`,
      all.length > 0 ? all.map(([name, ms]) => `${name} ${plain(ms)}`).join(', ') : undefined,
      worst < most,
    );
  };
  longest('trace', 'longest single task of ours, ms', 50);
  longest('traceSlow', 'the same with the CPU four times slower', 50);
  longest('traceScroll', 'the same while the user scrolls', 16);
  longest('traceTyping', 'the same while the user types', 16);

  const feedRatio = feed && feed.extension.median / Math.max(0.1, feed.observer.median);
  row(
    'feed of 200 paragraphs a second, no substance',
    'at most 2 × a bare observer with walker',
    feed &&
      `${plain(feedRatio ?? 0)} × (${spread(feed.extension, 'ms')} in 5 s; observer ${spread(feed.observer, 'ms')})`,
    feedRatio !== undefined && feedRatio <= 2,
  );
  const forced = Object.entries(pages).map(
    ([name, page]) => /** @type {const} */ ([name, page.trace.forced]),
  );
  row(
    'layout or style work forced by us before a card opens',
    'none',
    forced.length > 0 ? forced.map(([name, times]) => `${name} ${times}`).join(', ') : undefined,
    forced.every(([, times]) => times === 0),
  );
  row(
    'content script, minified and gzip',
    'at most 40 kB',
    `${plain(contentBytes / 1000)} kB`,
    contentBytes <= 40_000,
  );
  const heap = pages.plain?.heapDifference;
  row(
    'heap held on a page that names no substance',
    'at most 0.5 MB',
    heap && `${plain(heap.median / 1024)} MB (${plain(heap.low / 1024)} to ${plain(heap.high / 1024)})`,
    heap && heap.median <= 512,
  );
  row(
    'first mark on an article of 10 kB after the text is there',
    'under 100 ms',
    article &&
      `${spread(article.firstMark, 'ms')}; with the worker asleep ${spread(article.firstMarkAsleep, 'ms')}`,
    article && article.firstMark.median < 100,
  );
  row(
    'card open after the pointer rested',
    'under 50 ms',
    article && `${plain(article.card.median - REST)} ms`,
    article && article.card.median - REST < 50,
  );
  row(
    'popup open: search box there, its index ready',
    'under 100 ms',
    popup &&
      `${spread(popup.box, 'ms')}, ${plain(popup.box.median / popup.bare.median)} × a bare page of the extension (${spread(popup.bare, 'ms')}); first query answered after ${plain(popup.answer.median)} ms; the very first box ${plain(popup.first)} ms`,
    popup && popup.box.median < 100,
  );
  const rateOf = (/** @type {string} */ text, /** @type {string} */ reader) =>
    node?.find((one) => one.text === text && one.reader.startsWith(reader))?.rate;
  for (const [text, most, what] of /** @type {const} */ ([
    ['claims', 5, 'a claim in every tenth sentence'],
    ['plain', 50, 'no substance'],
  ])) {
    const ours = rateOf(text, 'our detector');
    const wink = rateOf(text, 'wink-nlp');
    row(
      `detector in Node, text with ${what}`,
      `at least ${most} × wink-nlp's rate`,
      ours && wink
        ? `${(ours / wink).toPrecision(2)} × (${ours.toPrecision(2)} and ${wink.toPrecision(2)} MB/s)`
        : undefined,
      Boolean(ours && wink && ours / wink >= most),
    );
  }
  const growth = (/** @type {number[]} */ sizes) => (sizes.at(-1) ?? 0) - (sizes[0] ?? 0);
  const over = (/** @type {'sizes' | 'code'} */ what) =>
    app ? growth(app.withIt[what]) - growth(app.without[what]) : 0;
  row(
    `memory over ${app?.changes ?? 1000} page changes of a single-page app`,
    'flat: at most 100 kB from the first fifth to the end, over the page alone and but for code that the browser compiles',
    app &&
      `${plain(over('sizes') - over('code'))} kB, and ${plain(over('code'))} kB of code (heap with it ${app.withIt.sizes.join(', ')} kB; alone ${app.without.sizes.join(', ')})`,
    app !== undefined && over('sizes') - over('code') <= 100,
  );
  return rows;
}

/** @param {readonly string[]} cells */
const line = (cells) => `| ${cells.join(' | ')} |`;

/** The table as Markdown. @param {readonly Row[]} rows */
export const targetTable = (rows) =>
  [
    line(['what', 'target', 'measured', 'met']),
    line(['---', '---', '---', '---']),
    ...rows.map(({ what, target, measured, met }) =>
      line([what, target, measured, met === null ? '-' : met ? 'yes' : 'no']),
    ),
  ].join('\n');

/** What peers cost, in times the floor, and how fast they read in Node, as Markdown. @param {Results} results */
export function peerTables({ pages = {}, byTerms, node = [] }) {
  const kinds = Object.keys(pages).filter((name) => Object.keys(pages[name]?.peers ?? {}).length > 0);
  const lines = [];
  if (kinds.length > 0) {
    lines.push(line(['in the page, × floor', ...kinds]), line(['---', ...kinds.map(() => '---')]));
    lines.push(
      line(['Leafcheck, its start included', ...kinds.map((kind) => plain(pages[kind]?.ratio ?? 0))]),
    );
    for (const peer of Object.keys(pages[kinds[0] ?? '']?.peers ?? {}))
      lines.push(line([peer, ...kinds.map((kind) => plain(pages[kind]?.peers[peer] ?? 0))]));
    if (byTerms)
      lines.push('', `mark.js with the names as a list of terms, on 100 kB: ${plain(byTerms)} × floor.`);
    lines.push('');
  }
  const texts = [...new Set(node.map(({ text }) => text))];
  if (texts.length > 0) {
    lines.push(line(['in Node, MB/s', ...texts]), line(['---', ...texts.map(() => '---')]));
    for (const reader of new Set(node.map((one) => one.reader)))
      lines.push(
        line([
          reader,
          ...texts.map((text) =>
            (node.find((one) => one.text === text && one.reader === reader)?.rate ?? 0).toPrecision(2),
          ),
        ]),
      );
  }
  return lines.join('\n');
}
