import type { Engine, LoadEngine } from './engine';

/** The part of the core that reads stories into records and sets them against a pack, with the judge. */
export type LibraryCore = typeof import('./libraryModules') & { readonly engine: Engine };

/** Loads it at the first call: nothing of it is evaluated before. */
export async function loadLibraryCore(loadEngine: LoadEngine): Promise<LibraryCore> {
  const { loadLibraryModules } = await import('./lazyModules');
  const [engine, modules] = await Promise.all([loadEngine(), loadLibraryModules()]);
  return { ...modules, engine };
}
