import { civil, type Day } from './calendar.ts';
import { durationValue, periodValue, shift, type Unit } from './periods.ts';
import { date, duration, find, findLast, has, isHyphenated, type Moment, type Phrase, type Rule, rule, type Sense, step } from './rule.ts'; // prettier-ignore
import { amountOf } from './rules-amounts.ts';
import { isYear, unitOf } from './rules-periods.ts';

/** "last week", "this year", "the following month", "the same day"; with "the" and an order word from the date told. */
function period(phrase: Phrase, now: Moment): Sense | null {
  const unit = unitOf(phrase);
  const of = find(phrase, 'this', 'last', 'next', 'past', 'current', 'that', 'same')!;
  const told = /^(following|previous|preceding|subsequent|ensuing|same|that|those)$/.test(of.word) || (of.word === 'next' && has(phrase, 'the')); // prettier-ignore
  // A month told of has no day that "the same day" could be.
  if (told && of.kind !== 'last' && finerThanTold(unit, now)) return null;
  // "the past year" reaches from then to now; "last year" is the year before this one.
  if (of.kind === 'past' || (of.word === 'last' && has(phrase, 'the')))
    return duration(durationValue(unit, 1));
  if (unit === 'DE' || unit === 'CE') {
    if (of.kind === 'last') return duration(durationValue(unit, 1));
  }
  return date(periodValue(unit, shift(told ? now.focus : now.today, unit, step(of.kind))));
}

const ORDER: Unit[] = ['D', 'W', 'M', 'Q', 'Y', 'DE', 'CE', 'ML'];

function finerThanTold(unit: Unit, { told }: Moment): boolean {
  if (told === null) return false;
  const grain: Unit = /^\d{4}-\d\d-\d\d/.test(told)
    ? 'D'
    : /-W/.test(told)
      ? 'W'
      : /^\d{4}-/.test(told)
        ? 'M'
        : 'Y';
  return ORDER.indexOf(unit) < ORDER.indexOf(grain);
}

/** "the day", "the year": the one told of, where the text has just named one as fine. */
function thatPeriod(phrase: Phrase, now: Moment): Sense | null {
  const unit = unitOf(phrase);
  const before = phrase.tokens[phrase.from - 1]?.word ?? '';
  // A market "ends the day", and that is the day told of, else of writing; so with "late in the day".
  const todays = unit === 'D' && (/^(end|ended|ending|ends|close|closed|closing|finish|finished|finishing|start|started|starting|began|begin)$/.test(before)); // prettier-ignore
  const unknown = now.told === null || finerThanTold(unit, now);
  const placed = has(phrase, 'early', 'earlier', 'later', 'edge');
  if (placed) return date(periodValue(unit, unknown ? now.today : now.focus));
  if (unknown) return todays ? date(periodValue('D', now.today)) : null;
  // "player of the year", but "the rest of the year".
  const share = /^(rest|most|much|half|part|course|remainder|end|start)$/;
  if (before === 'of' && !share.test(phrase.tokens[phrase.from - 2]?.word ?? '')) return null;
  const next = phrase.tokens[phrase.to];
  if (next && /^(of|when|that|he|she|it|they|we|before|after|to|care|job|one|ahead|round)$/.test(next.word))
    return null;
  return date(periodValue(unit, now.focus));
}

function quarter(phrase: Phrase, now: Moment): Sense | null {
  const of = find(phrase, 'this', 'last', 'next', 'past', 'current', 'same')!;
  return date(periodValue('Q', shift(of.kind === 'same' ? now.focus : now.today, 'Q', step(of.kind))));
}

/** How fine the value of "… ago" is: as fine as its unit. */
function shifted(day: Day, unit: Unit, count: number): string {
  return periodValue(unit === 'FN' ? 'W' : unit, shift(day, unit, count));
}

/** "two weeks ago", "a year earlier", "three days later", "eight years from now". */
function distance(phrase: Phrase, now: Moment): Sense | null {
  const unit = unitOf(phrase);
  const order = findLast(phrase, 'ago', 'earlier', 'before', 'later', 'after', 'now', 'today')!;
  const back = order.kind === 'ago' || order.kind === 'earlier' || order.kind === 'before';
  const from = order.kind === 'ago' || order.kind === 'now' || order.kind === 'today' ? now.today : now.focus;
  const amount = amountOf(phrase) ?? (has(phrase, 'units') ? 'X' : 1);
  if (amount === 'X') return date(order.kind === 'ago' || back ? 'PAST_REF' : 'FUTURE_REF');
  if (amount > 9999 || (amountOf(phrase) === null && !has(phrase, 'units'))) return null;
  if (from !== now.today && finerThanTold(unit, now)) return null;
  // "half a century ago" is 50 years ago.
  const tenths = { CE: 100, DE: 10 }[unit as string];
  if (!Number.isInteger(amount) && tenths) {
    return date(shifted(from, 'Y', (back ? -1 : 1) * Math.round(amount * tenths)));
  }
  if (!Number.isInteger(amount)) {
    const months = unit === 'Y' ? amount * 12 : NaN;
    return Number.isInteger(months)
      ? date(periodValue('M', shift(from, 'M', back ? -months : months)))
      : null;
  }
  return date(shifted(from, unit, back ? -amount : amount));
}

