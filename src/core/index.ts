/** The engine: `dist/core.js`. */
export { createLinter, type Linter, type LinterOptions, type OpenDocument } from './lint/linter';
export * from './types';
