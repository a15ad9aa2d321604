import type { SubstanceId, TopicId } from '../../generated/ids.ts';
import type { PageText, TextBlock } from '../text/block.ts';
import { sentenceSpans } from '../text/sentences.ts';
import type { Claim, Cue, CueKind } from './claim.ts';
import { createLexicon, type Hit } from './lexicon.ts';
import type { ClaimTables } from './tables.ts';

export interface Detector {
  /** False where the text names no substance, so that the page can be left at once: one pass of one regular expression. */
  namesSubstance(text: string): boolean;
  /** All claims of the page in reading order. Pure; work done for a TextBlock is kept by its identity (WeakMap), so calling it again with mostly the same block objects is cheap. Never throws. */
  detect(page: PageText): Claim[];
}

interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly hits: readonly Hit[];
}
/** A (substance, topic) pair that a sentence might assert, and what speaks for and against it. */
export interface Candidate {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly substance: string;
  readonly topic: string;
  readonly features: readonly string[];
  readonly cues: readonly Cue[];
}

const CUE_KINDS = new Set([
  'benefit',
  'harm',
  'negation',
  'hedge',
  'distance',
  'comparison',
  'question',
  'recovery',
]);
const WITHDRAWAL: Record<string, string> = {
  opioid: 'opioid-withdrawal',
  alcohol: 'alcohol-withdrawal',
  benzo: 'benzo-withdrawal',
  stimulant: 'stimulant-withdrawal',
  cannabis: 'cannabis-withdrawal',
  nicotine: 'smoking-cessation',
};
/** Cues whose meaning turns on the page, the tier or the place. */
const SIGNS = new Set([
  'negation',
  'harm',
  'failure',
  'distance',
  'consult',
  'definition',
  'mechanism',
  'law',
  'study',
  'question',
  'benefit',
  'report',
  'hedge',
  'quitting',
  'otherscope',
  'prefix',
  'problemlist',
  'doselist',
  'pronoun',
  'recovery',
]);
/** How much a cue says of the page's kind, since benefit words are common everywhere. */
const LEAN: Readonly<Record<string, number>> = {
  sell: 1,
  forum: 0.8,
  warnpage: 1.2,
  study: 1,
  benefit: 0.5,
  law: 1,
};
const GABA_TAKEN = /supplement|capsule|pill|powder|\bmg\b|\d+ ?mg|take|taking|took|pharmagaba/i;
/** A heading that announces its section, not a statement. */
const TITLE =
  /^(?:\d+\. )?(?:understanding|exploring|navigating|the (?:science|role|benefits)|what|how|benefits|potential|uses|best|using|is |does |can |should |[\w’' -]+ (?:and|for|vs\.?) [\w -]+$)/i;
const CASED = new Set(['NAC', 'NAD', 'SAMe', 'EPA', 'DHA', 'B1', 'B3', 'B6', 'B12', 'D3']);
const pattern = (s: string) =>
  s
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/[\s-]+/g, '[\\s-]+')
    .replace(/['’]/g, "['’]?");

/** Makes the candidates and the gate; the score of a candidate is the detector's, so training sees what ships. */
export function createCandidates(tables: ClaimTables) {
  const lexicon = createLexicon(tables);
  const kinds = new Map(tables.substances.map(([id, kind]) => [id, kind]));
  const tiers = new Map(tables.topics.map(([id, tier]) => [id, tier]));
  const names = tables.substances.flatMap(([, , aliases, ambiguous]) => {
    const unsure = new Set(ambiguous.split(';'));
    return aliases.split(';').filter((a) => !unsure.has(a) || CASED.has(a));
  });
  const short = new Set(names.map((n) => n.toLowerCase()));
  const gate = new RegExp(
    `(?<![a-z0-9])(?:${names
      .filter((n) => !short.has(n.toLowerCase().split(' ')[0] ?? '') || !n.includes(' '))
      .map(pattern)
      .join('|')})(?![a-z0-9])`,
    'i',
  );
  const kept = new WeakMap<TextBlock, Sentence[]>();
  const read = (text: string): Sentence[] =>
    sentenceSpans(text).map(([start, end]) => {
      const part = text.slice(start, end);
      // "Opioid receptors" is chemistry: it says nothing of what the reader is coming off.
      const hits = lexicon
        .scan(part)
        .filter((h) => h.type !== 'drug' || !/^[\s-]*receptor/i.test(part.slice(h.end, h.end + 12)));
      return { start, end, text: part, hits };
    });
  const sentencesOf = (block: TextBlock) => {
    let found = kept.get(block);
    if (!found) {
      found = read(block.text);
      kept.set(block, found);
    }
    return found;
  };

  function candidates(page: PageText): Candidate[] {
    const title = read(page.title);
    const blocks = page.blocks.map(sentencesOf);
    const all = [...title, ...blocks.flat()];
    const sure = new Set<string>();
    const tally = new Map<string, number>();
    for (const s of all)
      for (const h of s.hits) {
        if (h.type === 'sub' && (!h.unsure || CASED.has(s.text.slice(h.start, h.end)))) sure.add(h.id);
        const k = h.type + h.id;
        tally.set(k, (tally.get(k) ?? 0) + 1);
      }
    if (sure.size === 0) return [];
    const subs = (s: Sentence) => [
      ...new Set(s.hits.filter((h) => h.type === 'sub' && sure.has(h.id)).map((h) => h.id)),
    ];
    const subsOf = (list: readonly Sentence[]) => [...new Set(list.flatMap(subs))];
    const cueIds = (list: readonly Sentence[]) =>
      new Set(list.flatMap((s) => s.hits.filter((h) => h.type === 'cue').map((h) => h.id)));
    const topicsOf = (list: readonly Sentence[]) =>
      new Set(
        list.flatMap((s) =>
          s.hits.filter((h) => h.type === 'good' || h.type === 'bad' || h.type === 'field').map((h) => h.id),
        ),
      );
    const per = (k: string) => (100 * (tally.get(`cue${k}`) ?? 0)) / Math.max(all.length, 5);
    const titleSubs = subsOf(title);
    const titleCues = cueIds(title);
    const main = titleSubs.length
      ? titleSubs
      : [...sure].sort((a, b) => (tally.get(`sub${b}`) ?? 0) - (tally.get(`sub${a}`) ?? 0)).slice(0, 1);
    const drug = Object.keys(WITHDRAWAL).sort(
      (a, b) => (tally.get(`drug${b}`) ?? 0) - (tally.get(`drug${a}`) ?? 0),
    )[0] as string;
    const pageFeatures = [
      'sell',
      'forum',
      'warnpage',
      'study',
      'recovery',
      'otherscope',
      'harm',
      'benefit',
      'distance',
      'law',
    ].map((k) => `page ${k} ${Math.min(4, Math.floor(Math.log2(1 + per(k) / 4)))}`);
    const leaning = ['sell', 'forum', 'warnpage', 'study', 'benefit', 'law'].sort(
      (a, b) => per(b) * (LEAN[b] ?? 1) - per(a) * (LEAN[a] ?? 1),
    )[0] as string;
    const out: Candidate[] = [];
    const heads: Sentence[][] = [];
    let lead: Sentence[] = [];
    let spoken: string[] = [];
    page.blocks.forEach((block, b) => {
      const sentences = blocks[b] ?? [];
      const level = /^h[1-6]$/.test(block.tag) ? Number(block.tag[1]) : 0;
      if (level) {
        heads.length = Math.min(heads.length, level);
        heads[level] = sentences;
        lead = [];
        const named = subsOf(sentences);
        if (named.length) spoken = named;
      }
      const path = heads.filter(Boolean);
      const own = path.at(-1) ?? [];
      const headSubs = subsOf(own);
      const headCues = cueIds(own);
      const leadCues = cueIds(lead);
      const leadTopics = topicsOf(lead);
      const headTopics = topicsOf(own);
      const listed = block.tag === 'li' || block.tag === 'td' || block.tag === 'dd';
      let inBlock: string[] = [];
      let before = new Set<string>();
      sentences.forEach((s, i) => {
        const named = subs(s);
        const cues = cueIds([s]);
        const source = named.length
          ? 'own'
          : inBlock.length
            ? 'block'
            : headSubs.length
              ? 'head'
              : spoken.length
                ? 'spoken'
                : 'main';
        const chosen = named.length
          ? named
          : inBlock.length
            ? inBlock
            : headSubs.length
              ? headSubs
              : spoken.length
                ? spoken
                : main;
        const drugs = new Set(s.hits.filter((h) => h.type === 'drug' && WITHDRAWAL[h.id]).map((h) => h.id));
        const words = new Map<string, Hit>();
        const rank: Record<string, number> = { good: 3, bad: 2, field: 1 };
        for (const h of s.hits) {
          const r = rank[h.type] ?? 0;
          if (r && r > (rank[words.get(h.id)?.type ?? ''] ?? 0)) words.set(h.id, h);
        }
        const shape = `${level ? 'heading' : block.tag} ${source}`;
        const sentenceFeatures = [
          'bias',
          shape,
          `length ${Math.min(5, Math.floor(s.text.length / 40))}`,
          ...pageFeatures,
        ];
        for (const c of cues) sentenceFeatures.push(`has ${c}`);
        for (const c of before) sentenceFeatures.push(`before ${c}`);
        for (const c of headCues) if (c !== 'other') sentenceFeatures.push(`under ${c}`);
        for (const c of leadCues) sentenceFeatures.push(`lead ${c}`);
        for (const [x, y] of [
          ['negation', 'benefit'],
          ['harm', 'benefit'],
          ['distance', 'benefit'],
          ['study', 'benefit'],
          ['hedge', 'benefit'],
          ['report', 'benefit'],
          ['mechanism', 'benefit'],
          ['consult', 'benefit'],
          ['pronoun', 'benefit'],
          ['failure', 'hedge'],
        ] as const)
          if (cues.has(x) && cues.has(y)) sentenceFeatures.push(`has ${x}+${y}`);
        if (!cues.has('benefit')) sentenceFeatures.push(`plain ${shape}`);
        if (s.text.endsWith('?')) sentenceFeatures.push('asks');
        if (s.text.endsWith(':')) sentenceFeatures.push('introduces');
        if (drugs.size) sentenceFeatures.push('has drug');
        if (s.hits.some((h) => h.id === 'medicines')) sentenceFeatures.push('has medicine');
        if (i === 0) sentenceFeatures.push('first');
        // Where the sentence names nothing, it speaks of the last substance only by a pronoun, as a fragment or in a list.
        const carried =
          named.length > 0 ||
          listed ||
          cues.has('pronoun') ||
          s.text.length < 60 ||
          (cues.has('benefit') && source !== 'main');
        const plainQuestion =
          s.text.endsWith('?') && !/^["“]?(?:so )?(?:why|tired of|want to|looking|ready|need)/i.test(s.text);
        const title = level > 0 && (!cues.has('benefit') || TITLE.test(s.text));
        const advice =
          cues.has('consult') &&
          /should|always|consult|imperative|essential|before /i.test(s.text) &&
          !/(?:may|can|could) (?:help|ease|reduce)/i.test(s.text);
        const silent = !carried || plainQuestion || s.text.endsWith(':') || title || advice;
        const add = (substance: string, topic: string, hit: Hit | undefined, from: string) => {
          const kind = kinds.get(substance) ?? '';
          const tier = tiers.get(topic) ?? '';
          const risk = kind === 'dependence-risk' ? 'risk' : 'other';
          const scope = `${titleCues.has('recovery') ? 't' : '-'}${path.some((p) => cueIds(p).has('recovery')) ? 'h' : '-'}${cues.has('recovery') ? 's' : '-'}`;
          if (
            tier !== 'core' &&
            risk === 'other' &&
            !titleCues.has('recovery') &&
            !path.some((p) => cueIds(p).has('recovery')) &&
            per('recovery') < 15
          )
            return;
          const f = [
            ...sentenceFeatures,
            `topic ${topic}`,
            `topic ${topic} ${hit?.type ?? from}`,
            `${tier} ${risk}`,
            `${tier} ${risk} ${scope}`,
            `${from} ${tier}`,
            `class ${kind}`,
            `substances ${Math.min(chosen.length, 4)}`,
            `topics ${Math.min(words.size, 5)}`,
          ];
          if (hit) {
            f.push(
              `${hit.type} ${cues.has('benefit') ? 'helped' : 'bare'}`,
              `${hit.type} ${listed ? 'listed' : 'running'} ${source}`,
            );
            for (const k of ['sell', 'warnpage', 'forum'])
              f.push(`${hit.type} in ${k} ${per(k) > 12 ? 'much' : per(k) > 4 ? 'some' : 'no'}`);
            for (const k of ['benefit', 'harm', 'negation', 'distance', 'failure', 'comparison']) {
              let near = 99;
              for (const h of s.hits)
                if (h.type === 'cue' && h.id === k && !(h.start === hit.start && h.end === hit.end))
                  if (Math.abs(h.at - hit.at) < Math.abs(near)) near = h.at - hit.at;
              if (near < 99)
                f.push(
                  `${k} ${near < 0 ? 'before' : 'after'} ${Math.abs(near) < 3 ? 'close' : Math.abs(near) < 8 ? 'near' : 'far'} ${hit.type}`,
                );
            }
          }
          // Which way the page leans decides what a bare symptom or a list means, so cues are also read by it.
          const order = hit
            ? s.hits
                .filter(
                  (h) =>
                    (h.type === 'sub' && h.id === substance) ||
                    (h.type === 'cue' && h.id === 'benefit') ||
                    h === hit,
                )
                .map((h) => (h === hit ? 'T' : h.type === 'sub' ? 'S' : 'B'))
                .join('')
                .replace(/(.)\1+/g, '$1')
                .slice(0, 5)
            : '';
          f.push(
            `order ${order}`,
            `order ${order} ${hit?.type ?? from}`,
            `leans ${leaning} ${tier} ${risk}`,
            `leans ${leaning} ${shape}`,
          );
          for (const c of cues)
            if (SIGNS.has(c))
              f.push(
                `has ${c} ${tier}`,
                `has ${c} ${hit?.type ?? from}`,
                `has ${c} leans ${leaning}`,
                `has ${c} ${source}`,
              );
          for (const c of headCues)
            if (SIGNS.has(c)) f.push(`under ${c} ${listed ? 'listed' : 'running'} ${tier}`);
          for (const c of leadCues)
            if (SIGNS.has(c)) f.push(`lead ${c} ${listed ? 'listed' : 'running'} ${hit?.type ?? from}`);
          if (leadTopics.has(topic)) f.push('lead has topic');
          if (headTopics.has(topic)) f.push('heading has topic');
          const quit = s.hits.some(
            (h) =>
              h.type === 'cue' &&
              h.id === 'quitting' &&
              s.hits.some(
                (x) => x.type === 'sub' && x.id === substance && h.at - x.at > 0 && h.at - x.at < 3,
              ),
          );
          if (quit) f.push('quits it');
          if (titleSubs.includes(substance))
            f.push('in title', `in title ${titleCues.has('quitting') ? 'quit' : ''} ${tier}`);
          const where = named.includes(substance)
            ? 'sentence'
            : inBlock.includes(substance) || !headSubs.includes(substance)
              ? 'earlier'
              : 'heading';
          const shown: Cue[] = [];
          const subHit = s.hits.find((h) => h.type === 'sub' && h.id === substance);
          shown.push({
            kind: 'substance',
            text: subHit ? s.text.slice(subHit.start, subHit.end) : substance,
            where,
          });
          if (hit) shown.push({ kind: 'topic', text: s.text.slice(hit.start, hit.end), where: 'sentence' });
          for (const h of s.hits)
            if (h.type === 'cue' && CUE_KINDS.has(h.id) && shown.length < 6)
              shown.push({ kind: h.id as CueKind, text: s.text.slice(h.start, h.end), where: 'sentence' });
          out.push({
            block: b,
            start: s.start,
            end: s.end,
            substance,
            topic,
            features: [...new Set(f)],
            cues: shown,
          });
        };
        for (const substance of silent ? [] : chosen.slice(0, 12)) {
          // GABA without a word of a supplement is the body's own.
          if (substance === 'gaba' && !GABA_TAKEN.test(s.text) && !titleSubs.includes('gaba')) continue;
          for (const [topic, hit] of words) {
            if (topic !== 'withdrawal') add(substance, topic, hit, 'own');
            else if (drugs.size) for (const d of drugs) add(substance, WITHDRAWAL[d] as string, hit, 'own');
            else
              add(
                substance,
                (tally.get(`drug${drug}`) ?? 0) >= 3 ? (WITHDRAWAL[drug] as string) : 'withdrawal',
                hit,
                'page drug',
              );
          }
          if (words.size === 0 && (cues.has('benefit') || listed)) {
            for (const topic of leadTopics.size ? leadTopics : headTopics)
              add(
                substance,
                topic === 'withdrawal' && (tally.get(`drug${drug}`) ?? 0) >= 3
                  ? (WITHDRAWAL[drug] as string)
                  : topic,
                undefined,
                'context',
              );
          }
        }
        if (named.length) {
          inBlock = named;
          if (!listed) spoken = named;
        }
        before = cues;
      });
      if (!listed && !level)
        lead =
          sentences.length && (sentences.at(-1)?.text.endsWith(':') || block.text.length < 60)
            ? [sentences.at(-1) as Sentence]
            : [];
      else if (block.tag === 'td' || block.tag === 'th') lead = sentences;
    });
    return out;
  }
  return { candidates, namesSubstance: (text: string) => gate.test(text) };
}

/** A detector over the tables. Building it reads every phrase once; do it once a page. */
export function createDetector(tables: ClaimTables): Detector {
  const { candidates, namesSubstance } = createCandidates(tables);
  return {
    namesSubstance,
    detect(page) {
      if (!page.blocks.some((block) => namesSubstance(block.text)) && !namesSubstance(page.title)) return [];
      const claims = new Map<string, Claim>();
      for (const c of candidates(page)) {
        let sum = 0;
        for (const f of c.features) sum += tables.weights[f] ?? 0;
        const id = `${c.block} ${c.start} ${c.substance} ${c.topic}`;
        if (sum < tables.threshold || claims.has(id)) continue;
        const { block, start, end, cues } = c;
        claims.set(id, {
          block,
          start,
          end,
          substance: c.substance as SubstanceId,
          topic: c.topic as TopicId,
          cues,
        });
      }
      return [...claims.values()];
    },
  };
}
