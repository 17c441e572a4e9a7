/** The settings of the editor. `contributes.configuration` of the manifest is generated from this table. */

/** A setting as the manifest declares it and as `settings.ts` reads it. */
export interface SettingEntry {
  /** Without the prefix `starl.`. */
  readonly key: string;
  readonly type: 'boolean' | 'string';
  readonly default: boolean | string;
  readonly enum?: readonly string[];
  /** One for each value of `enum`, in Markdown. */
  readonly enumDescriptions?: readonly string[];
  /** Markdown. */
  readonly description: string;
  readonly scope: 'resource' | 'window';
  readonly order: number;
}

export const EDITOR_SETTINGS = [
  {
    key: 'run',
    type: 'string',
    default: 'onType',
    enum: ['onType', 'onSave', 'onDemand'],
    enumDescriptions: [
      'While you write, a moment after you pause. The sentence being typed is left in peace.',
      'When you open or save the file.',
      'Only when you run **Starl: Check This File**.',
    ],
    description: 'When new findings are shown. A finding that you have cured goes at once, whatever is chosen here.',
    scope: 'resource',
    order: 1,
  },
  {
    key: 'codeLens',
    type: 'boolean',
    default: true,
    description: 'Show the words, share and spoken time of each part above it.',
    scope: 'resource',
    order: 2,
  },
  {
    key: 'statusBar',
    type: 'boolean',
    default: true,
    description: 'Show the spoken time of the story, and how often “I” and “we” act in it, in the status bar.',
    scope: 'window',
    order: 3,
  },
  {
    key: 'checklistBadge',
    type: 'boolean',
    default: true,
    description: 'Show how many items of the checklist are open, at the icon of Starl in the activity bar.',
    scope: 'window',
    order: 4,
  },
] as const satisfies readonly SettingEntry[];
