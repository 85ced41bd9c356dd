import { pad } from './calendar.ts';
import { durationValue, trim, type Unit } from './periods.ts';
import { date, duration, find, has, isHyphenated, type Phrase, type Rule, rule, type Sense, set } from './rule.ts'; // prettier-ignore

/** The amount that a phrase names: 3, 0.5, `X` where the words leave it open ("several"), null for no amount. */
export function amountOf(phrase: Phrase): number | 'X' | null {
  const half = has(phrase, 'half') ? 0.5 : 0;
  const counted = find(phrase, 'number', 'daynum', 'year');
  if (counted) return counted.value + half;
  if (has(phrase, 'several')) return 'X';
  if (has(phrase, 'couple')) return 2;
  if (has(phrase, 'dozen')) return 12;
  if (has(phrase, 'a')) return half && !has(phrase, 'and') ? half : 1 + half;
  return half || null;
}

function amount(phrase: Phrase, count: number | 'X'): Sense | null {
  const clock = find(phrase, 'clock', 'clocks', 'second');
  if (clock?.text === 'H' && count !== 'X' && count % 1 === 0.5)
    return duration(`PT${count > 1 ? `${trim(count - 0.5)}H` : ''}30M`);
  if (clock) return duration(`PT${count === 'X' ? 'X' : trim(count)}${clock.text}`);
  const unit = find(phrase, 'unit', 'units', 'quarter', 'quarters')!; // "the first two weeks of the year"
  return duration(durationValue(unit.text as Unit, count));
}

/** "three days", "a 16-hour flight", "decades-long", "half an hour". Ages ("16-year-old") are none. */
function counted(phrase: Phrase): Sense | null {
  if (isAge(phrase) || !isHyphenated(phrase) || find(phrase, 'units', 'clocks')?.capital) return null; // "60 Minutes"
  const before = phrase.tokens[phrase.from - 1]?.word;
  if (has(phrase, 'several') && /^(as|how)$/.test(before ?? '')) return null; // "in as many days"
  const count = amountOf(phrase);
  if (count === null || (typeof count === 'number' && count > 1e6)) return null;
  return amount(phrase, count);
}

/** "six years old", "a 16-year-old", "aged three months", "at the age of two weeks". */
function isAge({ tokens, from, to }: Phrase): boolean {
  // "two years and six months old"
  const more = tokens[to]?.kind === 'and' && /^(units|unit)$/.test(tokens[to + 2]?.kind ?? '') ? to + 3 : to;
  const after = tokens[more]?.kind === 'hyphen' ? tokens[more + 1] : tokens[more];
  const [two, one] = [tokens[from - 2]?.word ?? '', tokens[from - 1]?.word ?? ''];
  return after?.kind === 'old' || one === 'aged' || (one === 'of' && /^ages?$/.test(two));
}

/** Before hours and days that are no amount: "in the small hours", "rush hours". */
const NO_AMOUNT = new Set(
  'light man dog work working business dawn daylight morning evening night overnight school rush peak trading office opening visiting calling visitation store winter summer regular extended normal reduced happy voting polling market banking wee small these those good old early'.split(
    ' ',
  ),
);

/** "the year ended Dec. 31", "in the year to March": an amount that ends there. */
function endedThen(phrase: Phrase): Sense | null {
  const { tokens, to } = phrase;
  const month = tokens[to + 1]?.kind === 'last' ? tokens[to + 2] : tokens[to + 1];
  return /^(ended|ending|through|to)$/.test(tokens[to]?.word ?? '') && month?.kind === 'month' ? amount(phrase, 1) : null; // prettier-ignore
}

/** "the half year to 30 June", as companies report. */
function halfYear(phrase: Phrase): Sense | null {
  const ends = /^(to|ended|ending|through)$/.test(phrase.tokens[phrase.to]?.word ?? '');
  return ends && find(phrase, 'unit')!.text === 'Y' ? duration('P6M') : null;
}

