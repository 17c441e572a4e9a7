import type { Engine, LoadEngine } from './engine';

/** The part of the core that reads and writes checklists. */
export type ChecklistCore = typeof import('./checklistModules');
/** The part of the core that reads and writes plans, rounds and mocks. */
export type PracticeCore = typeof import('./practiceModules');
/** The part of the core that makes cue sheets. */
export type CueSheetCore = typeof import('./cueSheetModules');
/** The part of the core that reads stories into records and sets them against a pack, with the judge. */
export type LibraryCore = typeof import('./libraryModules') & { readonly engine: Engine };

const modules = () => import('./lazyModules');

/** Each is loaded at its first call: nothing of it is evaluated before. */
export const loadChecklistCore = async (): Promise<ChecklistCore> => (await modules()).loadChecklistModules();
export const loadPracticeCore = async (): Promise<PracticeCore> => (await modules()).loadPracticeModules();
export const loadCueSheetCore = async (): Promise<CueSheetCore> => (await modules()).loadCueSheetModules();

export async function loadLibraryCore(loadEngine: LoadEngine): Promise<LibraryCore> {
  const [engine, library] = await Promise.all([loadEngine(), (await modules()).loadLibraryModules()]);
  return { ...library, engine };
}
