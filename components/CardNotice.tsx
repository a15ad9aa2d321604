/** A card that can only say one thing: why there is nothing else to show. */
export function CardNotice({ words }: { words: string }) {
  return (
    <p class="leafcheck card notice" role="alert">
      {words}
    </p>
  );
}
