import type { HelpLine } from '../lib/evidence/card.ts';
import { ExternalLink } from './ExternalLink.tsx';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';

function Line({ of: { name, phone, url, note } }: { of: HelpLine }) {
  return (
    <>
      <ExternalLink href={url}>{name}</ExternalLink>
      {phone && (
        <>
          {' '}
          <a class="phone" href={`tel:${phone.replace(/[^\d+*#]/g, '')}`}>
            {phone}
          </a>
        </>
      )}
      {note && (
        <span class="quiet" lang={EVIDENCE_LANGUAGE}>
          {' '}
          {note}
        </span>
      )}
    </>
  );
}

/** The region's first line in sight and every other folded; all folded where the region has none. */
export function HelpLines({ lines, region }: { lines: readonly HelpLine[]; region?: string }) {
  const { t, language } = useText();
  if (lines.length === 0) return null;
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const first = lines.find((line) => line.region === region);
  const others = lines.filter((line) => line !== first);
  const countries = new Set(others.map((line) => line.region));
  return (
    <div class="help">
      {first && (
        <p>
          <strong>{t('help.here')}</strong> <Line of={first} />
        </p>
      )}
      {others.length > 0 && (
        <details>
          <summary>{first ? t('help.more', undefined, countries.size) : t('help.all')}</summary>
          <dl>
            {[...countries].map((country) => (
              <div key={country}>
                <dt>{names.of(country) ?? country}</dt>
                {others
                  .filter((line) => line.region === country)
                  .map((line) => (
                    <dd key={line.name}>
                      <Line of={line} />
                    </dd>
                  ))}
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}
