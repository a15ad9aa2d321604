/** All of the extension's own pages: for small windows, large text, and those who read by other means. */
import { expect, test } from './extension.ts';
import { CLAIM, expectMarked, OTHER } from './overlay.ts';
import { ARTICLE, barriers, enlargeText, misfits, openSurface, SURFACES } from './surfaces.ts';

test.setTimeout(180_000);

// The longer language in one of the themes.
for (const { colorScheme, lang } of [
  { colorScheme: 'light', lang: 'en-US' },
  { colorScheme: 'dark', lang: 'es-ES' },
] as const)
  test.describe(`${colorScheme}, ${lang}`, () => {
    test.use({ colorScheme, locale: lang, browserArgs: [`--lang=${lang.slice(0, 2)}`] });
    for (const surface of SURFACES)
      test(`${surface} fits 320 px and text of twice the size, and has no barrier that axe finds`, async ({
        page,
        site,
        background,
        openOwn,
      }) => {
        await page.goto(site.html(ARTICLE));
        await expectMarked(page, [CLAIM, OTHER]);
        const own = await openSurface(surface, { background, openOwn });
        await own.setViewportSize({ width: 320, height: 640 });
        expect(await misfits(own), '320 px').toEqual([]);
        expect(await barriers(own), '320 px').toEqual([]);
        await own.screenshot({ path: test.info().outputPath(`${surface}-320.png`) });
        await enlargeText(own);
        await own.setViewportSize({ width: 400, height: 640 });
        expect(await misfits(own), 'large text in a popup').toEqual([]);
        await own.screenshot({ path: test.info().outputPath(`${surface}-large.png`) });
        await own.setViewportSize({ width: 800, height: 640 });
        expect(await misfits(own), 'large text').toEqual([]);
        expect(await barriers(own), 'large text').toEqual([]);
      });
  });
