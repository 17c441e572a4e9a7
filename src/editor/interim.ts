// Stands in for parts of the core that are not there yet.

import type { Finding, Fix } from '../core';
import { DEFAULT_SETTINGS, type LintSettings } from '../core/config/settings';

export interface ConfigProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

export type Config = Partial<LintSettings>;

export function parseConfig(_text: string): { config: Config; problems: readonly ConfigProblem[] } {
  return { config: {}, problems: [] };
}

export function resolveSettings(layers: { config?: Config; user?: Config }): LintSettings {
  return { ...DEFAULT_SETTINGS, ...layers.user, ...layers.config };
}

export function ignoreFixes(_text: string, _finding: Finding): readonly Fix[] {
  return [];
}
