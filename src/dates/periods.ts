import { addMonths, civil, type Day, isoDay, isoWeek, isoYear, mondayOf, pad } from './calendar.ts';

/** A calendar unit, by its letter in TIMEX3: day, week, month, quarter, year, decade, century, millennium, fortnight. */
export type Unit = 'D' | 'W' | 'M' | 'Q' | 'Y' | 'DE' | 'CE' | 'ML' | 'FN';

/** TIMEX3 value of the unit that holds a day: `2024-08-13`, `2024-W33`, `2024-08`, `2024-Q3`, `2024`, `202`, `20`. */
export function periodValue(unit: Unit, day: Day): string {
  const { year, month } = civil(day);
  switch (unit) {
    case 'D':
      return isoDay(day);
    case 'W':
    case 'FN':
      return weekValue(day);
    case 'M':
      return `${isoYear(year)}-${pad(month)}`;
    case 'Q':
      return `${isoYear(year)}-Q${Math.ceil(month / 3)}`;
    case 'Y':
      return isoYear(year);
    case 'DE':
      return isoYear(year).slice(0, -1);
    case 'CE':
      return isoYear(year).slice(0, -2);
    case 'ML':
      return isoYear(year).slice(0, -3);
  }
}

/** TIMEX3 value of the ISO week that holds a day: `2024-W33`. */
export function weekValue(day: Day): string {
  const { year, week } = isoWeek(day);
  return `${isoYear(year)}-W${pad(week)}`;
}

/** `count` units later, or earlier where it is negative; days past a shorter month's end become its last. */
export function shift(day: Day, unit: Unit, count: number): Day {
  switch (unit) {
    case 'D':
      return day + count;
    case 'W':
      return day + 7 * count;
    case 'FN':
      return day + 14 * count;
    case 'M':
      return addMonths(day, count);
    case 'Q':
      return addMonths(day, 3 * count);
    case 'Y':
      return addMonths(day, 12 * count);
    case 'DE':
      return addMonths(day, 120 * count);
    case 'CE':
      return addMonths(day, 1200 * count);
    case 'ML':
      return addMonths(day, 12_000 * count);
  }
}

/** TIMEX3 duration of an amount of units: `P3D`, `P10Y` for decades, `PXY` for "years". */
export function durationValue(unit: Unit, amount: number | 'X'): string {
  const [factor, letter] = {
    D: [1, 'D'],
    W: [1, 'W'],
    FN: [2, 'W'],
    M: [1, 'M'],
    Q: [3, 'M'],
    Y: [1, 'Y'],
    DE: [10, 'Y'],
    CE: [100, 'Y'],
    ML: [1000, 'Y'],
  }[unit] as [number, string];
  return `P${amount === 'X' ? 'X' : trim(amount * factor)}${letter}`;
}

/** At most two decimals, none written that is not there. */
export const trim = (amount: number): string => String(Math.round(amount * 100) / 100);

/** Monday to Sunday of the `week` of a year, in ISO 8601's count. */
export function weekDays(year: number, week: number): { first: Day; last: Day } {
  const first = mondayOf(year, week);
  return { first, last: first + 6 };
}
