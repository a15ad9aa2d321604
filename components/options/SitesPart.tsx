import { useState } from 'preact/hooks';
import {
  patternFrom,
  rulesAsText,
  rulesFromText,
  type SiteRules,
  sortedRules,
  withoutRule,
} from '../../lib/sites.ts';
import { useText } from '../Text.tsx';
import { Choices } from './Choices.tsx';
import type { SetSetting } from './set-setting.ts';

interface SitesPartProps {
  readonly of: SiteRules;
  readonly onSet: SetSetting;
  /** A host in ASCII; null for what is none. */
  readonly ascii: (host: string) => string | null;
}

/** Where Leafcheck is on: the mode, its exceptions one by one with a search, and all of them as text. */
export function SitesPart({ of, onSet, ascii }: SitesPartProps) {
  const { t } = useText();
  const [find, setFind] = useState('');
  const rules = sortedRules(of);
  const shown = rules.filter(([pattern]) => pattern.includes(find.trim().toLowerCase()));
  const set = (pattern: string, state: 'on' | 'off') =>
    onSet('sites', { ...of, hosts: { ...of.hosts, [pattern]: state } });
  return (
    <>
      <Choices
        label={t('options.mode')}
        choices={[
          ['on', t('options.modeOn')],
          ['off', t('options.modeOff')],
        ]}
        chosen={of.otherwise}
        onChoose={(otherwise) => onSet('sites', { ...of, otherwise })}
      />
      <p class="quiet">{t('options.sitesHelp')}</p>
      <AddSite ascii={ascii} onAdd={(pattern) => set(pattern, of.otherwise === 'on' ? 'off' : 'on')} />
      {rules.length > 0 && (
        <label class="field">
          <span>{t('options.findSite')}</span>
          <input type="search" value={find} onInput={(event) => setFind(event.currentTarget.value)} />
        </label>
      )}
      {shown.length === 0 ? (
        <p class="quiet">{t(rules.length > 0 ? 'options.noSiteFound' : 'options.noSites')}</p>
      ) : (
        <ul class="list sites">
          {shown.map(([pattern, state]) => (
            <li key={pattern}>
              <span class="grow">{pattern}</span>
              <select
                value={state}
                aria-label={t('options.siteState', [pattern])}
                onChange={(event) => set(pattern, event.currentTarget.value as 'on' | 'off')}
              >
                <option value="on">{t('options.stateOn')}</option>
                <option value="off">{t('options.stateOff')}</option>
              </select>
              <button
                type="button"
                aria-label={t('options.removeSite', [pattern])}
                onClick={() => onSet('sites', withoutRule(of, pattern))}
              >
                {t('options.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <BulkEdit key={rulesAsText(of)} of={of} onSet={onSet} ascii={ascii} />
    </>
  );
}

function AddSite({ ascii, onAdd }: { ascii: SitesPartProps['ascii']; onAdd: (pattern: string) => void }) {
  const { t } = useText();
  const [written, write] = useState('');
  const [bad, setBad] = useState(false);
  return (
    <form
      class="row-form"
      onSubmit={(event) => {
        event.preventDefault();
        const pattern = patternFrom(written, ascii);
        setBad(pattern === null);
        if (pattern === null) return;
        write('');
        onAdd(pattern);
      }}
    >
      <label class="field">
        <span>{t('options.addSite')}</span>
        <input
          type="text"
          value={written}
          placeholder={t('options.addHint')}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={bad}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{t('options.add')}</button>
      {bad && (
        <p class="problem" role="alert">
          {t('options.badSite')}
        </p>
      )}
    </form>
  );
}

function BulkEdit({ of, onSet, ascii }: SitesPartProps) {
  const { t } = useText();
  const [text, setText] = useState(rulesAsText(of));
  const [bad, setBad] = useState<readonly string[]>([]);
  return (
    <details>
      <summary>{t('options.bulk')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const read = rulesFromText(text, of.otherwise, ascii);
          setBad('bad' in read ? read.bad : []);
          if ('rules' in read) onSet('sites', read.rules);
        }}
      >
        <label class="field">
          <span>{t('options.bulkHelp')}</span>
          <textarea
            rows={8}
            value={text}
            spellcheck={false}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <button type="submit">{t('options.bulkSave')}</button>
        {bad.length > 0 && (
          <div class="problem" role="alert">
            {t('options.badLines')}
            <ul>
              {bad.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        )}
      </form>
    </details>
  );
}
