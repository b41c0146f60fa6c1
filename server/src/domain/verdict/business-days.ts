import type { CalendarDate } from '../model/entity.ts';

/** Which days are no business days beside Saturdays and Sundays. */
export interface BusinessCalendar {
  readonly isHoliday: (date: CalendarDate) => boolean;
}

const dayMs = 86_400_000;
const toDate = (date: CalendarDate): Date => new Date(`${date}T00:00:00.000Z`);
const toText = (time: number): CalendarDate => new Date(time).toISOString().slice(0, 10);

/**
 * Monday to Friday less the legal public holidays of 5 USC 6103, observed on the Friday before or the Monday after where one
 * falls on a weekend. Part 171 does not define "business day"; this is the definition of 45 CFR 172.102 without the days that
 * statute or Executive order add for one year, which `extra` takes.
 */
export const federalCalendar = (extra: readonly CalendarDate[] = []): BusinessCalendar => {
  const added = new Set(extra);
  const byYear = new Map<number, ReadonlySet<CalendarDate>>();
  const holidaysOf = (year: number): ReadonlySet<CalendarDate> => {
    const known = byYear.get(year) ?? new Set(federalHolidays(year));
    byYear.set(year, known);
    return known;
  };
  return {
    isHoliday: (date) => {
      const year = Number(date.slice(0, 4));
      // New Year's Day of a year can be observed on the last day of the year before.
      return added.has(date) || holidaysOf(year).has(date) || holidaysOf(year + 1).has(date);
    },
  };
};

/** The day that is `days` business days after `from`; day 1 is the first business day after it. */
export const addBusinessDays = (from: CalendarDate, days: number, calendar: BusinessCalendar): CalendarDate => {
  let time = toDate(from).getTime();
  for (let left = days; left > 0;) {
    time += dayMs;
    const weekday = new Date(time).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !calendar.isHoliday(toText(time))) left -= 1;
  }
  return toText(time);
};

const federalHolidays = (year: number): readonly CalendarDate[] => [
  observed(year, 1, 1),
  nthWeekday(year, 1, 1, 3),
  nthWeekday(year, 2, 1, 3),
  lastMonday(year, 5),
  ...(year >= 2021 ? [observed(year, 6, 19)] : []),
  observed(year, 7, 4),
  nthWeekday(year, 9, 1, 1),
  nthWeekday(year, 10, 1, 2),
  observed(year, 11, 11),
  nthWeekday(year, 11, 4, 4),
  observed(year, 12, 25),
];

const observed = (year: number, month: number, day: number): CalendarDate => {
  const time = Date.UTC(year, month - 1, day);
  const weekday = new Date(time).getUTCDay();
  return toText(time + (weekday === 6 ? -dayMs : weekday === 0 ? dayMs : 0));
};

const nthWeekday = (year: number, month: number, weekday: number, nth: number): CalendarDate => {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return toText(Date.UTC(year, month - 1, 1 + ((weekday - first + 7) % 7) + (nth - 1) * 7));
};

const lastMonday = (year: number, month: number): CalendarDate => {
  const last = new Date(Date.UTC(year, month, 0));
  return toText(last.getTime() - ((last.getUTCDay() + 6) % 7) * dayMs);
};
