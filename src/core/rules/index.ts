import { blameFraming } from './blameFraming';
import { credentialDrop } from './credentialDrop';
import { lowOwnership } from './lowOwnership';
import { missingAction } from './missingAction';
import { missingLearning } from './missingLearning';
import { missingResult } from './missingResult';
import { missingSituation } from './missingSituation';
import { missingTask } from './missingTask';
import { missingTradeoff } from './missingTradeoff';
import { passenger } from './passenger';
import { placeholderLeft } from './placeholderLeft';
import { permissionSeeking } from './permissionSeeking';
import { processCrutch } from './processCrutch';
import { rehearsedValues } from './rehearsedValues';
import type { Rule } from './rule';
import { statusQuo } from './statusQuo';
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
  vagueResult,
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
  placeholderLeft,
];
