import { blameFraming } from './blameFraming';
import { componentBeforeLayer } from './componentBeforeLayer';
import { credentialDrop } from './credentialDrop';
import { fewScopingQuestions } from './fewScopingQuestions';
import { hollowLearning } from './hollowLearning';
import { lowOwnership } from './lowOwnership';
import { missingAction } from './missingAction';
import { missingLearning } from './missingLearning';
import { missingResult } from './missingResult';
import { missingSituation } from './missingSituation';
import { missingTask } from './missingTask';
import { missingTradeoff } from './missingTradeoff';
import { noFailureMode } from './noFailureMode';
import { noOperations } from './noOperations';
import { noStakeholders } from './noStakeholders';
import { noSuccessMetric } from './noSuccessMetric';
import { overbuilt } from './overbuilt';
import { partBalance } from './partBalance';
import { partOrder } from './partOrder';
import { passenger } from './passenger';
import { permissionSeeking } from './permissionSeeking';
import { placeholderLeft } from './placeholderLeft';
import { processCrutch } from './processCrutch';
import { rehearsedValues } from './rehearsedValues';
import type { Rule } from './rule';
import { sanitized } from './sanitized';
import { statusQuo } from './statusQuo';
import { timelineOnly } from './timelineOnly';
import { tooLong } from './tooLong';
import { uncostedChoice } from './uncostedChoice';
import { unmeasuredResult } from './unmeasuredResult';
import { vagueResult } from './vagueResult';
import { vagueWe } from './vagueWe';

/** The catalogue, in the order of its pages and tables. */
export const RULES: readonly Rule[] = [
  vagueWe,
  blameFraming,
  processCrutch,
  statusQuo,
  permissionSeeking,
  passenger,
  sanitized,
  vagueResult,
  hollowLearning,
  rehearsedValues,
  credentialDrop,
  missingSituation,
  missingTask,
  missingAction,
  missingResult,
  missingLearning,
  unmeasuredResult,
  missingTradeoff,
  lowOwnership,
  timelineOnly,
  partOrder,
  partBalance,
  tooLong,
  placeholderLeft,
  fewScopingQuestions,
  noSuccessMetric,
  noFailureMode,
  noOperations,
  noStakeholders,
  uncostedChoice,
  componentBeforeLayer,
  overbuilt,
];
