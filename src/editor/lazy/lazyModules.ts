// What of the core the features load when they first need it. Node takes it from the bundle for the web then, so that starting up
// reads none of it.
export const loadChecklistModules = () => import('./checklistModules');
export const loadCueSheetModules = () => import('./cueSheetModules');
export const loadEngineModules = () => import('./engineModules');
export const loadLibraryModules = () => import('./libraryModules');
export const loadPracticeModules = () => import('./practiceModules');
