import type { Card } from './card.ts';

const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** Names in `jurisdiction` of data/ that are no country's own name in English: every state, so that data may name any. */
const STATES =
  /\b(US|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|District of Columbia|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)\b/;
const PARTS_OF_GB = /\b(England|Scotland|Wales|Northern Ireland)\b/;

/**
 * Whether a jurisdiction, as data/ words it, is the reader's country, one of its parts or a union that it is in.
 *
 * @param region ISO 3166-1 alpha-2, upper case.
 */
export function governs(jurisdiction: string, region: string): boolean {
  if (region === 'US' && STATES.test(jurisdiction)) return true;
  if (region === 'GB' && PARTS_OF_GB.test(jurisdiction)) return true;
  if (EU.includes(region) && jurisdiction.includes('European Union')) return true;
  const name = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(region);
  return name !== undefined && new RegExp(`(^|[^\\p{L}])${name}($|[^\\p{L}])`, 'u').test(jurisdiction);
}

/** The card with the laws of the reader's country first; as it is where no region is known. */
export function lawFirst(card: Card, region: string | undefined): Card {
  if (!region || card.legal.length < 2) return card;
  const own = card.legal.filter(({ jurisdiction }) => governs(jurisdiction, region));
  return { ...card, legal: [...own, ...card.legal.filter((law) => !own.includes(law))] };
}
