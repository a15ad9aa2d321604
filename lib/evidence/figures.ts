import tables from '../../generated/evidence.json';
import type { EvidenceTables } from './tables.ts';

const { substances, sources } = tables as unknown as EvidenceTables;
const entries = Object.values(substances).flatMap((substance) => Object.values(substance.entries));

/** How much evidence ships, and the newest date in it as `YYYY-MM`. */
export const dataFigures = {
  substances: Object.keys(substances).length,
  entries: entries.length,
  sources: Object.keys(sources).length,
  newest: entries.reduce((newest, { asOf }) => (asOf > newest ? asOf : newest), ''),
};
