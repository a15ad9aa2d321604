/** What the build promises to browser and reader, read off the built files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, extensionFolder, test } from './extension.ts';

// The background's own name for the extension API; the code in `evaluate` runs there.
declare const chrome: typeof import('wxt/browser').browser;

const read = (path: string) => readFileSync(join(extensionFolder, path), 'utf8');

const scripts = readdirSync(extensionFolder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.js'),
);

test('asks for storage, its menu entries, its side panel and http and https pages, and for nothing else', () => {
  const manifest = JSON.parse(read('manifest.json'));
  expect(manifest.permissions).toEqual(['storage', 'contextMenus', 'sidePanel']);
  expect(manifest.optional_permissions ?? []).toEqual([]);
  expect(manifest.host_permissions ?? []).toEqual([]);
  expect(manifest.optional_host_permissions ?? []).toEqual([]);
  expect(manifest.externally_connectable).toBeUndefined();
  expect(manifest.content_scripts.length).toBeGreaterThan(0);
  for (const { matches } of manifest.content_scripts)
    expect([...matches].sort()).toEqual(['http://*/*', 'https://*/*']);
});

test('lets pages of the extension load its own files alone', () => {
  const { content_security_policy } = JSON.parse(read('manifest.json'));
  expect(content_security_policy.extension_pages).toContain("default-src 'none'");
  expect(content_security_policy.extension_pages).not.toMatch(/https?:|\*|unsafe/);
});

test('ships no code that makes a request', () => {
  expect(scripts.length).toBeGreaterThan(1);
  // A call of the global `fetch`, not the method of that name which MiniSearch's map defines and calls.
  const calls =
    /(?<![.\w$])fetch\((?![^()]*\)\s*\{)|\b(globalThis|window|self)\.fetch\b|\b(XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport|importScripts)\b/;
  const found = scripts.flatMap((path) => {
    const hit = calls.exec(read(path));
    return hit ? [`${path} holds ${hit[0]} … ${read(path).slice(hit.index - 60, hit.index + 60)}`] : [];
  });
  expect(found).toEqual([]);
});

test('ships no name of the polyfill in the content script', () => {
  const content = scripts.filter((path) => /content-scripts/.test(path));
  expect(content.length).toBeGreaterThan(0);
  for (const path of content) expect(read(path), path).not.toContain('webextension-polyfill');
});

test('the browser gives every key that is suggested: none is its own', async ({ background }) => {
  const { commands } = JSON.parse(read('manifest.json'));
  const given = await background.evaluate(() => chrome.commands.getAll());
  for (const [name, { suggested_key: suggested }] of Object.entries<{ suggested_key?: { default: string } }>(
    commands,
  ))
    if (suggested) expect(given.find((one) => one.name === name)?.shortcut, name).toBe(suggested.default);
});
