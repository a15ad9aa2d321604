import type { Certainty, EntryTopic, Verdict } from '../generated/ids.ts';
import {
  certaintyWording,
  classWording,
  isTopic,
  sourceKindWording,
  topicWording,
  verdictWording,
  verdictWords,
} from '../lib/evidence/wording.ts';
import type { LibraryView, UnknownView } from '../lib/library/library-address.ts';
import type { Facet, LibraryEntry } from '../lib/library/library-entries.ts';
import type { TextKey, ViewText } from './Text.tsx';

/** A topic as a heading says it; the overview has a word of its own. */
export const topicLabel = (topic: EntryTopic, { t }: ViewText): string =>
  isTopic(topic) ? topicWording(topic) : t('library.overview');

/** An entry's subject: "Kratom and sleep", or "Kratom, overview". */
export const entryLabel = (name: string, topic: EntryTopic, { t }: ViewText): string =>
  isTopic(topic) ? t('popup.pair', [name, topicWording(topic)]) : t('popup.overview', [name]);

/** Verdict and certainty in words: "Studies disagree · Certainty low". */
export const verdictLabel = ({
  verdict,
  certainty,
  topic,
}: Pick<LibraryEntry, 'verdict' | 'certainty' | 'topic'>): string =>
  `${verdictWording(verdict, certainty, topic).words} · ${certaintyWording(certainty).words}`;

/** What a filter is called. */
export const FACET_LABELS: { readonly [F in Facet]: TextKey } = {
  topic: 'library.topic',
  verdict: 'library.verdict',
  certainty: 'library.certainty',
  source: 'library.source',
  class: 'library.class',
};

/** A choice of a filter in words. The ids come from the filter's own list. */
export function choiceLabel(facet: Facet, choice: string, text: ViewText): string {
  switch (facet) {
    case 'topic':
      return topicLabel(choice as EntryTopic, text);
    case 'verdict':
      return verdictWords(choice as Verdict).join(' / ');
    case 'certainty':
      return certaintyWording(choice as Certainty).words;
    case 'source':
      return sourceKindWording(choice as Parameters<typeof sourceKindWording>[0]);
    case 'class':
      return classWording(choice as Parameters<typeof classWording>[0]);
  }
}

/** The title of the document for a view. */
export function titleOf(
  view: LibraryView | UnknownView,
  nameOf: (substance: LibraryEntry['substance']) => string,
  text: ViewText,
): string {
  const { t } = text;
  const subject = {
    whole: () => t('library.heading'),
    substance: () => (view.kind === 'substance' ? nameOf(view.substance) : ''),
    entry: () => (view.kind === 'entry' ? entryLabel(nameOf(view.substance), view.topic, text) : ''),
    unknown: () => t('library.unknownHeading'),
  }[view.kind]();
  return `${subject} · Leafcheck`;
}
