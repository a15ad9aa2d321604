import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flattenForest, flattenWords } from '../../lib/claims/flat-models.ts';
import { foldPhrase } from '../../lib/claims/lexicon.ts';
import type { ClaimTables, Forest, Network, WordModels } from '../../lib/claims/tables.ts';
import type { EvidenceData } from './read-data.ts';

const json = (root: string, file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const words = (value: unknown) => (value as string[]).join(';');
/** Phrases as the lexicon looks them up, each once: folding thousands at every start of the worker would take long. */
const phrases = (value: unknown) =>
  [...new Set(((value ?? []) as string[]).map(foldPhrase))].filter(Boolean).join(';');
const lists = (file: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(file)
      .filter(([key]) => key !== 'about')
      .map(([key, value]) => [key, phrases(value)]),
  );

const UNTRAINED: Forest = { features: [], trees: [], threshold: 1, cuts: [] };
const UNTRAINED_WORDS: WordModels = {
  claim: { outputs: [], weights: {} },
  topics: { outputs: [], weights: {} },
  given: { outputs: [], weights: {} },
  page: { outputs: [], weights: {} },
};

/** A model of data/model/, or what stands for it where none is trained yet. */
function trained<Model>(root: string, name: string, untrained: Model): Model {
  const file = join('data/model', name);
  return existsSync(join(root, file)) ? json(root, file) : untrained;
}

/** The network without what a reader of its file is told. */
const networkOf = ({ words, kinds, topics, matrices, vectors }: Network): Network => ({
  words,
  kinds,
  topics,
  matrices,
  vectors,
});

/** The detector's tables from the aliases, the lexicon and the model; one that claims nothing where none is trained yet. */
export function claimTables(root: string, { taxonomy, substances }: EvidenceData): ClaimTables {
  const { topics } = json(root, 'data/lexicon/topics.json') as {
    topics: Record<string, Record<string, string[]>>;
  };
  const network = trained<Network | null>(root, 'network.json', null);
  return {
    substances: substances.map(
      (s) => [s.id, s.class, words(s.aliases), words(s.ambiguous), words(s.aliases.map(foldPhrase))] as const,
    ),
    // A specific withdrawal has no words of its own: those of `withdrawal`, and a drug's.
    topics: taxonomy.topics.map(
      ({ id, tier }) =>
        [id, tier, phrases(topics[id]?.good), phrases(topics[id]?.bad), phrases(topics[id]?.field)] as const,
    ),
    drugs: lists(json(root, 'data/lexicon/drugs.json')),
    cues: lists(json(root, 'data/lexicon/cues.json')),
    words: flattenWords(trained(root, 'words.json', UNTRAINED_WORDS)),
    forest: flattenForest(trained(root, 'forest.json', UNTRAINED)),
    network: network && networkOf(network),
  };
}
