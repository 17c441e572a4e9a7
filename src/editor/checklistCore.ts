/** The part of the core that reads and writes checklists. */
export type ChecklistCore = typeof import('./checklistModules');

/** Loads it at the first call: nothing of it is evaluated before. */
export async function loadChecklistCore(): Promise<ChecklistCore> {
  return (await import('./lazyModules')).loadChecklistModules();
}
