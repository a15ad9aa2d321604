import { useRef, useState } from 'preact/hooks';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Refusal } from '../../lib/settings/transfer.ts';
import { type TextKey, useText } from '../Text.tsx';
import { CheckBox } from './Choices.tsx';
import type { SetSetting } from './set-setting.ts';

interface KeepPartProps {
  readonly sync: Settings['sync'];
  readonly onSet: SetSetting;
  readonly onExport: () => void;
  /** Reads the file whole or not at all; null where it was read. */
  readonly onImport: (file: File) => Promise<Refusal | null>;
  readonly onReset: () => void;
}

const REFUSALS = {
  'not-json': 'options.notJson',
  'not-settings': 'options.notSettings',
  newer: 'options.newerFile',
  'bad-setting': 'options.badSetting',
} as const;

/** Sync, a file out and in, and a fresh start that asks first. */
export function KeepPart({ sync, onSet, onExport, onImport, onReset }: KeepPartProps) {
  const { t } = useText();
  const file = useRef<HTMLInputElement>(null);
  const [said, say] = useState<{ words: string; bad: boolean } | null>(null);
  const [sure, ask] = useState(false);

  const read = async (chosen: File) => {
    const refusal = await onImport(chosen);
    if (!refusal) return say({ words: t('options.imported'), bad: false });
    const part = refusal.reason === 'bad-setting' ? settingWords(refusal.setting, t) : '';
    say({ words: t(REFUSALS[refusal.reason], [part]), bad: true });
  };
  return (
    <>
      <CheckBox
        label={t('options.sync')}
        checked={sync.on}
        onChange={(on) => onSet('sync', { on, problem: null })}
      />
      <p class="quiet">{t('options.syncHelp')}</p>
      {sync.problem && (
        <p class="problem" role="alert">
          {t(sync.problem === 'too-large' ? 'options.syncTooLarge' : 'options.syncFailed')}
        </p>
      )}
      <div class="buttons">
        <button type="button" onClick={onExport}>
          {t('options.export')}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          {t('options.import')}
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          aria-label={t('options.import')}
          hidden
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen) void read(chosen);
            // The same file again is a choice too.
            event.currentTarget.value = '';
          }}
        />
        {!sure && (
          <button type="button" onClick={() => ask(true)}>
            {t('options.reset')}
          </button>
        )}
      </div>
      {sure && (
        <div class="problem" role="alertdialog" aria-label={t('options.reset')}>
          <p>{t('options.resetSure')}</p>
          <div class="buttons">
            <button
              type="button"
              onClick={() => {
                ask(false);
                onReset();
                say({ words: t('options.resetDone'), bad: false });
              }}
            >
              {t('options.resetYes')}
            </button>
            <button type="button" onClick={() => ask(false)}>
              {t('options.resetNo')}
            </button>
          </div>
        </div>
      )}
      <p role="status" class={said?.bad ? 'problem' : 'quiet'} hidden={!said}>
        {said?.words}
      </p>
    </>
  );
}

const NAMES: Readonly<Record<string, TextKey>> = {
  sites: 'setting.sites',
  appearance: 'setting.appearance',
  cards: 'setting.cards',
  muted: 'setting.muted',
  dismissed: 'setting.dismissed',
  place: 'setting.place',
  badge: 'setting.badge',
  say: 'say.name',
  pause: 'setting.pause',
  sync: 'setting.sync',
  life: 'setting.life',
};

/** A setting's name as the page words it; as it stands where it is none of ours. */
export const settingWords = (name: string, t: (key: TextKey) => string): string =>
  NAMES[name] ? t(NAMES[name]) : name;
