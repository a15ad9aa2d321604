/** What of a page is read as one text, and that what is marked there is the very text. */
import type { Page } from '@playwright/test';
import { settledReport } from '../../scripts/page-report.mjs';
import { expect, test } from './extension.ts';

const CLAIM = 'Kratom helps with opioid withdrawal symptoms.';

/** The text of all painted ranges, in the order of the page. */
const painted = (page: Page) =>
  page.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live;
      })
      .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
      .map((range) => range.toString()),
  );

const CASES = [
  {
    what: 'inline markup, line breaks and white space as they are shown',
    html: '<p>Good day<br>Kratom <b>helps</b> with opioid\n   <a href="#x">withdrawal</a> symptoms.<br>Bye</p>',
    sentence: CLAIM,
    marked: ['Kratom ', 'helps', ' with opioid\n', 'withdrawal', ' symptoms.'],
  },
  {
    what: 'a gap where code or a picture stands in the line',
    html: `<p>Kratom<code>x</code>helps with opioid withdrawal<img alt="" width="9" height="9">symptoms.</p>`,
    sentence: CLAIM,
    marked: ['Kratom', 'helps with opioid withdrawal', 'symptoms.'],
  },
  {
    what: 'a drop cap with its word',
    html: '<p><span style="float:left;font-size:3em">K</span>ratom helps with opioid withdrawal symptoms.</p>',
    sentence: CLAIM,
    marked: ['K', 'ratom helps with opioid withdrawal symptoms.'],
  },
  {
    what: 'the line around a floated picture',
    html: `<p>Kratom helps with <img alt="" style="float:right" width="9" height="9">opioid withdrawal symptoms.</p>`,
    sentence: CLAIM,
    marked: ['Kratom helps with ', 'opioid withdrawal symptoms.'],
  },
  {
    what: 'no text for screen readers alone as an end of the line',
    html: `<p>Kratom helps <span style="position:absolute;clip-path:inset(50%)">really </span>with opioid
withdrawal symptoms.</p>`,
    sentence: 'Kratom helps with opioid withdrawal symptoms.',
    marked: ['Kratom helps ', 'with opioid\nwithdrawal symptoms.'],
  },
];

for (const { what, html, sentence, marked } of CASES)
  test(`reads ${what}`, async ({ page, site, background }) => {
    await page.goto(site.html(`<h1>Getting through withdrawal</h1>${html}`));
    const report = await settledReport(background);
    expect(report?.claims.map((claim) => claim.sentence)).toEqual([sentence]);
    expect(await painted(page)).toEqual(marked);
  });

test('reads no sentence across an editor', async ({ page, site, background }) => {
  await page.goto(
    site.html(`<h1>Getting through withdrawal</h1>
      <div>Kratom helps <div contenteditable>a lot, I say</div> with opioid withdrawal symptoms.</div>
      <p>${CLAIM}</p>`),
  );
  const report = await settledReport(background);
  const sentences = report?.claims.map((claim) => claim.sentence) ?? [];
  // The rest of the torn sentence may be taken for a claim of its own; it must not be joined to its beginning.
  expect(sentences.filter((sentence) => sentence.includes('Kratom helps'))).toEqual([CLAIM]);
  const words = await painted(page);
  expect(words).toContain(CLAIM);
  expect(words.filter((text) => text.startsWith('Kratom'))).toEqual([CLAIM]);
});

test('lets go of what a class far above hides, and finds it again', async ({ page, site, background }) => {
  await page.goto(
    site.html(`<style>body.tab .one { display: none }</style><h1>Withdrawal</h1>
      <div class="one"><p>${CLAIM}</p></div>`),
  );
  const count = async () => (await settledReport(background))?.claims.length;
  await expect.poll(count).toBe(1);
  await page.evaluate(() => document.body.classList.add('tab'));
  await expect.poll(count).toBe(0);
  await page.evaluate(() => document.body.classList.remove('tab'));
  await expect.poll(count).toBe(1);
});

test('paints again where a page has emptied the registry', async ({ page, site, background }) => {
  await page.goto(site.html(`<h1>Withdrawal</h1><p id="words">${CLAIM}</p>`));
  await settledReport(background);
  expect(await painted(page)).toEqual([CLAIM]);
  await page.evaluate(() => CSS.highlights.clear());
  await page.locator('#words').hover();
  await expect.poll(() => painted(page)).toEqual([CLAIM]);
});
