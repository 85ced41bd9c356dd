import { civil, dayOf, weekdayOf } from './calendar.ts';
import { type EdtfDate, parseEdtfDate } from './edtf.ts';

/** January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Monday first, as in ISO 8601. */
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

const NAMED: Record<number, string> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
  33: 'first quarter of',
  34: 'second quarter of',
  35: 'third quarter of',
  36: 'fourth quarter of',
  40: 'first half of',
  41: 'second half of',
};

/** What a date’s words hold. */
export interface DateWords {
  /** "Tuesday 13 August 2024"; only a full date has one. */
  weekday?: boolean;
  /** False leaves a known year out; an unknown one is then left unsaid too. Default true. */
  year?: boolean;
  /** "Tue 13 Aug 2024", for a timeline. */
  short?: boolean;
}

/**
 * An EDTF date or interval as English words for readers: "13 August 2024", "13–14 August 2024", "August 2024",
 * "4 March, year not stated", "about 2014", "from 13 August 2024". Never more precise than the date, never shifted by
 * a time zone. Throws a RangeError for what is no EDTF, which would be our own bug.
 */
export function formatDate(edtf: string, options: DateWords = {}): string {
  const slash = edtf.indexOf('/');
  if (slash < 0) return formatOne(parse(edtf), options);
  const [from, to] = [edtf.slice(0, slash), edtf.slice(slash + 1)];
  const open = (end: string) => end === '' || end === '..';
  if (open(to)) return `from ${formatOne(parse(from), options)}`;
  if (open(from)) return `until ${formatOne(parse(to), options)}`;
  return formatRange(parse(from), parse(to), options);
}

function parse(edtf: string): EdtfDate {
  const date = parseEdtfDate(edtf);
  if (!date) throw new RangeError(`no EDTF date, got ${JSON.stringify(edtf)}`);
  return date;
}

function formatOne(date: EdtfDate, options: DateWords): string {
  const words = [...dayWords(date, options), ...yearWords(date, options)].join(' ');
  return finish(words, date, options);
}

/** Weekday, day and month, as far as the date has them. */
function dayWords(date: EdtfDate, { weekday = false, short = false }: DateWords): string[] {
  const { month, day } = date;
  if (month === null) return [];
  const name = NAMED[month] ?? MONTHS[month - 1] ?? '';
  const cut = (word: string) => (short && month <= 12 ? word.slice(0, 3) : word);
  if (day === null) return [cut(name)];
  const year = Number(date.year);
  const on =
    weekday && !date.year.includes('X') ? WEEKDAYS[weekdayOf(dayOf(year, month, day)) - 1] : undefined;
  return [...(on ? [cut(on)] : []), String(day), cut(name)];
}

function yearWords(date: EdtfDate, { year = true }: DateWords): string[] {
  const named = date.month !== null && date.month > 12;
  if (!year && date.month !== null && !named) return [];
  const { year: digits } = date;
  if (digits === 'XXXX') return [];
  const before = digits.startsWith('-');
  const number = digits.replace('-', '').replace(/^0+(?=.)/, '');
  if (/^\d+XX$/.test(number) && !before) return [`the ${ordinal(Number(number.slice(0, -2)) + 1)} century`];
  if (/^\d+X$/.test(number) && !before) return [`the ${number.slice(0, -1)}0s`];
  if (number.includes('X')) return [`about ${number.replaceAll('X', '0')}`];
  // Year 0 of ISO 8601 is 1 BC.
  if (before || Number(number) === 0) return [`${Number(number) + 1} BC`];
  return [number];
}

function finish(words: string, date: EdtfDate, { year = true }: DateWords): string {
  const unknown = date.year === 'XXXX' && year;
  const text = unknown ? (words ? `${words}, year not stated` : 'year not stated') : words;
  if (date.qualifies !== 'all') return text;
  return date.qualifier === '?' ? `probably ${text}` : `about ${text}`;
}

/** Two ends share what they have in common: "13–14 August 2024", "30 December 2024 to 2 January 2025". */
function formatRange(from: EdtfDate, to: EdtfDate, options: DateWords): string {
  const sameYear = from.year === to.year && from.qualifier === to.qualifier;
  const plain = { ...options, year: !sameYear && options.year !== false };
  if (!sameYear || from.month === null || to.month === null) {
    return `${formatOne(from, options)} to ${formatOne(to, options)}`;
  }
  const days = from.month === to.month && from.day !== null && to.day !== null;
  if (!days) return `${formatOne(from, plain)} to ${formatOne(to, options)}`;
  const next = to.day === (from.day ?? 0) + 1;
  const weekday = options.weekday === true && !from.year.includes('X');
  const head = dayWords(from, options).slice(0, -1).join(' '); // without its month
  const tail = formatOne(to, options);
  return weekday || !next ? `${head} to ${tail}` : `${head}–${tail}`;
}

function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

/** Day and month alone: "13 August". */
export function dayAndMonth(day: number): string {
  const { month, day: date } = civil(day);
  return `${date} ${MONTHS[month - 1]}`;
}
