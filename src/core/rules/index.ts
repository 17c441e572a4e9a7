import type { Rule } from './rule';
import { vagueWe } from './vagueWe';

/** The catalogue, in the order of its pages and tables. */
export const RULES: readonly Rule[] = [vagueWe];
