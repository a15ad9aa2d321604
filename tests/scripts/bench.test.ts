import { describe, expect, test } from 'vitest';
import gate from '../../generated/gate.json';
import { createGate } from '../../lib/claims/gate.ts';
import { costChart } from '../../scripts/bench/chart.mjs';
import { summary } from '../../scripts/bench/measure.mjs';
import { appPage, documentPage, feedPage, listPage, textBlocks } from '../../scripts/bench/pages.mjs';
import { REST, targetRows, targetTable } from '../../scripts/bench/targets.mjs';
import { readTrace } from '../../scripts/bench/trace.mjs';
import { read } from '../structure/source-tree.ts';

const namesSubstance = createGate(gate);

describe('the pages', () => {
  test('are the same each time', () => {
    expect(documentPage('claims', 20_000)).toBe(documentPage('claims', 20_000));
    expect(appPage()).toBe(appPage());
  });

  test('have the size asked for, to within a block', () => {
    for (const size of [10_000, 200_000]) {
      const bytes = Buffer.byteLength(documentPage('sparse', size));
      expect(Math.abs(bytes - size)).toBeLessThan(2500);
    }
  });

  test('name no substance where they are plain', () => {
    expect(namesSubstance(documentPage('plain', 300_000))).toBe(false);
    expect(namesSubstance(feedPage())).toBe(false);
  });

  test('name one in every 50th block where they are sparse', () => {
    const named = textBlocks('sparse', 200_000).flatMap((text, at) => (namesSubstance(text) ? [at + 1] : []));
    expect(named.length).toBeGreaterThan(5);
    expect(named).toEqual(named.map((_, at) => 50 * (at + 1)));
  });

  test('hold as many list items as asked for', () => {
    expect(listPage(120).match(/<li>/g)).toHaveLength(120 + 2);
  });
});

test('a summary gives the median and the quartiles', () => {
  expect(summary([5, 1, 3, 2, 4])).toEqual({ median: 3, low: 2, high: 4, count: 5 });
  expect(summary([1, 2]).median).toBe(1.5);
});

describe('a trace', () => {
  const us = 'chrome-extension://abc/';
  const thread = (name: string) => ({ name: 'thread_name', ph: 'M', pid: 1, tid: 2, ts: 0, args: { name } });
  const event = (name: string, ts: number, dur: number, url = '') => ({
    name,
    ph: 'X',
    pid: 1,
    tid: 2,
    ts,
    dur,
    tdur: dur,
    args: { data: { url } },
  });
  const events = [
    event('RunTask', 0, 60_000),
    event('EvaluateScript', 10, 3000, `${us}content.js`),
    event('v8.compile', 20, 1000, `${us}content.js`),
    event('FunctionCall', 5000, 50_000, `${us}content.js`),
    event('UpdateLayoutTree', 6000, 2000),
    event('RunMicrotasks', 56_000, 1000),
    event('Layout', 58_000, 1000),
    event('RunTask', 70_000, 90_000),
    event('FunctionCall', 71_000, 80_000, 'http://page/'),
    event('RunTask', 200_000, 4000),
    event('FunctionCall', 200_100, 3000, `${us}content.js`),
  ];

  test('counts what code of ours took of each task, and style and layout within it', () => {
    expect(readTrace([thread('CrRendererMain'), ...events], us)).toEqual({
      longest: 54,
      longestWhole: 60,
      total: 57,
      start: 3,
      longTasks: 1,
      forced: 1,
      forcedTime: 2,
    });
  });

  test('leaves other threads alone', () => {
    expect(readTrace([thread('Compositor'), ...events], us).total).toBe(0);
  });
});

test('the table says what was not measured, and what is not met', () => {
  const article = {
    firstMark: { median: 80, low: 70, high: 90, count: 3 },
    firstMarkAsleep: { median: 300, low: 290, high: 310, count: 3 },
    card: { median: REST + 60, low: 0, high: 0, count: 3 },
  };
  const time = (median: number) => ({ median, low: 0, high: 0, count: 3 });
  const popup = { box: time(120), bare: time(60), answer: time(130), first: 400 };
  const rows = targetRows({ contentBytes: 39_000, article, popup });
  const of = (what: string) => rows.find((row) => row.what.startsWith(what));
  expect(of('content script')?.met).toBe(true);
  expect(of('first mark')?.met).toBe(true);
  expect(of('card open')?.met).toBe(false);
  expect(of('popup open')).toMatchObject({
    met: false,
    measured: expect.stringContaining('2.0 × a bare page'),
  });
  expect(of('feed')).toMatchObject({ measured: 'not measured', met: null });
  expect(targetTable(rows).split('\n')).toHaveLength(rows.length + 2);
});

test('the time of rest is the one of the content script', () => {
  expect(read('entrypoints/content/watch-pointer.ts')).toContain(`const REST = ${REST};`);
});

test('the chart shows each kind and the floor', () => {
  const svg = costChart([
    { kind: 'plain', size: 10_000, on: 2, floor: 1 },
    { kind: 'plain', size: 100_000, on: 9, floor: 5 },
    { kind: 'claims', size: 10_000, on: 80, floor: 1 },
  ]);
  for (const words of ['no name', 'full of claims', 'bare walk', '10 kB', '100 kB'])
    expect(svg).toContain(words);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});
