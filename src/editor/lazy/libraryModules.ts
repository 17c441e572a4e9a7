// What of the core the stories and their coverage need beside the judge, loaded lazily; import this module through `lazyCore.ts`.
export { dateOf, fromToday } from '../../core/calendar/calendarDate';
export { ROUNDS_KEY } from '../../core/hints/configHints';
export { addFraming } from '../../core/library/addFraming';
export { arrangeStories } from '../../core/library/arrange';
export { storiesByName } from '../../core/library/byName';
export { coverageFigures, coverageOf, isUnfinished } from '../../core/library/coverage';
export { deleteStory, deletionWords, whereNamed } from '../../core/library/deleteStory';
export { heatMapOf, openingTarget } from '../../core/library/heatMap';
export { figuresOf, Library } from '../../core/library/library';
export { mapStory } from '../../core/library/mapStory';
export { practisedOn } from '../../core/library/practised';
export { readRecords } from '../../core/library/record';
export { renameMentions } from '../../core/library/renameMentions';
export { renameStory } from '../../core/library/renameStory';
export { suggestStories } from '../../core/library/suggest';
export { createSurveyor } from '../../core/library/survey';
export { MOCKS_KEY } from '../../core/mocks/mocks';
export { figuresFor } from '../../core/status/figures';
