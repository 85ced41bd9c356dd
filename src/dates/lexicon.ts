/**
 * The English words that time phrases are made of, each with the one kind of word it is and the value it carries.
 *
 * A kind is what a rule of `rules-*.ts` names; a word that can be two things has a kind of its own ("second", "may",
 * "fall"), and rules name both kinds. Keys are lower case, without the full stop of an abbreviation.
 */
export type Kind =
  | 'month' // value 1 to 12
  | 'weekday' // value 1 Monday to 7 Sunday
  | 'weekdays' // "Sundays"
  | 'season' // text SP SU FA WI
  | 'today' // value in days from today; text: a part of day ("tonight")
  | 'part' // text TMO TAF TEV TNI
  | 'noon' // text T12:00 or T24:00
  | 'unit' // text D W M Y …: "day", "week", "month", "year", "decade", "century"
  | 'units'
  | 'quarter'
  | 'quarters'
  | 'half'
  | 'weekend'
  | 'weekends'
  | 'clock' // "hour", "minute"
  | 'clocks'
  | 'second'
  | 'number' // value
  | 'daynum' // digits 1 to 31
  | 'year' // four digits
  | 'ordinal' // value
  | 'decade' // "1990s", "'90s", "nineties": value 1990
  | 'time' // "10:35"
  | 'meridiem' // "a.m.", "p.m."
  | 'zone'
  | 'oclock'
  | 'iso' // "2024-08-13"
  | 'slashed' // "8/13/2024"
  | 'the'
  | 'a'
  | 'this'
  | 'that'
  | 'last'
  | 'final' // the last of its kind: "the final week of March"
  | 'next'
  | 'current'
  | 'same'
  | 'ago'
  | 'earlier'
  | 'before'
  | 'later'
  | 'after'
  | 'early' // text START, MID, END: "early", "mid", "late"
  | 'edge' // "beginning", "end", "middle"
  | 'of'
  | 'in'
  | 'on'
  | 'at'
  | 'from'
  | 'to'
  | 'and'
  | 'between'
  | 'now'
  | 'present' // "currently", "nowadays"
  | 'recent' // "recently", "lately"
  | 'past' // the noun is read from "the past" by its rule; the adjective too
  | 'future'
  | 'moment' // "time"
  | 'every'
  | 'often' // "annually", "daily": text is the period
  | 'several' // text X: an amount without a number
  | 'couple'
  | 'dozen'
  | 'some' // "about", "nearly": belong to an amount
  | 'more' // "more", "less"; with "than"
  | 'than'
  | 'least'
  | 'fiscal'
  | 'span' // "period": a stretch as long as one told of
  | 'code' // "Q3", "2Q", "H1": text Q or H, value its number
  | 'fiscalyear' // "FY2013"
  | 'alternate' // "every other week"
  | 'straight' // "consecutive": between an amount and its unit
  | 'new'
  | 'instant' // "at the moment"
  | 'overnight'
  | 'lasting' // "weeklong": text is the duration
  | 'midterm' // "midyear": text is the unit
  | 'long'
  | 'whole'
  | 'old'
  | 'term'
  | 'near'
  | 'holiday'
  | 'hyphen'
  | 'comma'
  | 'genitive'
  | 'open' // "("
  | 'break' // a paragraph's end
  | 'other';

/** What a word of the lexicon is; `value` and `text` are what its kind says. */
export interface Word {
  kind: Kind;
  value?: number;
  text?: string;
}

const WORDS = new Map<string, Word>();

function add(kind: Kind, words: string, value?: number | string): void {
  for (const word of words.split(' ')) {
    WORDS.set(word, {
      kind,
      ...(typeof value === 'number' ? { value } : {}),
      ...(typeof value === 'string' ? { text: value } : {}),
    });
  }
}

/** Abbreviations that are words or names of their own: months and days only with a full stop or before a number. */
export const RISKY_ABBREVIATIONS = new Set(['jan', 'mar', 'sat', 'sun', 'may', 'march', 'wed', 'mon']);

'january february march april may june july august september october november december'
  .split(' ')
  .forEach((name, index) => add('month', name, index + 1));
'jan feb mar apr - jun jul aug sep oct nov dec'
  .split(' ')
  .forEach((name, index) => name !== '-' && add('month', name, index + 1));
add('month', 'sept', 9);
'monday tuesday wednesday thursday friday saturday sunday'
  .split(' ')
  .forEach((name, index) => add('weekday', name, index + 1));
'mon tue wed thu fri sat sun'.split(' ').forEach((name, index) => add('weekday', name, index + 1));
'mondays tuesdays wednesdays thursdays fridays saturdays sundays'
  .split(' ')
  .forEach((name, index) => add('weekdays', name, index + 1));
add('weekday', 'tues', 2);
add('weekday', 'thur thurs', 4);
add('season', 'spring springtime', 'SP');
add('season', 'summer summertime', 'SU');
add('season', 'autumn fall', 'FA');
add('season', 'winter wintertime', 'WI');

add('today', 'today', 0);
add('today', 'yesterday', -1);
add('today', 'tomorrow', 1);
WORDS.set('tonight', { kind: 'today', value: 0, text: 'TNI' });
add('part', 'morning mornings', 'TMO');
add('part', 'afternoon afternoons', 'TAF');
add('part', 'evening evenings', 'TEV');
add('part', 'night nights', 'TNI');
add('overnight', 'overnight', 'TNI');
add('noon', 'noon midday', 'T12:00');
add('noon', 'midnight', 'T24:00');

