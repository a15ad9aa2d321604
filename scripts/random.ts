/** Numbers from 0 up to 1, the same each time: what is trained on them can be trained again. */
export function createRandom(): () => number {
  let seed = 12345;
  return () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
}
