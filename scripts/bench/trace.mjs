// @ts-check
/** What ran on a page's main thread, read from the browser's own trace. */

/**
 * @typedef {import('@playwright/test').CDPSession} CDPSession
 *
 * Microseconds; `tdur` is CPU time of the thread.
 * @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args?: any }} Event
 *
 * @typedef {object} Trace
 * @property {number} longest The most that our part of a task took, in milliseconds of CPU time: what the browser calls of ours in it,
 *   and all promises that go on in such a task. The page may do as much again in the same task, by itself.
 * @property {number} longestWhole The longest task in which code of ours ran, the page's own part of it included.
 * @property {number} total Our parts of all tasks together, in milliseconds of CPU time.
 * @property {number} start Of these, what starting the content script took.
 * @property {number} longTasks How many of our parts took 50 ms or more.
 * @property {number} forced Times that code of ours made the browser bring style or layout up to date.
 * @property {number} forcedTime What that took, in milliseconds of CPU time.
 */

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
const LONG = 50;
/** Promises that go on name no script. */
const PROMISES = 'RunMicrotasks';

/** @param {Event} event */
const end = ({ ts, dur = 0 }) => ts + dur;
/** @param {Event} event CPU time in milliseconds; the wall's where the browser gives none. */
const cpu = ({ tdur, dur = 0 }) => (tdur ?? dur) / 1000;
/** @param {Event} event */
const addressOf = ({ args }) => args?.data?.url ?? args?.beginData?.url ?? '';

/**
 * Records a trace while `work` runs.
 *
 * @param {CDPSession} cdp Of the page.
 * @param {() => Promise<unknown>} work
 * @returns {Promise<Event[]>}
 */
export async function record(cdp, work) {
  /** @type {Event[]} */
  const events = [];
  const collect = (/** @type {{ value: any[] }} */ { value }) => events.push(...value);
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
    transferMode: 'ReportEvents',
  });
  try {
    await work();
  } finally {
    const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
    await cdp.send('Tracing.end');
    await complete;
    cdp.off('Tracing.dataCollected', collect);
  }
  return events;
}

/** Events within each other by thread, each list in order of time. @param {Event[]} events */
function byThread(events) {
  /** @type {Map<string, Event[]>} */
  const threads = new Map();
  for (const event of events) {
    if (event.ph !== 'X') continue;
    const key = `${event.pid} ${event.tid}`;
    const list = threads.get(key);
    if (list) list.push(event);
    else threads.set(key, [event]);
  }
  for (const list of threads.values()) list.sort((a, b) => a.ts - b.ts || end(b) - end(a));
  return threads;
}

/**
 * What code from an address did on the main thread of a page.
 *
 * @param {Event[]} events
 * @param {string} origin Beginning of the addresses of the scripts that count as ours.
 * @returns {Trace}
 */
export function readTrace(events, origin) {
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const trace = { longest: 0, longestWhole: 0, total: 0, start: 0, longTasks: 0, forced: 0, forcedTime: 0 };
  for (const [key, list] of byThread(events)) {
    if (!main.has(key)) continue;
    let task = /** @type {Event | null} */ (null);
    /** What the task did, one after the other, and whether code of ours ran in it. */
    let steps = /** @type {{ event: Event, ours: boolean }[]} */ ([]);
    let oursUntil = 0;
    const endTask = () => {
      if (task && steps.some(({ ours }) => ours)) {
        const own = steps.filter(({ event, ours }) => ours || event.name === PROMISES);
        const time = own.reduce((sum, { event }) => sum + cpu(event), 0);
        trace.longest = Math.max(trace.longest, time);
        trace.longestWhole = Math.max(trace.longestWhole, cpu(task));
        trace.total += time;
        if (time >= LONG) trace.longTasks += 1;
      }
      steps = [];
    };
    for (const event of list) {
      if (event.name === 'RunTask') {
        endTask();
        task = event;
        continue;
      }
      const ours = addressOf(event).startsWith(origin);
      if (task && event.ts < end(task)) {
        const last = steps.at(-1);
        if (!last || event.ts >= end(last.event)) steps.push({ event, ours });
        else last.ours ||= ours;
      }
      if (ours) {
        const outermost = event.ts >= oursUntil;
        oursUntil = Math.max(oursUntil, end(event));
        if (outermost && /^(EvaluateScript|v8\.compile)$/.test(event.name)) trace.start += cpu(event);
      } else if (event.ts < oursUntil && (event.name === 'Layout' || event.name === 'UpdateLayoutTree')) {
        trace.forced += 1;
        trace.forcedTime += cpu(event);
      }
    }
    endTask();
  }
  return trace;
}
