import { endRunStart, withoutEnd } from '../text/endRun';
import { SCORE, WRITE_SCORE } from './score';

/** Reads `ownership 4, clarity 3.5`; says what is wrong where it is something else. Nothing at all is no score. */
export function readScores(
  text: string,
):
  | { readonly scores: Readonly<Record<string, number>>; readonly message?: undefined }
  | { readonly message: string; readonly scores?: undefined } {
  const scores = new Map<string, number>();
  for (const part of text.split(/[,;]/).map((one) => one.trim())) {
    if (part === '') continue;
    const at = endRunStart(part, /[\d.]/);
    const dimension = withoutEnd(part.slice(0, at), /[\s:=]/);
    const score = /^\d+(?:\.\d+)?$/.test(part.slice(at)) ? Number(part.slice(at)) : undefined;
    if (score === undefined || dimension.length === at || !/\p{L}/u.test(dimension))
      return { message: `Write what is scored, and the score, as in: clarity 3` };
    if (score < SCORE.min || score > SCORE.max) return { message: WRITE_SCORE };
    scores.set(dimension, score);
  }
  return { scores: Object.fromEntries(scores) };
}
