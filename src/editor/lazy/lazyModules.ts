// What of the core the features load when they first need it. For Node it is bundled apart, so that starting up reads none
// of it; a web worker can load one file only, and there it is part of the extension.
export const loadChecklistModules = () => import('./checklistModules');
export const loadCueSheetModules = () => import('./cueSheetModules');
export const loadEngineModules = () => import('./engineModules');
export const loadLibraryModules = () => import('./libraryModules');
export const loadPracticeModules = () => import('./practiceModules');
