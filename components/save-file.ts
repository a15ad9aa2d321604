/** Milliseconds until a file handed to the browser is let go. */
const KEPT = 60_000;

/** Hands a text to the browser as a file to save; `near` is any element of the document that does it. */
export function saveFile(near: Element, name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  // Never part of the page, so that its own handlers of clicks hear nothing.
  const link = near.ownerDocument.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
