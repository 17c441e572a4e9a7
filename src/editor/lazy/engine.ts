/** The judging core, as the features see it. */
export type Engine = typeof import('./engineModules');
export type LoadEngine = () => Promise<Engine>;

/** Loads the core once, at the first call: nothing of it is evaluated before. */
export function createEngineLoader(): LoadEngine {
  let engine: Promise<Engine> | undefined;
  return () => {
    engine ??= import('./lazyModules').then(({ loadEngineModules }) => loadEngineModules());
    return engine;
  };
}
