import polyfilled, { type Runtime } from 'webextension-polyfill';
import { changeSetting, readSettings } from '../shared/settings.ts';

/** The first page after the first install, once; after an update nothing opens, and the popup has news. */
export async function greet({ reason, previousVersion }: Runtime.OnInstalledDetailsType): Promise<void> {
  const { version } = polyfilled.runtime.getManifest();
  if (reason === 'update' && previousVersion !== version)
    await changeSetting('life', (life) => ({
      ...life,
      update: { version, at: Date.now(), seen: false },
    }));
  if (reason !== 'install' || (await readSettings()).life.greeted) return;
  await changeSetting('life', (life) => ({ ...life, greeted: true }));
  await polyfilled.tabs.create({ url: polyfilled.runtime.getURL('/welcome.html') });
}
