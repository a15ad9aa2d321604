import { render } from 'preact';
import '../../components/card.css';
import '../../components/popup.css';
import '../../components/search-box.css';
import '../../components/panel.css';
import { Panel } from '../../components/Panel.tsx';
import { TextProvider } from '../../components/Text.tsx';
import { substanceName } from '../../lib/evidence/verdict-index.ts';
import { lookOf } from '../shared/card-look.ts';
import { readSettings, watchSettings } from '../shared/settings.ts';
import { viewText } from '../shared/view-text.ts';
import { worstVerdict } from '../shared/worst-verdict.ts';
import { followPage, type PageView } from './follow-page.ts';

document.documentElement.lang = viewText.language;
document.title = viewText.t('panel.heading');
let settings = await readSettings();
let view: PageView = { state: 'looking', host: '', claims: [] };

const draw = () => {
  const { region: _, ...look } = lookOf(settings);
  render(
    <TextProvider text={viewText}>
      <Panel
        state={view.state}
        host={view.host}
        claims={view.claims.map((claim) => ({ ...claim, verdict: worstVerdict(claim) }))}
        {...look}
        nameOf={substanceName}
        onOpenClaim={(id) => void page.openClaim(id)}
      />
    </TextProvider>,
    document.getElementById('panel') as HTMLElement,
  );
};

const page = followPage((next) => {
  view = next;
  draw();
});
watchSettings((next) => {
  settings = next;
  draw();
});
