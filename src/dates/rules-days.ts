import {
  addMonths,
  civil,
  type Day,
  dayOf,
  daysInMonth,
  isoDay,
  pad,
  parseIsoDay,
  weekdayOf,
} from './calendar.ts';
import { looksAhead } from './direction.ts';
import { endsAsDay, isDayNumber, isJoint, monthOfList, restOfList } from './day-lists.ts';
import { dayInTale } from './history.ts';
import { holidayDay } from './holidays.ts';
import { date, find, findLast, has, isHyphenated, type Moment, type Phrase, type Rule, rule, type Sense, time, step } from './rule.ts'; // prettier-ignore
import type { Token } from './tokens.ts';

/** A future day in a clause that looks back, or the reverse, counts as this many days further away. */
const AGAINST_CLAUSE = 300;

/** News tells what was rather than what will be, so a past day wins where the two are about as far. */
const FUTURE_IN_PLAIN_CLAUSE = 210;

/** Of `make(year)` for the years around, the day nearest to today, weighed by the clause's direction. */
export function nearest(
  now: Moment,
  make: (year: number) => Day | null,
  against = AGAINST_CLAUSE,
): Day | null {
  const { year } = civil(now.today);
  let best: Day | null = null;
  let least = Infinity;
  for (const candidate of [year, year - 1, year + 1]) {
    const day = make(candidate);
    if (day === null) continue;
    const ahead = day > now.today;
    const isAgainst = ahead ? now.direction === 'back' : now.direction === 'ahead' && day < now.today;
    const weight = isAgainst ? against : ahead && now.direction === null ? FUTURE_IN_PLAIN_CLAUSE : 0;
    const distance = Math.abs(day - now.today) + weight;
    if (distance < least) [best, least] = [day, distance];
  }
  return best;
}

/** Null where the month has no such day; month 0 is last year's December, 13 next year's January. */
function validDay(year: number, month: number, day: number): Day | null {
  const first = civil(dayOf(year, month, 1));
  return day >= 1 && day <= daysInMonth(first.year, first.month) ? dayOf(year, month, day) : null;
}

/** The year that the first half of a range shares with its second: "March 3–5, 2020", "June to August 2019". */
export function yearAhead({ tokens, to }: Phrase): number | undefined {
  const list = isDayNumber(tokens[to - 1]) ? restOfList(tokens, to) : null;
  if (list?.joined && tokens[list.end]?.kind !== 'month') return yearAt(tokens, list.end);
  if (!isJoint(tokens[to])) return undefined;
  let at = to + 1;
  while (at < to + 4 && /^(daynum|ordinal|month)$/.test(tokens[at]?.kind ?? '')) at++;
  return at === to + 1 ? undefined : yearAt(tokens, at);
}

function yearAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]?.kind === 'comma' ? tokens[at + 1] : tokens[at];
  return token?.kind === 'year' ? token.value : undefined;
}

/** "the Sept. 11 attacks" need no year. */
const isAttack = ({ tokens, to }: Phrase): boolean =>
  /^(attacks?|terrorist|terror|hijackers?|commission|suicide)$/.test(tokens[to]?.word ?? '');

/** "on the 15th", "between the 10th and the 14th": a day of this month, or of the one told of. */
function dayOfMonth(phrase: Phrase, now: Moment): Sense | null {
  const { tokens, from, to } = phrase;
  const { word, value } = find(phrase, 'ordinal')!;
  if (!/^\d/.test(word) || !isOnDay(tokens, from, to)) return null;
  const told = now.told !== null && /^\d{4}-\d\d/.test(now.told);
  const base = civil(told ? now.focus : now.today);
  const here = validDay(base.year, base.month, value);
  // "They came on the 28th", written on the 5th.
  const away = told || here === null ? 0 : now.direction === 'back' && here > now.today ? -1 : looksAhead(now.direction) && here < now.today ? 1 : 0; // prettier-ignore
  const day = away === 0 ? here : validDay(base.year, base.month + away, value);
  return day === null ? null : date(isoDay(day));
}

/** Led as a day is, alone or as one of two: not "from the 9th floor". */
function isOnDay(tokens: readonly Token[], from: number, to: number): boolean {
  if (!endsAsDay(tokens[to])) return false;
  const lead = tokens[from - 1]?.word ?? '';
  if (/^(on|by|until|till|since)$/.test(lead)) return true;
  const rest = restOfList(tokens, to);
  if (/^(between|from)$/.test(lead)) return rest.joined && endsAsDay(tokens[rest.end]);
  return (
    /^(and|to)$/.test(lead) &&
    tokens[from - 2]?.kind === 'ordinal' &&
    tokens[from - 3]?.kind === 'the' &&
    /^(between|from|on)$/.test(tokens[from - 4]?.word ?? '')
  );
}

