/** The part of the core that reads and writes plans, rounds and mocks. */
export type PracticeCore = typeof import('./practiceModules');

/** Loads it at the first call: nothing of it is evaluated before. */
export async function loadPracticeCore(): Promise<PracticeCore> {
  return (await import('./lazyModules')).loadPracticeModules();
}
