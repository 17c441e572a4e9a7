import { foldName } from '../mocks/mockNames';
import type { Mock } from '../mocks/mocks';
import { meanScore } from '../mocks/progress';
import { counted } from '../text/counted';
import type { Demand } from './readEvidence';

/** What is there of a preparation, to hold demands against. */
export interface Figures {
  readonly stories: number;
  /** Stories to which nothing is objected. */
  readonly clean: number;
  readonly competencies: { readonly covered: number; readonly total: number };
  readonly questions: { readonly covered: number; readonly total: number };
  readonly mocks: readonly Mock[];
  /** Why there may be more of them: what is wrong in their log. */
  readonly mocksUnread?: string | undefined;
  /** Seconds that the shortest elevator speech takes; undefined where there is none. */
  readonly speech: number | undefined;
}

/** How far demands are met. */
export interface EvidenceState {
  readonly met: boolean;
  /** Not met by what could be read, and something could not. */
  readonly isUnknown?: boolean;
  /** "3 of 5 mocks"; what could not be read, where it is unknown. */
  readonly words: string;
}

/** Holds demands against the figures. */
export function checkEvidence(demands: readonly Demand[], figures: Figures): EvidenceState {
  const states = demands.map((demand) => check(demand, figures));
  const unmet = states.filter(({ met }) => !met);
  return {
    met: unmet.length === 0,
    isUnknown: unmet.length > 0 && unmet.every(({ isUnknown }) => isUnknown),
    words: states.map(({ words }) => words).join(', '),
  };
}

function check(demand: Demand, figures: Figures): EvidenceState {
  switch (demand.figure) {
    case 'stories':
      return count(figures.stories, demand.atLeast, 'stories');
    case 'clean stories':
      return count(figures.clean, demand.atLeast === 'all' ? figures.stories : demand.atLeast, 'clean stories');
    case 'competencies':
    case 'questions': {
      const { covered, total } = figures[demand.figure];
      return count(covered, demand.atLeast === 'all' ? total : demand.atLeast, `${demand.figure} covered`);
    }
    case 'mocks': {
      const { kind, score, atLeast } = demand;
      const scored = score === undefined ? '' : ` scored ${score} or more`;
      const state = count(
        countMocks(figures.mocks, kind?.name, score),
        atLeast,
        `${kind ? `${kind.name} ` : ''}mocks${scored}`,
      );
      if (state.met || figures.mocksUnread === undefined) return state;
      return { met: false, isUnknown: true, words: figures.mocksUnread };
    }
    case 'speech':
      return checkSpeech(figures.speech, demand.seconds);
  }
}

function checkSpeech(seconds: number | undefined, most: number): EvidenceState {
  if (seconds === undefined) return { met: false, words: 'no elevator speech yet' };
  return { met: seconds <= most, words: `a speech of ${counted(seconds, 'second')} (${most} at most)` };
}

function count(have: number, want: number, what: string): EvidenceState {
  return {
    met: want > 0 && have >= want,
    words: have > want ? `${have} ${what} (${want} asked for)` : `${have} of ${want} ${what}`,
  };
}

function countMocks(mocks: readonly Mock[], kind: string | undefined, score: number | undefined): number {
  return mocks.filter(
    (mock) =>
      (kind === undefined || foldName(mock.kind) === foldName(kind)) &&
      (score === undefined || (meanScore(mock) ?? 0) >= score),
  ).length;
}
