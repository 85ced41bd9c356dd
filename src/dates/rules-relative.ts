import { civil, type Day, dayOf, daysInMonth, isoDay, isoYear, pad, parseIsoDay } from './calendar.ts';
import { durationValue, periodValue, shift, type Unit } from './periods.ts';
import { date, duration, find, findLast, has, isHyphenated, type Moment, type Phrase, type Rule, rule, type Sense, step } from './rule.ts'; // prettier-ignore
import { amountOf } from './rules-amounts.ts';
import { isYear, unitOf } from './rules-periods.ts';
import { fullDay, nearest } from './rules-days.ts';
import { weekdayNear } from './rules-weekdays.ts';
import type { Token } from './tokens.ts';

/** "last week", "this year", "the following month", "the same day"; with "the" and an order word from the date told. */
function period(phrase: Phrase, now: Moment): Sense | null {
  const unit = unitOf(phrase);
  const of = find(phrase, 'this', 'last', 'next', 'past', 'current', 'that', 'same')!;
  const told = /^(following|previous|preceding|prior|subsequent|ensuing|same|that|those)$/.test(of.word) || (of.word === 'next' && has(phrase, 'the')); // prettier-ignore
  const from = told ? anchorOf(unit, phrase, now) : now.today;
  // A month told of has no day that "the same day" could be.
  if (from === null && of.kind !== 'last') return null;
  // "the past year" reaches from then to now; "last year" is the year before this one.
  if (of.kind === 'past' || (of.word === 'last' && has(phrase, 'the')))
    return duration(durationValue(unit, 1));
  if (unit === 'DE' || unit === 'CE') {
    if (of.kind === 'last') return duration(durationValue(unit, 1));
  }
  return date(periodValue(unit, shift(from ?? now.focus, unit, step(of.kind))));
}

const ORDER: Unit[] = ['D', 'W', 'M', 'Q', 'Y', 'DE', 'CE', 'ML'];

function finerThanTold(unit: Unit, { told }: Moment): boolean {
  if (told === null) return false;
  const grain: Unit = /^\d{4}-\d\d-\d\d/.test(told)
    ? 'D'
    : /-W/.test(told)
      ? 'W'
      : /^\d{4}-\d\d/.test(told)
        ? 'M'
        : /^\d{4}-/.test(told)
          ? 'Q'
          : 'Y';
  return ORDER.indexOf(unit) < ORDER.indexOf(grain);
}

/** The day told of that a unit counts from: of a coarser one told of since, the day before it, where that is near. */
function anchorOf(unit: Unit, { tokens, from }: Phrase, now: Moment): Day | null {
  if (!finerThanTold(unit, now)) return now.focus;
  return now.dayTold && tokens[from]!.sentence - now.dayTold.sentence <= 1 ? now.dayTold.day : null;
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
  if (/^(ended|ending)$/.test(next?.word ?? '')) return null; // "the year ended June 30" is an amount
  return date(periodValue(unit, now.focus));
}

/** "year-end", "by year end", "at the month's end": of the period told of, else this one. */
function periodEnd(phrase: Phrase, now: Moment): Sense | null {
  const unit = unitOf(phrase);
  const { word } = findLast(phrase, 'edge')!;
  const ends = unit === 'Y' || unit === 'M' || has(phrase, 'genitive');
  const joined = !has(phrase, 'the') || has(phrase, 'hyphen', 'genitive'); // not "the year end"
  if (word !== 'end' || !ends || !joined || !isHyphenated(phrase)) return null;
  const unknown = now.told === null || finerThanTold(unit, now) || now.direction === 'ahead';
  return date(periodValue(unit, unknown ? now.today : now.focus));
}

/** "mid-year", "mid-week": this one's middle. */
function midUnit(phrase: Phrase, now: Moment): Sense | null {
  const whole = find(phrase, 'midterm');
  if (whole) return date(periodValue(whole.text as Unit, now.today));
  const unit = unitOf(phrase);
  const isMid = find(phrase, 'early')!.text === 'MID' && /^[WMY]$/.test(unit) && isHyphenated(phrase);
  return isMid ? date(periodValue(unit, now.today)) : null;
}

