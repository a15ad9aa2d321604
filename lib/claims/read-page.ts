import type { PageText, TextBlock } from '../text/block.ts';
import { createLexicon, type Steps } from './lexicon.ts';
import { createMentions, type Mention } from './mentions.ts';
import { type DrugPlace, drugsOffered, MOST_OFFERED, type Place, substancesOffered } from './places.ts';
import { quitLevels } from './quits.ts';
import { createTable } from './read-table.ts';
import { readText } from './read-text.ts';
import { createRivals, type RivalPlace } from './rivals.ts';
import { sectionsOf } from './sections.ts';
import { cuesOf, drugsOf, drugsToComeOff, type Sentence, topicsOf, WITHDRAWAL } from './sentence.ts';
import { sureNames } from './sure-names.ts';
import { classesOf, type LexiconTables } from './tables.ts';

/** A sentence is offered so many of the substances that its page names most. */
const MOST_NAMED = 2;
/** Mentions of one drug from which on the page has made plain which withdrawal it speaks of. */
const PLAIN_DRUG = 3;

/** How a sentence comes by its substance, nearest first. */
export type Source = 'own' | 'block' | 'row' | 'head' | 'spoken' | 'main';

/** A sentence with all that a reader who began at the top would know of it. */
export interface Placed {
  readonly sentence: Sentence;
  readonly block: number;
  readonly tag: string;
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  /** In a list, a table or a glossary. */
  readonly listed: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Substances that the sentence itself names. */
  readonly named: readonly string[];
  /** Those that it speaks of: its own, else the nearest before it. */
  readonly substances: readonly string[];
  readonly source: Source;
  /** Headings above it, outermost first, and the nearest of them. */
  readonly path: readonly (readonly Sentence[])[];
  readonly heading: readonly Sentence[];
  readonly headingSubstances: readonly string[];
  /** Sentences of its section, heading included, that speak of recovery from a substance; and of all, in hundredths. */
  readonly sectionRecovery: number;
  readonly sectionShare: number;
  /** The line that introduces the list it stands in; for a cell, the head of its column or the cell before. */
  readonly lead: readonly Sentence[];
  readonly before: Sentence | undefined;
  readonly after: Sentence | undefined;
  /** Topics of the last sentence before it in its block that had any. */
  readonly topicsBefore: ReadonlySet<string>;
  /** Substances named earlier in its block. */
  readonly inBlock: readonly string[];
  /** Where each substance that it may speak of stands, nearest first; where it names any, only those and what is beside it. */
  readonly offered: ReadonlyMap<string, readonly Place[]>;
  /** The first of them, and its class; empty where there is none. */
  readonly nearest: string;
  readonly substanceClass: string;
  /** How far each of them was last named. */
  readonly mentions: ReadonlyMap<string, Mention>;
  /** Where a rival of the substances stands nearest: yoga, creatine, a support group. */
  readonly rival: RivalPlace;
  /** The drug groups that it may speak of, each with the nearest place that names it. */
  readonly drugs: ReadonlyMap<string, DrugPlace>;
}

/** What holds for the page as a whole. */
export interface PageState {
  readonly title: readonly Sentence[];
  readonly titleSubstances: readonly string[];
  readonly titleCues: ReadonlySet<string>;
  readonly titleTopics: ReadonlySet<string>;
  /** The substances that the page is about. */
  readonly main: readonly string[];
  /** The drug group spoken of most, and how often. */
  readonly drug: string;
  readonly drugCount: number;
  /** The page speaks of recovery in words that mean nothing else: "recovery" alone may be a muscle's. */
  readonly onRecovery: boolean;
  /** The page speaks of another recovery, such as a muscle's, and never of that from a substance. */
  readonly onOtherRecovery: boolean;
  /** How often the page names a drug that a person may be coming off, by a word that means little else. */
  readonly drugsNamed: number;
  /** How much the page speaks of quitting each of its substances, 1 to 3; those that it speaks of quitting at all. */
  readonly quits: ReadonlyMap<string, number>;
  /** How many blocks it has. */
  readonly blocks: number;
  /** How often a cue stands on the page, per 100 sentences. */
  rate(cue: string): number;
}

export interface ReadPage {
  readonly state: PageState;
  readonly sentences: readonly Placed[];
}

