import {
  civil,
  type Day,
  dayOf,
  daysInMonth,
  isoDay,
  isoYear,
  pad,
  parseIsoDay,
  weekdayOf,
} from './calendar.ts';
import { holidayDay } from './holidays.ts';
import type { Unit } from './periods.ts';
import type { Token } from './tokens.ts';
import { periodValue, shift } from './periods.ts';
import { date, find, findLast, has, isHyphenated, type Moment, type Phrase, type Rule, rule, type Sense, time } from './rule.ts'; // prettier-ignore

/** A future day in a clause that looks back, or the reverse, counts as this many days further away. */
const AGAINST_CLAUSE = 300;
/** News tells what was rather than what will be, so a past day wins where the two are about as far. */
const FUTURE_IN_PLAIN_CLAUSE = 210;

/** Of `make(year)` for the years around, the day nearest to today, weighed by the clause's direction. */
export function nearest(now: Moment, make: (year: number) => Day | null): Day | null {
  const { year } = civil(now.today);
  let best: Day | null = null;
  let least = Infinity;
  for (const candidate of [year, year - 1, year + 1]) {
    const day = make(candidate);
    if (day === null) continue;
    const ahead = day > now.today;
    const against = ahead ? now.direction === 'back' : now.direction === 'ahead' && day < now.today;
    const weight = against ? AGAINST_CLAUSE : ahead && now.direction === null ? FUTURE_IN_PLAIN_CLAUSE : 0;
    const distance = Math.abs(day - now.today) + weight;
    if (distance < least) [best, least] = [day, distance];
  }
  return best;
}

const validDay = (year: number, month: number, day: number): Day | null =>
  day >= 1 && day <= daysInMonth(year, month) ? dayOf(year, month, day) : null;

const isJoint = (token: Token | undefined): boolean => /^(and|to|or|-|–|—|through)$/.test(token?.word ?? '');

/** The year that the first half of a range shares with its second: "March 3–5, 2020", "June to August 2019". */
function yearAhead({ tokens, to }: Phrase): number | undefined {
  if (!isJoint(tokens[to])) return undefined;
  let at = to + 1;
  while (at < to + 4 && /^(daynum|ordinal|month)$/.test(tokens[at]?.kind ?? '')) at++;
  if (at === to + 1) return undefined;
  if (tokens[at]?.kind === 'comma') at++;
  return tokens[at]?.kind === 'year' ? tokens[at]!.value : undefined;
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
  const weekday = find(phrase, 'weekday')?.value;
  const told = now.direction === 'ahead' ? null : now.history;
  const fits = (y: number) => {
    const candidate = validDay(y, month, day);
    return weekday && candidate !== null && weekdayOf(candidate) !== weekday ? null : candidate;
  };
  const found =
    (told === null ? null : fits(told)) ?? nearest(now, fits) ?? nearest(now, (y) => validDay(y, month, day));
  return found === null ? null : date(isoDay(found));
}

/** The "25" of "April 24 and 25": a day of the month just named. */
function secondDay(phrase: Phrase, now: Moment): Sense | null {
  const { tokens, from, to } = phrase;
  const [joint, first, month] = [tokens[from - 1], tokens[from - 2], tokens[from - 3]];
  const joins = isJoint(joint);
  const named = month?.kind === 'month' && (first?.kind === 'daynum' || first?.kind === 'ordinal');
  if (!joins || !named || now.told === null || !/^\d{4}-\d\d-\d\d/.test(now.told)) return null;
  const next = tokens[to];
  if (next && /^(people|percent|per|%|other|others|more)$/.test(next.word)) return null;
  const year = find(phrase, 'year')?.value ?? null;
  const told = civil(now.focus);
  const day = validDay(year ?? told.year, told.month, tokens[from]!.value);
  return day === null || day <= now.focus ? null : date(isoDay(day), year === null);
}

