import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { TextProvider, type ViewText } from '../../components/Text.tsx';
import { english } from './english.ts';

/** Renders views into the document, by default in English; replaces what was rendered before. */
export async function show(children: ComponentChildren, text: ViewText = english): Promise<HTMLElement> {
  document.body.innerHTML = '<div></div>';
  const root = document.body.firstElementChild as HTMLElement;
  await act(() => render(<TextProvider text={text}>{children}</TextProvider>, root));
  return root;
}

/** Renders the same view with other properties: its state stays. */
export const again = (root: Element, children: ComponentChildren) =>
  act(() => render(<TextProvider text={english}>{children}</TextProvider>, root));

/** Clicks as a person would, and lets the views settle. */
export const click = (element: Element | null | undefined) =>
  act(() => {
    if (!(element instanceof HTMLElement)) throw new Error('Nothing to click.');
    element.click();
  });

export const press = (element: Element, key: string) =>
  act(() => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });

export const type = (box: HTMLInputElement, words: string) =>
  act(() => {
    box.value = words;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });

/** The text of an element with white space as one reads it. */
export const words = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The button (tab, switch) that bears this name. */
export const named = (root: Element, name: string) =>
  [...root.querySelectorAll<HTMLElement>('button')].find(
    (button) => (button.getAttribute('aria-label') ?? words(button)) === name,
  );

/** The folded part under this heading. */
export const fold = (root: Element, heading: string) =>
  [...root.querySelectorAll('details')].find(
    (details) => words(details.querySelector('summary')) === heading,
  );
