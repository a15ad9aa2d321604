import { useEffect, useRef, useState } from 'preact/hooks';
import { isTopic, topicWording } from '../lib/evidence/wording.ts';
import type { CardPart } from './card-part.ts';
import { useText } from './Text.tsx';

/** What a reader can do about a mark. */
export const CARD_ACTIONS = ['hide', 'muteSubstance', 'muteTopic', 'offHere', 'notClaim'] as const;
export type CardAction = (typeof CARD_ACTIONS)[number];

interface CardMenuProps {
  readonly part: CardPart;
  readonly onAction: (action: CardAction, part: CardPart) => void;
}

/** A button that unfolds what can be done about the mark, each in words that name what it touches. */
export function CardMenu({ part, onAction }: CardMenuProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const { substance, topic } = part.card;
  const words = {
    hide: t('more.hide'),
    muteSubstance: t('more.mute', [substance.name]),
    muteTopic: isTopic(topic) ? t('more.mute', [topicWording(topic)]) : '',
    offHere: t('more.offHere'),
    notClaim: t('more.notClaim'),
  };
  useEffect(() => {
    if (open) list.current?.querySelector('button')?.focus();
  }, [open]);
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = all.indexOf(event.target as HTMLButtonElement);
    all[(at + step + all.length) % all.length]?.focus();
  };
  return (
    <span class="more">
      <button type="button" aria-expanded={open} aria-controls="card-menu" onClick={() => setOpen(!open)}>
        {t('more.more')}
      </button>
      <ul ref={list} id="card-menu" hidden={!open} onKeyDown={onKey}>
        {CARD_ACTIONS.map(
          (action) =>
            words[action] && (
              <li key={action}>
                <button type="button" onClick={() => onAction(action, part)}>
                  {words[action]}
                </button>
              </li>
            ),
        )}
      </ul>
    </span>
  );
}
