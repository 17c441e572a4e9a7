export { capital } from '../../core/text/capital';
export { clockTime } from '../../core/text/clockTime';
export { counted } from '../../core/text/counted';

/** A share of 0 to 1 in whole percent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
