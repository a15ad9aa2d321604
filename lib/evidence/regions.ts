import type { HelpLine } from './card.ts';

/** Countries of which data/ holds laws by name, beside those with help lines. */
const WITH_LAWS = ['BE', 'CH', 'CN', 'DK', 'IL', 'IT', 'MX', 'NL', 'NO', 'RU', 'SE'];

/** The countries that make a difference to a card, as ISO 3166-1 alpha-2. */
export const regionsHeld = (help: readonly HelpLine[]): string[] => [
  ...new Set([...help.map(({ region }) => region), ...WITH_LAWS]),
];
