// What of the core is loaded lazily, as one piece; import this module through `engine.ts` alone.
export { createLinter } from '../core';
export { DEFAULT_SETTINGS } from '../core/config/settings';
export { sentenceAt } from '../core/lint/sentenceAt';
export { RULES } from '../core/rules';
export { fileNames, folderFor } from '../core/templates/fileName';
export { TEMPLATES, templateSnippet } from '../core/templates/templates';
export { ignoreFixes, parseConfig, resolveSettings } from './interim';
