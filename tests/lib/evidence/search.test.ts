import { describe, expect, test } from 'vitest';
import { shippedSearch } from '../../../lib/evidence/shipped-search.ts';

/**
 * What readers type, and what must be among the first three answers: a substance, one of its topics, or a topic of
 * any substance (`*`). It is the index that ships, made from data/.
 */
type Row = readonly [query: string, wanted: string];

const TABLE: Readonly<Record<string, readonly Row[]>> = {
  'a substance by its name': [
    ['kratom', 'kratom/overview'],
    ['kava kava', 'kava/overview'],
    ['melatonin', 'melatonin/overview'],
    ['blue lotus vape', 'blue-lotus'],
    ['l theanine', 'l-theanine'],
    ['SAMe', 'same'],
    ['zinc', 'zinc'],
    ['omega 3', 'omega-3'],
    ['skullcap', 'skullcap'],
    ['akuamma seeds', 'akuamma'],
    ['taurine', 'taurine'],
    ['poppy seed tea', 'poppy-seed-tea/overview'],
  ],
  'other names, alkaloids and slang': [
    ['mitragynine', 'kratom'],
    ['maeng da', 'kratom'],
    ['red bali kratom', 'kratom'],
    ['7-hydroxymitragynine', '7-oh'],
    ['7oh', '7-oh/overview'],
    ['gas station heroin', 'tianeptine'],
    ['fly agaric', 'amanita'],
    ['iboga', 'ibogaine'],
    ['saint johns wort', 'st-johns-wort'],
    ['n-acetylcysteine', 'nac'],
    ['benfotiamine', 'thiamine'],
    ['fish oil', 'omega-3'],
    ['tulsi', 'holy-basil'],
    ['curcumin', 'turmeric'],
    ['hemp oil', 'cbd'],
    ['vit d', 'vitamin-d'],
    ['NAD drip', 'nad'],
    ['myers cocktail', 'multivitamin'],
    ['milk of the poppy', 'poppy-seed-tea'],
  ],
  brands: [
    ['zaza red', 'tianeptine'],
    ['tianna', 'tianeptine'],
    ['neptunes fix', 'tianeptine'],
    ['stablon depression', 'tianeptine/mood'],
    ['opms gold', 'kratom'],
    ['mit 45', 'kratom'],
    ['feel free tonic', 'kratom'],
    ['imodium for opiate withdrawal', 'loperamide/opioid-withdrawal'],
    ['tabex', 'cytisine'],
    ['ksm-66', 'ashwagandha'],
    ['charlottes web', 'cbd'],
    ['certo sure jell', 'detox-drink'],
  ],
  'misspelt names': [
    ['kratum', 'kratom/overview'],
    ['fenibut', 'phenibut'],
    ['ashwaganda', 'ashwagandha'],
    ['ibogane', 'ibogaine'],
    ['chamomille', 'chamomile'],
    ['ginko', 'ginkgo'],
    ['5htp', '5-htp'],
    ['tianeptine withdrawl', 'tianeptine/non-addictive'],
  ],
  'a substance and a topic': [
    ['kratom for opiate withdrawal', 'kratom/opioid-withdrawal'],
    ['kratom sleep', 'kratom/sleep'],
    ['kratom and liver damage', 'kratom/liver'],
    ['how much kratom for withdrawal', 'kratom/dosing'],
    ['kratom instead of suboxone', 'kratom/opioid-substitute'],
    ['kava for anxiety', 'kava/anxiety'],
    ['kava for depression', 'kava/mood'],
    ['phenibut anxiety', 'phenibut/anxiety'],
    ['delta-8 for sleep', 'delta-8-thc/sleep'],
    ['cbd oil for anxiety', 'cbd/anxiety'],
    ['valerian root sleep', 'valerian/sleep'],
    ['ashwagandha cortisol stress', 'ashwagandha/anxiety'],
    ['magnesium glycinate sleep', 'magnesium/sleep'],
    ['passionflower benzo withdrawal', 'passionflower/benzo-withdrawal'],
    ['nac for cravings', 'nac/cravings'],
    ['thiamine for alcohol withdrawal', 'thiamine/alcohol-withdrawal'],
    ['niacin flush drug test', 'b-vitamins/detox'],
    ['l glutamine sugar and alcohol cravings', 'l-glutamine/cravings'],
    ['probiotics for gut', 'probiotics/gut'],
    ['alpha lipoic acid nerve pain', 'alpha-lipoic-acid/pain'],
    ['kudzu root binge drinking', 'kudzu/alcohol-reduction'],
    ['lions mane brain', 'lions-mane/brain'],
    ['black seed oil opiate withdrawal', 'black-seed/opioid-withdrawal'],
    ['lobelia quit smoking', 'lobelia/smoking-cessation'],
    ['rhodiola fatigue', 'rhodiola/energy'],
    ['activated charcoal to pass a drug test', 'activated-charcoal/detox'],
    ['homeopathic opioid withdrawal', 'homeopathy/opioid-withdrawal'],
    ['iv vitamins addiction', 'multivitamin/addiction-treatment'],
  ],
  'whole questions': [
    ['does kratom help with opiate withdrawal?', 'kratom/opioid-withdrawal'],
    ['is kratom addictive', 'kratom/non-addictive'],
    ['is kratom legal in Texas', 'kratom/legal'],
    ['can i take kratom with suboxone', 'kratom/opioid-substitute'],
    ['can kava hurt your liver', 'kava/liver'],
    ['does kava help you stop drinking', 'kava/alcohol-reduction'],
    ['can you overdose on loperamide', 'loperamide/safe'],
    ['will cbd help me quit weed', 'cbd/cannabis-withdrawal'],
    ['is it safe to take 5-htp with an SSRI', '5-htp/safe'],
    ['ibogaine death', 'ibogaine/safe'],
    ['does milk thistle repair your liver from drinking', 'milk-thistle/liver'],
    ['what vitamins help alcohol withdrawal', 'b-vitamins/alcohol-withdrawal'],
    ['does l-theanine help with anxiety from quitting alcohol', 'l-theanine/anxiety'],
    ['kratom to get off heroin', 'kratom/opioid-withdrawal'],
  ],
  'a topic alone': [
    ['what can i take for opiate withdrawal at home', '*/opioid-withdrawal'],
    ['dope sick what helps', '*/opioid-withdrawal'],
    ['how to stop the shakes from alcohol', '*/alcohol-withdrawal'],
    ['coming off valium', '*/benzo-withdrawal'],
    ['meth comedown supplements', '*/stimulant-withdrawal'],
    ['cocaine craving supplement', '*/cravings'],
    ['suboxone alternative natural', '*/opioid-substitute'],
    ['help me sleep after quitting opiates', '*/sleep'],
    ['brain fog after quitting adderall', '*/energy'],
    ['dopamine recovery supplement', '*/brain'],
    ['how to pass a drug test', '*/detox'],
    ['quit smoking', 'cytisine/smoking-cessation'],
    ['natural xanax', '*/anxiety'],
    ['something natural instead of xanax', '*/anxiety'],
  ],
  'leaving the substance itself': [
    ['kratom withdrawal', 'kratom/withdrawal'],
    ['how to quit kratom', 'kratom/withdrawal'],
    ['7oh withdrawal', '7-oh/withdrawal'],
    ['phenibut withdrawal', 'phenibut/non-addictive'],
    ['withdrawal from phenibut', 'phenibut/non-addictive'],
    ['stopping phenibut cold turkey', 'phenibut/non-addictive'],
    ['coming off kava', 'kava/non-addictive'],
    ['tapering off tianeptine', 'tianeptine/non-addictive'],
    ['stop taking ashwagandha', 'ashwagandha/non-addictive'],
  ],
};

