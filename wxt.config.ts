import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import sharp from 'sharp';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

/**
 * Signs beyond ASCII as escapes: with one of them a browser keeps all of a script at two bytes a letter, and the worker's
 * five megabytes take a fifth longer to wake.
 */
const plainAscii: Plugin = {
  name: 'plain-ascii',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk')
        chunk.code = chunk.code.replace(
          /[^\0-\x7f]/g,
          (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/auto-icons', '@wxt-dev/i18n/module'],
  autoIcons: { baseIconPath: 'assets/icon.svg' },
  hooks: {
    // What pages share comes in one file: each file more delays a popup by some 5 ms. Large tables stay apart.
    'vite:build:extendConfig': (entrypoints, { build }) => {
      const output = build?.rolldownOptions?.output;
      if (entrypoints.length < 2 || !output || Array.isArray(output)) return;
      output.codeSplitting = {
        groups: [
          { name: 'shared', minShareCount: 2, maxModuleSize: 50_000, test: (id) => !id.includes('shipped-') },
        ],
        includeDependenciesRecursively: false,
      };
    },
    // The icon of a page where the extension is off, which the worker sets by tab.
    'build:done': async ({ config }) => {
      for (const size of [16, 32])
        await sharp('assets/icon-off.svg')
          .resize(size)
          .png()
          .toFile(`${config.outDir}/icons/off-${size}.png`);
    },
  },
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), plainAscii],
    resolve: {
      // WXT's own announces itself to the page; see the file.
      alias: {
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('entrypoints/content/silent-context.ts', import.meta.url),
        ),
      },
    },
    // The polyfill fetches; every browser that has the Highlight API preloads modules by itself.
    build: { modulePreload: { polyfill: false } },
    // Large JSON parses about twice as fast from a string as from an object literal.
    json: { stringify: true },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'contextMenus'],
    omnibox: { keyword: 'lc' },
    action: { default_title: '__MSG_extName__' },
    commands: {
      'next-claim': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_commandNextClaim__',
      },
      'previous-claim': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commandPreviousClaim__',
      },
      'open-card': {
        suggested_key: { default: 'Alt+Shift+O' },
        description: '__MSG_commandOpenCard__',
      },
      // Chrome takes four suggested keys at most, and Escape closes a card anyway.
      'close-card': { description: '__MSG_commandCloseCard__' },
      'open-panel': { description: '__MSG_commandOpenPanel__' },
      'switch-site': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandSwitchSite__',
      },
    },
    content_security_policy: {
      extension_pages: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:",
    },
    // Chrome warns of keys that it does not know.
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'leafcheck@leafcheck.example',
          // 140 has the CSS Custom Highlight API; 142 knows data_collection_permissions on Android too.
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
