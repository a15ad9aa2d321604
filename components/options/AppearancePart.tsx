import type { Appearance, Settings } from '../../lib/settings/settings.ts';
import { useText } from '../Text.tsx';
import { CheckBox, Choices } from './Choices.tsx';
import type { SetSetting } from './set-setting.ts';

/** How marks and cards look, with a mark to look at. */
export function AppearancePart({ of, onSet }: { of: Appearance; onSet: SetSetting }) {
  const { t } = useText();
  const set = (change: Partial<Appearance>) => onSet('appearance', { ...of, ...change });
  return (
    <>
      <Choices
        label={t('options.theme')}
        choices={[
          ['system', t('options.themeSystem')],
          ['light', t('options.themeLight')],
          ['dark', t('options.themeDark')],
        ]}
        chosen={of.theme}
        onChoose={(theme) => set({ theme })}
      />
      <Choices
        label={t('options.marks')}
        choices={[
          ['both', t('options.marksBoth')],
          ['line', t('options.marksLine')],
          ['tint', t('options.marksTint')],
        ]}
        chosen={of.marks}
        onChoose={(marks) => set({ marks })}
      />
      <p class="quiet">{t('options.sampleLabel')}</p>
      <p class="sample">
        <span class={`mark ${of.marks}`}>{t('options.sample')}</span>
      </p>
      <Choices
        label={t('options.textSize')}
        choices={[
          ['small', t('options.sizeSmall')],
          ['normal', t('options.sizeNormal')],
          ['large', t('options.sizeLarge')],
          ['larger', t('options.sizeLarger')],
        ]}
        chosen={of.textSize}
        onChoose={(textSize) => set({ textSize })}
      />
    </>
  );
}

interface CardsPartProps {
  readonly of: Pick<Settings, 'cards' | 'badge' | 'say'>;
  readonly onSet: SetSetting;
}

/** What opens a card, what the icon shows, and what is said aloud. */
export function CardsPart({ of, onSet }: CardsPartProps) {
  const { t } = useText();
  return (
    <>
      <Choices
        label={t('options.openBy')}
        choices={[
          ['rest', t('options.openRest')],
          ['click', t('options.openClick')],
          ['keys', t('options.openKeys')],
        ]}
        chosen={of.cards.openBy}
        onChoose={(openBy) => onSet('cards', { openBy })}
      />
      <CheckBox
        label={t('options.badge')}
        checked={of.badge.count}
        onChange={(count) => onSet('badge', { count })}
      />
      <CheckBox
        label={t('say.option')}
        checked={of.say.count}
        onChange={(count) => onSet('say', { count })}
      />
      <p class="quiet">{t('say.help')}</p>
    </>
  );
}