const topThree = (query: string) =>
  shippedSearch()
    .search(query, 3)
    .map(({ substance, topic }) => ({ substance, topic }));

for (const [kind, rows] of Object.entries(TABLE))
  describe(kind, () => {
    test.each(rows)('"%s" leads to %s', (query, wanted) => {
      const [substance, topic] = wanted.split('/');
      const found = topThree(query);
      const isWanted = (one: (typeof found)[number]) =>
        (substance === '*' || one.substance === substance) && (!topic || one.topic === topic);
      expect(found.some(isWanted), `first three: ${JSON.stringify(found)}`).toBe(true);
    });
  });

test('the entry on leaving a substance stands before its use for leaving another', () => {
  for (const query of ['phenibut withdrawal', 'coming off kava', 'quit tianeptine'])
    expect(topThree(query)[0]?.topic, query).toBe('non-addictive');
  expect(topThree('kava for alcohol withdrawal')[0]).toEqual({
    substance: 'kava',
    topic: 'alcohol-withdrawal',
  });
  expect(topThree('cytisine to quit smoking')[0]).toEqual({
    substance: 'cytisine',
    topic: 'smoking-cessation',
  });
});

test.each([
  '',
  '   ',
  'agmatine',
  'bentonite clay',
  'lyrica',
  '?!',
])('"%s" is nothing that we hold', (query) => {
  expect(shippedSearch().search(query)).toEqual([]);
});