/** The "12" of "from 12 to 14 August", "12-14 August": its month follows the second day. */
function firstDay(phrase: Phrase, now: Moment): Sense | null {
  const { tokens, to } = phrase;
  const [joint, second, month] = [tokens[to], tokens[to + 1], tokens[to + 2]];
  const joins = isJoint(joint);
  if (!joins || !(second?.kind === 'daynum' || second?.kind === 'ordinal') || month?.kind !== 'month')
    return null;
  const whole = fullDay({ tokens, from: to + 1, to: tokens[to + 3]?.kind === 'year' ? to + 4 : to + 3 }, now);
  const last = whole && parseIsoDay(whole.value);
  const from =
    last === null ? null : validDay(civil(last).year, month.value, find(phrase, 'daynum', 'ordinal')!.value);
  return whole === null || from === null || last === null || from >= last
    ? null
    : date(isoDay(from), whole.resolved);
}

/** "March", "late November", "last October", "the end of June". */
function month(phrase: Phrase, now: Moment): Sense | null {
  const { value } = find(phrase, 'month')!;
  const year = findLast(phrase, 'year')?.value ?? yearAhead(phrase);
  if (year !== undefined) return date(`${pad(year, 4)}-${pad(value)}`, false);
  const { year: thisYear, month: thisMonth } = civil(now.today);
  const of = find(phrase, 'last', 'past', 'next', 'this', 'that', 'same', 'current');
  if (of && has(phrase, 'unit')) {
    const base = of.kind === 'that' || of.kind === 'same' ? civil(now.focus).year : thisYear;
    return date(`${isoYear(base + step(of.kind))}-${pad(value)}`);
  }
  if (of?.kind === 'last' || of?.kind === 'past') {
    return date(`${isoYear(value < thisMonth ? thisYear : thisYear - 1)}-${pad(value)}`);
  }
  if (of?.kind === 'next')
    return date(`${isoYear(value > thisMonth ? thisYear : thisYear + 1)}-${pad(value)}`);
  if (of?.kind === 'this') return date(`${isoYear(thisYear)}-${pad(value)}`);
  const told = now.direction === 'ahead' ? null : now.history;
  if (told !== null) return date(`${isoYear(told)}-${pad(value)}`);
  // Its middle stands for it, today for the month that it is: "in August" said in August is this one.
  const middle = nearest(now, (y) =>
    y === thisYear && value === thisMonth ? now.today : dayOf(y, value, 15),
  );
  return middle === null ? null : date(periodValue('M', middle));
}

/** -1 for "last", 1 for "next", 0 for the rest. */
export function step(kind: string): number {
  return kind === 'last' || kind === 'past' ? -1 : kind === 'next' ? 1 : 0;
}

const CURRENCY = /^[$£€¥#]$/;
const MEASURE =
  /^(people|percent|per|miles|mile|km|kilometers|kilometres|meters|metres|feet|dollars|pounds|euros|yen|francs|tons|tonnes|troops|soldiers|jobs|workers|employees|homes|cars|planes|votes|seats|points|shares|degrees|mw|mhz|cc|members|students|hours|times|years|days|men|women|children|dead|injured|others|police|protesters|demonstrators|deaths|units|acres|hectares|barrels|copies|pages|words)$/;

/** A number of four digits is a year unless it counts something or is a sum, a code, a range of a vote. */
export function isYear({ tokens, from }: Phrase, at = from): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  if (
    before &&
    (CURRENCY.test(before.word) || /^(no|number|flight|route|room|page|section)$/.test(before.word))
  )
    return false;
  if (
    next &&
    (MEASURE.test(next.word) || next.word === '%' || next.kind === 'units' || next.kind === 'clocks')
  )
    return before?.kind === 'the' && next.kind === 'other' && next.word !== '%';
  const touches = before && before.end === token.start && before.kind !== 'hyphen';
  if (touches && /^[.\d/:+]/.test(before.word)) return false;
  const leads = before && /^(in|since|of|by|until|till|from|to|before|after|during|between|through|year|circa|early|late|mid|the|and|or|back)$/.test(before.word); // prettier-ignore
  return token.value >= 1900 && token.value < 2060 ? true : Boolean(leads) && token.value >= 1000;
}

function year(phrase: Phrase): Sense | null {
  const at = phrase.tokens.indexOf(findLast(phrase, 'year')!, phrase.from);
  const token = phrase.tokens[at]!;
  return isYear(phrase, at) ? date(pad(token.value, 4), false) : null;
}

