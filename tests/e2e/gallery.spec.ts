/** The demo gallery does what its links say: claims marked on some pages, silence on others. */
import { DEMOS, demoPage, galleryPages } from '../../scripts/gallery/gallery.mjs';
import { settledReport } from '../../scripts/page-report.mjs';
import { expect, test } from './extension.ts';

for (const { name, link, claims } of DEMOS)
  test(`${link}: ${claims ? 'claims are marked' : 'nothing is marked'}`, async ({
    page,
    site,
    background,
  }) => {
    site.html(String(galleryPages().get('/gallery.css')?.body), {
      path: '/gallery.css',
      headers: { 'content-type': 'text/css' },
    });
    await page.goto(site.html(demoPage(name)));
    const report = await settledReport(background);
    if (claims) expect(report?.claims.length).toBeGreaterThan(2);
    else expect(report?.claims).toEqual([]);
  });