/** "the quarter": the one told of, or that of its last month, "the quarter ended June 30". */
function theQuarter({ tokens, from, to }: Phrase, now: Moment): Sense | null {
  const { told, focus } = now;
  const last = /^(ended|ending)$/.test(tokens[to]?.word ?? '') ? tokens[to + 1] : undefined;
  if (last?.kind === 'month') {
    const end = last.value % 3 === 0 ? nearest(now, (y) => dayOf(y, last.value + 1, 1) - 1) : null;
    return end === null ? null : date(periodValue('Q', end));
  }
  const share = tokens[to]?.word === 'of' || /^(hind|of)$/.test(tokens[from - 1]?.word ?? '');
  return share || !/-Q/.test(told ?? '') ? null : date(periodValue('Q', focus));
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
  const ofToday = order.kind === 'ago' || order.kind === 'now' || order.kind === 'today';
  const from = ofToday ? now.today : anchorOf(unit, phrase, now);
  const amount = amountOf(phrase) ?? (has(phrase, 'units') ? 'X' : 1);
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

/** The quarter, half or month of a year told of in this sentence or the one before, a year earlier; null for none. */
function yearBefore({ tokens, from }: Phrase, { told, toldIn }: Moment): string | null {
  const part = /^(\d{4})(-(?:Q\d|H\d|\d\d))$/.exec(told ?? '');
  const near = tokens[from]!.sentence - toldIn;
  return part && near <= (/-[QH]/.test(part[2]!) ? 1 : 0) ? isoYear(Number(part[1]) - 1) + part[2]! : null;
}

/** "the year-ago quarter", "the year-earlier period", "the same period last year": that told of, a year earlier. */
function yearAgo(phrase: Phrase, now: Moment): Sense | null {
  const unit = find(phrase, 'unit')!.text as Unit;
  if (!isHyphenated(phrase) || unit !== 'Y' || amountOf(phrase) === 'X') return null;
  const told = yearBefore(phrase, now);
  if (has(phrase, 'quarter') && !told?.includes('Q')) {
    return date(periodValue('Q', shift(shift(now.today, 'Q', -1), 'Y', -1)));
  }
  return date(told ?? periodValue('Y', shift(now.today, 'Y', -1)));
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

/** "the week of March 4": the week that holds it. */
function weekOf(phrase: Phrase, now: Moment): Sense | null {
  if (!has(phrase, 'weekend') && find(phrase, 'unit')!.text !== 'W') return null;
  const day = fullDay({ ...phrase, from: phrase.from + 3 }, now);
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

/** "ten years ago this week", "a year ago today": as fine as what follows. */
function distanceFrom(phrase: Phrase, now: Moment): Sense | null {
  const amount = amountOf(phrase);
  const last = phrase.tokens[phrase.to - 1]!;
  if (typeof amount !== 'number' || !Number.isInteger(amount) || amount > 999) return null;
  const from = last.kind === 'today' ? now.today + last.value : last.kind === 'weekday' ? weekdayNear(last.value, now) : now.today; // prettier-ignore
  const day = shift(from, find(phrase, 'unit', 'units')!.text as Unit, -amount);
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

/** "the last day of the month", "the first week of this year": the unit's place in the one told of, or named. */
function unitOfUnit(phrase: Phrase, now: Moment): Sense | null {
  const [inner, outer] = [find(phrase, 'unit')!.text as Unit, findLast(phrase, 'unit')!.text as Unit];
  const of = find({ ...phrase, from: phrase.to - 2 }, 'this', 'last', 'next', 'that', 'past')?.kind;
  const told = of === undefined || of === 'that';
  if (!/^[MY]$/.test(outer) || !/^[DWM]$/.test(inner) || inner === outer) return null;
  if (told && finerThanTold(outer, now)) return null;
  const { year, month } = civil(shift(told ? now.focus : now.today, outer, step(of ?? 'this')));
  const first = dayOf(year, outer === 'Y' ? 1 : month, 1);
  return placeIn(find(phrase, 'ordinal', 'second', 'last')!, inner, first, shift(first, outer, 1) - 1, true);
}

/** The n-th day, week or month from `first` to `last`; a week is counted where most of its days are. */
function placeIn(which: Token, unit: Unit, first: Day, last: Day, resolved: boolean): Sense | null {
  const count = which.kind === 'second' ? 2 : which.value;
  const half = unit === 'W' ? 3 : 0;
  const day = which.kind === 'last' ? last - half : shift(first, unit, count - 1) + half;
  return day > last ? null : date(periodValue(unit, day), resolved);
}

/** "the last week of March", "the first day of 2014": the unit's place in a longer one. */
function unitOfPeriod(phrase: Phrase, now: Moment): Sense | null {
  const unit = find(phrase, 'unit')!.text as Unit;
  const which = find(phrase, 'ordinal', 'second', 'last')!;
  const month = find(phrase, 'month');
  const at = phrase.tokens.indexOf(findLast(phrase, 'month', 'year')!, phrase.from);
  const year = has(phrase, 'year') ? findLast(phrase, 'year')!.value : civil(now.today).year;
  if (has(phrase, 'year') && !month && !isYear(phrase, at)) return null;
  if (!/^[DWM]$/.test(unit)) return null;
  if (month === undefined) return placeIn(which, unit, dayOf(year, 1, 1), dayOf(year, 12, 31), false);
  const middle = civil(now.today);
  const inYear = has(phrase, 'year') ? year : month.value - middle.month > 6 ? year - 1 : year;
  const first = dayOf(inYear, month.value, 1);
  return unit === 'M' ? null : placeIn(which, unit, first, shift(first, 'M', 1) - 1, !has(phrase, 'year'));
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
  rule('the? unit hyphen ago|earlier|last quarter|moment|term|span?', yearAgo),
  rule('the? last hyphen unit quarter|moment|term|span?', yearAgo),
  rule('the? same quarter|span of|in? the? last|past unit', yearAgo),
  rule('the? same quarter|span a unit ago|earlier', yearAgo),
  rule('the? edge of this|last|next|current|that unit', period),
  rule('the past|last unit', period),
  rule('early|earlier|later in? the unit', thatPeriod),
  rule('the whole? unit', thatPeriod),
  rule('the edge of the unit', thatPeriod),
  rule('the? unit hyphen|genitive? edge', periodEnd),
  rule('early hyphen? unit', midUnit),
  rule('midterm', midUnit),
  rule('the? this|last|next|current|same quarter', quarter),
  rule(
    'more|least? than? some? number|daynum|a|several|couple|dozen|year? of? hyphen? units|unit|quarters ago|earlier|later',
    distance,
  ),
  rule('number|daynum|a units|unit ago this unit|weekend', distanceFrom),
  rule('number|daynum|a units|unit ago today|weekday|month', distanceFrom),
  rule('a several units ago|earlier|later', distance),
  rule('a half hyphen? unit ago|earlier|later', distance),
  rule('half a unit ago|earlier|later', distance),
  rule('a|number|daynum|several some? units|unit before|after', distanceOrNothing),
  rule('number|daynum|a|several units|unit from now', distance),
  rule('number|daynum|a unit|units hyphen ago|earlier', (phrase, now) =>
    isHyphenated(phrase) ? distance(phrase, now) : null,
  ),
  rule('a couple of units ago|earlier|later', distance),
  rule('the unit before|after today?', dayBefore),
  rule('the ordinal|last|second unit of|in month comma? year?', unitOfPeriod),
  rule('the ordinal|last|second unit of year', unitOfPeriod),
  rule('the ordinal|last|second unit of the|this|that|last|next unit', unitOfUnit),
  rule('the quarter', theQuarter),
  rule('number|daynum|a unit|units from weekday|today', distanceAfter),
  rule('number|daynum weekdays ago', weekdaysAgo),
  rule('the unit|weekend of month daynum|ordinal comma? year?', weekOf),
  rule('the ordinal of the|this|last|next|that unit', dayOfPeriod),
];
