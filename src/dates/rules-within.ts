import { civil, type Day, dayOf, daysInMonth, isoDay, parseIsoDay } from './calendar.ts';
import { periodValue, shift, type Unit } from './periods.ts';
import {
  date,
  find,
  findLast,
  has,
  type Moment,
  type Phrase,
  type Rule,
  rule,
  type Sense,
  step,
} from './rule.ts';
import { fullDay, nearest } from './rules-days.ts';
import { isYear } from './rules-periods.ts';
import { finerThanTold } from './told.ts';
import type { Token } from './tokens.ts';

/** "the week of March 4", "week beginning 26 August": the week that holds it. */
function weekOf(phrase: Phrase, now: Moment): Sense | null {
  if (!has(phrase, 'weekend') && find(phrase, 'unit')!.text !== 'W') return null;
  if (has(phrase, 'edge') && !/^(beginning|commencing)$/.test(find(phrase, 'edge')!.word)) return null;
  const day = fullDay({ ...phrase, from: phrase.from + 2 }, now);
  const found = day && parseIsoDay(day.value);
  return found === null
    ? null
    : date(`${periodValue('W', found)}${has(phrase, 'weekend') ? '-WE' : ''}`, day!.resolved);
}

/** "the first of the year", "the 15th of next month". */
function dayOfPeriod(phrase: Phrase, now: Moment): Sense | null {
  const unit = find(phrase, 'unit')!.text as Unit;
  const of = find(phrase, 'this', 'last', 'next', 'that')?.kind ?? 'this';
  const { value } = find(phrase, 'ordinal')!;
  if (unit !== 'M' && (unit !== 'Y' || value > 1)) return null;
  const { year, month } = civil(shift(of === 'that' ? now.focus : now.today, unit, step(of)));
  const first = dayOf(year, unit === 'Y' ? 1 : month, 1);
  return value > daysInMonth(year, civil(first).month) ? null : date(isoDay(first + value - 1));
}

/** "the last day of the month", "the first week of this year": the unit's place in the one told of, or named. */
function unitOfUnit(phrase: Phrase, now: Moment): Sense | null {
  const [inner, outer] = [find(phrase, 'unit')!.text as Unit, findLast(phrase, 'unit')!.text as Unit];
  const of = find({ ...phrase, from: phrase.to - 2 }, 'this', 'last', 'next', 'that', 'past')?.kind;
  const told = of === undefined || of === 'that';
  if (!/^[MY]$/.test(outer) || !/^[DWM]$/.test(inner) || inner === outer) return null;
  if (told && finerThanTold(outer, now)) return null;
  const { year, month } = civil(shift(told ? now.focus : now.today, outer, step(of ?? 'this')));
  const first = dayOf(year, outer === 'Y' ? 1 : month, 1);
  return placeIn(
    find(phrase, 'ordinal', 'second', 'last', 'final')!,
    inner,
    first,
    shift(first, outer, 1) - 1,
    true,
  );
}

/** The n-th day, week or month from `first` to `last`; a week is counted where most of its days are. */
function placeIn(which: Token, unit: Unit, first: Day, last: Day, resolved: boolean): Sense | null {
  const count = which.kind === 'second' ? 2 : which.value;
  const half = unit === 'W' ? 3 : 0;
  const day =
    which.kind === 'last' || which.kind === 'final' ? last - half : shift(first, unit, count - 1) + half;
  return day > last ? null : date(periodValue(unit, day), resolved);
}

/** "the last week of March", "the first day of 2014": the unit's place in a longer one. */
function unitOfPeriod(phrase: Phrase, now: Moment): Sense | null {
  const unit = find(phrase, 'unit')!.text as Unit;
  const which = find(phrase, 'ordinal', 'second', 'last', 'final')!;
  const month = find(phrase, 'month');
  const at = phrase.tokens.indexOf(findLast(phrase, 'month', 'year')!, phrase.from);
  const year = findLast(phrase, 'year')?.value;
  if (has(phrase, 'year') && !month && !isYear(phrase, at)) return null;
  if (!/^[DWM]$/.test(unit)) return null;
  if (month === undefined) return placeIn(which, unit, dayOf(year!, 1, 1), dayOf(year!, 12, 31), false);
  const first =
    year === undefined ? nearest(now, (y) => dayOf(y, month.value, 1)) : dayOf(year, month.value, 1);
  if (unit === 'M' || first === null) return null;
  return placeIn(which, unit, first, shift(first, 'M', 1) - 1, year === undefined);
}

/** Days and weeks by their place in a longer date. */
export const WITHIN_RULES: Rule[] = [
  rule('the ordinal|last|final|second unit of|in month comma? year?', unitOfPeriod),
  rule('the ordinal|last|final|second unit of year', unitOfPeriod),
  rule('the ordinal|last|final|second unit of the|this|that|last|next unit', unitOfUnit),
  rule('the? unit|weekend of|edge weekday? month daynum|ordinal comma? year?', weekOf),
  rule('the? unit|weekend of|edge weekday? daynum|ordinal of? month comma? year?', weekOf),
  rule('the ordinal of the|this|last|next|that unit', dayOfPeriod),
];
