import type { Card, CardKey } from '../lib/evidence/card.ts';
import { classWording } from '../lib/evidence/wording.ts';
import { addressOf, entryAddress } from '../lib/library/library-address.ts';
import { bySubstance, type LibraryEntry } from '../lib/library/library-entries.ts';
import { topicLabel, verdictLabel } from './library-text.ts';
import { SourceList } from './SourceList.tsx';
import { EVIDENCE_LANGUAGE, useText } from './Text.tsx';
import { VerdictMark } from './VerdictMark.tsx';

interface EntryRowsProps {
  readonly entries: readonly LibraryEntry[];
  /** Where given, each entry also says its summary and its sources: for paper. */
  readonly cardFor?: ((key: CardKey) => Card) | undefined;
}

/** A summary and the sources of the answer alone, in the card's order. */
function OnPaper({ of: { answer, sources } }: { of: Card }) {
  if (!answer) return null;
  return (
    <div class="on-paper">
      <p lang={EVIDENCE_LANGUAGE}>{answer.summary}</p>
      <SourceList sources={sources.filter(({ id }) => answer.sources.includes(id))} />
    </div>
  );
}

/** The entries of one substance, each a link with its verdict in words. */
export function EntryRows({ entries, cardFor }: EntryRowsProps) {
  const text = useText();
  return (
    <ul class="entries">
      {entries.map((entry) => (
        <li key={entry.topic}>
          <a class="entry" href={entryAddress(entry)}>
            <VerdictMark verdict={entry.verdict} certainty={entry.certainty} />
            <span>
              <b>{topicLabel(entry.topic, text)}</b>
              <span class="says" lang={EVIDENCE_LANGUAGE}>
                {entry.headline}
              </span>
              <small lang={EVIDENCE_LANGUAGE}>{verdictLabel(entry)}</small>
            </span>
          </a>
          {cardFor && <OnPaper of={cardFor(entry)} />}
        </li>
      ))}
    </ul>
  );
}

/** Entries by substance, in the order given. */
export function EntryList({ entries, cardFor }: EntryRowsProps) {
  return (
    <div class="list">
      {bySubstance(entries).map(({ substance, entries: own }) => {
        const [first] = own;
        return (
          <section key={substance}>
            <h2>
              <a href={addressOf({ kind: 'substance', substance })}>{first?.name}</a>{' '}
              <span class="quiet">{first && classWording(first.class)}</span>
            </h2>
            <EntryRows entries={own} cardFor={cardFor} />
          </section>
        );
      })}
    </div>
  );
}
