import type { Card } from '../lib/evidence/card.ts';
import { certaintyWording, isTopic, topicWording, verdictWording } from '../lib/evidence/wording.ts';
import type { ViewText } from './Text.tsx';
import type { BadgeVerdict } from './VerdictBadge.tsx';

/**
 * The verdict that a card may lead with. An overview speaks of the substance, not of the claim: its cautions hold
 * here too, but good news of another use would read as support for this one, so there nothing is held.
 */
export function leadingVerdict({ match, answer }: Card): BadgeVerdict {
  if (!answer || match === 'none') return 'none';
  const goodNews = ['supported', 'limited', 'varies'].includes(answer.verdict);
  return match === 'overview' && goodNews ? 'none' : answer;
}

/** The card's subject: "Kratom · sleep". */
export function pairText({ substance, topic }: Card, { t }: ViewText): string {
  return isTopic(topic)
    ? t('card.pair', [substance.name, topicWording(topic)])
    : t('card.about', [substance.name]);
}

/** `YYYY-MM` as the reader's language says it: "January 2026". */
export function monthText(asOf: string, { language }: ViewText): string {
  const [year = 0, month = 1] = asOf.split('-').map(Number);
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1),
  );
}

/**
 * A report of an error to fill in: which card of which version it is about, and nothing of the page.
 *
 * @param version Of the extension, such as "0.1.0".
 */
export function reportText({ answer, substance, topic }: Card, version: string, { t }: ViewText): string {
  return t('cite.report', [
    substance.name,
    isTopic(topic) ? topicWording(topic) : topic,
    answer ? `${substance.id}/${answer.topic}` : '-',
    answer?.asOf ?? '-',
    version,
  ]);
}

/** A card as plain text to paste elsewhere: what it says first, then its dangers, sources and date. */
export function cardAsText(card: Card, text: ViewText): string {
  const { t } = text;
  const { answer, match, substance, topic } = card;
  const lead = leadingVerdict(card);
  const words =
    lead === 'none' ? t('card.noneWords') : verdictWording(lead.verdict, lead.certainty, lead.topic).words;
  const topicName = isTopic(topic) ? topicWording(topic) : '';
  const lines = [pairText(card, text), words];
  if (match === 'overview' && isTopic(topic)) lines.push(t('card.overviewNote', [substance.name, topicName]));
  if (answer)
    lines.push(
      answer.headline,
      answer.summary,
      t('card.certaintyAndWho', [certaintyWording(answer.certainty).words, answer.studied]),
    );
  else lines.push(t('card.noneHeadline', [substance.name, topicName]), t('card.noneSummary'));
  lines.push(...card.dangers.map((danger) => danger.text));
  if (card.whatWorks) lines.push(`${t('card.whatWorks')} ${card.whatWorks.text}`);
  const carried = new Set([
    ...(answer?.sources ?? []),
    ...card.dangers.flatMap((danger) => danger.sources),
    ...(card.whatWorks?.sources ?? []),
  ]);
  const sources = card.sources.filter(({ id }) => carried.has(id));
  if (sources.length > 0)
    lines.push(
      '',
      ...sources.map(
        ({ authors, title, publisher, year, url }, at) =>
          `${at + 1}. ${[authors, title, `${publisher} ${year}`]
            .filter(Boolean)
            .map((part) => part.replace(/\.$/, ''))
            .join('. ')}. ${url}`,
      ),
    );
  lines.push(
    '',
    ['Leafcheck', ...(answer ? [t('card.asOf', [monthText(answer.asOf, text)])] : [])].join(' · '),
  );
  return lines.join('\n');
}
