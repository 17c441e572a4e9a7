// The files of a preparation, at the top of its folder.

/** The settings. */
export const CONFIG_NAME = 'starl.yaml';
/** The checklist. */
export const CHECKLIST_NAME = 'prep.md';
/** The plan, day by day. */
export const PLAN_NAME = 'plan.md';
/** The log of mock interviews. */
export const MOCKS_NAME = 'mocks.yaml';
/** The folder of the user's own packs. */
export const PACKS_FOLDER = 'packs';