export interface PageReader {
  /** Reads a block ahead, so that the reading of its page has less to do at once. */
  prepare(block: TextBlock): void;
  /** Null where the page names no substance. */
  read(page: PageText): ReadPage | null;
}

/**
 * A reader of pages. Work done for a block is kept by the block's identity, so reading a page again after a
 * change costs the changed blocks and one pass that links them.
 */
export function createPageReader(tables: LexiconTables, onSteps?: Steps): PageReader {
  const lexicon = createLexicon(tables, onSteps);
  const core = new Set(tables.topics.filter(([, tier]) => tier === 'core').map(([id]) => id));
  const classes = classesOf(tables);
  const kept = new WeakMap<TextBlock, readonly Sentence[]>();

  const sentencesOf = (block: TextBlock) => {
    let found = kept.get(block);
    if (!found) {
      found = readText(block.text, lexicon);
      kept.set(block, found);
    }
    return found;
  };

  const read = (page: PageText): ReadPage | null => {
    const title = readText(page.title, lexicon);
    const blocks = page.blocks.map(sentencesOf);
    // The title told again at the top is known already: it heads nothing, and counts once.
    const isTitle = ({ tag, text }: TextBlock) => tag === 'h1' && page.title.includes(text);
    const all = [...title, ...blocks.filter((_, at) => !isTitle(page.blocks[at]!)).flat()];
    const sure = sureNames(all);
    const tally = new Map<string, number>();
    for (const { hits } of all)
      for (const hit of hits) {
        const key = hit.type + hit.id;
        tally.set(key, (tally.get(key) ?? 0) + 1);
      }
    if (sure.size === 0) return null;
    const count = (key: string) => tally.get(key) ?? 0;
    const substancesIn = (list: readonly Sentence[]) => [
      ...new Set(
        list.flatMap(({ hits }) =>
          hits.filter((h) => h.type === 'sub' && sure.has(h.id)).map(({ id }) => id),
        ),
      ),
    ];
    const byCount = (ids: Iterable<string>, kind: string) =>
      [...ids].sort((a, b) => count(kind + b) - count(kind + a));

    const titleSubstances = substancesIn(title);
    const drugsByCount = byCount(Object.keys(WITHDRAWAL), 'drug');
    const drug = drugsByCount[0] ?? '';
    const substancesByCount = byCount(sure, 'sub');
    const state: PageState = {
      title,
      titleSubstances,
      titleCues: cuesOf(title),
      titleTopics: topicsOf(title),
      main: titleSubstances.length > 0 ? titleSubstances : substancesByCount.slice(0, 1),
      drug,
      drugCount: count(`drug${drug}`),
      onRecovery: count('cuerecovery') > 0,
      onOtherRecovery: count('cuerecovery') === 0 && count('cueotherscope') > 0,
      drugsNamed: all.reduce((sum, { plainDrugs }) => sum + plainDrugs, 0),
      quits: quitLevels(all),
      blocks: page.blocks.length,
      rate: (cue) =>
        (100 * (count(`cue${cue}`) + (cue === 'recovery' ? count('cuerecoveryword') : 0))) /
        Math.max(all.length, 5),
    };

    const isHeading = ({ tag }: TextBlock) => /^h[1-6]$/.test(tag);
    const sectionOf = sectionsOf(
      blocks,
      (at) => isHeading(page.blocks[at]!) && !isTitle(page.blocks[at]!),
      ({ cues, topics }) => cues.has('recovery') || [...topics].some((topic) => core.has(topic)),
    );

    const sentences: Placed[] = [];
    const heads: (readonly Sentence[])[] = [];
    let lead: readonly Sentence[] = [];
    let spoken: readonly string[] = [];
    let earlier: readonly string[] = [];
    const speak = (named: readonly string[]) => {
      if (named.join() !== spoken.join()) earlier = spoken;
      spoken = named;
    };
    const mostNamed = substancesByCount.slice(0, MOST_NAMED);
    let list: readonly string[] = [];
    let inList = false;
    const table = createTable(substancesIn);
    const rivals = createRivals();
    const mentions = createMentions();
    const groups = drugsToComeOff(state.onRecovery || state.drugsNamed > 0);
    const drugsIn = (list: readonly Sentence[]) => drugsOf(list, groups);
    const titleDrugs = drugsIn(title);
    const pageDrugs = drugsByCount.filter((id) => groups.has(id) && count(`drug${id}`) > 0);
    page.blocks.forEach((block, at) => {
      const own = blocks[at] ?? [];
      const level = isHeading(block) ? Number(block.tag[1]) : 0;
      const repeats = isTitle(block);
      if (level > 0 && !repeats) {
        heads.length = Math.min(heads.length, level);
        heads[level] = own;
        lead = [];
        const named = substancesIn(own);
        if (named.length > 0) speak(named);
      }
      const path = heads.filter(Boolean);
      const heading = path.at(-1) ?? [];
      const headingSubstances = substancesIn(heading);
      const listed = block.tag === 'li' || block.tag === 'td' || block.tag === 'dd';
      const cell = table.next(block, own);
      if (cell.head) lead = cell.head;
      const pathSubstances = substancesIn(path.flat());
      const leadSubstances = substancesIn(lead);
      const pathDrugs = drugsIn(path.flat());
      const headDrugs = drugsIn(heading);
      const leadDrugs = drugsIn(lead);
      const rivalAbove = rivals.above(
        { sentences: lead, substances: leadSubstances },
        { sentences: heading, substances: headingSubstances },
      );
      if (listed && !inList) list = [];
      inList = listed;
      let blockDrugs: readonly string[] = [];
      let inBlock: readonly string[] = [];
      let topicsBefore: ReadonlySet<string> = new Set();
      own.forEach((sentence, i) => {
        const named = substancesIn([sentence]);
        const sources: readonly (readonly [Source, readonly string[]])[] = [
          ['own', named],
          ['block', inBlock],
          ['row', cell.row],
          ['head', headingSubstances],
          ['spoken', spoken],
        ];
        const [source, substances] = sources.find(([, ids]) => ids.length > 0) ?? ['main', state.main];
        const offered = substancesOffered(named, [
          [named, 'own'],
          [inBlock, 'block'],
          [cell.row, 'row'],
          [leadSubstances, 'lead'],
          [headingSubstances, 'head'],
          [spoken, 'spoken'],
          [pathSubstances, 'path'],
          [state.titleSubstances, 'title'],
          [state.main, 'main'],
          [listed ? [] : list, 'list'],
          [earlier, 'earlier'],
          [mostNamed, 'most'],
        ]);
        const [nearest = ''] = offered.keys();
        const ownDrugs = drugsIn([sentence]);
        const drugs = drugsOffered([
          [ownDrugs, 'own'],
          [blockDrugs, 'block'],
          [leadDrugs, 'lead'],
          [headDrugs, 'head'],
          [pathDrugs, 'path'],
          [titleDrugs, 'title'],
          [state.drugCount >= PLAIN_DRUG && groups.has(state.drug) ? [state.drug] : [], 'plain'],
          [pageDrugs, 'page'],
        ]);
        if (ownDrugs.length > 0) blockDrugs = ownDrugs;
        if (listed && named.length > 0) list = [...new Set([...list, ...named])];
        sentences.push({
          sentence,
          block: at,
          tag: block.tag,
          level,
          listed,
          isFirst: i === 0,
          isLast: i === own.length - 1,
          named,
          substances: substances.slice(0, MOST_OFFERED),
          source,
          path,
          heading,
          headingSubstances,
          sectionRecovery: sectionOf[at]!.recovery,
          sectionShare: Math.round((100 * sectionOf[at]!.recovery) / Math.max(1, sectionOf[at]!.all)),
          lead,
          before: own[i - 1],
          after: own[i + 1],
          topicsBefore,
          inBlock,
          offered,
          nearest,
          substanceClass: classes.get(nearest) ?? '',
          rival: rivals.next(sentence, at, named, rivalAbove),
          drugs,
          mentions: mentions.next(sentence, at, named, offered.keys()),
        });
        if (named.length > 0) {
          inBlock = named;
          if (!listed && !repeats) speak(named);
        }
        if (sentence.topics.size > 0) topicsBefore = sentence.topics;
      });
      if (!listed && level === 0) {
        const last = own.at(-1);
        lead = last && (last.text.endsWith(':') || block.text.length < 60) ? [last] : [];
      } else if (block.tag === 'td' || block.tag === 'th') lead = own;
    });
    return { state, sentences };
  };
  return { prepare: (block) => void sentencesOf(block), read };
}
