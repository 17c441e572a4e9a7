import type { Pack } from '../packs/packSchema';
import { PLAN_DAYS } from '../packs/practiceSchema';
import { oneLine } from '../text/oneLine';
import { amountOf } from './amount';

/** Something to do on a day, counted from 1. */
export interface PlanTask {
  readonly day: number;
  readonly text: string;
  /** Whether it is the first to go where days are few. */
  readonly optional?: boolean;
}

/**
 * What a profile plans, with the amounts of its checklist: a task that is to be done several times comes as often as the item
 * that it serves asks for. What serves nothing but items that are `done` (by their texts) is left out.
 */
export function planTasks(
  { plan, checklist }: Pick<Pack, 'plan' | 'checklist'>,
  done: ReadonlySet<string>,
): PlanTask[] {
  const items = new Map(checklist.flatMap((group) => group.items.map((item) => [item.id, item] as const)));
  const isDone = (id: string): boolean => done.has(oneLine(items.get(id)?.text ?? ''));
  return plan.flatMap(({ day, text, optional, times, items: served }) => {
    if (served.length > 0 && served.every(isDone)) return [];
    const counted = served.flatMap((id) => items.get(id) ?? []).map(amountOf);
    const of = counted.find((amount) => amount !== undefined) ?? 1;
    const count = times === undefined ? 1 : Math.min(of, PLAN_DAYS);
    return Array.from({ length: count }, (_, index) => ({
      day: count === 1 ? day : day + Math.round((index * ((times?.until ?? day) - day)) / (count - 1)),
      text: text.replaceAll('{n}', String(index + 1)).replaceAll('{of}', String(of)),
      ...(optional && { optional }),
    }));
  });
}
