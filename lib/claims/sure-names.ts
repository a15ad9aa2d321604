import { CASED } from './gate.ts';
import type { Hit } from './lexicon.ts';
import type { Sentence } from './sentence.ts';

/** What may stand between two names of one list: "valerian, hops & skullcap", "600 mg of magnesium and the charcoal". */
const LINK =
  /^(?:[\s,;&+/·•|()-]|\b(?:and|plus|or|with|then|of|the|some)\b|\b\d+(?: ?(?:mg|g|mcg|iu))?\b)*$/i;
/** Nothing longer joins two names of a list, in UTF-16 units. */
const LONGEST_LINK = 24;

/** What people call for short by a substance's name, in small letters: "my script of gabas". */
const SHORT_FOR: ReadonlyMap<string, RegExp> = new Map([['gaba', /^(?:gabapentin|neurontin)/i]]);

/** Whether a page has a medicine whose short name is that of a substance, which it never writes as a name. */
function isShort(id: string, medicine: RegExp, sentences: readonly Sentence[]): boolean {
  const written = (want: (hit: Hit, text: string) => boolean) =>
    sentences.some(({ text, hits }) => hits.some((hit) => want(hit, text.slice(hit.start, hit.end))));
  return (
    written((hit, text) => hit.id === 'medicines' && medicine.test(text)) &&
    !written((hit, text) => hit.type === 'sub' && hit.id === id && text !== text.toLowerCase())
  );
}

/**
 * The substances that a page names for sure: by a name that means nothing else, or by a nickname that is an ordinary word
 * ("hops", "mag") next to the name of another in a list. Any other nickname counts only where they hold its substance.
 */
export function sureNames(sentences: readonly Sentence[]): Set<string> {
  const sure = new Set<string>();
  for (const { text, hits } of sentences)
    for (const { type, id, unsure, start, end } of hits)
      if (type === 'sub' && (!unsure || CASED.has(text.slice(start, end)))) sure.add(id);
  for (const { text, hits } of sentences) {
    const names = hits.filter(({ type }) => type === 'sub');
    const isLinked = names.slice(1).map(({ start }, i) => {
      const between = text.slice(names[i]!.end, start);
      return between.trim() !== '' && between.length <= LONGEST_LINK && LINK.test(between);
    });
    // Once to the end and once back: a list's one sure name makes all of it.
    const spread = (from: number, to: number) => {
      if (sure.has(names[from]!.id)) sure.add(names[to]!.id);
    };
    for (const [i, linked] of isLinked.entries()) if (linked) spread(i, i + 1);
    for (let i = isLinked.length - 1; i >= 0; i--) if (isLinked[i]) spread(i + 1, i);
  }
  for (const [id, medicine] of SHORT_FOR)
    if (sure.has(id) && isShort(id, medicine, sentences)) sure.delete(id);
  return sure;
}
