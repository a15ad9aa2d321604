import type { CardSource, CardStatement, HelpLine } from '../lib/evidence/card.ts';
import { HelpLines } from './HelpLines.tsx';
import { Statement } from './Statement.tsx';
import { useText } from './Text.tsx';

interface WhatWorksProps {
  readonly whatWorks: CardStatement | undefined;
  readonly sources: readonly CardSource[];
  readonly help: readonly HelpLine[];
  readonly region?: string | undefined;
}

/** What does work, and where help is; nothing where neither is held. */
export function WhatWorks({ whatWorks, sources, help, region }: WhatWorksProps) {
  const { t } = useText();
  if (!whatWorks && help.length === 0) return null;
  return (
    <div class="works">
      {whatWorks && (
        <p>
          <Statement of={whatWorks} sources={sources}>
            <strong>{t('card.whatWorks')}</strong>{' '}
          </Statement>
        </p>
      )}
      <HelpLines lines={help} {...(region ? { region } : {})} />
    </div>
  );
}
