import type { ComponentChildren } from 'preact';
import { useText } from './Text.tsx';

/** A link that leaves the page alone: it opens in a new tab, says so, and tells the other side nothing. */
export function ExternalLink({
  href,
  label,
  children,
}: {
  href: string;
  label?: string;
  children: ComponentChildren;
}) {
  const { t } = useText();
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      {...(label ? { 'aria-label': `${label}, ${t('card.newTab')}` } : {})}
    >
      {children}
      {!label && <span class="unseen">, {t('card.newTab')}</span>}
    </a>
  );
}