/** "a day", "an hour": a rate after an amount ("15 a year", "twice a week"), else a duration. */
function one(phrase: Phrase): Sense | null {
  const before = phrase.tokens[phrase.from - 1];
  if (before && /^(miles?|kilomet(er|re)s?|km|knots|mph)$/.test(before.word)) return null; // a speed
  const rate = before && (/^(once|twice|times|percent|dollars|euros|pounds|cents|people|barrels|%)$/.test(before.word) || /^(number|daynum|year|units|clocks)$/.test(before.kind)); // prettier-ignore
  const [of, two] = [phrase.tokens[phrase.from - 3], phrase.tokens[phrase.from - 2]];
  const many = two?.kind === 'of' && /^(dozen|dozens|scores|hundreds|thousands|millions|billions)$/.test(of?.word ?? ''); // prettier-ignore
  const counted = (many || /^(number|daynum|year)$/.test(two?.kind ?? '')) && before?.kind === 'other';
  const after = /^(after|before|earlier|later|ago)$/.test(phrase.tokens[phrase.to]?.word ?? '');
  const sense = amount(phrase, 1);
  const next = phrase.tokens[phrase.to];
  if (next?.word === 'when') return null; // "a day when all went well"
  // "a second" and "a minute" are rather an ordinal and a turn of speech; "a quarter" is a fourth or a coin.
  if (has(phrase, 'second', 'quarter') || (next?.kind === 'hyphen' && !rate)) return null;
  return sense && (rate || counted) && !after ? set(sense.value) : sense;
}

/** Years, months, weeks, days, hours, minutes, seconds. */
const UNITS_DOWN = 'YMWDHMS';

/** "two years and five days", "1 day, 9 hours", "8 minutes and 46 seconds": one amount, from the coarser unit down. */
function compound(phrase: Phrase): Sense | null {
  if (isAge(phrase)) return null;
  let [value, clock, rank] = ['P', false, -1];
  let count = NaN;
  for (let i = phrase.from; i < phrase.to; i++) {
    const { kind, value: number, text, capital } = phrase.tokens[i]!;
    if (kind === 'number' || kind === 'daynum') count = number;
    if (!/^(unit|clock|second)s?$/.test(kind)) continue;
    const isClock = !kind.startsWith('unit');
    const at = isClock ? UNITS_DOWN.lastIndexOf(text) : UNITS_DOWN.indexOf(text);
    if (at <= rank || capital || count > 1e6) return null;
    value += `${isClock && !clock ? 'T' : ''}${trim(count)}${text}`;
    [clock, rank] = [isClock, at];
  }
  return duration(value);
}

/** "16 hours a day", "two days every week": one set, as in TimeML. */
function timesEach(phrase: Phrase): Sense | null {
  const { tokens, to } = phrase;
  const sense = one({ tokens, from: to - 2, to });
  return sense?.type === 'SET' || tokens[to - 2]!.kind === 'every'
    ? amountSet({ tokens, from: to - 1, to })
    : null;
}

const amountSet = (phrase: Phrase): Sense | null => set(amount(phrase, 1)!.value);

/** "a quarter-century", "a quarter of an hour", "half of a century"; of other units only halves are told so. */
function part(phrase: Phrase): Sense | null {
  const share = has(phrase, 'half') ? 0.5 : 0.25;
  const whole = find(phrase, 'clock') ?? find(phrase, 'unit')!;
  const known = whole.text === 'CE' || (whole.kind === 'clock' && whole.text === 'H' && has(phrase, 'of', 'hyphen', 'half')); // prettier-ignore
  if (!known || !isHyphenated(phrase)) return null;
  return duration(whole.text === 'CE' ? `P${share * 100}Y` : `PT${share * 60}M`);
}

/** "years", "for decades": an open amount. Bare "days" and "hours" are as open. */
function open(phrase: Phrase): Sense | null {
  const before = phrase.tokens[phrase.from - 1];
  // "six-years-old", of which "six" is read before; but "a years-old feud".
  const old =
    phrase.tokens[phrase.to]?.kind === 'hyphen' && before?.kind !== 'hyphen' ? false : isAge(phrase);
  const counts = (before?.kind === 'number' || before?.kind === 'daynum') && before.value <= 1e6;
  // "as many days", "the summer months".
  if (old || counts || before?.kind === 'several' || before?.kind === 'season') return null;
  // "Hours are Wednesday from 4 to 8 p.m."
  const [first, next] = [phrase.tokens[phrase.from]!, phrase.tokens[phrase.to]];
  if (first.word === 'hours' && first.capital && /^(are|is|:)$/.test(next?.word ?? '')) return null;
  return before && NO_AMOUNT.has(before.word) ? null : amount(phrase, 'X');
}

