/** A name without capitals, brackets and signs, words apart: what two spellings of the same have in common. */
const plain = (name: string) =>
  ` ${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()} `;

/**
 * The names worth showing beside a substance's own: without those that hold a shorter one ("kratom powder" beside
 * "kratom"), and each once, whatever its hyphens and capitals. In the order given.
 *
 * @param shown Names that stand beside them already.
 */
export function otherNames(shown: readonly string[], aliases: readonly string[]): string[] {
  const inShown = shown.map(plain);
  const all = aliases.map(plain);
  const seen = new Set(inShown);
  return aliases.filter((_, at) => {
    const name = all[at] ?? '';
    if (seen.has(name)) return false;
    seen.add(name);
    const holds = (shorter: string) => shorter !== name && name.includes(shorter);
    return !all.some(holds) && !inShown.some((one) => holds(one) || one.includes(name));
  });
}
