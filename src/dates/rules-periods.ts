import { civil, type Day, dayOf, isoYear, pad } from './calendar.ts';
import { yearInTale } from './history.ts';
import { periodValue, shift, type Unit } from './periods.ts';
import { date, find, findLast, has, isHyphenated, type Moment, type Phrase, type Rule, rule, type Sense, step } from './rule.ts'; // prettier-ignore
import { nearest, yearAhead } from './rules-days.ts';
import type { Token } from './tokens.ts';

/** "It rose in January", written in December, is of the January past: a month is rarely told for a day of it. */
const TOLD_MONTH = 350;

/** "March", "late November", "last October", "the end of June". */
export function month(phrase: Phrase, now: Moment): Sense | null {
  const { value } = find(phrase, 'month')!;
  const year = findLast(phrase, 'year')?.value ?? yearAhead(phrase);
  if (year !== undefined) return date(`${pad(year, 4)}-${pad(value)}`, false);
  if (isOfEachYear(phrase)) return null;
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
  if (of?.kind === 'that' && now.told !== null) {
    const told = civil(now.focus); // "that December": the one after the day told
    return date(`${isoYear(value < told.month ? told.year + 1 : told.year)}-${pad(value)}`);
  }
  // "December delivery", "the March contract": the next such month.
  if (/^(delivery|contracts?|futures)$/.test(phrase.tokens[phrase.to]?.word ?? ''))
    return date(`${isoYear(value >= thisMonth ? thisYear : thisYear + 1)}-${pad(value)}`);
  const [as, preposition] = [phrase.tokens[phrase.from - 2], phrase.tokens[phrase.from - 1]];
  const asOf = as?.word === 'as' && preposition?.kind === 'of'; // "as of February" looks back from now
  // Its middle stands for it, today for the month that it is: "in August" said in August is this one.
  const middle = nearest(
    now,
    (y) => (y === thisYear && value === thisMonth ? now.today : dayOf(y, value, 15)),
    now.direction === 'back' ? TOLD_MONTH : undefined,
  );
  const tale = now.direction === 'ahead' || asOf ? null : now.history;
  const told = tale && yearInTale(tale, value, middle, now.today);
  if (told !== null) return date(`${told === 'unknown' ? 'XXXX' : isoYear(told)}-${pad(value)}`);
  return middle === null ? null : date(periodValue('M', middle));
}

/** "open Tuesdays from March to October", "each year from May to June": months of no one year. */
function isOfEachYear({ tokens, from, to }: Phrase): boolean {
  const joins = (joint: Token | undefined, month: Token | undefined) =>
    /^(to|and|until|till|through|-|–|—)$/.test(joint?.word ?? '') && month?.kind === 'month';
  if (!joins(tokens[to], tokens[to + 1]) && !joins(tokens[from - 1], tokens[from - 2])) return false;
  return tokens
    .slice(Math.max(0, from - 20), to + 20)
    .some(
      ({ kind, word, sentence }, i, near) =>
        sentence === tokens[from]!.sentence &&
        (kind === 'weekdays' ||
          /^(annually|yearly)$/.test(word) ||
          (kind === 'every' && word !== 'per' && (near[i + 1]?.text === 'Y' || near[i - 1]?.kind === 'of'))),
    );
}

const CURRENCY = /^[$£€¥#]$/;

/** Before the number of a thing. */
const NUMBERED = /^(no|number|flight|route|room|page|section|highway|interstate|channel|bus|train|unit|suite|apartment|apt|gate|platform|lot|box|model|building|exhibit|chapter|frequency)$/; // prettier-ignore
/** With a capital, what has its year for a name: "the Companies Act 2006", "Expo 2025". */
const NAMED = /^(act|bill|order|regulations|directive|agenda|vision|expo|windows|version|mark|class)$/;

const MEASURE =
  /^(people|percent|per|miles|mile|km|kilometers|kilometres|meters|metres|feet|dollars|pounds|euros|yen|francs|tons|tonnes|troops|soldiers|jobs|workers|employees|homes|cars|planes|votes|seats|points|shares|degrees|mw|mhz|cc|members|students|hours|times|years|days|men|women|children|dead|injured|others|police|protesters|demonstrators|deaths|units|acres|hectares|barrels|copies|pages|words)$/;

/** A number of four digits is a year unless it counts something or is a sum, a code, a range of a vote. */
export function isYear({ tokens, from }: Phrase, at = from): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  if (
    before &&
    (CURRENCY.test(before.word) || NUMBERED.test(before.word) || (before.capital && NAMED.test(before.word)))
  )
    return false;
  if (
    next &&
    (MEASURE.test(next.word) || next.word === '%' || next.kind === 'units' || next.kind === 'clocks')
  )
    return before?.kind === 'the' && next.kind === 'other' && next.word !== '%';
  if (next?.word === 'of' && /^(them|those|these|whom|which)$/.test(tokens[at + 2]?.word ?? '')) return false;
  const touches = before && before.end === token.start && before.kind !== 'hyphen';
  if (touches && /^[.\d/:+]/.test(before.word)) return false;
  const leads = before && /^(in|since|of|by|until|till|from|to|before|after|during|between|through|year|circa|early|late|mid|the|and|or|back)$/.test(before.word); // prettier-ignore
  // "some 2000 marchers" count.
  const counts =
    before?.kind === 'some' || before?.kind === 'than' || /^(some|estimated)$/.test(before?.word ?? '');
  if (counts && /^\p{L}+s$/u.test(next?.word ?? '') && !next!.capital) return false;
  if (token.word.startsWith("'"))
    return Boolean(leads) || before?.kind === 'month' || before?.kind === 'season';
  return token.value >= 1900 && token.value < 2060 ? true : Boolean(leads) && token.value >= 1000;
}

