import { type CalendarDate, isDate } from '../calendar/calendarDate';

/** What stands in place of a day, and was most likely meant as one. */
export interface DaySlip {
  /** How much of the text it takes, in UTF-16 code units. */
  readonly length: number;
  /** The day, where only one can be meant. */
  readonly meant: CalendarDate | undefined;
}

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)';
const YEAR = '(?:,?\\s+(?<year>\\d{4})(?!\\d))?';
const FORMS = [
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/,
  /^(?<year>\d{4})[-/._ ](?<month>\d{1,2})[-/._ ](?<day>\d{1,2})(?!\d)/,
  /^(?<year>20\d{2})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
  /^(?<either>\d{1,2})[-/._](?<other>\d{1,2})[-/._](?<year>\d{4})(?!\d)/,
  new RegExp(`^${DAY}\\.?\\s+(?:of\\s+)?${MONTH}${YEAR}`, 'i'),
  new RegExp(`^${MONTH}\\s+${DAY}${YEAR}`, 'i'),
];

/**
 * Reads what a text begins with as a day that is not written like 2030-01-31. `planned` are the days of the plan, for a day
 * without its year.
 */
export function daySlip(text: string, planned: readonly CalendarDate[]): DaySlip | undefined {
  const skipped = WEEKDAY.exec(text)?.[0].length ?? 0;
  const rest = text.slice(skipped);
  for (const form of FORMS) {
    const found = form.exec(rest);
    if (!found) continue;
    const length = skipped + found[0].length;
    // What goes on, as 2030-01-311 or 2030-01-30-31, is no day that is clear.
    const goesOn = /^[\d-]/.test(text.slice(length));
    const meant = goesOn ? [] : daysMeant(found.groups ?? {}, planned);
    return { length, meant: meant.length === 1 ? meant[0] : undefined };
  }
  return undefined;
}

function daysMeant(
  { year, month = '', day = '', either, other }: Readonly<Record<string, string | undefined>>,
  planned: readonly CalendarDate[],
): CalendarDate[] {
  if (either !== undefined && other !== undefined) {
    const days = new Set([dateOf(year, either, other), dateOf(year, other, either)]);
    return [...days].filter(isDate);
  }
  const years = year === undefined ? [...new Set(planned.map((date) => date.slice(0, 4)))] : [year];
  const days = years.map((one) => dateOf(one, month, day)).filter(isDate);
  const sorted = [...planned].sort();
  const within = days.filter((date) => date >= (sorted[0] ?? '') && date <= (sorted.at(-1) ?? ''));
  return days.length > 1 && within.length > 0 ? within : days;
}

function dateOf(year = '', month = '', day = ''): CalendarDate {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return `${year}-${String(named || month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
