/** Text -> the clipboard, on pages that browsers do not let write to it as well. */

/**
 * Copies by command, from a field in our own root. The focus and what is selected on the page are as before when it
 * returns. False where the browser refused.
 */
function copyByCommand(text: string, root: ShadowRoot): boolean {
  const focused = root.activeElement ?? document.activeElement;
  const selection = document.getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.cssText = 'position:fixed;top:0;left:0;opacity:0';
  // What is copied is none of the page's business.
  field.addEventListener('copy', (event) => event.stopPropagation());
  root.append(field);
  try {
    field.focus({ preventScroll: true });
    field.select();
    return document.execCommand('copy');
  } finally {
    field.remove();
    if (anchorNode?.isConnected && focusNode?.isConnected)
      selection?.setBaseAndExtent(anchorNode, anchorOffset ?? 0, focusNode, focusOffset ?? 0);
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

/**
 * Puts text on the clipboard. Pages over http, and frames that may not, have no clipboard to write to: there it is
 * copied by command.
 *
 * @param root Our shadow root, shown on the page.
 * @returns False where the browser refused both ways.
 */
export async function copyText(text: string, root: ShadowRoot): Promise<boolean> {
  // Missing where the page is not secure, whatever the types say.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard) return copyByCommand(text, root);
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text, root);
  }
}
