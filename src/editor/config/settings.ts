import { type ConfigurationChangeEvent, type Uri, workspace } from 'vscode';
import type { EDITOR_SETTINGS } from './settingsTable';

type Entry = (typeof EDITOR_SETTINGS)[number];
/** The keys of the editor's own settings. */
export type SettingKey = Entry['key'];

/** What a setting holds: one of its `enum`, or any value of its type. */
export type SettingValue<K extends SettingKey> = Entry & { key: K } extends infer E
  ? E extends { enum: readonly (infer V)[] }
    ? V
    : E extends { type: 'boolean' }
      ? boolean
      : string
  : never;

/** What our settings begin with. */
export const SECTION = 'starl';

/** Reads one of the editor's own settings, as it holds for a document. */
export function readSetting<K extends SettingKey>(key: K, scope?: Uri): SettingValue<K> {
  // The manifest declares the default, so there is always a value.
  return workspace.getConfiguration(SECTION, scope ?? null).get(key) as SettingValue<K>;
}

/** What the user has set under `starl.<key>` on any level; undefined where only the default stands. */
export function readExplicit(key: string, scope: Uri): unknown {
  const section = workspace.getConfiguration(SECTION, scope);
  const { globalValue, workspaceValue, workspaceFolderValue } = section.inspect(key) ?? {};
  const isSet = [globalValue, workspaceValue, workspaceFolderValue].some((value) => value !== undefined);
  return isSet ? section.get(key) : undefined;
}

/** Whether a change of the settings concerns one of ours. */
export function affects(event: ConfigurationChangeEvent, key?: SettingKey): boolean {
  return event.affectsConfiguration(key ? `${SECTION}.${key}` : SECTION);
}
