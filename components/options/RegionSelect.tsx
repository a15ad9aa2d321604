import { useText } from '../Text.tsx';

interface RegionSelectProps {
  readonly label: string;
  /** ISO 3166-1 alpha-2 codes to choose from. */
  readonly regions: readonly string[];
  /** Null for the browser's. */
  readonly chosen: string | null;
  readonly browserRegion?: string;
  readonly onChoose: (region: string | null) => void;
}

/** The country whose help lines and laws come first, in the reader's words for it. */
export function RegionSelect({ label, regions, chosen, browserRegion, onChoose }: RegionSelectProps) {
  const { t, language } = useText();
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const all = [...new Set([...regions, ...(chosen ? [chosen] : [])])]
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  return (
    <label class="field">
      <span>{label}</span>
      <select
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      >
        <option value="">
          {browserRegion
            ? t('options.regionAuto', [names.of(browserRegion) ?? browserRegion])
            : t('options.regionNone')}
        </option>
        {all.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
