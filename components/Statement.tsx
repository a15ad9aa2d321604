import type { ComponentChildren } from 'preact';
import type { CardSource, CardStatement } from '../lib/evidence/card.ts';
import { ExternalLink } from './ExternalLink.tsx';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';

/** A statement and, after it, the numbers of its sources in the card's list, each a link to the source itself. */
export function Statement({
  of,
  sources,
  children,
}: {
  of: CardStatement;
  /** The card's sources, in the order of their numbers. */
  sources: readonly CardSource[];
  /** What stands before the text. */
  children?: ComponentChildren;
}) {
  const { t } = useText();
  return (
    <>
      {children}
      <span lang={EVIDENCE_LANGUAGE}>{of.text}</span>
      {sources.map(
        ({ id, title, url }, at) =>
          of.sources.includes(id) && (
            <span key={id} class="reference">
              {' '}
              <ExternalLink href={url} label={t('card.sourceNumber', [String(at + 1), title])}>
                {at + 1}
              </ExternalLink>
            </span>
          ),
      )}
    </>
  );
}
