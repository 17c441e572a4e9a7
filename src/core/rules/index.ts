import { blameFraming } from './blameFraming';
import { processCrutch } from './processCrutch';
import type { Rule } from './rule';
import { vagueWe } from './vagueWe';

/** The catalogue, in the order of its pages and tables. */
export const RULES: readonly Rule[] = [vagueWe, blameFraming, processCrutch];
