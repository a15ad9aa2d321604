/** [start, end) of a sentence in UTF-16 units. */
export type Span = readonly [start: number, end: number];

const MAX_LENGTH = 1500;
const ABBREVIATION =
  /(?:^|[\s(])(?:dr|mr|mrs|ms|st|vs|e\.g|i\.e|esp|approx|etc|no|typ|a\.k\.a|u\.s|[a-z])\.$/i;

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
    if (c === '\n' || c === '•') push(i);
    else if (c === '.' || c === '!' || c === '?') {
      let end = i + 1;
      while (end < text.length && end < i + 4 && '.!?"\'”’)]'.includes(text[end] ?? '')) end++;
      const next = text[end] ?? ' ';
      const glued =
        c === '.' &&
        /[A-Z]/.test(next) &&
        /[a-z]/.test(text[i - 1] ?? '') &&
        /[a-z]/.test(text[end + 1] ?? '');
      if (!/\s/.test(next) && !glued) continue;
      if (c === '.' && ABBREVIATION.test(text.slice(Math.max(start, i - 6), i + 1))) continue;
      push(end);
      i = end - 1;
    } else if (i - start > MAX_LENGTH && c === ' ') push(i);
  }
  push(text.length);
  return spans;
}
