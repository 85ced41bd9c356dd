import type { Article } from '../article/article.ts';
import { civil, type Day, dayOf, daysInMonth, isoDay, pad, parseIsoDay, weekdayOf } from './calendar.ts';
import { parseEdtfDate, writeDay } from './edtf.ts';
import { directionOf } from './direction.ts';
import { findLeadWeekday } from './lead.ts';
import { findTimexes } from './timexes.ts';
import type { Published } from './timex.ts';
import { type Token, tokenize } from './tokens.ts';
import { dayAndMonth, MONTHS, WEEKDAYS } from './words.ts';

interface Options {
  /** EDTF from the editor, which outranks all. */
  decided?: string | null | undefined;
  /** First and last year that an article without one may be from, inclusive. */
  years: readonly [first: number, last: number];
}

/** A month and day, with the year if the words give it. */
interface DayWords {
  year: number | null;
  month: number;
  day: number;
}

/**
 * The day that an article's relative dates count from: the editor's, else that of its front matter, else its
 * dateline's; null where there is none.
 *
 * A dateline without a year leaves the years in which its day has the weekday that the text gives it ("August 13 …
 * on Tuesday"), less those that other full dates of the text rule out. Exactly one makes it `2014?-03-04`, inferred;
 * several leave the year unknown, `XXXX-08-13`, with all the days as alternatives.
 */
export function findPublished(article: Article, { decided, years }: Options): Published | null {
  const tokens = tokenize(article);
  const words = findDatelineDay(article, tokens);
  const fitting = words ? findCandidates(article, tokens, words, years) : { days: [], because: '' };
  const days = fitting.days.map(isoDay);
  const given = article.date === null ? null : parseEdtfDate(article.date);
  const yearStated = words?.year != null || (given !== null && !given.year.includes('X'));
  if (decided) {
    return {
      edtf: decided,
      basis: 'editor',
      alternatives: yearStated ? [] : days.filter((day) => day !== decided),
      yearStated,
      because: ['decided by the editor', fitting.because].filter(Boolean).join('; '),
    };
  }
  if (article.date !== null) {
    const because = 'the date of the front matter';
    return { edtf: article.date, basis: 'stated', alternatives: [], yearStated, because };
  }
  if (!words) return null;
  const { month, day } = words;
  if (words.year !== null) {
    const edtf = `${pad(words.year, 4)}-${pad(month)}-${pad(day)}`;
    return { edtf, basis: 'stated', alternatives: [], yearStated, because: 'the date of the dateline' };
  }
  const [only, ...others] = fitting.days;
  if (only !== undefined && others.length === 0) {
    const because = fitting.because;
    return { edtf: writeDay(only, true), basis: 'inferred', alternatives: [], yearStated, because };
  }
  const edtf = `XXXX-${pad(month)}-${pad(day)}`;
  return { edtf, basis: 'stated', alternatives: days, yearStated, because: fitting.because };
}

/** Month and day of the dateline's words, with their year where they have one. */
function findDatelineDay(article: Article, tokens: readonly Token[]): DayWords | null {
  const span = article.dateline?.date;
  if (!span) return null;
  const inside = tokens.filter((token) => token.start >= span.start && token.start < span.end);
  const iso = inside.find((token) => token.kind === 'iso');
  const whole = iso ? parseIsoDay(iso.word) : null;
  if (whole !== null) return civil(whole);
  const month = inside.find((token) => token.kind === 'month')?.value;
  const day = inside.find((token) => token.kind === 'daynum' || token.kind === 'ordinal')?.value;
  const year = inside.find((token) => token.kind === 'year')?.value ?? null;
  if (month === undefined || day === undefined || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

/** The days that the words allow, in order, with the reason as an editor would put it. */
function findCandidates(
  article: Article,
  tokens: readonly Token[],
  { month, day, year }: DayWords,
  [first, last]: readonly [number, number],
): { days: Day[]; because: string } {
  if (year !== null) return { days: [dayOf(year, month, day)], because: '' };
  const possible: Day[] = [];
  for (let y = first; y <= last; y++) if (day <= daysInMonth(y, month)) possible.push(dayOf(y, month, day));
  const name = `${day} ${MONTHS[month - 1]}`;
  const range = `from ${first} to ${last}`;
  const lead = findLeadWeekday(article, tokens);
  const onWeekday = lead ? possible.filter((d) => weekdayOf(d) === lead.weekday) : possible;
  const weekday = lead ? WEEKDAYS[lead.weekday - 1] : '';
  if (onWeekday.length === 0) {
    return {
      days: possible,
      because: `${name} is a ${weekday} in no year ${range}, so the weekday was left aside`,
    };
  }
  const list = listYears(onWeekday);
  const reason = lead
    ? `${name} is a ${weekday} in ${list}${onWeekday.length > 1 ? '' : ` only, ${range}`}`
    : `the article gives neither the year nor the weekday of ${name}`;
  return narrow(article, tokens, onWeekday, reason);
}

/** Rules days out by other dates in the text; keeps all where those would leave none. */
function narrow(
  article: Article,
  tokens: readonly Token[],
  days: Day[],
  reason: string,
): { days: Day[]; because: string } {
  const stated = findTimexes(article, null).filter(
    ({ type, basis }) => type === 'DATE' && basis === 'stated',
  );
  // A full date within two weeks of the dateline's day in just one of the years is of that year.
  for (const { value, text } of stated) {
    const day = parseIsoDay(value);
    const near = day === null ? [] : days.filter((candidate) => Math.abs(candidate - day) <= 14);
    if (near.length === 1 && days.length > 1) {
      return { days: near, because: `${reason}, and the text has "${text}"` };
    }
  }
  // What a clause tells in the past tense lies before the day of writing: the latest such year bounds it.
  const past = stated.flatMap(({ start, end, value }) => {
    const year = Number(/^\d{4}(?=$|-\d\d)/.exec(value)?.[0] ?? NaN);
    const from = tokens.findIndex((token) => token.end > start);
    const to = tokens.findIndex((token) => token.start >= end);
    // "The 2014 games were awarded" tells of no past year, "in 2014" does.
    if (!/^(in|since|on)$/.test(tokens[from - 1]?.word ?? '')) return [];
    return directionOf(tokens, from, to < 0 ? tokens.length : to) === 'back' ? [year] : [];
  });
  const latest = Math.max(...past.filter(Number.isFinite));
  const later = days.filter((day) => civil(day).year >= latest);
  return later.length > 0 && later.length < days.length
    ? { days: later, because: `${reason}; the text tells of ${latest} as past` }
    : { days, because: reason };
}

/** "2002, 2013, 2019 and 2030". */
function listYears(days: readonly Day[]): string {
  const years = days.map((day) => String(civil(day).year));
  return years.length < 2 ? years.join('') : `${years.slice(0, -1).join(', ')} and ${years.at(-1)}`;
}

/** The question to an editor where several years fit; null where the year is known or none fits. */
export function askYear(published: Published): string | null {
  const [first] = published.alternatives;
  const day = first === undefined ? null : parseIsoDay(first);
  return day === null || published.basis === 'editor' ? null : `Which year is ${dayAndMonth(day)}?`;
}
