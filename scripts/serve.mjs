// @ts-check
/** A static server on this machine only, for the demo gallery and the browser tests. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
};

/**
 * A page made in memory.
 *
 * @typedef {object} Page
 * @property {string | Buffer} body
 * @property {Record<string, string>} [headers] Added to, or in place of, the usual ones.
 * @property {number} [status]
 */

/** @param {string} path */
export const contentType = (path) =>
  TYPES[/** @type {keyof typeof TYPES} */ (extname(path).toLowerCase())] ?? 'application/octet-stream';

/**
 * The file that a request path names below `root`, `index.html` or `source.html` for a folder; null where there is none.
 *
 * @param {string} root
 * @param {string} path Decoded, starts with a slash.
 */
function fileBelow(root, path) {
  const full = normalize(join(root, path));
  if (full !== normalize(root) && !full.startsWith(normalize(root + sep))) return null;
  const stat = statSync(full, { throwIfNoEntry: false });
  if (stat?.isFile()) return full;
  if (!stat?.isDirectory()) return null;
  for (const name of ['index.html', 'source.html']) {
    const file = join(full, name);
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  }
  return null;
}

/**
 * Starts to serve. Pages in memory come before files; files come from the first root that holds them.
 *
 * @param {object} options
 * @param {string[]} [options.roots] Folders to serve.
 * @param {Map<string, Page>} [options.pages] By path, with the leading slash; may be filled later.
 * @param {number} [options.port] 0, the default, takes a free one.
 * @returns {Promise<{ port: number, close: () => Promise<void> }>} Rejects with `EADDRINUSE` where the port is taken.
 */
export async function serve({ roots = [], pages = new Map(), port = 0 }) {
  const server = createServer((request, response) => {
    let path = '/';
    try {
      path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    } catch {
      response.writeHead(400).end();
      return;
    }
    const page = pages.get(path);
    if (page) {
      response.writeHead(page.status ?? 200, {
        'content-type': TYPES['.html'],
        'cache-control': 'no-store',
        ...page.headers,
      });
      response.end(page.body);
      return;
    }
    const file = roots.map((root) => fileBelow(root, path)).find((found) => found !== null);
    if (file) {
      response.writeHead(200, { 'content-type': contentType(file), 'cache-control': 'no-store' });
      createReadStream(file).pipe(response);
      return;
    }
    // A browser asks for an icon by itself; an error for it would stand in the page's console.
    response.writeHead(path === '/favicon.ico' ? 204 : 404, { 'content-type': TYPES['.txt'] });
    response.end(path === '/favicon.ico' ? undefined : `No page at ${path}\n`);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
