import { createPageReader, type ReadPage } from '../lib/claims/read-page.ts';
import { classesOf, type LexiconTables, tiersOf } from '../lib/claims/tables.ts';
import { type CorpusDocument, isStatement, labelledSentences, pageInLines } from './corpus.ts';
import { createRandom } from './random.ts';

// Pages written to teach have hardly a plain sentence: "Kratom got me off heroin." Those are written one by one, as
// statements, and get pages to stand on here, as readers meet them.

type Block = CorpusDocument['blocks'][number];
type Claim = Block['sentences'][number]['claims'][number];
type Files = readonly (readonly CorpusDocument[])[];

/** A page has one statement for so many of its sentences, on the mean. */
const SENTENCES = 20;
/** So many statements are looked through for one that holds on a page. */
const LOOKED_AT = 40;
/** So many of a hundred join the paragraph above them. */
const JOINED = 40;
/**
 * Files are held out together when every so many of them are, or every so many: a multiple of both (TURNS of
 * train-models.ts). What is strewn in one file is strewn only in those that are always held out with it.
 */
const APART = 21;

/** A statement, and where its labels hold. */
interface Statement {
  readonly sentences: Block['sentences'];
  readonly on: CorpusDocument['on'];
  /** The substance that has to be spoken of before it: its title names it, and it does not. */
  readonly after: string | undefined;
}

/** A block of a page that a statement may stand before, so that no label of the page changes. */
interface Gap {
  readonly block: number;
  /** The substance that the block above it names, where it is one. */
  readonly after: string | undefined;
}

/** A page, and the same with statements strewn between its blocks; null where none holds there. */
export interface Strewn {
  readonly page: CorpusDocument;
  readonly strewn: CorpusDocument | null;
}

const claimsOf = (document: CorpusDocument): Claim[] =>
  labelledSentences(document).flatMap((sentence) => sentence.claims);

/** The substances that each sentence of each block names. */
function namedIn({ blocks }: CorpusDocument, read: ReadPage | null): (readonly string[])[][] {
  const named: (readonly string[])[][] = blocks.map(() => []);
  for (const placed of read?.sentences ?? []) named[placed.block]?.push(placed.named);
  return named;
}

function gapsOf(document: CorpusDocument, read: ReadPage | null): Gap[] {
  const named = namedIn(document, read);
  const lastClaim = document.blocks.findLastIndex(({ sentences }) =>
    sentences.some(({ claims }) => claims.length > 0),
  );
  return document.blocks.flatMap(({ tag }, block) => {
    const above = new Set(named[block - 1]?.flat());
    // What comes next may speak of the substance named last.
    const speaksAnew = /^h\d$/.test(tag) || block > lastClaim || (named[block]?.[0]?.length ?? 0) > 0;
    return block > 0 && speaksAnew ? [{ block, after: above.size === 1 ? [...above][0] : undefined }] : [];
  });
}

/** The page with each of the statements before its block, or at the end of the paragraph above it. */
function strew(
  page: CorpusDocument,
  statements: readonly { block: number; sentences: Block['sentences']; joins: boolean }[],
): CorpusDocument {
  const blocks = [...page.blocks];
  for (const { block, sentences, joins } of [...statements].sort((a, b) => b.block - a.block)) {
    const marked = sentences.map((sentence) => ({ ...sentence, strewn: true as const }));
    const above = blocks[block - 1]!;
    if (joins && above.tag === 'p' && above.sentences.length > 1)
      blocks[block - 1] = { ...above, sentences: [...above.sentences, ...marked] };
    else blocks.splice(block, 0, { tag: 'p', sentences: marked });
  }
  return { ...page, blocks };
}

/** The pages of each file with the files' statements strewn on them, wherever both keep their labels. The same each time. */
export function withStatements(tables: LexiconTables, files: Files): Strewn[][] {
  const { read: readPage } = createPageReader(tables);
  const tiers = tiersOf(tables);
  const classes = classesOf(tables);
  const random = createRandom();
  const isCore = ({ topic }: Claim) => tiers.get(topic) === 'core';
  const mayDepend = (substance: string) => classes.get(substance) === 'dependence-risk';

  /** Adjunct topics of a substance that few depend on are claims on a page about recovery alone. */
  const holdsOn = (document: CorpusDocument): CorpusDocument['on'] => {
    const claims = claimsOf(document);
    if (claims.some((claim) => !isCore(claim) && !mayDepend(claim.substance))) return 'recovery';
    const named = namedIn(document, readPage(pageInLines(document))).flat(2);
    const only = labelledSentences(document).every(({ stance }) => stance === 'mentions');
    return claims.length === 0 && only && named.some((one) => !mayDepend(one)) ? 'other' : undefined;
  };
  const statementOf = (document: CorpusDocument): Statement => ({
    sentences: document.blocks.flatMap(({ sentences }) => sentences),
    on: document.on ?? holdsOn(document),
    after: readPage({ title: document.title, blocks: [] })?.state.titleSubstances[0],
  });
  const all = files.flat().filter(isStatement).map(statementOf);
  shuffle(all, random);
  const decks = Array.from({ length: APART }, (_, at) => all.filter((_, i) => i % APART === at));
  const looked = decks.map(() => 0);

  const strewn = (page: CorpusDocument, next: () => Statement): CorpusDocument | null => {
    const read = readPage(pageInLines(page));
    const claims = claimsOf(page);
    const is = {
      recovery: claims.some((claim) => isCore(claim) || !mayDepend(claim.substance)),
      other: claims.length === 0 && !read?.state.onRecovery && !read?.state.drugsNamed,
    };
    const gaps = gapsOf(page, read);
    const wanted = Math.floor(labelledSentences(page).length / SENTENCES + random());
    const found: { block: number; sentences: Block['sentences']; joins: boolean }[] = [];
    for (let looks = LOOKED_AT * wanted; looks > 0 && gaps.length > 0 && found.length < wanted; looks--) {
      const { sentences, on, after } = next();
      const fitting = gaps.filter((gap) => (!on || is[on]) && (!after || gap.after === after));
      const gap = fitting[Math.floor(random() * fitting.length)];
      if (!gap) continue;
      gaps.splice(gaps.indexOf(gap), 1);
      found.push({ block: gap.block, sentences, joins: random() * 100 < JOINED });
    }
    return found.length > 0 ? strew(page, found) : null;
  };
  return files.map((documents, at) => {
    const deck = at % APART;
    const statements = decks[deck]!;
    const next = () => statements[looked[deck]!++ % statements.length]!;
    return documents
      .filter((document) => !isStatement(document))
      .map((page) => ({ page, strewn: statements.length > 0 ? strewn(page, next) : null }));
  });
}

function shuffle(list: unknown[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
}
