import { expect, test } from 'vitest';
import { answerText, isSentence } from '../../../lib/claims/answer-text.ts';
import type { Claim } from '../../../lib/claims/claim.ts';
import type { PageText } from '../../../lib/text/block.ts';

/** Finds each "Kratom" as a claim on sleep and on mood over the whole block that holds it. */
const detect = async ({ blocks }: PageText): Promise<Claim[]> =>
  blocks.flatMap(({ text }, block) =>
    text.includes('Kratom')
      ? (['sleep', 'mood'] as const).map((topic) => ({
          block,
          start: 0,
          end: text.length,
          substance: 'kratom' as const,
          topic,
          cues: [],
        }))
      : [],
  );

test('answers a text sentence by sentence', async () => {
  const answered = await answerText(detect, 'The weather is fine.\n\n  Kratom helps.  \n \nKratom soothes.');
  expect(answered?.map(({ sentence, claims }) => [sentence, claims.map(({ topic }) => topic)])).toEqual([
    ['Kratom helps.', ['sleep', 'mood']],
    ['Kratom soothes.', ['sleep', 'mood']],
  ]);
  expect(await answerText(detect, '   ')).toEqual([]);
  expect(await answerText(async () => null, 'Kratom helps.')).toBeNull();
});

test('tells a sentence from a search', () => {
  expect(isSentence('kratom sleep')).toBe(false);
  expect(isSentence('does kratom help')).toBe(false);
  expect(isSentence('Kratom helps with sleep.')).toBe(true);
});
