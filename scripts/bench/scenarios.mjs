// @ts-check
/** The browser part of the bench: each scenario measures one thing and gives plain numbers. */
import { annotate, darken, markByRegExp, markByTerms, OBSERVE, WALK } from './followers.mjs';
import { added, codeNow, costSoFar, heapNow, inTab, load, pause, run, settle, summary } from './measure.mjs';
import { substanceNames } from './prose.mjs';
import { readTrace, record } from './trace.mjs';

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('./measure.mjs').Summary} Summary
 * @typedef {import('./measure.mjs').Arm} Arm
 * @typedef {import('./trace.mjs').Trace} Trace
 *
 * @typedef {object} Bench
 * @property {Awaited<ReturnType<typeof import('./measure.mjs').openArms>>} arms
 * @property {(name: string) => string} url Address of a made page.
 * @property {number} pairs
 * @property {(line: string) => void} say
 */

/** Does `work` so many times and gives the results of each. @template T @param {number} times @param {() => Promise<T>} work */
async function repeat(times, work) {
  /** @type {T[]} */
  const results = [];
  for (let at = 0; at < times; at++) results.push(await work());
  return results;
}

/** Works done in turn, the order reversed each round, so that a slow minute falls on all of them alike. @template {Record<string, () => Promise<any>>} Works @param {number} rounds @param {Works} works @returns {Promise<{ [Name in keyof Works]: Awaited<ReturnType<Works[Name]>>[] }>} */
async function inTurn(rounds, works) {
  /** @type {any} */
  const results = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const order = Object.entries(works);
    for (const [name, work] of round % 2 ? order.reverse() : order) results[name].push(await work());
  }
  return results;
}

/** The main-thread time that an expression costs a page at rest, all that follows included. @param {Bench} bench @param {string} name @param {string} expression */
const costOfRunning = ({ arms, url }, name, expression) =>
  inTab(arms.without, url('empty'), async (page, cdp) => {
    await load(page, cdp, url(name));
    return (await added(cdp, () => run(cdp, expression))).task;
  });

/** The same of the extension, switched on while the page is at rest. @param {Bench} bench @param {string} name */
async function costOfSwitchingOn({ arms, url }, name) {
  await arms.turn('off');
  try {
    return await inTab(arms.withIt, url('empty'), async (page, cdp) => {
      await load(page, cdp, url(name));
      return await added(cdp, () => arms.turn('on'));
    });
  } finally {
    await arms.turn('on');
  }
}

/** A traced load, with the extension on. @param {Bench} bench @param {string} name @param {number} [throttle] @returns {Promise<Trace>} */
const tracedLoad = ({ arms, url }, name, throttle = 1) =>
  inTab(
    arms.withIt,
    url('empty'),
    async (page, cdp) =>
      readTrace(
        await record(cdp, async () => {
          await load(page, cdp, url(name), throttle);
        }),
        arms.origin,
      ),
    throttle,
  );

/**
 * A traced load with someone at work on the page all the time.
 *
 * @param {Bench} bench
 * @param {string} name
 * @param {(page: Page) => Promise<void>} begin
 * @param {(page: Page) => Promise<void>} move What they do every 40 ms.
 */
const tracedUse = ({ arms, url }, name, begin, move) =>
  inTab(arms.withIt, url('empty'), async (page, cdp) => {
    const events = await record(cdp, async () => {
      await page.goto(url(name), { waitUntil: 'domcontentloaded', timeout: 120_000 });
      let over = false;
      const rest = settle(cdp).then(() => {
        over = true;
      });
      await begin(page);
      for (const start = Date.now(); !over && Date.now() - start < 8000; await pause(40)) await move(page);
      await rest;
    });
    return readTrace(events, arms.origin);
  });

/** The wheel turns. @param {Bench} bench @param {string} name */
const tracedScroll = (bench, name) =>
  tracedUse(
    bench,
    name,
    (page) => page.mouse.move(600, 400),
    (page) => page.mouse.wheel(0, 90),
  );

/** Someone types into the page's search box. @param {Bench} bench @param {string} name */
const tracedTyping = (bench, name) =>
  tracedUse(
    bench,
    name,
    (page) => page.getByRole('searchbox').focus(),
    (page) => page.keyboard.press('a'),
  );

