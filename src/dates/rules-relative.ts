import { durationValue, periodValue, shift, type Unit } from './periods.ts';
import { date, duration, find, findLast, has, isHyphenated, type Moment, type Phrase, type Rule, rule, type Sense, step } from './rule.ts'; // prettier-ignore
import { unitOf } from './rules-periods.ts';
import { anchorOf, finerThanTold } from './told.ts';

/** "last week", "this year", "the following month", "the same day"; with "the" and an order word from the date told. */
function period(phrase: Phrase, now: Moment): Sense | null {
  const unit = unitOf(phrase);
  const of = find(phrase, 'this', 'last', 'next', 'past', 'current', 'that', 'same')!;
  const the = phrase.tokens[phrase.tokens.indexOf(of, phrase.from) - 1]?.kind === 'the'; // not that of "the end of last year"
  const told =
    /^(following|previous|preceding|prior|subsequent|ensuing|same|that|those)$/.test(of.word) ||
    (of.word === 'next' && the);
  const from = told ? anchorOf(unit, phrase, now) : now.today;
  // A month told of has no day that "the same day" could be.
  if (from === null && of.kind !== 'last') return null;
  // "the past year" reaches from then to now; "last year" is the year before this one.
  if (of.kind === 'past' || (of.word === 'last' && the)) return duration(durationValue(unit, 1));
  if (unit === 'DE' || unit === 'CE') {
    if (of.kind === 'last') return duration(durationValue(unit, 1));
  }
  return date(periodValue(unit, shift(from ?? now.focus, unit, step(of.kind))));
}

/** "the day", "the year": the one told of, where the text has just named one as fine. */
function thatPeriod(phrase: Phrase, now: Moment): Sense | null {
  const unit = unitOf(phrase);
  const before = phrase.tokens[phrase.from - 1]?.word ?? '';
  // A market "ends the day", and that is the day told of, else of writing; so with "late in the day".
  const todays = unit === 'D' && (/^(end|ended|ending|ends|close|closed|closing|finish|finished|finishing|start|started|starting|began|begin)$/.test(before)); // prettier-ignore
  const unknown = now.told === null || finerThanTold(unit, now);
  const placed = has(phrase, 'early', 'earlier', 'later', 'edge');
  // "It has lost a third since the start of the year."
  if (before === 'since' && placed && /^(has|have|'s|'ve)$/.test(perfectBefore(phrase)))
    return date(periodValue(unit, now.today));
  if (placed) return date(periodValue(unit, unknown || now.direction === 'ahead' ? now.today : now.focus));
  if (before === 'to' && unit === 'D') return null; // "52 years to the day"
  const over = phrase.tokens[phrase.from - 2]?.word ?? '';
  if (before === 'of' && /^(rest|remainder)$/.test(over) && now.direction === 'ahead')
    return date(periodValue(unit, now.today));
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

/** The auxiliary of the phrase's clause, '' for none: "has" of "has lost a third since the start of the year". */
function perfectBefore({ tokens, from }: Phrase): string {
  const near = tokens.slice(Math.max(0, from - 12), from);
  return near.findLast(({ word, sentence }) => sentence === tokens[from]!.sentence && /^(has|have|'s|'ve|had|was|were)$/.test(word))?.word ?? ''; // prettier-ignore
}

/** "year-end", "by year end", "at the month's end": of the period told of, else this one. */
function periodEnd(phrase: Phrase, now: Moment): Sense | null {
  const unit = unitOf(phrase);
  const { word } = findLast(phrase, 'edge')!;
  const ends = unit === 'Y' || unit === 'M' || has(phrase, 'genitive');
  const joined = !has(phrase, 'the') || has(phrase, 'hyphen', 'genitive'); // not "the year end"
  if (word !== 'end' || !ends || !joined || !isHyphenated(phrase)) return null;
  const year = find(phrase, 'year');
  if (year) return unit === 'Y' ? date(String(year.value), false) : null;
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

/** Dates by their distance from the day of writing, or from the date last told. */
export const RELATIVE_RULES: Rule[] = [
  rule('early|earlier|later? this|last|next|past|current|that|same unit', period),
  rule('the last|next|past|current|same unit', period),
  rule('early|earlier|later in that|this unit', period),
  rule('early|earlier|later in the same unit', period),
  rule('early|earlier|later? that|this same unit', period),
  rule('the? edge of this|last|next|current|that unit', period),
  rule('the past|last unit', period),
  rule('early|earlier|later in? the unit', thatPeriod),
  rule('the whole? unit', thatPeriod),
  rule('the edge of the unit', thatPeriod),
  rule('the? unit hyphen|genitive? edge', periodEnd),
  rule('unit hyphen? edge year', periodEnd),
  rule('early hyphen? unit', midUnit),
  rule('midterm', midUnit),
];
