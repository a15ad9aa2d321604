import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';

/** A raw request, since `fetch` tidies `..` out of a path before it is sent. */
const get = (port: number, path: string) =>
  new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, (response) => {
      let body = '';
      response.on('data', (data) => {
        body += data;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body,
        }),
      );
    })
      .on('error', reject)
      .end();
  });

describe('serve', () => {
  let folder = '';
  let server: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leafcheck-serve-'));
    mkdirSync(join(folder, 'pages', 'case'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'pages', 'a b.html'), '<p>file</p>');
    writeFileSync(join(folder, 'pages', 'case', 'source.html'), '<p>case</p>');
    const pages = new Map([
      ['/made', { body: 'made', status: 201, headers: { 'content-type': 'text/plain' } }],
    ]);
    server = await serve({ roots: [join(folder, 'pages')], pages });
  });

  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  test('answers with files, folders and pages in memory', async () => {
    expect(await get(server.port, '/a%20b.html')).toEqual({
      status: 200,
      type: 'text/html; charset=utf-8',
      body: '<p>file</p>',
    });
    expect((await get(server.port, '/case/')).body).toBe('<p>case</p>');
    expect(await get(server.port, '/made')).toEqual({ status: 201, type: 'text/plain', body: 'made' });
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/case/..%2f..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/none',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await get(server.port, path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret\n');
    expect(body).not.toBe('secret');
  });

  test('refuses a path that is no text', async () => {
    expect((await get(server.port, '/%E0%A4%A')).status).toBe(400);
  });

  test('rejects where the port is taken', async () => {
    await expect(serve({ port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
