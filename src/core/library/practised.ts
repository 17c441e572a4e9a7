import type { CalendarDate } from '../calendar/calendarDate';
import type { Mock } from '../mocks/mocks';
import { storiesByName } from './byName';
import type { LibraryStory } from './library';

/** When each story (by its key) was last told in a mock, up to a day; stories that never were are left out. */
export function practisedOn(
  stories: readonly LibraryStory[],
  mocks: readonly Pick<Mock, 'date' | 'stories'>[],
  today: CalendarDate,
): ReadonlyMap<string, CalendarDate> {
  const find = storiesByName(stories);
  const last = new Map<string, CalendarDate>();
  for (const { date, stories: told = [] } of mocks) {
    if (date > today) continue;
    for (const name of told) {
      const key = find(name)?.key;
      if (key !== undefined && (last.get(key) ?? '') < date) last.set(key, date);
    }
  }
  return last;
}
