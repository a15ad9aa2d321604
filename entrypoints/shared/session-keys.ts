// Places in the browser's session storage, which is memory: gone when the browser closes, never on disk.

/** The last search, for the popup. */
export const QUERY_KEY = 'query';
/** The text that was selected to be checked, and the window that answers. */
export const CHECKED_KEY = 'checked';
export const WINDOW_KEY = 'checkWindow';
