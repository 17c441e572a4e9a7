// The extension for the web, where a single file is loaded. Node loads the core from the same file when a feature first needs it.
export * from './editor/lazy/lazyModules';
export { activate } from './extension';
