import { SUBSTANCE_IDS, type SubstanceId, TOPIC_IDS, type TopicId, VERDICTS } from '../../generated/ids.ts';
import { topicWording, verdictSign, verdictWords } from '../../lib/evidence/wording.ts';
import { withMuted } from '../../lib/settings/mute.ts';
import type { Dismissal, Muted } from '../../lib/settings/settings.ts';
import { EVIDENCE_LANGUAGE, useText } from '../Text.tsx';
import { CheckBox } from './Choices.tsx';
import type { SetSetting } from './set-setting.ts';

interface MutedPartProps {
  readonly of: Muted;
  readonly onSet: SetSetting;
  readonly nameOf: (substance: SubstanceId) => string;
}

/** Which claims are not marked: by substance, by topic, by verdict. */
export function MutedPart({ of, onSet, nameOf }: MutedPartProps) {
  const { t, language } = useText();
  const mute = (kind: keyof Muted, id: string, muted: boolean) =>
    onSet('muted', withMuted(of, kind, id, muted));
  const byName = SUBSTANCE_IDS.map((id) => ({ id, name: nameOf(id) })).sort((a, b) =>
    a.name.localeCompare(b.name, language),
  );
  return (
    <>
      <h3>{t('options.mutedSubstances')}</h3>
      <ul class="list">
        {byName
          .filter(({ id }) => of.substances.includes(id))
          .map(({ id, name }) => (
            <li key={id}>
              <span class="grow" lang={EVIDENCE_LANGUAGE}>
                {name}
              </span>
              <button
                type="button"
                aria-label={t('options.unmuteOf', [name])}
                onClick={() => mute('substances', id, false)}
              >
                {t('options.unmute')}
              </button>
            </li>
          ))}
      </ul>
      {of.substances.length === 0 && <p class="quiet">{t('options.noMuted')}</p>}
      <label class="field">
        <span>{t('options.muteSubstance')}</span>
        <select
          value=""
          onChange={(event) => {
            if (event.currentTarget.value) mute('substances', event.currentTarget.value, true);
          }}
        >
          <option value="" />
          {byName
            .filter(({ id }) => !of.substances.includes(id))
            .map(({ id, name }) => (
              <option key={id} value={id} lang={EVIDENCE_LANGUAGE}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <fieldset class="columns">
        <legend>{t('options.mutedTopics')}</legend>
        {(TOPIC_IDS as readonly TopicId[]).map((id) => (
          <CheckBox
            key={id}
            label={topicWording(id)}
            language={EVIDENCE_LANGUAGE}
            checked={!of.topics.includes(id)}
            onChange={(marked) => mute('topics', id, !marked)}
          />
        ))}
      </fieldset>
      <fieldset class="columns">
        <legend>{t('options.mutedVerdicts')}</legend>
        {VERDICTS.map((id) => (
          <CheckBox
            key={id}
            label={`${verdictSign(id)} ${verdictWords(id)[0]}`}
            language={EVIDENCE_LANGUAGE}
            checked={!of.verdicts.includes(id)}
            onChange={(marked) => mute('verdicts', id, !marked)}
          />
        ))}
      </fieldset>
    </>
  );
}

interface DismissedPartProps {
  readonly of: readonly Dismissal[];
  readonly onSet: SetSetting;
  readonly nameOf: (substance: SubstanceId) => string;
}

/** The marks that were sent away, newest first, each with its way back. */
export function DismissedPart({ of, onSet, nameOf }: DismissedPartProps) {
  const { t, language } = useText();
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const known = (id: string): id is SubstanceId => (SUBSTANCE_IDS as readonly string[]).includes(id);
  const pairs = ({ pairs: all }: Dismissal) =>
    all
      .map(({ substance, topic }) => {
        const held = (TOPIC_IDS as readonly string[]).includes(topic);
        const name = known(substance) ? nameOf(substance) : substance;
        return t('card.pair', [name, held ? topicWording(topic as TopicId) : topic]);
      })
      .join('; ');
  if (of.length === 0) return <p class="quiet">{t('options.noDismissed')}</p>;
  return (
    <>
      <p class="quiet">{t('options.dismissedWhy')}</p>
      <ul class="list">
        {[...of].reverse().map((one) => (
          <li key={one.sentence}>
            <span class="grow">
              {pairs(one)}{' '}
              <small>
                {t(one.reason === 'hidden' ? 'options.hiddenOn' : 'options.notClaimOn', [
                  one.host,
                  date.format(one.at),
                ])}
              </small>
            </span>
            <button
              type="button"
              aria-label={t('options.undoOf', [pairs(one), one.host])}
              onClick={() =>
                onSet(
                  'dismissed',
                  of.filter((other) => other !== one),
                )
              }
            >
              {t('more.undo')}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => onSet('dismissed', [])}>
        {t('options.undoAll')}
      </button>
    </>
  );
}