/** "the past two months", "the next three years": an amount; it reaches to the day of writing or from it. */
function stretch(phrase: Phrase): Sense | null {
  const before = phrase.tokens[phrase.from - 1]?.word ?? '';
  if (phrase.tokens[phrase.from]!.word === 'last' && /^(will|would|to|can|could|may|might|must|should|not|n't|did|usually|that|which)$/.test(before)) return null; // prettier-ignore
  const count = amountOf(phrase) ?? 'X';
  return amount(phrase, count);
}

/** "in recent years": the past, with no number. */
const recently = (): Sense => date('PAST_REF');

/** "every day", "each year", "every two weeks", "every Tuesday". */
function every(phrase: Phrase): Sense | null {
  const weekday = find(phrase, 'weekday');
  if (weekday) return set(`XXXX-WXX-${weekday.value}${find(phrase, 'part')?.text ?? ''}`);
  const part = find(phrase, 'part');
  if (part) return set(`XXXX-XX-XX${part.text}`);
  const month = find(phrase, 'month');
  const day = month ? find(phrase, 'daynum', 'ordinal') : undefined;
  if (month) return set(`XXXX-${pad(month.value)}${day ? `-${pad(day.value)}` : ''}`);
  const season = find(phrase, 'season');
  if (season) return set(`XXXX-${season.text}`);
  if (has(phrase, 'weekend')) return set('XXXX-WXX-WE');
  const several = has(phrase, 'several', 'couple', 'dozen');
  const count =
    several || has(phrase, 'number', 'daynum') ? amountOf(phrase)! : has(phrase, 'alternate') ? 2 : 1;
  const sense = amount(phrase, count);
  return sense && set(sense.value);
}

/** "on Sundays", "weekends": each of them. */
function plural(phrase: Phrase): Sense | null {
  const weekday = find(phrase, 'weekdays');
  if (weekday && !weekday.capital) return null;
  return set(weekday ? `XXXX-WXX-${weekday.value}` : 'XXXX-WXX-WE');
}

function often(phrase: Phrase): Sense | null {
  return set(find(phrase, 'often')!.text);
}

/** "between 60 and 90 days": the first number has the second one's unit, and is a phrase of its own. */
function firstOfTwo(phrase: Phrase): Sense | null {
  const { tokens, from, to } = phrase;
  const [joint, unit] = [tokens[to], tokens[to + 2]];
  const joins = joint && (joint.kind === 'and' || joint.kind === 'to') && isAmount(tokens[to + 1]?.kind);
  const before = tokens[from - 1];
  const ranged = joint?.word === 'to' || before?.kind === 'between';
  if (!joins || !ranged || !unit || !(unit.kind === 'units' || unit.kind === 'clocks')) return null;
  const { value } = tokens[from]!;
  return duration(
    unit.kind === 'clocks' ? `PT${trim(value)}${unit.text}` : durationValue(unit.text as Unit, value),
  );
}

const isAmount = (kind: string | undefined) => kind === 'number' || kind === 'daynum';

const PART = 'number|daynum units|clocks|unit|clock|second';
const COMPOUND = [1, 2, 3].map((more) => PART + ` comma? and? ${PART}`.repeat(more));

/** Durations and sets. */
export const AMOUNT_RULES: Rule[] = [
  rule('number|daynum|year hyphen? units|clocks', counted),
  rule('number|daynum hyphen? unit|clock|second hyphen? long?', counted),
  ...COMPOUND.map((pattern) => rule(pattern, compound)),
  rule('a? several|couple|dozen of? units|clocks', counted),
  rule('number|daynum hyphen? and hyphen? a|number hyphen? half hyphen? units|unit|clocks|clock', counted),
  rule('the half unit', halfYear),
  rule('number|daynum|a more|straight|whole units|quarters|clocks|unit|clock', counted),
  rule('number|daynum units|clocks a|every unit', timesEach),
  rule('a|the? past|last? quarter|half hyphen? of? a? unit|clock', part),
  rule('lasting', (phrase) => duration(find(phrase, 'lasting')!.text)),
  rule('a unit|clock and a half', counted),
  rule('half a clock|unit', counted),
  rule('a half hyphen? clock|unit', counted),
  rule('a unit|clock', one),
  rule('the fiscal? unit', endedThen),
  rule('a? unit|clock hyphen long', (phrase) => amount(phrase, 1)),
  rule('units hyphen? long?', open),
  rule('clocks', open),
  rule('number|daynum', firstOfTwo),
  rule('the? past|last|next number|daynum|several|couple|dozen of? units|clocks', stretch),
  rule('the? past|last|next number|daynum straight units', stretch),
  rule('the? past|last|next a? several|couple? of? units|clocks', stretch),
  rule(
    'the ordinal|second|last number|daynum|several units|quarters of the|this|last|next? unit|year|month',
    stretch,
  ),
  rule('the past|last clock', (phrase) => amount(phrase, 1)),
  rule('recent units', recently),
  rule('every number|daynum|ordinal|second? unit|units|clock|clocks', every),
  rule('every a? several|couple|dozen of? units|clocks', every),
  rule('every month daynum|ordinal', every),
  rule('every daynum month', every),
  rule('every alternate unit|clock|weekday|month', every),
  rule('every weekday|part|month|season|weekend part?', every),
  rule('often', often),
  rule('weekdays|weekends', plural),
];