function year(phrase: Phrase): Sense | null {
  const at = phrase.tokens.indexOf(findLast(phrase, 'year')!, phrase.from);
  const token = phrase.tokens[at]!;
  return isYear(phrase, at) ? date(pad(token.value, 4), false) : null;
}

/** The month that each season begins in, in the north. */
const BEGINS: Record<string, number> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** "the summer of 1998", "last fall", "this spring". Winter belongs to the year that it begins in. */
function season(phrase: Phrase, now: Moment): Sense | null {
  const code = find(phrase, 'season')!.text;
  const year = findLast(phrase, 'year')?.value;
  if (year !== undefined) return date(`${pad(year, 4)}-${code}`, false);
  const begins = BEGINS[code]!;
  const { year: thisYear, month: thisMonth } = civil(now.today);
  const of = find(phrase, 'last', 'past', 'next', 'this', 'that', 'same');
  if (of && has(phrase, 'unit')) return date(`${isoYear(thisYear + step(of.kind))}-${code}`);
  const found = find(phrase, 'next');
  const the = found && (found.word !== 'next' || has(phrase, 'the'));
  if (the && /^(next|following|subsequent|ensuing)$/.test(found.word) && now.told !== null)
    return date(`${isoYear(seasonAfter(begins, now.told, now.focus))}-${code}`);
  if (of?.kind === 'last' || of?.kind === 'past') {
    const over = thisMonth >= begins + 3; // the season of this year is past
    // In January "last winter" is not the one at hand, which began in December.
    const back = over ? 0 : code === 'WI' && thisMonth < 3 ? 2 : 1;
    return date(`${isoYear(thisYear - back)}-${code}`);
  }
  if (of?.kind === 'next')
    return date(`${isoYear(thisMonth < begins - 1 ? thisYear : thisYear + 1)}-${code}`);
  if (of?.kind === 'that' && now.told !== null) return date(`${isoYear(civil(now.focus).year)}-${code}`);
  // The winter at hand in January began in December.
  if (of?.kind === 'this') return date(`${isoYear(code === 'WI' && thisMonth < 4 ? thisYear - 1 : thisYear)}-${code}`); // prettier-ignore
  const tale = now.direction === 'ahead' ? null : now.history;
  if (tale && (tale.reach === 'same' || tale.reach === 'opened'))
    return date(`${isoYear(tale.year)}-${code}`);
  const middle = nearest(now, (y) => dayOf(y, begins + 1, 15));
  const begun = middle === null ? null : civil(shift(middle, 'M', -1)).year;
  return begun === null ? null : date(`${isoYear(begun)}-${code}`);
}

/** The year of the first season that begins after a date told, as coarse as `told` is. */
function seasonAfter(begins: number, told: string, focus: Day): number {
  const { year, month } = civil(focus);
  const season = /-(SP|SU|FA|WI)$/.exec(told)?.[1];
  if (season) return BEGINS[season]! < begins ? year : year + 1;
  // "It closed in 2001. The following spring …" is of the year after.
  return /^\d{4}$/.test(told) || month >= begins ? year + 1 : year;
}

/** "the following January": the first after the date told, else the next. */
function monthAfter(phrase: Phrase, now: Moment): Sense | null {
  const { value } = find(phrase, 'month')!;
  const of = find(phrase, 'next')!.word;
  if (now.told === null || /^(coming|upcoming)$/.test(of)) return month(phrase, now);
  const season = BEGINS[/-(SP|SU|FA|WI)$/.exec(now.told)?.[1] ?? ''];
  const told = civil(now.focus);
  const after = /^\d{4}$/.test(now.told) || value <= (season ?? told.month);
  return date(`${isoYear(after ? told.year + 1 : told.year)}-${pad(value)}`);
}

/** "this past January", "this past spring": the last one. */
const pastOne = (phrase: Phrase, now: Moment): Sense | null =>
  has(phrase, 'month') ? month(phrase, now) : season(phrase, now);