for (const [text, one, many] of [
  ['D', 'day', 'days'],
  ['W', 'week', 'weeks'],
  ['M', 'month', 'months'],
  ['Y', 'year', 'years'],
  ['DE', 'decade', 'decades'],
  ['CE', 'century', 'centuries'],
  ['ML', 'millennium', 'millennia'],
] as const) {
  add('unit', one, text);
  add('units', many, text);
}
add('unit', 'fortnight', 'FN');
add('units', 'fortnights', 'FN');
add('quarter', 'quarter', 'Q');
add('quarters', 'quarters', 'Q');
add('half', 'half');
add('weekend', 'weekend');
add('weekends', 'weekends');
add('clock', 'hour', 'H');
add('clock', 'minute', 'M');
add('clocks', 'hours hrs', 'H');
add('clocks', 'minutes mins', 'M');
add('clocks', 'seconds', 'S');
add('second', 'second', 'S');

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
UNITS.split(' ').forEach((word, value) => add('number', word, value));
'twenty thirty forty fifty sixty seventy eighty ninety'
  .split(' ')
  .forEach((word, index) => add('number', word, (index + 2) * 10));
add('number', 'hundred', 100);
add('number', 'thousand', 1000);
add('number', 'million', 1e6);
'first - third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
  .split(' ')
  .forEach((word, index) => word !== '-' && add('ordinal', word, index + 1));
'twenties thirties forties fifties sixties seventies eighties nineties'
  .split(' ')
  .forEach((word, index) => add('decade', word, 1920 + index * 10));

add('meridiem', 'am pm a.m p.m');
add('zone', 'gmt utc est edt cst cdt mst mdt pst pdt cet cest bst ist jst msk eet eest eat et ct mt pt');
add('oclock', "o'clock o’clock oclock");

add('the', 'the');
add('a', 'a an another');
add('this', 'this these');
add('that', 'that those');
add('last', 'last previous preceding prior');
add('final', 'final');
add('next', 'next coming following upcoming ensuing subsequent');
add('past', 'past');
add('current', 'current');
add('same', 'same');
add('ago', 'ago');
add('earlier', 'earlier');
add('before', 'before previously');
add('later', 'later afterwards afterward');
add('after', 'after');
add('early', 'early', 'START');
add('early', 'mid', 'MID');
add('early', 'late', 'END');
add('edge', 'beginning start commencing', 'START');
add('edge', 'middle', 'MID');
add('edge', 'end close', 'END');
add('of', 'of');
add('in', 'in since during by until till through throughout');
add('on', 'on');
add('at', 'at');
add('from', 'from');
add('to', 'to');
add('and', 'and or');
add('between', 'between');
add('now', 'now');
add('present', 'currently nowadays presently');
add('recent', 'recently lately recent');
add('future', 'future');
add('moment', 'time');
add('every', 'every each per');
add('often', 'annually yearly annual', 'P1Y');
add('often', 'daily nightly', 'P1D');
add('often', 'weekly', 'P1W');
add('often', 'monthly', 'P1M');
add('often', 'quarterly', 'P3M');
add('often', 'hourly', 'PT1H');
add('often', 'semiannual semiannually biannual biannually', 'P6M');
add('often', 'biweekly fortnightly', 'P2W');
add('often', 'biennial biennially', 'P2Y');
add('often', 'bimonthly', 'P2M');
add('several', 'several few many');
add('couple', 'couple');
add('dozen', 'dozen');
add('some', 'about almost nearly roughly approximately around over under barely just only');
add('more', 'more less fewer');
add('than', 'than');
add('least', 'least most');
add('fiscal', 'fiscal financial');
add('span', 'period');
add('alternate', 'other');
add('straight', 'straight consecutive successive additional extra solid trading business working calendar');
add('new', 'new');
add('instant', 'moment present');
for (const [unit, text, many] of [
  ['hour', 'PT1H', 'PTXH'],
  ['day', 'P1D', 'PXD'],
  ['week', 'P1W', 'PXW'],
  ['month', 'P1M', 'PXM'],
  ['year', 'P1Y', 'PXY'],
  ['decade', 'P10Y', 'PXY'],
] as const) {
  add('lasting', `${unit}long`, text);
  add('lasting', `${unit}slong`, many);
}
add('midterm', 'midyear yearend', 'Y');
add('midterm', 'midmonth', 'M');
add('midterm', 'midweek', 'W');
add('long', 'long');
add('whole', 'whole entire full');
add('old', 'old olds');
add('term', 'term');
add('near', 'near foreseeable');
add('hyphen', '- – —');
add('comma', ',');
add('genitive', "'s ’s");
add('open', '(');

for (const [text, most] of [
  ['Q', 4],
  ['H', 2],
] as const) {
  for (let value = 1; value <= most; value++) {
    for (const word of [`${text}${value}`, `${value}${text}`])
      WORDS.set(word.toLowerCase(), { kind: 'code', value, text });
  }
}

/** What a lower-case word is in a time phrase, or undefined for the many that are nothing there. */
export function lookUp(word: string): Word | undefined {
  return WORDS.get(word);
}
