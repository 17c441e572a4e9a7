// What of the core the checklist needs, loaded lazily and without the judge; import this module through `lazyCore.ts`.

export { isDate, WRITE_DATE } from '../../core/calendar/calendarDate';
export { itemsWithin, sectionsWithin } from '../../core/checklist/checklist';
export { addItem, tickItem } from '../../core/checklist/edits';
export { readChecklist } from '../../core/checklist/readChecklist';
export { switchChecklist } from '../../core/checklist/switchChecklist';
export { asksForEvidence, evidenceOf } from '../../core/evidence/checklistEvidence';
export { isPackFile, MOST_PACKS, readOwnPacks, refusalWords } from '../../core/packs/ownPacks';
export { DEFAULT_PROFILE, PACKS } from '../../core/packs/packs';
export { PREPARATION_FOLDERS, preparationFiles, switchConfig } from '../../core/setUp/setUp';
export { decodeText } from '../../core/text/decode';
