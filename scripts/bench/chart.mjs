// @ts-check
/** Cost against size as an SVG, both axes by powers of ten. It is drawn for light and dark grounds alike. */

/** @typedef {{ kind: string, size: number, on: number, floor: number }} Point Bytes and milliseconds. */

const WIDTH = 720;
const HEIGHT = 420;
const EDGE = { left: 70, right: 130, top: 28, bottom: 50 };
/** Tones that hold 3:1 on white and on near-black. */
const TONES = /** @type {Record<string, string>} */ ({
  plain: '#2f8f5b',
  sparse: '#4a7fd0',
  claims: '#c8621b',
  floor: '#808890',
});
const LABELS = /** @type {Record<string, string>} */ ({
  plain: 'no name',
  sparse: 'names here and there',
  claims: 'full of claims',
  floor: 'bare walk (floor)',
});
const DASHES = /** @type {Record<string, string>} */ ({
  plain: '',
  sparse: '8 4',
  claims: '2 3',
  floor: '12 3 2 3',
});

/** @param {number} size */
const sizeLabel = (size) => (size >= 1e6 ? `${size / 1e6} MB` : `${size / 1e3} kB`);

/** @param {readonly Point[]} points @returns {string} */
export function costChart(points) {
  const kinds = [...new Set(points.map(({ kind }) => kind))];
  /** @type {Record<string, { size: number, ms: number }[]>} */
  const lines = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      points.filter((point) => point.kind === kind).map(({ size, on }) => ({ size, ms: on })),
    ]),
  );
  lines.floor = points
    .filter(({ kind }) => kind === kinds[0])
    .map(({ size, floor }) => ({ size, ms: floor }));
  const all = Object.values(lines).flat();
  const power = (/** @type {number} */ value) => Math.log10(Math.max(value, 0.05));
  const [fromX, toX] = [
    Math.min(...all.map((p) => power(p.size))),
    Math.max(...all.map((p) => power(p.size))),
  ];
  const fromY = Math.floor(Math.min(...all.map((p) => power(p.ms))));
  const toY = Math.ceil(Math.max(...all.map((p) => power(p.ms))));
  const x = (/** @type {number} */ size) =>
    EDGE.left + ((power(size) - fromX) / Math.max(1, toX - fromX)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (/** @type {number} */ ms) =>
    HEIGHT -
    EDGE.bottom -
    ((power(ms) - fromY) / Math.max(1, toY - fromY)) * (HEIGHT - EDGE.top - EDGE.bottom);
  const n = (/** @type {number} */ value) => value.toFixed(1);

  const parts = [];
  for (let at = fromY; at <= toY; at++) {
    const ms = 10 ** at;
    parts.push(
      `<path class="grid" d="M${EDGE.left} ${n(y(ms))}H${WIDTH - EDGE.right}"/>`,
      `<text x="${EDGE.left - 8}" y="${n(y(ms) + 4)}" text-anchor="end">${ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`}</text>`,
    );
  }
  for (const size of [...new Set(all.map((p) => p.size))])
    parts.push(
      `<path class="grid" d="M${n(x(size))} ${EDGE.top}V${HEIGHT - EDGE.bottom}"/>`,
      `<text x="${n(x(size))}" y="${HEIGHT - EDGE.bottom + 20}" text-anchor="middle">${sizeLabel(size)}</text>`,
    );
  let lastLabel = Number.NEGATIVE_INFINITY;
  /**
   * Lines that end early, the upper first.
   *
   * @type {{ label: string, x: number, y: number }[]}
   */
  const early = [];
  for (const [kind, list] of Object.entries(lines).sort(
    ([, a], [, b]) => y(a.at(-1)?.ms ?? 0) - y(b.at(-1)?.ms ?? 0),
  )) {
    const tone = TONES[kind] ?? '#808890';
    const sorted = [...list].sort((a, b) => a.size - b.size);
    const path = sorted.map(({ size, ms }, at) => `${at ? 'L' : 'M'}${n(x(size))} ${n(y(ms))}`).join('');
    const last = sorted.at(-1);
    parts.push(
      `<path d="${path}" fill="none" stroke="${tone}" stroke-width="2.5" stroke-dasharray="${DASHES[kind] ?? ''}"/>`,
    );
    for (const { size, ms } of sorted)
      parts.push(`<circle cx="${n(x(size))}" cy="${n(y(ms))}" r="3.5" fill="${tone}"/>`);
    if (!last) continue;
    if (power(last.size) < toX) {
      early.push({ label: LABELS[kind] ?? kind, x: x(last.size), y: y(last.ms) });
      continue;
    }
    lastLabel = Math.max(y(last.ms) + 4, lastLabel + 15);
    parts.push(`<text x="${n(x(last.size) + 9)}" y="${n(lastLabel)}">${LABELS[kind] ?? kind}</text>`);
  }
  // There is room above their ends alone, where they stand in the order of the lines.
  const lowest = Math.min(...early.map((line) => line.y)) - 12;
  early.forEach((line, at) => {
    const up = 16 * (early.length - 1 - at);
    parts.push(`<text x="${n(line.x)}" y="${n(lowest - up)}" text-anchor="end">${line.label}</text>`);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Main-thread time added, by size of the page">
<style>text{font:12px sans-serif;fill:#57606a}.grid{stroke:#8884;stroke-width:1}@media(prefers-color-scheme:dark){text{fill:#b4bcc6}}</style>
${parts.join('\n')}
<text x="${EDGE.left}" y="14">main-thread CPU time added</text>
<text x="${(EDGE.left + WIDTH - EDGE.right) / 2}" y="${HEIGHT - 8}" text-anchor="middle">size of the page's HTML</text>
</svg>
`;
}
