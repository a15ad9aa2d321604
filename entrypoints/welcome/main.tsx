import { render } from 'preact';
import browser from 'webextension-polyfill';
import '../../components/card.css';
import '../../components/options.css';
import { TextProvider } from '../../components/Text.tsx';
import { Welcome } from '../../components/Welcome.tsx';
import { lawFirst } from '../../lib/evidence/law-order.ts';
import { regionsHeld } from '../../lib/evidence/regions.ts';
import { evidence } from '../../lib/evidence/shipped-evidence.ts';
import { lookOf } from '../shared/card-look.ts';
import { copyText } from '../shared/own-page.ts';
import { changeSetting, readSettings, watchSettings } from '../shared/settings.ts';
import { readerRegion, viewText } from '../shared/view-text.ts';

let settings = await readSettings();
// Not in Firefox, where a new icon goes into the menu and the words tell the way.
const pinned = (await browser.action.getUserSettings?.())?.isOnToolbar;

const browserRegion = readerRegion();

const draw = () => {
  const { region, ...look } = lookOf(settings);
  render(
    <TextProvider text={viewText}>
      <Welcome
        card={lawFirst(evidence.card({ substance: 'kratom', topic: 'opioid-withdrawal' }), region)}
        help={evidence.help}
        regions={regionsHeld(evidence.help)}
        chosenRegion={settings.place.region}
        {...(browserRegion ? { browserRegion } : {})}
        {...look}
        {...(pinned === undefined ? {} : { pinned })}
        onRegion={(chosen) => void changeSetting('place', () => ({ region: chosen }))}
        onOptions={() => void browser.runtime.openOptionsPage()}
        onCopy={copyText}
      />
    </TextProvider>,
    document.getElementById('welcome') as HTMLElement,
  );
};

document.documentElement.lang = viewText.language;
document.title = viewText.t('welcome.title');
draw();
watchSettings((next) => {
  settings = next;
  draw();
});
