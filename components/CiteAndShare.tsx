import { useRef, useState } from 'preact/hooks';
import type { Card } from '../lib/evidence/card.ts';
import { CITATION_FORMS, type CitationForm } from '../lib/evidence/citations.ts';
import { cardAsText, reportText } from './card-text.ts';
import { saveFile } from './save-file.ts';
import { useText } from './Text.tsx';

/** Gives the citations of some sources in a form; null where no one answers. */
export type CiteAnswer = (ids: readonly string[], form: CitationForm) => Promise<string | null>;

interface CiteAndShareProps {
  readonly card: Card;
  readonly version: string;
  /** Puts the text on the clipboard; false where the browser refused. */
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onCite: CiteAnswer | undefined;
}

const FORMS = Object.keys(CITATION_FORMS) as CitationForm[];
/** A folded row: the sources as citations to copy or save, the card as text, and a report of an error to copy. */
export function CiteAndShare({ card, version, onCopy, onCite }: CiteAndShareProps) {
  const text = useText();
  const { t } = text;
  const [form, setForm] = useState<CitationForm>('vancouver');
  const [said, say] = useState('');
  const [report, setReport] = useState<string>();
  const held = useRef<{ [form in CitationForm]?: string }>({});

  const ask = async (of: CitationForm) => {
    const answer = await onCite?.(
      card.sources.map((source) => source.id),
      of,
    );
    if (answer) held.current[of] = answer;
    return answer;
  };
  const copy = async (words: string | null | undefined) => {
    say('');
    const done = words ? await onCopy(words) : false;
    say(t(done ? 'card.copied' : 'card.copyFailed'));
  };
  // What is held is copied at once: some browsers allow it only while they handle the click.
  const copyCitations = async () => copy(held.current[form] ?? (await ask(form)));
  const save = async (button: HTMLElement) => {
    const words = held.current[form] ?? (await ask(form));
    const { ending, type } = CITATION_FORMS[form];
    const name = `leafcheck-${card.substance.id}-${card.topic}.${ending}`;
    if (words) saveFile(button, name, type, words);
    say(words ? t('cite.saved', [name]) : t('card.copyFailed'));
  };

  return (
    <details class="cite" onToggle={(event) => event.currentTarget.open && void ask(form)}>
      <summary>{t('cite.row')}</summary>
      {onCite && card.sources.length > 0 && (
        <p class="acts">
          <label>
            {t('cite.form')}{' '}
            <select
              value={form}
              onChange={(event) => {
                const chosen = event.currentTarget.value as CitationForm;
                setForm(chosen);
                void ask(chosen);
              }}
            >
              {FORMS.map((one) => (
                <option key={one} value={one}>
                  {CITATION_FORMS[one].name}
                </option>
              ))}
            </select>
          </label>
          <button type="button" onClick={() => void copyCitations()}>
            {t('cite.copy')}
          </button>
          <button type="button" onClick={(event) => void save(event.currentTarget)}>
            {t('cite.save')}
          </button>
        </p>
      )}
      <p class="acts">
        <button type="button" onClick={() => void copy(cardAsText(card, text))}>
          {t('cite.text')}
        </button>
        <button
          type="button"
          aria-expanded={report !== undefined}
          onClick={() => {
            say('');
            setReport(report === undefined ? reportText(card, version, text) : undefined);
          }}
        >
          {t('cite.error')}
        </button>
      </p>
      {report !== undefined && (
        <>
          <textarea
            rows={10}
            aria-label={t('cite.reportLabel')}
            aria-describedby="card-cite-note"
            value={report}
            onInput={(event) => setReport(event.currentTarget.value)}
          />
          <p id="card-cite-note" class="quiet">
            {t('cite.reportNote')}
          </p>
          <p class="acts">
            <button type="button" onClick={() => void copy(report)}>
              {t('cite.reportCopy')}
            </button>
          </p>
        </>
      )}
      <p role="status">{said}</p>
    </details>
  );
}