/** "Friday the 13th": the nearest one. */
function weekdayAndDay(phrase: Phrase, now: Moment): Sense | null {
  const [weekday, { value }] = [find(phrase, 'weekday')!.value, find(phrase, 'ordinal')!];
  if (!/^\d/.test(find(phrase, 'ordinal')!.word)) return null; // "on Tuesday the first of them"
  const { year, month } = civil(now.today);
  const days = [0, -1, 1, -2, 2, -3, 3].map((step) => {
    const first = civil(addMonths(dayOf(year, month, 1), step));
    return validDay(first.year, first.month, value);
  });
  const fitting = days.find((day) => day !== null && weekdayOf(day) === weekday);
  return fitting === undefined || fitting === null ? null : date(isoDay(fitting));
}

/** "August 13", "13 August 2024", "Monday, Oct. 26". A weekday in front says which year fits. */
export function fullDay(phrase: Phrase, now: Moment): Sense | null {
  const month = find(phrase, 'month')!.value;
  const day = find(phrase, 'daynum', 'ordinal')!.value;
  const year = findLast(phrase, 'year')?.value ?? yearAhead(phrase);
  if (year !== undefined) {
    return validDay(year, month, day) === null
      ? null
      : date(`${pad(year, 4)}-${pad(month)}-${pad(day)}`, false);
  }
  const of = has(phrase, 'unit') ? find(phrase, 'last', 'next', 'this') : undefined;
  if (of) {
    const found = validDay(civil(now.today).year + step(of.kind), month, day);
    return found === null || find(phrase, 'unit')!.text !== 'Y' ? null : date(isoDay(found));
  }
  const weekday = find(phrase, 'weekday')?.value;
  if (month === 9 && day === 11 && isAttack(phrase) && now.today > dayOf(2001, 9, 11))
    return date('2001-09-11');
  const named = phrase.tokens[phrase.from]!.kind; // "last Oct. 23"
  if (named === 'last' || named === 'next')
    return lastOrNext(named, now.today, (y) => validDay(y, month, day));
  const fits = (candidate: Day | null) =>
    weekday && candidate !== null && weekdayOf(candidate) !== weekday ? null : candidate;
  const news =
    nearest(now, (y) => fits(validDay(y, month, day))) ?? nearest(now, (y) => validDay(y, month, day));
  const tale = now.direction === 'ahead' ? null : now.history;
  const told = tale && dayInTale(tale, month, day, news, now.today);
  if (told === 'unknown') return date(`XXXX-${pad(month)}-${pad(day)}`);
  const found = fits(told) ?? news;
  return found === null ? null : date(isoDay(found));
}

/** The day before today, or after it, that `at` gives of the years around it. */
function lastOrNext(which: 'last' | 'next', today: Day, at: (year: number) => Day | null): Sense | null {
  const { year } = civil(today);
  const step = which === 'last' ? -1 : 1;
  // A leap day may be four years away.
  for (let i = 0; i <= 4; i += 1) {
    const day = at(year + i * step);
    if (day !== null && (day - today) * step > 0) return date(isoDay(day));
  }
  return null;
}

/** The "25" of "April 24 and 25", the "13" of "Oct. 6, 13 and 20": a day of the month just named. */
function secondDay(phrase: Phrase, now: Moment): Sense | null {
  const { tokens, from, to } = phrase;
  const month = monthOfList(tokens, from);
  if (!month || now.told === null || !/^\d{4}-\d\d-\d\d/.test(now.told)) return null;
  const rest = restOfList(tokens, from + 1);
  if (tokens[from - 1]?.kind === 'comma' && !rest.joined) return null;
  if (!endsAsDay(tokens[rest.joined ? rest.end : to])) return null;
  const year = find(phrase, 'year')?.value ?? null;
  const told = civil(now.focus);
  const day = validDay(year ?? told.year, told.month, tokens[from]!.value);
  return day === null || day <= now.focus ? null : date(isoDay(day), year === null);
}

