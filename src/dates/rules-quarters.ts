import { civil, dayOf, isoYear, pad } from './calendar.ts';
import { periodValue, shift } from './periods.ts';
import { date, find, findLast, has, isHyphenated, type Moment, type Phrase, type Rule, rule, type Sense, step } from './rule.ts'; // prettier-ignore
import { nearest } from './rules-days.ts';
import { month } from './rules-periods.ts';
import { partNear } from './told.ts';

/** "the third quarter of 2013", "first half", "the fourth-quarter results". */
function part(phrase: Phrase, now: Moment): Sense | null {
  const unit = has(phrase, 'quarter') ? 'Q' : 'H';
  const which = find(phrase, 'ordinal', 'second', 'last', 'final')!;
  const count =
    which.kind === 'second'
      ? 2
      : which.kind === 'last' || which.kind === 'final'
        ? unit === 'Q'
          ? 4
          : 2
        : which.value;
  if (count > (unit === 'Q' ? 4 : 2) || !isHyphenated(phrase)) return null;
  const year = findLast(phrase, 'year')?.value;
  if (year !== undefined) return date(`${pad(year, 4)}-${unit}${count}`, false);
  if (unit === 'Q' && isOfGame(phrase)) return null;
  const of = has(phrase, 'unit') ? find(phrase, 'this', 'last', 'next', 'same', 'that', 'past') : undefined;
  const { year: thisYear } = civil(now.today);
  if (of && of !== which) return date(`${isoYear(thisYear + step(of.kind))}-${unit}${count}`);
  const months = unit === 'Q' ? 3 : 6;
  // Results are told when a quarter is over: its last day stands for it.
  const end = nearest(now, (y) => dayOf(y, count * months + 1, 1) - 1);
  return end === null ? null : date(`${isoYear(civil(end).year)}-${unit}${count}`);
}

/** "First-half profit", "a second-half loss": of a year where what it belongs to is money. */
const halfOfResults = (phrase: Phrase, now: Moment): Sense | null =>
  MONEY.test(phrase.tokens[phrase.to]?.word ?? '') ? part(phrase, now) : null;

const MONEY = /^(profits?|sales|revenues?|earnings|orders|results|income|loss|losses|net|operating|core|pretax|underlying|turnover|output|growth)$/; // prettier-ignore

const GAME =
  /^(touchdowns?|yards?|yarder|quarterbacks?|kicked|kicks?|punts?|fumbles?|interceptions?|rebounds?|layups?|dunks?|overtime|scored|scores|outscored|scoring|goals?|header|equali[sz]ers?|penalty|substitutes?|halftime|kickoff|whistle|match|referee)$/;
const SCORE = /^(points?|lead|led|game|ball|team|side)$/;
const BUSINESS =
  /^(percent|per|[%$£€]|million|billion|profits?|sales|revenues?|earnings|growth|economy|gdp|shares?|income|loss|losses|costs?|output|analysts?|results|index)$/;

/** "a touchdown in the fourth quarter": of a game, by the words of its sentence. */
function isOfGame({ tokens, from, to }: Phrase): boolean {
  const near = tokens
    .slice(Math.max(0, from - 20), to + 20)
    .filter(({ sentence }) => sentence === tokens[from]!.sentence);
  const some = (words: RegExp) => near.some(({ word }) => words.test(word));
  return !some(BUSINESS) && (some(GAME) || some(SCORE));
}

/** "last year's fourth quarter", "2012's first half". */
function partOfYears(phrase: Phrase, now: Moment): Sense | null {
  const [which, unit] = [findLast(phrase, 'ordinal', 'second')!, has(phrase, 'quarter') ? 'Q' : 'H'];
  const count = which.kind === 'second' ? 2 : which.value;
  const year = find(phrase, 'year')?.value;
  const of = find(phrase, 'last', 'this', 'next', 'past');
  if (count > (unit === 'Q' ? 4 : 2) || !isHyphenated(phrase) || (year === undefined && find(phrase, 'unit')!.text !== 'Y')) return null; // prettier-ignore
  return date(
    `${isoYear(year ?? civil(now.today).year + step(of!.kind))}-${unit}${count}`,
    year === undefined,
  );
}

