import { TermFinder } from '../confidential/termFinder';
import { DEFAULT_PROFILE, findPack, profileLayer } from '../packs/packs';
import { RULES } from '../rules';
import type { RuleInfo } from '../rules/rule';
import { type LayerName, type Layers, type ResolvedSettings, resolveSettings } from './layers';
import type { RuleLevel } from './settings';

/** What one layer says of a rule. */
export interface LayerSay {
  readonly layer: LayerName;
  /** Undefined where it leaves the rule to the layers below. */
  readonly level: RuleLevel | undefined;
}

/** Another setting that a rule goes by, and which layer decided it. */
export interface SettingSay {
  /** `limits.story` and the like. */
  readonly key: string;
  /** In words for the user. */
  readonly value: string;
  readonly decidedBy: LayerName;
}

/** How loudly a rule speaks in a document, and why. */
export interface RuleExplanation {
  readonly level: RuleLevel;
  readonly decidedBy: LayerName;
  /** Every layer, the strongest first. */
  readonly layers: readonly LayerSay[];
  /** What else decides whether the rule speaks. */
  readonly settings: readonly SettingSay[];
  /** The id of the profile, and which layer chose it. */
  readonly profile: string;
  readonly profileChosenBy: 'config' | 'user' | 'default';
}

/** Explains which severity of a rule holds for a `passage` of text, by what else it goes, and which layer decided that. */
export function explainRule({ id, severity }: RuleInfo, layers: Layers, passage = ''): RuleExplanation {
  const resolved = resolveSettings(layers);
  const { settings, profile, decidedBy } = resolved;
  const { frontMatter, config, user } = layers;
  const pack = findPack(profile, config?.packs) ?? findPack(DEFAULT_PROFILE);
  const chosen = config?.profile !== undefined ? 'config' : 'user';
  return {
    level: settings.rules[id] ?? severity,
    decidedBy: decidedBy(`rules.${id}`),
    layers: [
      { layer: 'frontMatter', level: frontMatter?.rules?.[id] },
      { layer: 'config', level: config?.rules?.[id] },
      { layer: 'user', level: user?.rules?.[id] },
      { layer: 'profile', level: pack && profileLayer(pack).rules?.[id] },
      { layer: 'default', level: severity },
    ],
    settings: settingsOf(id, resolved, passage),
    profile,
    profileChosenBy: config?.profile === undefined && user?.profile === undefined ? 'default' : chosen,
  };
}

const PACE = ['wordsPerMinute.min', 'wordsPerMinute.max'];
/** The figures that rules go by. */
const FIGURES: Readonly<Record<string, readonly string[]>> = {
  'part-balance': ['shares.action', 'shares.scene'],
  'too-long': ['limits.story', 'limits.speech', ...PACE],
};

function settingsOf(id: string, { settings, decidedBy }: ResolvedSettings, passage: string): SettingSay[] {
  const figures: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    shares: settings.shares,
    limits: settings.limits,
    wordsPerMinute: settings.wordsPerMinute,
  };
  const says = (FIGURES[id] ?? []).map((key): SettingSay => {
    const [group = '', name = ''] = key.split('.');
    return { key, value: String(figures[group]?.[name]), decidedBy: decidedBy(key) };
  });
  // Story rules object to what is not there, and a confidential term is never allowed.
  const isSentence = [...RULES.filter(({ scope }) => scope === 'sentence'), ...settings.ownRules].some(
    (one) => one.id === id,
  );
  const allowed = isSentence ? new TermFinder(settings.allowedPhrases.map((term) => ({ term }))).find(passage) : [];
  if (allowed.length === 0) return says;
  const phrases = new Intl.ListFormat('en').format(allowed.map(({ term }) => `“${term.term}”`));
  return [
    ...says,
    { key: 'allowedPhrases', value: `${phrases} is allowed here`, decidedBy: decidedBy('allowedPhrases') },
  ];
}
