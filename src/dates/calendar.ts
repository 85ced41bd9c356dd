/**
 * The Gregorian calendar in whole days, with no clock and no time zone.
 *
 * A `Day` counts days from 1970-01-01 (day 0); the calendar is extended backwards without a switch to the Julian one.
 */
export type Day = number;

/** A date of the calendar. */
export interface CivilDate {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

const MS = 86_400_000;

/** By the Gregorian rule, for any year. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month; 29 for February where `year` is null, since some year has it. */
export function daysInMonth(year: number | null, month: number): number {
  if (month === 2) return year === null || isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day of a date; months and days past their end run over, as in `addMonths`. */
export function dayOf(year: number, month: number, day: number): Day {
  // Date.UTC reads years 0 to 99 as 1900 to 1999, so the year goes in by 400-year steps, which repeat exactly.
  const lift = year < 100 ? Math.ceil((100 - year) / 400) : 0;
  return Date.UTC(year + lift * 400, month - 1, day) / MS - lift * 146_097;
}

/** Year, month and day of a day. */
export function civil(day: Day): CivilDate {
  const date = new Date(day * MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** ISO weekday: 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The same day of another month, or that month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const from = civil(day);
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayOf(year, month, Math.min(from.day, daysInMonth(year, month)));
}

/** ISO 8601 week: it belongs to the year that holds its Thursday. */
export function isoWeek(day: Day): { year: number; week: number } {
  const thursday = day + 4 - weekdayOf(day);
  const { year } = civil(thursday);
  return { year, week: 1 + Math.floor((thursday - dayOf(year, 1, 1)) / 7) };
}

/** Monday of an ISO week. */
export function mondayOf(year: number, week: number): Day {
  const fourth = dayOf(year, 1, 4); // always in week 1
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
}

/** A number in at least `width` digits. */
export const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** `YYYY-MM-DD`; null is an unknown year, `XXXX`. */
export function isoDay(day: Day): string {
  const { year, month, day: date } = civil(day);
  return `${isoYear(year)}-${pad(month)}-${pad(date)}`;
}

/** Four digits, with a minus before year 0 (1 BC is year 0). */
export function isoYear(year: number): string {
  return year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
}

/** The day of `YYYY-MM-DD`, or null where that is no day of the calendar. */
export function parseIsoDay(text: string): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const valid = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return valid ? dayOf(year, month, day) : null;
}
