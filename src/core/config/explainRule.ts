import { DEFAULT_PROFILE, findPack, profileLayer } from '../packs/packs';
import type { RuleInfo } from '../rules/rule';
import { type LayerName, type Layers, resolveSettings } from './layers';
import type { RuleLevel } from './settings';

/** What one layer says of a rule. */
export interface LayerSay {
  readonly layer: LayerName;
  /** Undefined where it leaves the rule to the layers below. */
  readonly level: RuleLevel | undefined;
}

/** How loudly a rule speaks in a document, and why. */
export interface RuleExplanation {
  readonly level: RuleLevel;
  readonly decidedBy: LayerName;
  /** Every layer, the strongest first. */
  readonly layers: readonly LayerSay[];
  /** The id of the profile, and which layer chose it. */
  readonly profile: string;
  readonly profileChosenBy: 'config' | 'user' | 'default';
}

/** Explains which severity of a rule holds, and which layer decided. */
export function explainRule({ id, severity }: RuleInfo, layers: Layers): RuleExplanation {
  const { settings, profile, decidedBy } = resolveSettings(layers);
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
    profile,
    profileChosenBy: config?.profile === undefined && user?.profile === undefined ? 'default' : chosen,
  };
}
