import { render } from 'preact';
import browser from 'webextension-polyfill';
import '../../components/card.css';
import '../../components/options.css';
import { Options } from '../../components/options/Options.tsx';
import { saveFile } from '../../components/save-file.ts';
import { TextProvider } from '../../components/Text.tsx';
import { dataFigures } from '../../lib/evidence/figures.ts';
import { regionsHeld } from '../../lib/evidence/regions.ts';
import { evidence } from '../../lib/evidence/shipped-evidence.ts';
import { substanceName } from '../../lib/evidence/verdict-index.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { exportSettings, importSettings, type Refusal } from '../../lib/settings/transfer.ts';
import { readSettings, resetSettings, takeFaults, watchSettings, writeSettings } from '../shared/settings.ts';
import { readerRegion, viewText } from '../shared/view-text.ts';

const { version: release } = browser.runtime.getManifest();
const CHROME_SHORTCUTS = 'chrome://extensions/shortcuts';

const faults = await takeFaults();
let settings = await readSettings();
const commands = await browser.commands?.getAll();

/** A host as the browser writes it; null for what is none. */
function ascii(host: string): string | null {
  try {
    return new URL(`http://${host}/`).hostname;
  } catch {
    return null;
  }
}

async function take(file: File): Promise<Refusal | null> {
  const read = importSettings(await file.text());
  if ('refused' in read) return read.refused;
  await writeSettings(read.settings);
  return null;
}

/** Firefox opens its own page for keys; Chromium has one at an address. */
async function openShortcuts(): Promise<void> {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) await openShortcutSettings();
  else await browser.tabs.create({ url: CHROME_SHORTCUTS });
}

const nameOf = (command: { name?: string; description?: string }) =>
  command.name === '_execute_action' ? viewText.t('options.openPopup') : (command.description ?? '');

const browserRegion = readerRegion();
const draw = () =>
  render(
    <TextProvider text={viewText}>
      <Options
        settings={settings}
        faults={faults}
        regions={regionsHeld(evidence.help)}
        {...(browserRegion ? { browserRegion } : {})}
        shortcuts={(commands ?? []).map((command) => ({
          name: nameOf(command),
          keys: command.shortcut ?? '',
        }))}
        shortcutsAt={import.meta.env.FIREFOX ? null : CHROME_SHORTCUTS}
        release={release}
        data={dataFigures}
        nameOf={substanceName}
        ascii={ascii}
        onSet={(name, value) => void set({ [name]: value })}
        onShortcuts={() => void openShortcuts()}
        onExport={() =>
          saveFile(
            document.body,
            'leafcheck-settings.json',
            'application/json',
            exportSettings(settings, release),
          )
        }
        onImport={take}
        onReset={() => void resetSettings()}
        onWelcome={() => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })}
      />
    </TextProvider>,
    document.getElementById('options') as HTMLElement,
  );

async function set(change: Partial<Settings>): Promise<void> {
  settings = { ...settings, ...change };
  draw();
  await writeSettings(change);
}

document.documentElement.lang = viewText.language;
document.title = viewText.t('options.title');
draw();
watchSettings((next) => {
  settings = next;
  draw();
});
