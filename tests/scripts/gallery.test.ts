import { describe, expect, test } from 'vitest';
import { address, corpusHtml, DEMOS, galleryPages, seedArticle } from '../../scripts/gallery/gallery.mjs';

describe('corpusHtml', () => {
  const block = (tag: string, ...texts: string[]) => ({ tag, sentences: texts.map((text) => ({ text })) });
  const html = (...blocks: ReturnType<typeof block>[]) => corpusHtml({ id: 'x', title: 'X', blocks });

  test('joins sentences by one space and escapes them', () => {
    expect(html(block('p', 'Is 1 < 2?', 'A & B.'))).toBe('<p>Is 1 &lt; 2? A &amp; B.</p>\n');
  });

  test('puts neighbouring items in one list and closes it', () => {
    expect(html(block('li', 'a'), block('li', 'b'), block('p', 'c'), block('li', 'd'))).toBe(
      '<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>c</p>\n<ul>\n<li>d</li>\n</ul>\n',
    );
  });

  test('gives cells a table', () => {
    expect(html(block('td', 'a'))).toBe('<table>\n<tr><td>a</td></tr>\n</table>\n');
  });

  test('is empty for a document without blocks', () => {
    expect(html()).toBe('');
  });
});

describe('the gallery', () => {
  const pages = galleryPages();

  test('starts with the whole article', () => {
    const body = String(pages.get('/')?.body);
    const { title, blocks } = seedArticle();
    expect(body).toContain(`<title>${title}</title>`);
    for (const { sentences } of blocks)
      for (const { text } of sentences)
        expect(body).toContain(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  });

  test('links from every page to every page', () => {
    for (const from of DEMOS)
      for (const to of DEMOS)
        expect(String(pages.get(address(from.name))?.body), from.name).toContain(
          `href="${address(to.name)}"`,
        );
  });

  test('has a title of its own on each page', () => {
    const titles = DEMOS.map(
      ({ name }) => /<title>(.*)<\/title>/.exec(String(pages.get(address(name))?.body))?.[1],
    );
    expect(new Set(titles).size).toBe(DEMOS.length);
  });
});
