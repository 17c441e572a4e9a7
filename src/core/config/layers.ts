import type { Pack } from '../packs/packSchema';
import { DEFAULT_PROFILE, findPack, PACKS, profileLayer } from '../packs/packs';
import { DEFAULT_SETTINGS, type LintSettings, type RuleLevel, type StoryNames } from './settings';

type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What one source of settings says; what it leaves out is left to the layers below. */
export interface SettingsLayer {
  readonly files?: readonly string[] | undefined;
  readonly rules?: Readonly<Record<string, RuleLevel>> | undefined;
  readonly wordsPerMinute?: Loose<LintSettings['wordsPerMinute']> | undefined;
  readonly limits?: Loose<LintSettings['limits']> | undefined;
  readonly shares?: Loose<LintSettings['shares']> | undefined;
  readonly allowedPhrases?: readonly string[] | undefined;
}

/** A layer that may choose the profile, too. */
export interface ProfileLayer extends SettingsLayer {
  readonly profile?: string | undefined;
}

/** What `starl.yaml` alone says. */
export interface ConfigLayer extends ProfileLayer {
  /** The packs of the user's own that stand beside it, each with all that it inherits. */
  readonly packs?: readonly Pack[] | undefined;
  readonly confidential?: LintSettings['confidential'] | undefined;
  readonly ownRules?: LintSettings['ownRules'] | undefined;
  readonly rounds?: readonly { readonly title: string }[] | undefined;
}

/** The sources of settings, the strongest first. */
export type LayerName = 'frontMatter' | 'config' | 'user' | 'profile' | 'default';

export interface Layers {
  readonly frontMatter?: SettingsLayer | undefined;
  /** `starl.yaml`. */
  readonly config?: ConfigLayer | undefined;
  readonly user?: ProfileLayer | undefined;
  /** The id of a pack, where it is chosen from outside (`--profile`); otherwise the layers choose. */
  readonly profile?: string | undefined;
}

/** What stories may name: a story may serve several profiles, so those of all packs. */
function vocabularyOf({ packs: own = [], rounds = [] }: ConfigLayer): StoryNames {
  const packs = [...PACKS, ...own];
  return {
    competencies: distinct(packs.flatMap(({ competencies }) => competencies.map(({ id }) => id))),
    questions: distinct(packs.flatMap(({ questions }) => questions.map(({ id }) => id))),
    names: distinct([...packs.map(({ id }) => id), ...rounds.map(({ title }) => title)]),
  };
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

export interface ResolvedSettings {
  readonly settings: LintSettings;
  /** The id of the pack whose say has been heard. */
  readonly profile: string;
  /** That pack. */
  readonly pack: Pack | undefined;
  /** Which layer decided a setting, by key: `files`, `wordsPerMinute.min`, `limits.story`, `rules.vague-we` and the like. */
  decidedBy(key: string): LayerName;
}

/** Merges the layers: front matter, then `starl.yaml`, then user settings, then profile, then default. */
export function resolveSettings({ frontMatter = {}, config = {}, user = {}, profile }: Layers): ResolvedSettings {
  const chosen = profile ?? config.profile ?? user.profile ?? DEFAULT_PROFILE;
  const pack = findPack(chosen, config.packs) ?? findPack(DEFAULT_PROFILE);
  const all: readonly (readonly [LayerName, SettingsLayer])[] = [
    ['frontMatter', frontMatter],
    ['config', config],
    ['user', user],
    ['profile', pack ? profileLayer(pack) : {}],
  ];
  const decided = new Map<string, LayerName>();
  const decide = <T>(key: string, read: (layer: SettingsLayer) => T | undefined, otherwise: T): T => {
    for (const [name, layer] of all) {
      const value = read(layer);
      if (value === undefined) continue;
      decided.set(key, name);
      return value;
    }
    return otherwise;
  };
  const rank = (key: string): number => all.findIndex(([name]) => name === decided.get(key)) >>> 0;

  const ids = new Set(all.flatMap(([, { rules }]) => Object.keys(rules ?? {})));
  const rules = [...ids].map((id) => [id, decide(`rules.${id}`, (layer) => layer.rules?.[id], 'off')] as const);
  const { files, wordsPerMinute, limits, shares, allowedPhrases } = DEFAULT_SETTINGS;
  const min = decide('wordsPerMinute.min', (layer) => layer.wordsPerMinute?.min, wordsPerMinute.min);
  const max = decide('wordsPerMinute.max', (layer) => layer.wordsPerMinute?.max, wordsPerMinute.max);
  // Two layers may contradict one another: then the figure of the stronger one stands for both.
  const only = rank('wordsPerMinute.min') <= rank('wordsPerMinute.max') ? min : max;
  return {
    settings: {
      files: decide('files', (layer) => layer.files, files),
      rules: Object.fromEntries(rules),
      wordsPerMinute: min <= max ? { min, max } : { min: only, max: only },
      limits: {
        story: decide('limits.story', (layer) => layer.limits?.story, limits.story),
        speech: decide('limits.speech', (layer) => layer.limits?.speech, limits.speech),
      },
      shares: {
        action: decide('shares.action', (layer) => layer.shares?.action, shares.action),
        scene: decide('shares.scene', (layer) => layer.shares?.scene, shares.scene),
      },
      allowedPhrases: decide('allowedPhrases', (layer) => layer.allowedPhrases, allowedPhrases),
      confidential: config.confidential ?? DEFAULT_SETTINGS.confidential,
      vocabulary: vocabularyOf(config),
      ownRules: config.ownRules ?? DEFAULT_SETTINGS.ownRules,
    },
    profile: pack?.id ?? DEFAULT_PROFILE,
    pack,
    decidedBy: (key) => decided.get(key) ?? 'default',
  };
}