/** "the summer of 1998", "last fall", "this spring". Winter belongs to the year that it begins in. */
function season(phrase: Phrase, now: Moment): Sense | null {
  const code = find(phrase, 'season')!.text;
  const year = findLast(phrase, 'year')?.value;
  if (year !== undefined) return date(`${pad(year, 4)}-${code}`, false);
  const begins = { SP: 3, SU: 6, FA: 9, WI: 12 }[code] ?? 1;
  const { year: thisYear, month: thisMonth } = civil(now.today);
  const of = find(phrase, 'last', 'past', 'next', 'this', 'that', 'same');
  if (of && has(phrase, 'unit')) return date(`${isoYear(thisYear + step(of.kind))}-${code}`);
  if (of?.kind === 'last' || of?.kind === 'past') {
    const over = thisMonth >= begins + 2; // the season of this year is past, or nearly
    return date(`${isoYear(over ? thisYear : thisYear - 1)}-${code}`);
  }
  if (of?.kind === 'next')
    return date(`${isoYear(thisMonth < begins - 1 ? thisYear : thisYear + 1)}-${code}`);
  const told = now.direction === 'ahead' ? null : now.history;
  if (told !== null) return date(`${isoYear(told)}-${code}`);
  const middle = nearest(now, (y) => dayOf(y, begins + 1, 15));
  const begun = middle === null ? null : civil(shift(middle, 'M', -1)).year;
  return begun === null ? null : date(`${isoYear(begun)}-${code}`);
}

/** "the third quarter of 2013", "first half", "the fourth-quarter results". */
function part(phrase: Phrase, now: Moment): Sense | null {
  const unit = has(phrase, 'quarter') ? 'Q' : 'H';
  const which = find(phrase, 'ordinal', 'second', 'last')!;
  const count = which.kind === 'second' ? 2 : which.kind === 'last' ? (unit === 'Q' ? 4 : 2) : which.value;
  if (count > (unit === 'Q' ? 4 : 2) || !isHyphenated(phrase)) return null;
  const year = findLast(phrase, 'year')?.value;
  if (year !== undefined) return date(`${pad(year, 4)}-${unit}${count}`, false);
  const of = has(phrase, 'unit') ? find(phrase, 'this', 'last', 'next', 'same', 'that', 'past') : undefined;
  const { year: thisYear } = civil(now.today);
  if (of && of !== which) return date(`${isoYear(thisYear + step(of.kind))}-${unit}${count}`);
  const months = unit === 'Q' ? 3 : 6;
  // Results are told when a quarter is over: its last day stands for it.
  const end = nearest(now, (y) => dayOf(y, count * months + 1, 1) - 1);
  return end === null ? null : date(`${isoYear(civil(end).year)}-${unit}${count}`);
}

function decade(phrase: Phrase): Sense | null {
  const token = find(phrase, 'decade')!;
  const bare = /^\d0s$/.test(token.word) || !/\d/.test(token.word);
  // "in his 20s" is an age; a decade of two digits has its article or apostrophe, or stands beside another one.
  const before = phrase.tokens[phrase.from - 1];
  if (bare && !has(phrase, 'the', 'early') && !(before && (before.kind === 'and' || before.kind === 'the')))
    return null;
  return date(String(token.value / 10), false);
}

function century(phrase: Phrase): Sense | null {
  const { value } = find(phrase, 'ordinal')!;
  return value >= 2 && value <= 30 ? date(pad(value - 1), false) : null;
}

function fiscal(phrase: Phrase, now: Moment): Sense | null {
  const year = findLast(phrase, 'year')?.value;
  if (year !== undefined) return date(`FY${year}`, false);
  const of = find(phrase, 'this', 'last', 'next', 'current', 'the', 'past');
  return date(`FY${isoYear(civil(now.today).year + step(of?.kind ?? 'this'))}`);
}

function holiday(phrase: Phrase, now: Moment): Sense | null {
  const { text } = find(phrase, 'holiday')!;
  const year = findLast(phrase, 'year')?.value;
  const { year: thisYear } = civil(now.today);
  if (year !== undefined) return date(isoDay(holidayDay(text, year)), false);
  const of = find(phrase, 'last', 'next', 'this', 'past');
  if (of && has(phrase, 'unit')) return date(isoDay(holidayDay(text, thisYear + step(of.kind))));
  if (of?.kind === 'this') return date(isoDay(holidayDay(text, thisYear)));
  const direction = of?.kind === 'last' ? 'back' : of?.kind === 'next' ? 'ahead' : now.direction;
  const day = nearest({ ...now, direction }, (y) => holidayDay(text, y));
  return day === null ? null : date(isoDay(day));
}

