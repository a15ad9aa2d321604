import type { EvidenceData } from './read-data.ts';

const union = (name: string, constant: string, doc: string, ids: readonly string[]) => `/** ${doc} */
export const ${constant} = ${JSON.stringify(ids)} as const;
export type ${name} = (typeof ${constant})[number];
`;

/** TypeScript source of the closed unions: adding an id to the data is enough for the compiler to ask for the rest. */
export function idsModule({ taxonomy, substances }: EvidenceData): string {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  return [
    '// Made by scripts/build-data.ts from data/. Do not edit.',
    union(
      'SubstanceId',
      'SUBSTANCE_IDS',
      'Every substance that has a file in data/evidence/substances.',
      ids(substances),
    ),
    union('SubstanceClass', 'SUBSTANCE_CLASSES', 'Classes of substances.', ids(taxonomy.classes)),
    union('TopicId', 'TOPIC_IDS', 'What a claim can be about, in public order.', ids(taxonomy.topics)),
    union('Verdict', 'VERDICTS', 'What the evidence says of a claim, worst first.', ids(taxonomy.verdicts)),
    union(
      'Certainty',
      'CERTAINTIES',
      "How sure the evidence is, in GRADE's words, least first.",
      ids(taxonomy.certainties),
    ),
    union('SourceKind', 'SOURCE_KINDS', 'Kinds of source, strongest first.', ids(taxonomy.sourceKinds)),
    "/** The topic of a substance's fallback entry; never the topic of a claim. */\nexport type EntryTopic = TopicId | 'overview';\n",
  ].join('\n');
}
