/** Texts of the panel and the legend, by their keys in locales/en.yml. */
export const PANEL_TEXT_KEYS = [
  'panel.heading',
  'panel.group',
  'panel.byPage',
  'panel.bySubstance',
  'panel.byVerdict',
  'panel.filter',
  'panel.filterHint',
  'panel.filtered',
  'panel.nothing',
  'panel.count',
  'panel.unmarked',
  'panel.paused',
  'panel.open',
  'legend.heading',
  'legend.sample',
] as const;
export type PanelTextKey = (typeof PANEL_TEXT_KEYS)[number];
