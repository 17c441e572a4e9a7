import type { Engine, LoadEngine } from './engine';

/** The part of the core that reads stories into records and sets them against a pack, with the judge. */
export type LibraryCore = typeof import('./libraryModules') & { readonly engine: Engine };

/** Loads it at the first call: nothing of it is evaluated before. */
export async function loadLibraryCore(loadEngine: LoadEngine): Promise<LibraryCore> {
  const [engine, modules] = await Promise.all([loadEngine(), import('./libraryModules')]);
  return { ...modules, engine };
}
