import type { CoverageFigures } from './coverage';

/** "3 of 32 covered, 2 only by stories that lack parts". */
export function coveredWords({ covered, total, unfinished }: Omit<CoverageFigures, 'gaps'>): string {
  const only = unfinished > 0 ? `, ${unfinished} only by stories that lack parts` : '';
  return `${covered} of ${total} covered${only}`;
}
