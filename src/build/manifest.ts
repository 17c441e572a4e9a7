import { KNOWN_RULES } from '../core/config/knownRules';
import { AS_PROFILE, LINT_SETTINGS } from '../core/config/lintSettings';
import type { RuleInfo } from '../core/rules/rule';
import { SEVERITIES } from '../core/types';
import { EDITOR_SETTINGS, type SettingEntry } from '../editor/config/settingsTable';
import { CONFIG_SCHEMA } from './configSchema';

const PREFIX = 'starl.';

/** What stands behind `//` in the manifest, where a comment cannot. */
const NOTE =
  'contributes.configuration and the two validations are generated from the rules and the tables of settings: npm run generate';

/** The manifest with its settings as the code has them; everything keeps its place. */
export function manifestText(current: string): string {
  const manifest = JSON.parse(current);
  const validation = [{ fileMatch: 'starl.yaml', url: `./${CONFIG_SCHEMA}` }];
  const contributes = {
    ...manifest.contributes,
    configuration: configuration(),
    jsonValidation: validation,
    yamlValidation: validation,
  };
  return `${JSON.stringify({ ...manifest, contributes, '//': NOTE }, undefined, 2)}\n`;
}

/** The settings in three groups, as the settings editor lists them. */
function configuration(): object[] {
  return [
    { id: 'starl.editor', title: 'Editor', order: 1, properties: toProperties(EDITOR_SETTINGS.map(editorSetting)) },
    { id: 'starl.stories', title: 'Stories', order: 2, properties: toProperties(LINT_SETTINGS.map(lintSetting)) },
    { id: 'starl.rules', title: 'Rules', order: 3, properties: toProperties(KNOWN_RULES.map(ruleSetting)) },
  ];
}

type Property = readonly [key: string, property: object];

function toProperties(entries: readonly Property[]): object {
  return Object.fromEntries(entries.map(([key, property]) => [PREFIX + key, property]));
}

function editorSetting({ key, enumDescriptions, description, ...rest }: SettingEntry): Property {
  return [
    key,
    {
      ...rest,
      ...(enumDescriptions && { markdownEnumDescriptions: enumDescriptions }),
      markdownDescription: description,
    },
  ];
}

function lintSetting(entry: (typeof LINT_SETTINGS)[number], order: number): Property {
  const { key, enumDescriptions, description, ...rest } = entry;
  return [
    key,
    {
      ...rest,
      ...(Array.isArray(rest.default) && {
        items: { type: 'string', minLength: 1 },
        minItems: Math.min(1, rest.default.length),
      }),
      ...(enumDescriptions && { markdownEnumDescriptions: enumDescriptions }),
      markdownDescription: description,
      scope: 'resource',
      order: order + 1,
    },
  ];
}

/**
 * One property a rule: the settings editor then shows each with its description, a list of described values and its own
 * "modified" mark and reset, finds it by any word of it, and lets folders differ in one. An object under `starl.rules`
 * would be a table of bare ids that overrides as a whole. Read as `starl.rules`, both come out as the same object.
 */
function ruleSetting({ id, title, hears, severity }: RuleInfo, order: number): Property {
  return [
    `rules.${id}`,
    {
      type: 'string',
      default: AS_PROFILE,
      enum: [AS_PROFILE, ...SEVERITIES, 'off'],
      markdownEnumDescriptions: [
        `As the profile has it, else **${severity}**.`,
        'Shown as an error.',
        'Shown as a warning.',
        'Shown as information.',
        'Shown as a hint: three dots, and no entry among the problems.',
        'Not looked for.',
      ],
      markdownDescription: `**${title}.** ${hears}`,
      scope: 'resource',
      order: order + 1,
    },
  ];
}
