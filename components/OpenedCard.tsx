import { type CardPart, EvidenceCard, type EvidenceCardProps } from './EvidenceCard.tsx';

type OpenedCardProps = Omit<EvidenceCardProps, 'parts' | 'headingLevel'> & {
  readonly part: CardPart;
  /** Whether it stands in a window of its own, in place of the popup. */
  readonly inWindow?: boolean;
};

/** A card in place of the list that it was opened from: it is all that the document shows. */
export function OpenedCard({ part, inWindow = false, ...card }: OpenedCardProps) {
  return (
    <div
      class={`popup ${inWindow ? 'window ' : ''}leafcheck`}
      {...(card.theme ? { 'data-theme': card.theme } : {})}
    >
      <EvidenceCard {...card} parts={[part]} headingLevel={1} />
    </div>
  );
}
