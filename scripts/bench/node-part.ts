/** The Node part of the bench: the detector beside other readers of English, as JSON on standard output. */
import nlpCompromise from 'compromise';
import { Bench } from 'tinybench';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { createDetector } from '../../lib/claims/detect.ts';
import { createGate, gateNames, gateSources } from '../../lib/claims/gate.ts';
import { claimTables } from '../build/claim-tables.ts';
import { readData } from '../build/read-data.ts';
import { textBlocks } from './pages.mjs';

const root = new URL('../..', import.meta.url).pathname;
const least = Number(process.argv[2] ?? 5);
const tables = claimTables(root, readData(root));
const names = gateNames(tables);
const literal = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const oneRegExp = new RegExp(`\\b(?:${names.map(literal).join('|')})\\b`, 'gi');
const eachRegExp = names.map((name) => new RegExp(`\\b${literal(name)}\\b`, 'gi'));

const wink = winkNLP(model, ['sbd', 'negation', 'pos']);
wink.learnCustomEntities(names.map((name) => ({ name: 'substance', patterns: [name] })));

/** Each reads a list of blocks; `share` of the text is enough for the slow ones. */
const readers: readonly { name: string; share: number; read: (blocks: readonly string[]) => unknown }[] = [
  {
    name: 'lower case and one pass',
    share: 1,
    read: (blocks) => {
      let sum = 0;
      for (const block of blocks) {
        const text = block.toLowerCase();
        for (let i = 0; i < text.length; i++) sum ^= text.charCodeAt(i);
      }
      return sum;
    },
  },
  {
    name: 'one regular expression of all names',
    share: 1,
    read: (blocks) => blocks.map((text) => text.match(oneRegExp)?.length ?? 0),
  },
  {
    name: 'a regular expression a name, as mark.js has it',
    share: 0.1,
    read: (blocks) => blocks.map((text) => eachRegExp.map((one) => text.match(one)?.length ?? 0)),
  },
  { name: 'our gate', share: 1, read: (blocks) => blocks.map(createdGate()) },
  {
    name: 'our detector',
    share: 1,
    // Blocks of their own each time: the detector keeps its work by their identity.
    read: (blocks) =>
      createdDetector().detect({ title: '', blocks: blocks.map((text) => ({ tag: 'p', text })) }),
  },
  {
    name: 'wink-nlp: sentences, negation, parts of speech, names',
    share: 0.2,
    read: (blocks) => blocks.map((text) => wink.readDoc(text).customEntities().out().length),
  },
  {
    name: 'compromise: tags',
    share: 0.05,
    read: (blocks) => blocks.map((text) => nlpCompromise(text).sentences().length),
  },
];

let gate: ReturnType<typeof createGate> | undefined;
const createdGate = () => (gate ??= createGate(gateSources(tables)));
let detector: ReturnType<typeof createDetector> | undefined;
const createdDetector = () => (detector ??= createDetector(tables));

const TEXTS = [
  { text: 'plain', kind: 'plain', size: 1_000_000 },
  { text: 'sparse', kind: 'sparse', size: 100_000 },
  { text: 'claims', kind: 'claims', size: 100_000 },
] as const;

const results: { text: string; reader: string; rate: number; low: number; high: number; samples: number }[] =
  [];
for (const { text, kind, size } of TEXTS) {
  const bench = new Bench({ time: 300, iterations: least, warmupTime: 50, warmupIterations: 1 });
  const lengths = new Map<string, number>();
  for (const { name, share, read } of readers) {
    const blocks = textBlocks(kind, Math.max(10_000, size * share));
    lengths.set(name, blocks.join('').length);
    bench.add(name, () => void read(blocks));
  }
  await bench.run();
  for (const { name, result } of bench.tasks) {
    if (!('latency' in result)) throw new Error(`${name} did not run to its end.`);
    const { p50, p75, samplesCount } = result.latency;
    const rate = (ms: number) => (lengths.get(name) ?? 0) / 1000 / ms;
    results.push({
      text,
      reader: name,
      rate: rate(p50),
      low: rate(p75),
      high: rate(result.latency.min),
      samples: samplesCount,
    });
  }
}
console.log(JSON.stringify(results));
