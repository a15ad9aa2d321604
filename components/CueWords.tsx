import type { Cue } from '../lib/claims/claim.ts';
import { useText } from './Text.tsx';

/** The words that made the sentence a claim, quoted, each with what it is and where it stands. */
export function CueWords({ cues }: { cues: readonly Cue[] }) {
  const { t } = useText();
  return (
    <dl class="cues">
      {cues.map(({ kind, text, where }) => (
        <div key={`${kind} ${where} ${text}`}>
          <dt>
            <q>{text}</q>
          </dt>
          <dd class="quiet">
            {t(`cue.${kind}`)}
            {where !== 'sentence' && `, ${t(`cue.${where}`)}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