/** The "12" of "from 12 to 14 August", the "9" of "9, 11 and 13 January": its month follows the last day. */
function firstDay(phrase: Phrase, now: Moment): Sense | null {
  const { tokens, to } = phrase;
  const { end, joined } = restOfList(tokens, to);
  const at = tokens[end]?.kind === 'of' ? end + 1 : end;
  const month = tokens[at];
  if (!joined || month?.kind !== 'month') return null;
  const year = tokens[at + 1]?.kind === 'comma' ? at + 2 : at + 1;
  const whole = fullDay(
    { tokens, from: end - 1, to: tokens[year]?.kind === 'year' ? year + 1 : at + 1 },
    now,
  );
  const last = whole && parseIsoDay(whole.value);
  if (whole === null || last === null) return null;
  const day = validDay(civil(last).year, month.value, find(phrase, 'daynum', 'ordinal')!.value);
  return day === null || day >= last ? null : date(isoDay(day), whole.resolved);
}

function holiday(phrase: Phrase, now: Moment): Sense | null {
  const { text } = find(phrase, 'holiday')!;
  const year = findLast(phrase, 'year')?.value;
  const { year: thisYear } = civil(now.today);
  // "the Lunar New Year" is another day each year.
  if (text === 'new year' && phrase.tokens[phrase.from - 1]?.capital) return null;
  if (year !== undefined) return date(isoDay(holidayDay(text, year)), false);
  const of = find(phrase, 'last', 'next', 'this', 'past');
  if (of && has(phrase, 'unit')) return date(isoDay(holidayDay(text, thisYear + step(of.kind))));
  if (of?.kind === 'this') return date(isoDay(holidayDay(text, thisYear)));
  const tale = of || now.direction === 'ahead' ? null : now.history;
  if (tale && (tale.reach === 'same' || tale.reach === 'opened'))
    return date(isoDay(holidayDay(text, tale.year)));
  const direction = of?.kind === 'last' ? 'back' : of?.kind === 'next' ? 'ahead' : now.direction;
  const day = nearest({ ...now, direction }, (y) => holidayDay(text, y));
  return day === null ? null : date(isoDay(day));
}

function iso(phrase: Phrase, now: Moment): Sense | null {
  const { word } = find(phrase, 'iso')!;
  if (word === '9/11') return now.today > dayOf(2001, 9, 11) ? date('2001-09-11', false) : null;
  return parseIsoDay(word) === null ? null : date(word, false);
}

/** "8/13/2024", "08-13-24": month first, as American papers write, unless only day first can be, or in "13.08.2024". */
function slashed(phrase: Phrase): Sense | null {
  const { word } = find(phrase, 'slashed')!;
  const [first = 0, second = 0, last = 0] = word.split(/[-./]/).map(Number);
  const year = last < 100 ? last + (last < 60 ? 2000 : 1900) : last;
  const [month, day] = first > 12 || word.includes('.') ? [second, first] : [first, second];
  if (month < 1 || month > 12 || validDay(year, month, day) === null) return null;
  return date(`${pad(year, 4)}-${pad(month)}-${pad(day)}`, false);
}

/** "9 a.m. Tuesday" needs the day alone; so do the rules of `rules-clock.ts`. */
export function dayPart(sense: Sense | null, part: string | undefined): Sense | null {
  return sense && part ? time(`${sense.value}${part}`, sense.resolved) : sense;
}

/** Days by their names: month and day, holidays, figures. */
export const DAY_RULES: Rule[] = [
  rule('iso', iso),
  rule('slashed', slashed),
  rule('month daynum|ordinal comma? year', fullDay),
  rule('weekday comma? month daynum|ordinal comma? year', fullDay),
  rule('weekday comma? the? daynum|ordinal of? month comma? year?', fullDay),
  rule('weekday comma? month daynum|ordinal', fullDay),
  rule('last|next? month daynum|ordinal', fullDay),
  rule('month daynum|ordinal of? last|next|this unit', fullDay),
  rule('the? daynum|ordinal of? month of? last|next|this unit', fullDay),
  rule('daynum|ordinal comma? year?', secondDay),
  rule('the? weekday? daynum|ordinal', firstDay),
  rule('weekday the daynum|ordinal', firstDay),
  rule('daynum hyphen month hyphen year', (phrase, now) =>
    isHyphenated(phrase) ? fullDay(phrase, now) : null,
  ),
  rule('the? daynum|ordinal of? month comma? year', fullDay),
  rule('daynum month', fullDay),
  rule('the? ordinal of? month', fullDay),
  rule('month the ordinal comma? year?', fullDay),
  rule('the ordinal', dayOfMonth),
  rule('weekday the? ordinal', weekdayAndDay),
  rule('last|next|this|past? holiday comma? year?', holiday),
  rule('holiday last|next|this unit', holiday),
];
