import { civil, dayOf, daysInMonth, isoDay, isoYear, pad, parseIsoDay } from './calendar.ts';

/**
 * EDTF (ISO 8601-2): the dates that Dateline writes, checks and sorts by.
 *
 * Accepted: years, months and days with unspecified digits (`198X`, `XXXX-08-13`, `2014-XX-XX`), a qualifier
 * (`2014-03~`, or on the year alone `2014?-03-04`), seasons, quarters and halves (`2014-21` … `2014-41`), and
 * intervals with open or unknown ends (`2024-08-13/..`, `/2024`). No clock times: a timeline has days.
 */
export interface EdtfDate {
  /** Four characters, digits or X; `-` before it for years BC. */
  year: string;
  /** 1 to 12, or 21 to 41 (see `SEASONS`); null where unspecified or coarser. */
  month: number | null;
  day: number | null;
  /** `?` uncertain, `~` approximate, `%` both: of the year alone or of the whole. */
  qualifier: '?' | '~' | '%' | null;
  qualifies: 'year' | 'all' | null;
}

/** First and last day, inclusive, `YYYY-MM-DD`; null where the EDTF leaves that end open or unknown. */
export interface Bounds {
  earliest: string | null;
  latest: string | null;
}

/**
 * First and last day of seasons (northern, taken wide: from the first of the meteorological to the last of the
 * astronomical season, since texts mean either), quarters and halves, by EDTF code; months past 12 are next year's.
 */
const SEASONS: Record<number, [fromMonth: number, fromDay: number, toMonth: number, toDay: number]> = {
  21: [3, 1, 6, 20],
  22: [6, 1, 9, 22],
  23: [9, 1, 12, 21],
  24: [12, 1, 15, 20],
  33: [1, 1, 3, 31],
  34: [4, 1, 6, 30],
  35: [7, 1, 9, 30],
  36: [10, 1, 12, 31],
  40: [1, 1, 6, 30],
  41: [7, 1, 12, 31],
};

const DATE = /^(-?(?:\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX))([?~%])?(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%])?$/;

/** One date, not an interval; null where it isn't EDTF as above. */
export function parseEdtfDate(text: string): EdtfDate | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, year = '', onYear, months, days, onAll] = match;
  if (onYear && onAll) return null;
  const month = months === undefined || months === 'XX' ? null : Number(months);
  const day = days === undefined || days === 'XX' ? null : Number(days);
  if (month === null && day !== null) return null;
  if (month !== null && (month < 1 || month > 12)) {
    if (!(month in SEASONS) || days !== undefined || onYear) return null;
  } else if (day !== null && (day < 1 || day > daysInMonth(knownYear(year), month ?? 1))) {
    return null;
  }
  const qualifier = (onYear ?? onAll ?? null) as EdtfDate['qualifier'];
  const whole = onAll !== undefined || months === undefined;
  return { year, month, day, qualifier, qualifies: qualifier && (whole ? 'all' : 'year') };
}

function knownYear(year: string): number | null {
  return year.includes('X') ? null : Number(year);
}

/** True for a date or an interval of dates as above. */
export function isEdtf(text: string): boolean {
  return boundsOf(text) !== null;
}

/**
 * First and last day that an EDTF allows, inclusive: the only keys to sort dates by. Null where it is no EDTF.
 *
 * A year that is wholly unknown (`XXXX-08-12`) runs over `candidates`, the days that the article may have been
 * published on: of each the nearest such date, so that 30 December in a text of 2 January is the year before.
 * Without candidates it runs from year 0000 to 9999.
 */
export function boundsOf(edtf: string, candidates: readonly string[] = []): Bounds | null {
  const slash = edtf.indexOf('/');
  if (slash < 0) {
    const date = parseEdtfDate(edtf);
    return date && boundsOfDate(date, candidates);
  }
  const [from, to] = [edtf.slice(0, slash), edtf.slice(slash + 1)];
  const open = (end: string) => end === '' || end === '..';
  if (open(from) && open(to)) return null;
  const first = open(from) ? null : parseEdtfDate(from);
  const last = open(to) ? null : parseEdtfDate(to);
  if ((!first && !open(from)) || (!last && !open(to))) return null;
  const earliest = first && boundsOfDate(first, candidates).earliest;
  const latest = last && boundsOfDate(last, candidates).latest;
  if (earliest && latest && compareDays(earliest, latest) > 0) return null;
  return { earliest, latest };
}

function boundsOfDate(date: EdtfDate, candidates: readonly string[]): { earliest: string; latest: string } {
  if (date.year === 'XXXX') {
    const years = candidates.flatMap((candidate) => nearestYear(date, candidate) ?? []);
    if (years.length > 0) {
      return {
        earliest: boundsInYears(date, Math.min(...years), Math.min(...years)).earliest,
        latest: boundsInYears(date, Math.max(...years), Math.max(...years)).latest,
      };
    }
  }
  // An X stands for any digit; before Christ the larger number is the earlier year.
  const [low, high] = [Number(date.year.replaceAll('X', '0')), Number(date.year.replaceAll('X', '9'))];
  return boundsInYears(date, Math.min(low, high), Math.max(low, high));
}

function boundsInYears({ month, day }: EdtfDate, first: number, last: number) {
  const season = month === null ? undefined : SEASONS[month];
  const [fromMonth, fromDay, toMonth, toDay] = season ?? [
    month ?? 1,
    day ?? 1,
    month ?? 12,
    // A 29 February of an unknown year is a day of a leap year only; elsewhere it would run into March.
    day ?? daysInMonth(last, month ?? 12),
  ];
  return {
    earliest: isoDate(first, fromMonth, Math.min(fromDay, daysInMonth(first, fromMonth))),
    latest:
      toMonth > 12
        ? isoDate(last + 1, toMonth - 12, toDay)
        : isoDate(last, toMonth, Math.min(toDay, daysInMonth(last, toMonth))),
  };
}

const isoDate = (year: number, month: number, day: number): string =>
  `${isoYear(year)}-${pad(month)}-${pad(day)}`;

/** The year in which a month or day without one lies nearest to `candidate`; its own year for a bare `XXXX`. */
function nearestYear({ month, day }: EdtfDate, candidate: string): number | null {
  const near = parseIsoDay(candidate);
  if (near === null) return null;
  const { year } = civil(near);
  const start = month === null ? null : (SEASONS[month]?.[0] ?? month);
  if (start === null) return year;
  const distance = (y: number) => Math.abs(dayOf(y, start, day ?? 15) - near);
  return [year, year - 1, year + 1].reduce((best, y) => (distance(y) < distance(best) ? y : best));
}

/** Negative, zero or positive; years BC sort rightly, which plain strings don't. */
export function compareDays(a: string, b: string): number {
  const key = (text: string): [number, string] => [Number.parseInt(text, 10), text.replace(/^-?\d{4}/, '')];
  const [yearA, restA] = key(a);
  const [yearB, restB] = key(b);
  return yearA - yearB || (restA < restB ? -1 : restA > restB ? 1 : 0);
}

/** An interval of two EDTF dates; one date where they are the same; an open end is written `..`. */
export function writeInterval(from: string | null, to: string | null): string {
  return from !== null && from === to ? from : `${from ?? '..'}/${to ?? '..'}`;
}

/** EDTF of a day; `uncertainYear` writes `2014?-03-04`. */
export function writeDay(day: number, uncertainYear = false): string {
  const text = isoDay(day);
  return uncertainYear ? text.replace(/^(-?\d{4})/, '$1?') : text;
}
