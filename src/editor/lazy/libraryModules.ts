// What of the core the stories and their coverage need beside the judge, loaded lazily; import this module through `lazyCore.ts`.
export { dateOf, fromToday } from '../../core/calendar/calendarDate';
export { addFraming } from '../../core/library/addFraming';
export { arrangeStories } from '../../core/library/arrange';
export { storiesByName } from '../../core/library/byName';
export { coverageFigures, coverageOf } from '../../core/library/coverage';
export { deleteStory, deletionWords } from '../../core/library/deleteStory';
export { applyEdit } from '../../core/library/editing';
export { heatMapOf, openingTarget } from '../../core/library/heatMap';
export { figuresOf, Library } from '../../core/library/library';
export { mapStory } from '../../core/library/mapStory';
export { practisedOn } from '../../core/library/practised';
export { readRecords } from '../../core/library/record';
export { renameStory } from '../../core/library/renameStory';
export { suggestStories } from '../../core/library/suggest';
export { createSurveyor } from '../../core/library/survey';
export { figuresFor } from '../../core/status/figures';
