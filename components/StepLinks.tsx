import { useText } from './Text.tsx';

interface Step {
  readonly address: string;
  readonly label: string;
}

interface StepLinksProps {
  /** What one steps through. */
  readonly label: string;
  readonly before?: Step;
  readonly after?: Step;
}

/** Links to what stands before and after, where there is such. */
export function StepLinks({ label, before, after }: StepLinksProps) {
  const { t } = useText();
  return (
    <nav class="steps" aria-label={label}>
      {before && (
        <a href={before.address} rel="prev">
          <span aria-hidden="true">‹ </span>
          {t('library.before', [before.label])}
        </a>
      )}
      {after && (
        <a href={after.address} rel="next">
          {t('library.after', [after.label])}
          <span aria-hidden="true"> ›</span>
        </a>
      )}
    </nav>
  );
}
