import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** A text of ours and the place it stands in, for messages. */
export interface PlacedText {
  readonly where: string;
  readonly text: string;
}

/** Words that blame or promise, and what to say in their place. */
const INSTEAD: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\baddicts?\b/i, 'a person with an addiction'],
  [/\babusers?\b/i, 'a person who uses it'],
  [/\bclean\b/i, '"negative" of a test, "not using" of a person'],
  [/\bmiracles?\b/i, 'what was measured'],
];

/** A sentence for each word that our texts do not use. */
export function bannedWords(texts: readonly PlacedText[]): string[] {
  return texts.flatMap(({ where, text }) =>
    INSTEAD.flatMap(([word, instead]) => {
      const found = word.exec(text)?.[0];
      return found ? [`${where}: says "${found}"; say ${instead}.`] : [];
    }),
  );
}

/** The average grade that summaries may have. */
export const MOST_GRADE = 9;

/**
 * The US school grade of a text by Flesch and Kincaid (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59.
 * A figure counts as one word of one syllable. NaN for a text without words.
 */
export function readingGrade(text: string): number {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  const sentences = text.split(/(?<=[.!?])\s+/).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  });
}

/** A sentence where the summaries are too hard on average, which names the hardest. */
export function hardSummaries(summaries: readonly PlacedText[]): string[] {
  const graded = summaries.map(({ where, text }) => ({ where, grade: readingGrade(text) }));
  const average = graded.reduce((sum, { grade }) => sum + grade, 0) / graded.length;
  if (!(average > MOST_GRADE)) return [];
  const hardest = graded
    .sort((a, b) => b.grade - a.grade)
    .slice(0, 5)
    .map(({ where, grade }) => `${where} (${grade.toFixed(1)})`);
  return [
    `Summaries read at grade ${average.toFixed(1)} on average, over ${MOST_GRADE}; ` +
      `use shorter words and sentences, first in ${hardest.join(', ')}.`,
  ];
}
