import { cueHits, distanceOf, step } from './features.ts';
import type { Hit } from './lexicon.ts';
import { quitPlace } from './quits.ts';
import type { Placed } from './read-page.ts';
import { isNearer } from './rivals.ts';
import type { PairSetting, WeighedTopic } from './topic-features.ts';

// What the model sees of a substance beside a topic in a sentence, each a name that a person can read.

/** A pair that a sentence might claim. */
export interface Pair {
  readonly substance: string;
  readonly substanceClass: string;
  readonly of: WeighedTopic;
}

/** What holds of the pair in this sentence on this page, beside what holds of its topic. */
export function pairFeatures(setting: PairSetting, pair: Pair): string[] {
  const { placed, state, lean, scope } = setting;
  const { sentence, source, named } = placed;
  const { text, hits } = sentence;
  const { substance, substanceClass } = pair;
  const { tier, hit, from } = pair.of;
  const risk = substanceClass === 'dependence-risk' ? 'risk' : 'other';
  const told = hit?.type ?? from;
  const share = step(state.rate('recovery') / 8, 5);
  const features = [
    `${tier} ${risk}`,
    `${tier} ${risk} ${scope}`,
    `${tier} ${risk} ${scope} ${share}`,
    `${tier} ${risk} recovery ${share}`,
    `${tier} ${risk} near recovery ${setting.nearRecovery}`,
    `${tier} ${risk} section ${Math.min(3, placed.sectionRecovery)}`,
    `${tier} ${risk} section share ${step(Math.sqrt(placed.sectionShare) / 2, 5)}`,
    `${tier} ${risk} section ${placed.sectionRecovery > 0} title ${setting.titleOnTopic}`,
    `${tier} ${risk} on recovery ${state.onRecovery} drugs ${step(Math.log2(1 + state.drugsNamed), 4)}`,
    `class ${substanceClass}`,
    `main ${state.main.includes(substance)} ${source}`,
    `leans ${lean} ${tier} ${risk}`,
  ];
  const quits = cueHits(hits, 'quitting').some(({ at }) =>
    hits.some((h) => h.type === 'sub' && h.id === substance && at - h.at > 0 && at - h.at < 3),
  );
  if (quits) features.push('quits it');
  const level = state.quits.get(substance) ?? 0;
  const place = quitPlace(placed, substance);
  features.push(`quit ${level}`, `quit ${level} ${tier}`, `quit in ${place}`, `quit in ${place} ${tier}`);
  if (state.titleSubstances.includes(substance))
    features.push('in title', `in title ${state.titleCues.has('quitting') ? 'quit' : ''} ${tier}`);
  // "Kratom's alkaloids, mitragynine and 7-hydroxymitragynine": one leaf, not two products.
  if (substance === '7-oh' && (state.main[0] === 'kratom' || named.includes('kratom')))
    features.push(
      '7-oh of kratom',
      /alkaloid|mitragynine and 7|hydroxymitragynine and mitra/i.test(text)
        ? '7-oh as alkaloid'
        : '7-oh by itself',
    );

  const order = hits
    .filter(
      (h) =>
        h === hit || (h.type === 'sub' && h.id === substance) || (h.type === 'cue' && h.id === 'benefit'),
    )
    .map((h) => (h === hit ? 'T' : h.type === 'sub' ? 'S' : 'B'))
    .join('')
    .replace(/(.)\1+/g, '$1')
    .slice(0, 5);
  features.push(`order ${hit ? order : ''}`, `order ${hit ? order : ''} ${told}`);
  if (hit) features.push(...subjectFeatures(placed, substance, hit));
  const mention = placed.mentions.get(substance);
  const far = distanceOf(mention);
  features.push(
    `named ${far} ago`,
    `named ${far} ago ${tier}`,
    `named ${far} ago ${source}`,
    `drug ${mention?.drug}`,
    `drug ${mention?.drug} named ${far} ago`,
  );
  const places = placed.offered.get(substance) ?? [];
  features.push(
    ...places.map((place) => `substance in ${place}`),
    `substance nearest ${places[0]}`,
    `substance places ${places.join(' ')}`,
    `rival ${placed.rival} substance ${places[0]}`,
  );
  if (places[0] && isNearer(placed.rival, places[0]))
    features.push('rival nearer', `rival nearer ${tier} ${source}`);
  return features;
}

/** Who is said to do it: "Buprenorphine eases cravings" on a page about kratom speaks of a medicine. */
function subjectFeatures({ sentence: { hits }, source }: Placed, substance: string, hit: Hit): string[] {
  const subject = hits
    .filter((h) => (h.type === 'sub' || h.id === 'medicines' || h.id === 'rival') && h.end <= hit.start)
    .at(-1);
  const who = !subject
    ? 'none'
    : subject.type !== 'sub'
      ? subject.id
      : subject.id === substance
        ? 'own'
        : 'other';
  return [`subject ${who}`, `subject ${who} ${source}`];
}