/** "the year-ago quarter": the quarter told of, or that before today's, a year earlier. */
function yearAgo(phrase: Phrase, now: Moment): Sense | null {
  const unit = find(phrase, 'unit')!.text as Unit;
  if (!isHyphenated(phrase) || unit !== 'Y') return null;
  if (!has(phrase, 'quarter')) return date(periodValue('Y', shift(now.today, 'Y', -1)));
  const quarter = /-Q/.test(now.told ?? '') ? now.focus : shift(now.today, 'Q', -1);
  return date(periodValue('Q', shift(quarter, 'Y', -1)));
}

/** "the day before", "the year after"; "the day before yesterday". */
function dayBefore(phrase: Phrase, now: Moment): Sense | null {
  const unit = unitOf(phrase);
  const back = has(phrase, 'before', 'earlier');
  const anchor = find(phrase, 'today');
  const next = phrase.tokens[phrase.to];
  const ends = next === undefined || !/^\p{L}/u.test(next.word) || next.kind === 'and' || next.kind === 'in';
  if (!anchor && (!ends || now.told === null || finerThanTold(unit, now))) return null;
  const from = anchor ? now.today + anchor.value : now.focus;
  return date(shifted(from, unit, back ? -1 : 1));
}

/** "the last week of March", "the first day of 2014": the unit's place in a longer one. */
function unitOfPeriod(phrase: Phrase, now: Moment): Sense | null {
  const unit = find(phrase, 'unit')!.text as Unit;
  const which = find(phrase, 'ordinal', 'second', 'last')!;
  const month = find(phrase, 'month');
  const at = phrase.tokens.indexOf(findLast(phrase, 'month', 'year')!, phrase.from);
  const year = has(phrase, 'year') ? findLast(phrase, 'year')!.value : civil(now.today).year;
  if (has(phrase, 'year') && !month && !isYear(phrase, at)) return null;
  if (month === undefined) return date(String(year), false);
  const middle = civil(now.today);
  const inYear = has(phrase, 'year') ? year : month.value - middle.month > 6 ? year - 1 : year;
  const first = shift(Date.UTC(inYear, month.value - 1, 1) / 86_400_000, 'D', 0);
  const last = shift(first, 'M', 1) - 1;
  const count = which.kind === 'second' ? 2 : which.value;
  const day = which.kind === 'last' ? last : first + (count - 1) * (unit === 'W' ? 7 : 1);
  if (day > last || (unit !== 'W' && unit !== 'D')) return null;
  return date(periodValue(unit, day), !has(phrase, 'year'));
}

/** "three years before" stands alone; "three years before the war" and "a day after X" are amounts. */
function distanceOrNothing(phrase: Phrase, now: Moment): Sense | null {
  const next = phrase.tokens[phrase.to];
  return next && /^[\p{L}\d"“]/u.test(next.word) ? null : distance(phrase, now);
}

/** Dates by their distance from the day of writing, or from the date last told. */
export const RELATIVE_RULES: Rule[] = [
  rule('early|earlier|later? this|last|next|past|current|that|same unit', period),
  rule('the last|next|past|current|same unit', period),
  rule('early|earlier|later in that|this unit', period),
  rule('early|earlier|later in the same unit', period),
  rule('early|earlier|later? that|this same unit', period),
  rule('the? unit hyphen ago|earlier quarter|moment|term?', yearAgo),
  rule('the? edge of this|last|next|current|that unit', period),
  rule('the past|last unit', period),
  rule('early|earlier|later in? the unit', thatPeriod),
  rule('the whole? unit', thatPeriod),
  rule('the edge of the unit', thatPeriod),
  rule('the? this|last|next|current|same quarter', quarter),
  rule(
    'more|least? than? some? number|daynum|a|several|couple|dozen|year? of? hyphen? units|unit|quarters ago|earlier|later',
    distance,
  ),
  rule('a several units ago|earlier|later', distance),
  rule('a half hyphen? unit ago|earlier|later', distance),
  rule('half a unit ago|earlier|later', distance),
  rule('a|number|daynum|several some? units|unit before|after', distanceOrNothing),
  rule('number|daynum|a|several units|unit from now|today', distance),
  rule('number|daynum|a unit|units hyphen ago|earlier', (phrase, now) =>
    isHyphenated(phrase) ? distance(phrase, now) : null,
  ),
  rule('a couple of units ago|earlier|later', distance),
  rule('the unit before|after today?', dayBefore),
  rule('the ordinal|last|second unit of|in month comma? year?', unitOfPeriod),
  rule('the ordinal|last|second unit of year', unitOfPeriod),
];
