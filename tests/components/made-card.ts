import type { Card, HelpLine } from '../../lib/evidence/card.ts';

/** A made-up card with something in each of its parts. */
export const madeCard: Card = {
  match: 'entry',
  substance: {
    id: 'kratom',
    name: 'Kratom',
    scientificName: 'Mitragyna speciosa',
    class: 'botanical',
    overview: 'A leaf.',
  },
  topic: 'opioid-withdrawal',
  answer: {
    topic: 'opioid-withdrawal',
    verdict: 'untested',
    certainty: 'very-low',
    headline: 'Nobody has tested it',
    summary: 'Users say it helps. No trial has looked.',
    detail: 'One survey asked users.',
    studied: '1 survey, 2,798 people',
    sources: ['s1'],
    asOf: '2026-03',
  },
  dangers: [
    { text: 'With sedatives it can stop the breath.', sources: ['s2'] },
    { text: 'A fit needs an ambulance.', sources: ['s2'] },
  ],
  whatWorks: { text: 'methadone and buprenorphine.', sources: ['s2'] },
  risks: [{ text: 'It can harm the liver.', sources: ['s1', 's2'] }],
  interactions: [{ with: 'alcohol', text: 'slows breathing.', sources: ['s2'] }],
  legal: [{ jurisdiction: 'Wales', text: 'May not be sold.', asOf: '2021-07', sources: ['s1'] }],
  sources: [
    {
      id: 's1',
      kind: 'survey',
      title: 'A survey of users',
      authors: 'Doe J',
      year: 2020,
      publisher: 'A Journal',
      url: 'https://example.org/1',
      n: 2798,
      finding: 'Most felt better.',
      verified: 'abstract',
    },
    {
      id: 's2',
      kind: 'guideline',
      title: 'A guideline',
      authors: 'A Board',
      year: 2021,
      publisher: 'A Board',
      url: 'https://example.org/2',
      finding: 'Treat early.',
      verified: 'full-text',
    },
  ],
};

const { answer: _, ...unanswered } = madeCard;

/** Nothing is held on the pair nor on the substance. */
export const emptyCard: Card = {
  ...unanswered,
  match: 'none',
  dangers: [],
  risks: [],
  interactions: [],
  legal: [],
  sources: [],
};

/** Nothing on the pair, the overview of the substance in its place. */
export const overviewCard: Card = {
  ...madeCard,
  match: 'overview',
  topic: 'sleep',
  answer: {
    ...(madeCard.answer as NonNullable<Card['answer']>),
    topic: 'overview',
    verdict: 'limited',
    certainty: 'low',
    headline: 'Some use for pain',
  },
};

export const help: readonly HelpLine[] = [
  {
    region: 'US',
    name: 'The US Line',
    phone: '1-800-555-0100',
    url: 'https://example.org/us',
    note: 'Free.',
  },
  { region: 'US', name: 'The second US Line', url: 'https://example.org/us2', note: 'Chat.' },
  { region: 'GB', name: 'The UK Line', phone: '0800 555 01', url: 'https://example.org/gb', note: '' },
];
