// What of the core is loaded lazily, as one piece; import this module through `engine.ts` alone.
export { createLinter } from '../core';
export { completeFrontMatter } from '../core/completion/frontMatter';
export { parseConfig } from '../core/config/config';
export { readFrontMatter } from '../core/config/documentFrontMatter';
export { explainRule } from '../core/config/explainRule';
export { globPath } from '../core/config/globPath';
export { knownRules } from '../core/config/knownRules';
export { resolveSettings } from '../core/config/layers';
export { readUserLayer } from '../core/config/lintSettings';
export { ownRuleInConfig, ruleInFrontMatter } from '../core/config/rulePlace';
export { DEFAULT_SETTINGS } from '../core/config/settings';
export { placeOf } from '../core/config/yaml';
export { ignoreFixes } from '../core/lint/ignoreFixes';
export { sentenceAt } from '../core/lint/sentenceAt';
export { DEFAULT_PROFILE, findPack } from '../core/packs/packs';
export { fileNames, folderFor } from '../core/templates/fileName';
export { TEMPLATES, templateSnippet } from '../core/templates/templates';
export { decodeText } from '../core/text/decode';
