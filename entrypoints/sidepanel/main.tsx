import { render } from 'preact';
import '../../components/card.css';
import '../../components/popup.css';
import '../../components/panel.css';
import { Panel } from '../../components/Panel.tsx';
import { TextProvider } from '../../components/Text.tsx';
import { substanceName } from '../../lib/evidence/verdict-index.ts';
import { viewText } from '../shared/view-text.ts';
import { worstVerdict } from '../shared/worst-verdict.ts';
import { followPage, type PageView } from './follow-page.ts';

const page = followPage(draw);

function draw({ state, host, claims }: PageView): void {
  render(
    <TextProvider text={viewText}>
      <Panel
        state={state}
        host={host}
        claims={claims.map((claim) => ({ ...claim, verdict: worstVerdict(claim) }))}
        nameOf={substanceName}
        onOpenClaim={(id) => void page.openClaim(id)}
      />
    </TextProvider>,
    document.getElementById('panel') as HTMLElement,
  );
}
