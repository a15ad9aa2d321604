/** One source in every form. */
export interface Citation {
  /** One line, without a number. */
  readonly vancouver: string;
  readonly bibtex: string;
  readonly ris: string;
  /** A CSL-JSON item. */
  readonly csl: object;
}

/**
 * A citation as it ships: in the three texts each of the CSL item's own texts is a sign and its place, since a title or
 * an address stands in all four forms.
 */
export type ShortCitation = Citation;

const SIGN = '^';
/** Texts that are told by their place: as many as one letter or figure can name, none shorter than what it saves. */
const MOST = 36;
const LEAST = 6;

/** The texts of a CSL item in their order, each once. */
function textsOf(csl: object): string[] {
  const found = new Set<string>();
  const walk = (value: unknown) => {
    if (typeof value === 'string' && value.length >= LEAST) found.add(value);
    else if (value && typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk(csl);
  return [...found].slice(0, MOST);
}

const mapTexts = ({ csl, vancouver, bibtex, ris }: Citation, change: (text: string) => string): Citation => ({
  csl,
  vancouver: change(vancouver),
  bibtex: change(bibtex),
  ris: change(ris),
});

/** A citation made short; `inFull` gives it back. */
export function shorten(citation: Citation): ShortCitation {
  const escaped = (text: string) => text.replaceAll(SIGN, SIGN + SIGN);
  const texts = textsOf(citation.csl)
    .map((text, place) => [escaped(text), SIGN + place.toString(MOST)] as const)
    // A text may stand in a longer one.
    .sort(([a], [b]) => b.length - a.length);
  // What stands between two signs is looked through apart: a sign and what follows it may spell another text.
  const put = (text: string, at: number): string => {
    const [whole, place] = texts[at] ?? [];
    if (whole === undefined) return text;
    return text
      .split(whole)
      .map((part) => put(part, at + 1))
      .join(place);
  };
  return mapTexts(citation, (text) => put(escaped(text), 0));
}

/** The citation that was made short. */
export function inFull(short: ShortCitation): Citation {
  const texts = textsOf(short.csl);
  return mapTexts(short, (text) =>
    text.replace(/\^(.)/g, (_, place: string) =>
      place === SIGN ? SIGN : (texts[parseInt(place, MOST)] ?? ''),
    ),
  );
}
