import tables from '../../generated/evidence.json';
import { createEvidence } from './find-card.ts';
import type { EvidenceTables } from './tables.ts';

/** The evidence that ships. Whoever imports this carries all of it: the background and extension pages alone. */
export const evidence = createEvidence(tables as unknown as EvidenceTables);