function iso(phrase: Phrase): Sense | null {
  const { word } = find(phrase, 'iso')!;
  return parseIsoDay(word) === null ? null : date(word, false);
}

/** "8/13/2024": month first, as American papers write, unless only day first can be. */
function slashed(phrase: Phrase): Sense | null {
  const [first = 0, second = 0, last = 0] = find(phrase, 'slashed')!.word.split('/').map(Number);
  const year = last < 100 ? last + (last < 60 ? 2000 : 1900) : last;
  const [month, day] = first > 12 ? [second, first] : [first, second];
  if (month < 1 || month > 12 || validDay(year, month, day) === null) return null;
  return date(`${pad(year, 4)}-${pad(month)}-${pad(day)}`, false);
}

/** "9 a.m. Tuesday" needs the day alone; so do the rules of `rules-clock.ts`. */
export function dayPart(sense: Sense | null, part: string | undefined): Sense | null {
  return sense && part ? time(`${sense.value}${part}`, sense.resolved) : sense;
}

export const unitOf = (phrase: Phrase): Unit =>
  find(phrase, 'unit', 'units', 'quarter', 'quarters')!.text as Unit;

/** The rules of a pattern alone and after "early", "mid-", "late". */
const early = (pattern: string, read: Rule['read']): Rule[] => [
  rule(pattern, read),
  rule(`early hyphen? ${pattern}`, read),
];

/** Dates by their names: days, months, years, seasons, quarters, decades, centuries, holidays. */
export const CALENDAR_RULES: Rule[] = [
  rule('iso', iso),
  rule('slashed', slashed),
  rule('weekday? comma? month daynum|ordinal comma? year', fullDay),
  rule('weekday comma? the? daynum|ordinal of? month comma? year?', fullDay),
  rule('weekday comma? month daynum|ordinal', fullDay),
  rule('month daynum|ordinal', fullDay),
  rule('daynum|ordinal comma? year?', secondDay),
  rule('daynum|ordinal', firstDay),
  rule('the? daynum|ordinal of? month comma? year', fullDay),
  rule('daynum month', fullDay),
  rule('the? ordinal of? month', fullDay),
  ...early('month of|comma? year', month),
  rule('the edge of month of|comma? year', month),
  ...early('month', month),
  rule('the edge of month', month),
  rule('the? early? hyphen? month of? this|that|the? this|last|next|past|same|current unit', month),
  rule('last|next|this|past month', month),
  ...early('year', year),
  rule('the edge of year', year),
  rule('the unit year', year),
  rule('the? season of|comma? year', season),
  rule('the? early hyphen? season of|comma? year', season),
  rule('the? early? hyphen? last|next|this|past|that? season', season),
  rule('the? early? hyphen? season of? last|next|this unit', season),
  rule('the? ordinal|second|last hyphen? fiscal? quarter|half of|comma? fiscal? year', part),
  rule(
    'the? ordinal|second hyphen? fiscal? quarter|half of this|last|next|that|the? same? fiscal? unit',
    part,
  ),
  rule('the? ordinal|second hyphen? fiscal? quarter|half last|this|next unit', part),
  rule('the? ordinal|second hyphen? fiscal? quarter', part),
  rule('the? fiscal ordinal|second hyphen? quarter', part),
  rule('the ordinal|second hyphen? half', part),
  rule('the? decade', decade),
  rule('the? early hyphen? decade', decade),
  rule('the edge of the decade', decade),
  rule('the? early? hyphen? ordinal hyphen? unit', (phrase) => unitOf(phrase) === 'CE' && isHyphenated(phrase) ? century(phrase) : null), // prettier-ignore
  rule('fiscal unit? year', fiscal),
  rule('the|this|last|next current|past? fiscal unit', fiscal),
  rule('last|next|this|past? holiday comma? year?', holiday),
  rule('holiday last|next|this unit', holiday),
];
