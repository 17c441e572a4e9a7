import type { Report } from '../../core';
import { MOST_SHOWN } from '../../core/text/limits';
import { counted } from '../ui/format';

/** What is known of the document that the user looks at. */
export type DocumentState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'judged';
      readonly report: Pick<Report, 'kind' | 'notes'>;
      /** How many findings there are. */
      readonly found: number;
      /** Problems in the `starl.yaml` that has a say. */
      readonly configProblems: number;
      /** What is wrong in the user's settings. */
      readonly userProblems: readonly string[];
      readonly onDemand: boolean;
    };

/** The language status in words. */
export interface Described {
  readonly text: string;
  readonly detail?: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly busy?: boolean;
  readonly action?: 'check' | 'openConfig' | 'openSettings' | 'showLog';
}

/** Says how the document stands: what was found, what was not judged and why, and what is broken. */
export function describeState(state: DocumentState): Described {
  switch (state.kind) {
    case 'unknown':
      return { text: 'Starl does not judge this text', severity: 'information' };
    case 'reading':
      return { text: 'Starl is reading', severity: 'information', busy: true };
    case 'failed':
      return {
        text: 'Starl could not judge this file',
        detail: 'the log says why',
        severity: 'error',
        action: 'showLog',
      };
    case 'judged':
      return describeJudged(state);
  }
}

/** What to tell somebody who asked for a check; undefined where there are findings, which speak for themselves. */
export function outcomeOf(
  state: DocumentState,
): (Pick<Described, 'severity'> & { readonly text: string; readonly isPassing: boolean }) | undefined {
  const { text, detail, severity } = describeState(state);
  const isPlain = detail === undefined && severity === 'information';
  const isStory = state.kind === 'judged' && state.report.kind !== undefined;
  if (isPlain && isStory && state.found > 0) return undefined;
  return { text: detail === undefined ? text : `${text}: ${detail}`, severity, isPassing: isPlain && isStory };
}

/** What to tell somebody who had all fixed that can be, once it is done: how much is left, or why there was nothing. */
export function leftWords(state: DocumentState, isFixed: boolean): string {
  const left = state.kind === 'judged' ? state.found : 0;
  if (left === 0 && !isFixed) return describeState(state).text;
  const done = isFixed ? 'fixed what needs no decision' : 'nothing to fix without you';
  return `Starl: ${done}${left === 0 ? '' : `, ${counted(left, 'finding')} left for you to decide`}`;
}

function describeJudged({
  report: { kind, notes },
  found,
  configProblems,
  userProblems,
  onDemand,
}: DocumentState & { kind: 'judged' }): Described {
  if (configProblems > 0) {
    const text = `starl.yaml has ${counted(configProblems, 'problem')}`;
    return { text, detail: 'What is wrong in it is left out.', severity: 'error', action: 'openConfig' };
  }
  if (userProblems.length > 0) {
    const text = `Starl: ${counted(userProblems.length, 'setting')} cannot be used`;
    return { text, detail: userProblems.join('; '), severity: 'error', action: 'openSettings' };
  }
  if (kind === undefined) return { text: 'Starl: no story here', severity: 'information' };
  const cutOff = found > MOST_SHOWN ? [`only the first ${MOST_SHOWN} are shown`] : [];
  const remarks = [...cutOff, ...notes];
  return {
    text: `Starl: ${found === 0 ? 'no findings' : counted(found, 'finding')}`,
    severity: remarks.length > 0 ? 'warning' : 'information',
    ...(remarks.length > 0 ? { detail: remarks.join('; ') } : {}),
    ...(onDemand ? { action: 'check' as const } : {}),
  };
}