/** "the March quarter" ends with March. */
function monthQuarter(phrase: Phrase, now: Moment): Sense | null {
  const { value } = find(phrase, 'month')!;
  const year = findLast(phrase, 'year')?.value;
  if (value % 3 !== 0) return null;
  const end = nearest(now, (y) => dayOf(y, value + 1, 1) - 1)!;
  return date(
    `${year === undefined ? isoYear(civil(end).year) : pad(year, 4)}-Q${value / 3}`,
    year === undefined,
  );
}

/** "the April-June quarter", "the July-to-September period": three months that are one quarter. */
function monthsOfQuarter(phrase: Phrase, now: Moment): Sense | null {
  const last = findLast(phrase, 'month')!;
  if (last.value % 3 !== 0 || find(phrase, 'month')!.value !== last.value - 2) return null;
  const at = phrase.tokens.indexOf(last, phrase.from);
  const whole = month({ ...phrase, from: at, to: at + 1 }, now);
  const year = findLast(phrase, 'year')?.value ?? Number(whole?.value.slice(0, 4));
  return date(`${pad(year, 4)}-Q${last.value / 3}`, !has(phrase, 'year'));
}

/** "Q3 2013", "the 2Q", "H1": a part of a year by its code. */
function coded(phrase: Phrase, now: Moment): Sense | null {
  const { value, text, capital, word } = find(phrase, 'code')!;
  if (!capital && !/^\d/.test(word)) return null;
  const year = findLast(phrase, 'year')?.value;
  const end = nearest(now, (y) => dayOf(y, value * (text === 'Q' ? 3 : 6) + 1, 1) - 1)!;
  if (phrase.tokens[phrase.to]?.kind === 'hyphen') return null; // "H1-B visas"
  return date(
    `${year === undefined ? isoYear(civil(end).year) : pad(year, 4)}-${text}${value}`,
    year === undefined,
  );
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
  // "rose in the third quarter from the previous quarter"
  if (
    /^(previous|preceding|prior|following|subsequent)$/.test(of.word) &&
    partNear(phrase, now)?.includes('Q')
  )
    return date(periodValue('Q', shift(now.focus, 'Q', step(of.kind))));
  return date(periodValue('Q', shift(of.kind === 'same' ? now.focus : now.today, 'Q', step(of.kind))));
}

/** Quarters and halves of years. */
export const QUARTER_RULES: Rule[] = [
  rule('the? month hyphen? to? hyphen? month quarter|span', monthsOfQuarter),
  rule('the? month hyphen? to? hyphen? month quarter|span of? year', monthsOfQuarter),
  rule('the? ordinal|second|last|final hyphen? fiscal? quarter|half of|comma? fiscal? year', part),
  rule(
    'the? ordinal|second|final hyphen? fiscal? quarter|half of this|last|next|that|the? same? fiscal? unit',
    part,
  ),
  rule('the? ordinal|second hyphen? fiscal? quarter|half last|this|next unit', part),
  rule('the? ordinal|second hyphen? fiscal? quarter', part),
  rule('the? fiscal ordinal|second hyphen? quarter', part),
  rule('the? fiscal ordinal|second hyphen? quarter of year', part),
  rule('the? year ordinal|second hyphen? fiscal? quarter|half', part),
  rule('the ordinal|second hyphen? half', part),
  rule('ordinal|second hyphen half', halfOfResults),
  rule('the? code of|comma? year?', coded),
  rule('the? last|this|next unit genitive ordinal|second hyphen? fiscal? quarter|half', partOfYears),
  rule('year genitive ordinal|second hyphen? fiscal? quarter|half', partOfYears),
  rule('the? month quarter of? year?', monthQuarter),
  rule('the? this|last|next|current|same quarter', quarter),
  rule('the quarter', theQuarter),
];