/** @param {readonly Trace[]} traces */
const worst = (traces) => ({
  longest: Math.max(...traces.map(({ longest }) => longest)),
  longestWhole: Math.max(...traces.map(({ longestWhole }) => longestWhole)),
  longTasks: Math.max(...traces.map(({ longTasks }) => longTasks)),
  forced: Math.max(...traces.map(({ forced }) => forced)),
});

/**
 * A page, three ways: loaded with and without the extension; the extension switched on while the page is at rest,
 * with the start of its script, which happens at each load, added; and the floor and peers on the same page at rest.
 *
 * @param {Bench} bench
 * @param {string} name
 * @param {{ peers?: boolean }} [options]
 */
export async function onPage(bench, name, { peers = true } = {}) {
  const { arms, url, pairs, say } = bench;
  say(`page ${name}: ${pairs} pairs`);
  const turns = await inTurn(pairs, {
    withIt: () =>
      inTab(arms.withIt, url('empty'), async (page, cdp) => ({
        ...(await load(page, cdp, url(name))),
        heap: await heapNow(cdp),
      })),
    without: () =>
      inTab(arms.without, url('empty'), async (page, cdp) => {
        const loaded = await load(page, cdp, url(name));
        const heap = await heapNow(cdp);
        return { ...loaded, heap, floor: (await added(cdp, () => run(cdp, WALK))).task };
      }),
    on: () => costOfSwitchingOn(bench, name),
  });
  const few = Math.max(1, Math.round(pairs / 4));
  say(`page ${name}: traces`);
  const traces = await repeat(few, () => tracedLoad(bench, name));
  const slow = await tracedLoad(bench, name, 4);
  const scrolled = await tracedScroll(bench, name);
  const typed = await tracedTyping(bench, name);
  const floor = summary(turns.without.map((one) => one.floor));
  const start = summary(traces.map((one) => one.start));
  const on = summary(turns.on.map(({ task }) => task));
  /** @type {Record<string, number>} */
  const beside = {};
  if (peers) {
    say(`page ${name}: peers`);
    const cost = async (/** @type {string} */ expression) =>
      summary(await repeat(few, () => costOfRunning(bench, name, expression))).median;
    beside['mark.js, one regular expression'] = await cost(markByRegExp(substanceNames()));
    beside['Dark Reader'] = await cost(darken());
    beside['Hypothesis, no annotations'] = await cost(annotate(url(''), url('empty')));
  }
  const difference = (/** @type {'task' | 'script' | 'layout' | 'style' | 'heap'} */ what) =>
    summary(turns.withIt.map((one, at) => one[what] - (turns.without[at]?.[what] ?? 0)));
  return {
    floor,
    start,
    on,
    ratio: (on.median + start.median) / floor.median,
    onParts: {
      script: summary(turns.on.map(({ script }) => script)),
      layout: summary(turns.on.map(({ layout }) => layout)),
      style: summary(turns.on.map(({ style }) => style)),
    },
    loadDifference: {
      task: difference('task'),
      script: difference('script'),
      layout: difference('layout'),
      style: difference('style'),
    },
    heapDifference: difference('heap'),
    trace: worst(traces),
    traceSlow: worst([slow]),
    traceScroll: worst([scrolled]),
    traceTyping: worst([typed]),
    peers: Object.fromEntries(Object.entries(beside).map(([peer, ms]) => [peer, ms / floor.median])),
  };
}

/** mark.js with a list of terms, on a small page for the time it takes. @param {Bench} bench @param {string} name */
export async function markedByTerms(bench, name) {
  bench.say(`page ${name}: mark.js with a list of terms`);
  const floor = await costOfRunning(bench, name, WALK);
  return (await costOfRunning(bench, name, markByTerms(substanceNames()))) / floor;
}

/** Cost against size: the extension and the floor, and the longest task. @param {Bench} bench @param {readonly { name: string, kind: string, size: number }[]} pages */
export async function curve(bench, pages) {
  const points = [];
  for (const { name, kind, size } of pages) {
    bench.say(`curve: ${name}`);
    const times = size > 2_000_000 ? 1 : Math.max(1, Math.round(bench.pairs / 3));
    const turns = await inTurn(times, {
      on: async () => (await costOfSwitchingOn(bench, name)).task,
      floor: () => costOfRunning(bench, name, WALK),
    });
    points.push({ kind, size, on: summary(turns.on).median, floor: summary(turns.floor).median });
  }
  return points;
}

