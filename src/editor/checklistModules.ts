// What of the core the checklist needs, loaded lazily and without the judge; import this module through `checklistCore.ts`.
export { itemsWithin, sectionsWithin } from '../core/checklist/checklist';
export { addItem, tickItem } from '../core/checklist/edits';
export { readChecklist } from '../core/checklist/readChecklist';
export { PACKS } from '../core/packs/packs';
export { PREPARATION_FOLDERS, preparationFiles } from '../core/setUp/setUp';
export { decodeText } from '../core/text/decode';
