import * as fileTargets from './fileTargets';
import * as lintTargets from './lintTargets';

/** Throws where a text shows that a promise does not hold. The text alone decides what is done with it. */
export type Target = (text: string) => void;

export const TARGETS: Readonly<Record<string, Target>> = { ...lintTargets, ...fileTargets };
