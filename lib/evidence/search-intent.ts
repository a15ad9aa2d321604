// What a question asks beyond the words that name a topic.

/** Words for leaving a substance, where its name comes next: "how to quit kratom", "coming off kava". */
const LEAVING = new Set([
  'detox',
  'off',
  'quit',
  'quitting',
  'stop',
  'stopping',
  'taper',
  'tapering',
  'withdrawal',
  'withdrawals',
  'withdrawing',
]);

/** Words that may stand between leaving and the name. */
const BETWEEN = new Set(['from', 'my', 'of', 'off', 'on', 'taking', 'the', 'using']);

/**
 * Whether the words ask how it is to leave a substance that they name, and not what it does for leaving another.
 *
 * @param words All words of the query, in its order.
 * @param isName Whether a word names a substance.
 */
export function asksOfLeaving(words: readonly string[], isName: (word: string) => boolean): boolean {
  return words.some((word, at) => {
    if (!LEAVING.has(word)) return false;
    const next = words.slice(at + 1).find((one) => !BETWEEN.has(one));
    return next !== undefined && isName(next);
  });
}
