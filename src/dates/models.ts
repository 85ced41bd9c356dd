import type { Article } from '../article/article.ts';
import { civil, type Day, dayOf, daysInMonth, isLeapYear, weekdayOf } from './calendar.ts';
import { parseEdtfDate } from './edtf.ts';
import { findLeadWeekday } from './lead.ts';
import type { Token } from './tokens.ts';

/** 28 years hold each weekday of each date; twice that, so that 29 February has two of each too. */
const MODEL_YEARS = Array.from({ length: 56 }, (_, index) => 2000 + index);

/**
 * Days to read a text on, such that what they agree upon holds whatever the unknown parts of `published` are: one
 * where it is a day, else several that differ in the unknown year, month or day. The weekday that the text gives to
 * the day of its dateline ("August 13 … on Tuesday") narrows them down.
 */
export function modelDays(article: Article, tokens: readonly Token[], published: string | null): Day[] {
  const date = published === null ? null : parseEdtfDate(published.split('/')[0]!);
  if (!date) return [1, 397, 800, 1231, 1666].map((days) => dayOf(2001, 1, 3) + days * 3);
  const year = date.year.includes('X') ? null : Number(date.year);
  const { month, day } = date;
  if (year !== null && month !== null && month <= 12 && day !== null) return [dayOf(year, month, day)];
  if (year !== null) {
    const months = month !== null && month <= 12 ? [month] : [2, 5, 8, 11];
    return months.flatMap((m) => [
      dayOf(year, m, 2),
      dayOf(year, m, 11),
      dayOf(year, m, daysInMonth(year, m)),
    ]);
  }
  if (month === null || month > 12 || day === null) return modelDays(article, tokens, null);
  const all = MODEL_YEARS.filter((y) => day <= daysInMonth(y, month)).map((y) => dayOf(y, month, day));
  const weekday = findLeadWeekday(article, tokens);
  const fitting =
    weekday === null ? all : all.filter((candidate) => weekdayOf(candidate) === weekday.weekday);
  return representatives(fitting.length > 1 ? fitting : all);
}

/** One day for each sort of calendar, by its weekday and the leap years about it; at least two. */
function representatives(days: Day[]): Day[] {
  const sort = (day: Day) => {
    const { year } = civil(day);
    return [weekdayOf(day), ...[-1, 0, 1].map((step) => Number(isLeapYear(year + step)))].join();
  };
  const kinds = [...new Map(days.map((day) => [sort(day), day])).values()];
  return kinds.length > 1 ? kinds : days.slice(0, 2);
}

/**
 * What several readings of one phrase agree upon, part by part: the same value, else with X for the parts that
 * differ (`XXXX-08-12`); values of different shapes agree on nothing, `XXXX-XX-XX`.
 */
export function mergeValues(values: readonly string[]): string {
  const [first = '', ...others] = values;
  if (others.every((value) => value === first)) return first;
  const split = (value: string) => value.split(/(?=[-T])/);
  const parts = split(first);
  const rest = others.map(split);
  if (rest.some((list) => list.length !== parts.length)) return 'XXXX-XX-XX';
  const merged = parts.map((part, index) =>
    rest.every((list) => list[index] === part) ? part : index === 0 ? 'XXXX' : part.replace(/\d/g, 'X'),
  );
  return merged.join('');
}
