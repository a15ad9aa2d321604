import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelTextKey } from './panel-keys.ts';
import type { SettingsTextKey } from './settings-keys.ts';

/** Every text of the views, by its key in locales/en.yml, beside those in panel-keys.ts and settings-keys.ts. A test holds them together. */
export const TEXT_KEYS = [
  'card.pair',
  'card.about',
  'card.close',
  'card.back',
  'card.previous',
  'card.next',
  'card.place',
  'card.parts',
  'card.noneWords',
  'card.noneHeadline',
  'card.noneSummary',
  'card.overviewNote',
  'card.whatWorks',
  'card.moreDangers',
  'card.sources',
  'card.people',
  'card.why',
  'card.studied',
  'card.risks',
  'card.with',
  'card.law',
  'card.lawAsOf',
  'card.known',
  'card.asOf',
  'card.copy',
  'card.copied',
  'card.copyFailed',
  'card.library',
  'card.reload',
  'card.newTab',
  'card.sourceNumber',
  'card.verifiedAbstract',
  'card.verifiedSecondary',
  'card.certaintyAndWho',
  'popup.onFor',
  'popup.offFor',
  'popup.switch',
  'popup.found',
  'popup.about',
  'popup.foundNone',
  'popup.off',
  'popup.unreadable',
  'popup.unreadableWhy',
  'popup.looking',
  'popup.search',
  'popup.searchHint',
  'popup.results',
  'popup.noResults',
  'popup.onThisPage',
  'popup.unmarked',
  'popup.overview',
  'popup.pair',
  'popup.library',
  'library.heading',
  'library.intro',
  'library.home',
  'library.way',
  'library.topic',
  'library.verdict',
  'library.certainty',
  'library.source',
  'library.class',
  'library.any',
  'library.choice',
  'library.group',
  'library.overview',
  'library.entries',
  'library.substances',
  'library.none',
  'library.noneWhy',
  'library.clear',
  'library.shapes',
  'library.asMap',
  'library.asList',
  'library.print',
  'library.legend',
  'library.legendSure',
  'library.legendUnsure',
  'library.legendEmpty',
  'library.mapLabel',
  'library.mapCaption',
  'library.ownEntries',
  'library.names',
  'library.sourcesNote',
  'library.stepEntries',
  'library.stepSubstances',
  'library.before',
  'library.after',
  'library.unknownHeading',
  'library.unknownWhy',
  'library.noAdvice',
  'help.here',
  'help.more',
  'help.all',
  'cite.row',
  'cite.form',
  'cite.copy',
  'cite.save',
  'cite.saved',
  'cite.text',
  'cite.error',
  'cite.report',
  'cite.reportLabel',
  'cite.reportNote',
  'cite.reportCopy',
  'cue.substance',
  'cue.topic',
  'cue.benefit',
  'cue.harm',
  'cue.negation',
  'cue.hedge',
  'cue.distance',
  'cue.comparison',
  'cue.question',
  'cue.recovery',
  'cue.earlier',
  'cue.heading',
  'cue.title',
] as const;
export type TextKey = (typeof TEXT_KEYS)[number] | PanelTextKey | SettingsTextKey;

/** BCP 47 tag of what data/ says, whatever the language of the views: so that a screen reader speaks it as it is written. */
export const EVIDENCE_LANGUAGE = 'en';

/**
 * Gives the text of a key in the reader's language, with `substitutions` for $1, $2 and so on; a `count` picks the
 * plural form and stands for $1 where there are no substitutions.
 */
export type Translate = (key: TextKey, substitutions?: readonly string[], count?: number) => string;

/** The text of the views and the BCP 47 tag of its language, for dates and numbers. */
export interface ViewText {
  readonly t: Translate;
  readonly language: string;
}

const Text = createContext<ViewText | null>(null);

/** Gives the views below it their text. */
export function TextProvider({ text, children }: { text: ViewText; children: ComponentChildren }) {
  return <Text.Provider value={text}>{children}</Text.Provider>;
}

/** The text given by the nearest TextProvider; throws where there is none, since then nothing could be said. */
export function useText(): ViewText {
  const text = useContext(Text);
  if (!text) throw new Error('A view stands outside a TextProvider.');
  return text;
}
