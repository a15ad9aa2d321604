import type { TextKey, ViewText } from '../../components/Text.tsx';

/**
 * The same text, which still says what it has said once the extension is gone from under the page: then the browser
 * throws for each word asked of it.
 *
 * @param needed Keys without substitutions that will be said only then.
 */
export function lastingText(text: ViewText, isAlive: () => boolean, needed: readonly TextKey[]): ViewText {
  const said = new Map<string, string>();
  const t: ViewText['t'] = (key, substitutions, count) => {
    const id = [key, count, ...(substitutions ?? [])].join('\n');
    if (isAlive()) said.set(id, text.t(key, substitutions, count));
    return said.get(id) ?? '';
  };
  for (const key of needed) t(key);
  return { ...text, t };
}
