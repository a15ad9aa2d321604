import type { Certainty } from '../generated/ids.ts';
import { certaintyWording } from '../lib/evidence/wording.ts';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';

/** How sure the evidence is: four dots for the eye, words for everyone, and who was studied (may be empty). */
export function CertaintyDots({ certainty, studied }: { certainty: Certainty; studied: string }) {
  const { t } = useText();
  const { words, dots } = certaintyWording(certainty);
  return (
    <p class="certainty">
      <span class="dots" aria-hidden="true">
        {[1, 2, 3, 4].map((dot) => (
          <span key={dot} class={dot <= dots ? 'dot filled' : 'dot'} />
        ))}
      </span>
      <span lang={EVIDENCE_LANGUAGE}>{studied ? t('card.certaintyAndWho', [words, studied]) : words}</span>
    </p>
  );
}
