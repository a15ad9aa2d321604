/** The Navigation API as far as it is used here; not every browser has it. */
interface Navigation extends EventTarget {
  readonly currentEntry: { readonly url: string | null } | null;
}

/**
 * Calls back when a script moves the page to another address without a new document; a change of the fragment
 * alone is none. Where the browser does not tell, the text that comes with the new address does.
 */
export function watchAddress(signal: AbortSignal, onMove: () => void): void {
  const address = () => location.href.replace(/#.*$/, '');
  let last = address();
  const look = () => {
    const now = address();
    if (now === last) return;
    last = now;
    onMove();
  };
  const { navigation } = window as Window & { navigation?: Navigation };
  navigation?.addEventListener('currententrychange', look, { signal });
  addEventListener('popstate', look, { signal });
}
