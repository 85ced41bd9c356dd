import { civil, type Day, isoDay, isoWeek, isoYear, mondayOf, pad } from './calendar.ts';
import { periodValue, shift, type Unit, weekValue } from './periods.ts';
import { date, find, findLast, has, isHyphenated, type Moment, type Phrase, type Rule, rule, type Sense } from './rule.ts'; // prettier-ignore
import { amountOf } from './rules-amounts.ts';
import { unitOf } from './rules-periods.ts';
import { weekdayNear } from './rules-weekdays.ts';
import { anchorOf, partNear, yearBefore } from './told.ts';

/** How fine the value of "… ago" is: as fine as its unit. */
function shifted(day: Day, unit: Unit, count: number): string {
  return periodValue(unit === 'FN' ? 'W' : unit, shift(day, unit, count));
}

/** "two weeks ago", "a year earlier", "three days later", "eight years from now". */
function distance(phrase: Phrase, now: Moment): Sense | null {
  const unit = unitOf(phrase);
  const order = findLast(phrase, 'ago', 'earlier', 'before', 'later', 'after', 'now', 'today')!;
  const back = order.kind === 'ago' || order.kind === 'earlier' || order.kind === 'before';
  const ofToday = order.kind === 'ago' || order.kind === 'now' || order.kind === 'today';
  const from = ofToday ? now.today : anchorOf(unit, phrase, now);
  const amount = amountOf(phrase) ?? (has(phrase, 'units') ? 'X' : 1);
  // "a week later than planned": as much, from no day.
  if (phrase.tokens[phrase.to]?.kind === 'than') return null;
  if (amount === 'X') return date(order.kind === 'ago' || back ? 'PAST_REF' : 'FUTURE_REF');
  if (amount > 9999 || (amountOf(phrase) === null && !has(phrase, 'units'))) return null;
  if (from === null) return null;
  // "rose in the third quarter from a year earlier": from that quarter's namesake.
  const told = unit === 'Y' && amount === 1 && back ? yearBefore(phrase, now) : null;
  if (told !== null && order.kind !== 'before') return date(told);
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

/** "the year-ago quarter", "the year-earlier period", "the same period last year": that told of, a year earlier. */
function yearAgo(phrase: Phrase, now: Moment): Sense | null {
  const unit = findLast(phrase, 'unit')!.text as Unit;
  if (!isHyphenated(phrase) || unit !== 'Y' || amountOf(phrase) === 'X') return null;
  const told = yearBefore(phrase, now);
  if (has(phrase, 'quarter') && !told?.includes('Q')) {
    return date(periodValue('Q', shift(shift(now.today, 'Q', -1), 'Y', -1)));
  }
  return date(told ?? periodValue('Y', shift(now.today, 'Y', -1)));
}

/** "at this time last year", "this time a year ago": that year. */
const thisTime = (phrase: Phrase, now: Moment): Sense | null =>
  findLast(phrase, 'unit')!.text === 'Y' ? date(periodValue('Y', shift(now.today, 'Y', -1))) : null;

/** "in the same period of 2023": that of the year, where one is told of. */
function sameOfYear(phrase: Phrase, now: Moment): Sense | null {
  const { value } = findLast(phrase, 'year')!;
  const part = partNear(phrase, now);
  return date(String(value) + (part?.slice(4) ?? ''), part !== null);
}

/** "a week from Friday", "two weeks from tomorrow". */
function distanceAfter(phrase: Phrase, now: Moment): Sense | null {
  const amount = amountOf(phrase);
  const last = phrase.tokens[phrase.to - 1]!;
  const unit = find(phrase, 'unit', 'units')!.text as Unit;
  if (typeof amount !== 'number' || !Number.isInteger(amount) || amount > 99) return null;
  const from =
    last.kind === 'today' ? now.today + last.value : weekdayNear(last.value, { ...now, direction: 'ahead' });
  return date(isoDay(shift(from, unit, amount)));
}

/** "a week on Friday", "Friday week", as British and Australian papers count: that day of the week after. */
function weekOnDay(phrase: Phrase, now: Moment): Sense | null {
  const { tokens, from, to } = phrase;
  const unit = find(phrase, 'unit')!.text;
  if (tokens[from]!.kind === 'weekday') {
    // "the Friday week-long fair"
    if (unit !== 'W' || tokens[from - 1]?.kind !== 'on' || tokens[to]?.kind === 'hyphen') return null;
  } else if (!/^(W|FN)$/.test(unit) || now.direction === 'back') return null;
  const on = weekdayNear(find(phrase, 'weekday')!.value, { ...now, direction: 'ahead' });
  return date(isoDay(on + (unit === 'FN' ? 14 : 7)));
}

/** "two Sundays ago": today's own does not count. */
function weekdaysAgo(phrase: Phrase, now: Moment): Sense | null {
  const amount = amountOf(phrase);
  if (typeof amount !== 'number' || !Number.isInteger(amount) || amount < 1 || amount > 9) return null;
  const last = weekdayNear(find(phrase, 'weekdays')!.value, {
    ...now,
    today: now.today - 1,
    direction: 'back',
  });
  return date(isoDay(last - 7 * (amount - 1)));
}

/** "ten years ago this week", "a year ago today": as fine as what follows. */
function distanceFrom(phrase: Phrase, now: Moment): Sense | null {
  const amount = amountOf(phrase);
  const last = phrase.tokens[phrase.to - 1]!;
  if (typeof amount !== 'number' || !Number.isInteger(amount) || amount > 999) return null;
  const from = last.kind === 'today' ? now.today + last.value : last.kind === 'weekday' ? weekdayNear(last.value, now) : now.today; // prettier-ignore
  const day = shift(from, find(phrase, 'unit', 'units')!.text as Unit, -amount);
  // "a year ago this week" is the week of that number.
  const sameWeek = find(phrase, 'unit', 'units')!.text === 'Y' && last.text === 'W';
  if (sameWeek) return date(weekValue(mondayOf(isoWeek(now.today).year - amount, isoWeek(now.today).week)));
  if (last.kind === 'month') return date(`${isoYear(civil(day).year)}-${pad(last.value)}`);
  return date(last.kind === 'unit' ? periodValue(last.text as Unit, day) : last.kind === 'weekend' ? `${periodValue('W', day)}-WE` : isoDay(day)); // prettier-ignore
}

/** "the day before", "the year after"; "the day before yesterday". */
function dayBefore(phrase: Phrase, now: Moment): Sense | null {
  const unit = unitOf(phrase);
  const back = has(phrase, 'before', 'earlier');
  const anchor = find(phrase, 'today');
  const next = phrase.tokens[phrase.to];
  const ends = next === undefined || !/^\p{L}/u.test(next.word) || next.kind === 'and' || next.kind === 'in';
  if (!anchor && (!ends || now.told === null)) return null;
  const from = anchor ? now.today + anchor.value : anchorOf(unit, phrase, now);
  if (from === null) return null;
  return date(shifted(from, unit, back ? -1 : 1));
}

/** "three years before" stands alone; "three years before the war" and "a day after X" are amounts. */
function distanceOrNothing(phrase: Phrase, now: Moment): Sense | null {
  const next = phrase.tokens[phrase.to];
  return next && /^[\p{L}\d"“]/u.test(next.word) ? null : distance(phrase, now);
}

/** "two nights later", "three nights ago": as many days. */
function nights(phrase: Phrase, now: Moment): Sense | null {
  const { kind } = phrase.tokens[phrase.to - 1]!;
  const { value } = phrase.tokens[phrase.from]!;
  if (find(phrase, 'part')!.word !== 'nights' || !(value <= 99)) return null;
  const from = kind === 'ago' ? now.today : anchorOf('D', phrase, now);
  return from === null ? null : date(isoDay(kind === 'later' ? from + value : from - value));
}

/** Dates by their distance from the day of writing, or from the date last told. */
export const DISTANCE_RULES: Rule[] = [
  rule('a unit on weekday', weekOnDay),
  rule('weekday unit', weekOnDay),
  rule('the? unit hyphen ago|earlier quarter|moment|term|span?', yearAgo),
  rule('the? last hyphen unit quarter|moment|term|span?', yearAgo),
  rule('the? same quarter|span of|in? the? last|past unit', yearAgo),
  rule('the? same quarter|span|unit a unit ago|earlier', yearAgo),
  rule('the? same quarter|span of|in year', sameOfYear),
  rule('this same? moment last unit', thisTime),
  rule('this same? moment a unit ago', thisTime),
  rule(
    'some? number|daynum|a|several|couple|dozen|year? of? hyphen? units|unit|quarters ago|earlier|later',
    distance,
  ),
  rule('number|daynum|a units|unit ago this unit|weekend', distanceFrom),
  rule('number|daynum|a units|unit ago today|weekday|month', distanceFrom),
  rule('a several units ago|earlier|later', distance),
  rule('a half hyphen? unit ago|earlier|later', distance),
  rule('half a unit ago|earlier|later', distance),
  rule('a|number|daynum|several some? units|unit before|after', distanceOrNothing),
  rule('a|number|daynum|several some? units|unit before|after that', distance),
  rule('number|daynum part later|earlier|ago', nights),
  rule('number|daynum|a|several units|unit from now', distance),
  rule('number|daynum|a unit|units hyphen ago|earlier', (phrase, now) =>
    isHyphenated(phrase) ? distance(phrase, now) : null,
  ),
  rule('a couple of units ago|earlier|later', distance),
  rule('the unit before|after today?', dayBefore),
  rule('number|daynum|a unit|units from weekday|today', distanceAfter),
  rule('number|daynum weekdays ago', weekdaysAgo),
];
