import type { ComponentChildren } from 'preact';
import type { Verdict } from '../generated/ids.ts';
import { verdictSign } from '../lib/evidence/wording.ts';

interface EvidenceRowProps {
  readonly verdict: Verdict | 'none';
  readonly onOpen: () => void;
  readonly children: ComponentChildren;
}

/** A row of a list that opens a card; the sign tells the verdict at a glance, the words in it say it. */
export function EvidenceRow({ verdict, onOpen, children }: EvidenceRowProps) {
  return (
    <li>
      <button type="button" class={`row ${verdict === 'none' ? 'untested' : verdict}`} onClick={onOpen}>
        <i aria-hidden="true">{verdictSign(verdict)}</i>
        <span>{children}</span>
      </button>
    </li>
  );
}
