import type { Ref } from 'preact';

interface CardNoticeProps {
  readonly words: string;
  /** The notice, which takes the focus when the card is opened by key. */
  readonly noticeRef?: Ref<HTMLParagraphElement>;
}

/** A card that can only say one thing: why there is nothing else to show. */
export function CardNotice({ words, noticeRef }: CardNoticeProps) {
  return (
    <p class="leafcheck card notice" role="alert" tabIndex={-1} {...(noticeRef ? { ref: noticeRef } : {})}>
      {words}
    </p>
  );
}
