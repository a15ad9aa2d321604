import type { ViewText } from '../../components/Text.tsx';

/**
 * The same text, which still says what it has said once the extension is gone from under the page: then the browser
 * throws for each word asked of it. What will be said only then has to be asked for before.
 */
export function lastingText(text: ViewText, isAlive: () => boolean): ViewText {
  const said = new Map<string, string>();
  let language = '';
  return {
    t(key, substitutions, count) {
      const id = [key, count, ...(substitutions ?? [])].join('\n');
      if (isAlive()) {
        language ||= text.language;
        said.set(id, text.t(key, substitutions, count));
      }
      return said.get(id) ?? '';
    },
    get language() {
      return language || text.language;
    },
  };
}
