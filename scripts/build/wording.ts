import type { EvidenceData } from './read-data.ts';

/** JSON of generated/wording.json: the public words of the taxonomy, without its explanations: all that a card in a page needs. */
export function wordingTable({ taxonomy }: EvidenceData): string {
  return JSON.stringify({
    verdicts: taxonomy.verdicts.map(({ explanation: _, ...row }) => row),
    certainties: taxonomy.certainties.map(({ id, dots, words }) => ({ id, dots, words })),
    topics: taxonomy.topics.map(({ id, name }) => ({ id, name })),
    assurances: taxonomy.topics.filter(({ tier }) => tier === 'assurance').map(({ id }) => id),
    sourceKinds: taxonomy.sourceKinds.map(({ id, name }) => ({ id, name })),
    classes: taxonomy.classes.map(({ id, name }) => ({ id, name })),
  });
}
