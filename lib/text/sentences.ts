/** [start, end) of a sentence in UTF-16 units. */
export type Span = readonly [start: number, end: number];

const MAX_LENGTH = 1500;
/** Never end a sentence, or seldom. */
const ABBREVIATION =
  /(?:^|[\s(])(?:dr|mr|mrs|ms|prof|sen|rep|gov|st|vs|e\.g|i\.e|esp|approx|typ|a\.k\.a|u\.s|fig|vol|jan|feb|apr|aug|sept|oct|nov|dec)\.$/i;
/** End one where no small letter follows; and where no figure does. */
const BEFORE_SMALL = /(?:^|[\s(])(?:etc|a\.m|p\.m|[a-z])\.$/i;
const BEFORE_FIGURE = /(?:^|[\s(])no\.$/i;
/** An initial, unless what stands before shows a letter that is a name by itself, or a unit. */
const INITIAL = /(?:^|[\s(])[A-Z]\.$/;
const LETTER = /(?:\d|\b(?:vitamins?|hepatitis|schedule|class|group|type|plan|phase|and))\s+[a-z]\.$/i;
/** The number of an item: all of a sentence so far. */
const ITEM = /^\s*\d{1,2}$/;
/** No abbreviation and no item with what is looked at before it is longer. */
const LOOK_BACK = 16;

/** Whether the full stop at `at` ends no sentence. `start` is where its sentence begins, `end` where the next would. */
function isInner(text: string, start: number, at: number, end: number): boolean {
  const word = text.slice(Math.max(start, at - LOOK_BACK), at + 1);
  const next = text.slice(end, end + 8).trimStart();
  return (
    ABBREVIATION.test(word) ||
    (BEFORE_SMALL.test(word) && /^\p{Ll}/u.test(next)) ||
    (BEFORE_FIGURE.test(word) && /^\d/.test(next)) ||
    (INITIAL.test(word) && !LETTER.test(word)) ||
    (at - start < LOOK_BACK && ITEM.test(text.slice(start, at)))
  );
}

/** Signs that begin an item of a list written in one line. */
const BULLET = /[•●▪■◆►➤➔➡✓✔✅☑🔹🔸👉]/u;
const EMOJI = /^(?:\p{Extended_Pictographic}(?:\p{M}|\u200d|\p{Emoji_Modifier})*)+/u;
/** A longer run of emoji is cut, in UTF-16 units. */
const EMOJI_RUN = 40;
/** What follows an emoji that ends a sentence: a space, and what can begin the next. */
const BEGINS = /^\s+["'“‘(]?[\p{Lu}\p{N}]/u;

const isBullet = (text: string, at: number) => BULLET.test(String.fromCodePoint(text.codePointAt(at)!));

/** The end of a run of emoji at a place, where it ends a sentence; else 0. */
function emojiEnd(text: string, at: number): number {
  const run = EMOJI.exec(text.slice(at, at + EMOJI_RUN))?.[0];
  return run && BEGINS.test(text.slice(at + run.length, at + run.length + 8)) ? at + run.length : 0;
}

/**
 * Cuts a block's text into sentences, in reading order, without the white space between them; empty for blank
 * text. One pass; a sentence longer than 1,500 units is cut, so that no later step meets an unbounded one.
 */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number) => {
    let from = start;
    let to = end;
    while (from < to && text.charCodeAt(from) <= 32) from++;
    while (to > from && text.charCodeAt(to - 1) <= 32) to--;
    if (to > from) spans.push([from, to]);
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\n') push(i);
    else if (text.charCodeAt(i) > 0x2000 && isBullet(text, i)) push(i);
    else if (text.charCodeAt(i) > 0x2000) {
      const end = emojiEnd(text, i);
      if (end === 0 || !/[\p{L}\p{N}]/u.test(text.slice(start, i))) continue;
      push(end);
      i = end - 1;
    } else if (c === '.' || c === '!' || c === '?') {
      let end = i + 1;
      while (end < text.length && end < i + 4 && '.!?"\'”’)]'.includes(text[end] ?? '')) end++;
      const next = text[end] ?? ' ';
      const glued =
        c === '.' &&
        /[A-Z]/.test(next) &&
        /[a-z]/.test(text[i - 1] ?? '') &&
        /[a-z]/.test(text[end + 1] ?? '');
      if (!/\s/.test(next) && !glued) continue;
      if (c === '.' && isInner(text, start, i, end)) continue;
      push(end);
      i = end - 1;
    } else if (i - start > MAX_LENGTH && c === ' ') push(i);
  }
  push(text.length);
  return spans;
}
