// What of the core practice needs, loaded lazily; import this module through `lazyCore.ts`.

export {
  dateOf,
  isDate,
  objectionToComing,
  objectionToPast,
  untilTomorrow,
  WRITE_DATE,
} from '../../core/calendar/calendarDate';
export { tickItem } from '../../core/checklist/edits';
export { itemsIn, readChecklist } from '../../core/checklist/readChecklist';
export { setConfigValue } from '../../core/config/editConfig';
export { checklistProblems, hintsOnEvidence } from '../../core/evidence/checklistEvidence';
export { hintsOnConfig, ROUNDS_KEY } from '../../core/hints/configHints';
export { hintsOnMocks } from '../../core/hints/mockHints';
export { sameTitles, sameTitleWords } from '../../core/hints/sameTitles';
export { storyNamesUnder } from '../../core/hints/storyNames';
export { addMock, NEW_LOG } from '../../core/mocks/addMock';
export { dimensionsOf, scoresExample } from '../../core/mocks/dimensions';
export { kindsToChoose, slipInKind, usualKinds } from '../../core/mocks/kinds';
export { MINUTES, MOCKS_KEY, readMocks } from '../../core/mocks/mocks';
export { readScores } from '../../core/mocks/readScores';
export { makePlan } from '../../core/plan/makePlan';
export { planTasks } from '../../core/plan/planTasks';
export { planProblems, planSlips } from '../../core/plan/readPlan';
export { reflowPlan } from '../../core/plan/reflowPlan';
export { practiceRows } from '../../core/practice/practiceRows';
export { readPractice } from '../../core/practice/readPractice';
export { decodeText } from '../../core/text/decode';
export { appendEntry } from '../../core/yaml/appendEntry';