function decade(phrase: Phrase): Sense | null {
  const token = find(phrase, 'decade')!;
  // "the 1980's" as some papers write it; alone it is a year's possessive.
  const led = /^(the|early|mid|late|and|-)$/.test(phrase.tokens[phrase.from - 1]?.word ?? '');
  if (token.word.includes("'s") && !led && !has(phrase, 'the', 'early'))
    return date(String(token.value), false);
  const bare = /^\d0s$/.test(token.word) || !/\d/.test(token.word);
  const near = phrase.tokens.slice(Math.max(0, phrase.from - 8), phrase.from).map(({ word }) => word);
  if (bare && (/^(his|her|their|my|your|our|its)$/.test(near.at(-1) ?? '') || near.some((word) => /^(highs?|lows?|temperatures?|degrees|mercury)$/.test(word)))) return null; // prettier-ignore
  // "in his 20s" is an age; a decade of two digits has its article or apostrophe, or stands beside another one.
  const before = phrase.tokens[phrase.from - 1];
  if (bare && !has(phrase, 'the', 'early') && !(before && (before.kind === 'and' || before.kind === 'the')))
    return null;
  // "the 1800s" are a century, "the 2000s" a decade as yet.
  const century = token.value % 100 === 0 && token.value < 2000;
  return date(century ? pad(token.value / 100) : String(token.value / 10), false);
}

function century(phrase: Phrase): Sense | null {
  const { value } = find(phrase, 'ordinal')!;
  return value >= 2 && value <= 30 ? date(pad(value - 1), false) : null;
}

/** "the first half of the 20th century": as coarse as the century or decade. */
function partOfCentury(phrase: Phrase): Sense | null {
  const token = findLast(phrase, 'decade', 'ordinal')!;
  if (token.kind === 'decade') return date(String(token.value / 10), false);
  return unitOf(phrase) === 'CE' && token.value >= 2 && token.value <= 30
    ? date(pad(token.value - 1), false)
    : null;
}

/** "the new year": this one at its beginning, else the next. */
function newYear(phrase: Phrase, now: Moment): Sense | null {
  const { year, month } = civil(now.today);
  const written = find(phrase, 'new')!.capital || unitOf(phrase) !== 'Y';
  return written ? null : date(isoYear(month < 4 ? year : year + 1));
}

function fiscal(phrase: Phrase, now: Moment): Sense | null {
  const year = findLast(phrase, 'year', 'fiscalyear')?.value;
  if (year !== undefined) return date(`FY${year}`, false);
  const of = find(phrase, 'this', 'last', 'next', 'current', 'the', 'past');
  return date(`FY${isoYear(civil(now.today).year + step(of?.kind ?? 'this'))}`);
}

/** The calendar unit that a phrase names. */
export const unitOf = (phrase: Phrase): Unit =>
  find(phrase, 'unit', 'units', 'quarter', 'quarters')!.text as Unit;

/** The rules of a pattern alone and after "early", "mid-", "late". */
const early = (pattern: string, read: Rule['read']): Rule[] => [
  rule(pattern, read),
  rule(`early hyphen? ${pattern}`, read),
];

/** Longer dates by their names: months, years, seasons, quarters, decades, centuries. */
export const PERIOD_RULES: Rule[] = [
  ...early('month of|comma? year', month),
  rule('the edge of month of|comma? year', month),
  ...early('month', month),
  rule('the edge of month', month),
  rule('the? early? hyphen? month of? this|that|the? this|last|next|past|same|current|that unit', month),
  rule('last|next|this|past|that month', month),
  rule('the next month', monthAfter),
  rule('this past month|season', (phrase, now) => pastOne({ ...phrase, from: phrase.from + 1 }, now)),
  ...early('year', year),
  rule('the edge of year', year),
  rule('the unit year', year),
  rule('the? season of|comma? year', season),
  rule('the? early hyphen? season of|comma? year', season),
  rule('the? early? hyphen? last|next|this|past|that? season', season),
  rule('the next season', season),
  rule('the? early? hyphen? season of? last|next|this unit', season),
  rule('the? decade', decade),
  rule('the? early hyphen? decade', decade),
  rule('the edge of the decade', decade),
  rule('the? early? hyphen? ordinal hyphen? unit', (phrase) => unitOf(phrase) === 'CE' && isHyphenated(phrase) ? century(phrase) : null), // prettier-ignore
  rule('the ordinal|second hyphen? half|quarter of the ordinal hyphen? unit', partOfCentury),
  rule('the ordinal|second hyphen? half|quarter of the decade', partOfCentury),
  rule('the edge of the ordinal hyphen? unit', partOfCentury),
  rule('the new unit', newYear),
  rule('fiscal unit? year', fiscal),
  rule('fiscalyear', fiscal),
  rule('the|this|last|next current|past? fiscal unit', fiscal),
];
