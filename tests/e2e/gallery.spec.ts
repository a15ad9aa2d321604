/** The demo gallery does what its links say: claims marked on some pages, silence on others. */
import { DEMOS } from '../../scripts/gallery/gallery.mjs';
import { settledReport } from '../../scripts/page-report.mjs';
import { expect, test } from './extension.ts';

for (const { name, link, claims } of DEMOS)
  test(`${link}: ${claims ? 'claims are marked' : 'nothing is marked'}`, async ({
    page,
    site,
    background,
  }) => {
    await page.goto(site.demo(name));
    const report = await settledReport(background);
    if (claims) expect(report?.claims.length).toBeGreaterThan(2);
    else expect(report?.claims).toEqual([]);
  });