/** A feed of 200 paragraphs a second. @param {Bench} bench */
export async function onFeed(bench) {
  const { arms, url, pairs, say } = bench;
  say(`feed: ${pairs} rounds`);
  const follow = (/** @type {Arm} */ arm, /** @type {string} */ first) =>
    inTab(arm, url('empty'), async (page, cdp) => {
      await load(page, cdp, url('feed'));
      await run(cdp, first);
      await settle(cdp);
      const before = await costSoFar(cdp);
      await run(cdp, 'startFeed()');
      await settle(cdp);
      return (await costSoFar(cdp)).task - before.task;
    });
  const turns = await inTurn(pairs, {
    alone: () => follow(arms.without, '0'),
    observed: () => follow(arms.without, OBSERVE),
    withIt: () => follow(arms.withIt, '0'),
  });
  const trace = await inTab(arms.withIt, url('empty'), async (page, cdp) => {
    await load(page, cdp, url('feed'));
    const events = await record(cdp, async () => {
      await run(cdp, 'startFeed()');
      await settle(cdp);
    });
    return readTrace(events, arms.origin);
  });
  const over = (/** @type {'observed' | 'withIt'} */ arm) =>
    summary(turns[arm].map((task, at) => task - (turns.alone[at] ?? 0)));
  return { page: summary(turns.alone), observer: over('observed'), extension: over('withIt'), trace };
}

/** The heap of a single-page app over many changes, in kB, and what compiled code takes of it at first and in the end. @param {Bench} bench @param {number} changes */
export async function onApp({ arms, url, say }, changes) {
  say(`single-page app: ${changes} page changes`);
  const steps = 5;
  const heaps = (/** @type {Arm} */ arm) =>
    inTab(arm, url('empty'), async (page, cdp) => {
      await load(page, cdp, url('app'));
      const sizes = [];
      const code = [];
      for (let step = 0; step < steps; step++) {
        await run(cdp, `changePages(${changes / steps})`);
        await settle(cdp);
        sizes.push(Math.round(await heapNow(cdp)));
        if (step === 0 || step === steps - 1) code.push(Math.round(await codeNow(cdp)));
      }
      return { sizes, code };
    });
  return { changes, without: await heaps(arms.without), withIt: await heaps(arms.withIt) };
}

/** Ends the background worker, as the browser does after half a minute. @param {import('@playwright/test').CDPSession} cdp */
async function stopWorker(cdp) {
  const { targetInfos } = await cdp.send('Target.getTargets');
  for (const { type, targetId } of targetInfos)
    if (type === 'service_worker') await cdp.send('Target.closeTarget', { targetId });
}

/** Times from a page's own clock: text there to first mark; pointer at rest to card. @param {Bench} bench */
export async function onArticle({ arms, url, pairs, say }) {
  say(`article: ${pairs} times, and as many with the worker asleep`);
  const told = async (/** @type {import('@playwright/test').Page} */ page) =>
    JSON.parse((await page.waitForEvent('console')).text());
  const firstMark = async (/** @type {import('@playwright/test').Page} */ page) => {
    const [mark] = await Promise.all([told(page), page.goto(url('article'), { waitUntil: 'load' })]);
    return mark;
  };
  const results = await repeat(pairs, () =>
    inTab(arms.withIt, url('empty'), async (page) => {
      const { time, x, y } = await firstMark(page);
      await page.mouse.move(x - 40, y + 30);
      const [{ card }] = await Promise.all([told(page), page.mouse.move(x, y)]);
      return { mark: time, card };
    }),
  );
  const asleep = await repeat(pairs, () =>
    inTab(arms.withIt, url('empty'), async (page, cdp) => {
      await stopWorker(cdp);
      return (await firstMark(page)).time;
    }),
  );
  return {
    firstMark: summary(results.map(({ mark }) => mark)),
    firstMarkAsleep: summary(asleep),
    card: summary(results.map(({ card }) => card)),
  };
}
