import type { EvidenceCardProps } from '../../components/EvidenceCard.tsx';
import type { Settings } from '../../lib/settings/settings.ts';
import { readerRegion } from './view-text.ts';

/** What of a card the reader chose. */
export type CardLook = Pick<EvidenceCardProps, 'region' | 'theme' | 'textSize'>;

/** The props of a card that the settings decide; its country is by default that of the browser's language. */
export function lookOf({ appearance, place }: Pick<Settings, 'appearance' | 'place'>): CardLook {
  const { theme, textSize } = appearance;
  const region = place.region ?? readerRegion();
  return { ...(region ? { region } : {}), ...(theme === 'system' ? {} : { theme }), textSize };
}
