import { isoDay, pad } from './calendar.ts';
import { weekdayNear } from './rules-weekdays.ts';
import { fullDay } from './rules-days.ts';
import { date, find, has, type Moment, type Phrase, type Rule, rule, type Sense, time } from './rule.ts';

/** "9 a.m. EST Tuesday", "18:00 UTC Monday", "noon today"; without a day of its own the value begins with `T`. */
function clock(phrase: Phrase, now: Moment): Sense | null {
  const value = clockValue(phrase);
  if (value === null) return null;
  const day = dayFor(phrase, now);
  return time(`${day?.value ?? ''}${value}`, day?.resolved);
}

function dayFor(phrase: Phrase, now: Moment): Sense | null {
  const weekday = find(phrase, 'weekday');
  const today = find(phrase, 'today');
  if (has(phrase, 'month')) {
    const day = fullDay({ ...phrase, from: afterClock(phrase) }, now);
    if (day !== null) return day;
  }
  if (weekday) return date(isoDay(weekdayNear(weekday.value, now)));
  return today ? date(isoDay(now.today + today.value)) : null;
}

/** Where the day begins in "2 p.m. GMT on 7 January": the time of day may be a number too. */
function afterClock({ tokens, from, to }: Phrase): number {
  let at = from + 1;
  while (at < to && /^(meridiem|zone|on)$/.test(tokens[at]!.kind)) at++;
  return at;
}

/** `T18:00Z`, `T09:00`; null where the digits are no time of day. */
function clockValue(phrase: Phrase): string | null {
  const noon = find(phrase, 'noon');
  if (noon) return noon.text;
  const token = find(phrase, 'time', 'number', 'daynum', 'year')!;
  const zone = find(phrase, 'zone')?.word;
  const digits = /^\d{4}$/.test(token.word)
    ? /^(\d\d)(\d\d)$/.exec(token.word)
    : /^(\d{1,2})(?:[:.](\d\d)(?::\d\d)?)?$/.exec(token.word);
  const spoken = digits ? null : token.value;
  let hour = digits ? Number(digits[1]) : (spoken ?? NaN);
  const minute = Number(digits?.[2] ?? 0);
  const meridiem = find(phrase, 'meridiem')?.word[0];
  if (meridiem && (hour < 1 || hour > 12)) return null;
  if (meridiem === 'p' && hour < 12) hour += 12;
  if (meridiem === 'a' && hour === 12) hour = 0;
  if (!(hour <= 24) || minute > 59) return null;
  const zulu = zone === 'utc' || zone === 'gmt' ? 'Z' : '';
  return `T${pad(hour)}:${pad(minute)}${zulu}`;
}

/** "4 in the morning", "eight o'clock in the evening". */
function spoken(phrase: Phrase): Sense | null {
  const { text } = find(phrase, 'part')!;
  const hour = /^T(\d\d)(:\d\d)$/.exec(clockValue({ ...phrase, to: phrase.from + 1 }) ?? '');
  if (!hour || find(phrase, 'in')!.word !== 'in' || Number(hour[1]) < 1 || Number(hour[1]) > 12) return null;
  const late = text === 'TAF' || text === 'TEV' || (text === 'TNI' && Number(hour[1]) > 5);
  return time(`T${pad((Number(hour[1]) % 12) + (late ? 12 : 0))}${hour[2]}`);
}

/** The "4" of "from 4 to 8 p.m.", the "11:30" of "11:30-1 p.m.": of the same half of the day, or the one before. */
function firstOfTwo({ tokens, from, to }: Phrase): Sense | null {
  const [joint, second, meridiem] = [tokens[to], tokens[to + 1], tokens[to + 2]];
  if (!/^(to|and|until|till|-|–|—)$/.test(joint?.word ?? '') || meridiem?.kind !== 'meridiem') return null;
  if (!/^(number|daynum|time)$/.test(second?.kind ?? '')) return null;
  const lead = tokens[from - 1];
  if (joint!.word === 'and' && lead?.kind !== 'between') return null;
  if (lead && !/^(from|between|at|is|are|be|and|,|\(|:)$/.test(lead.word) && !/^(weekday|weekdays|today|daynum|month|part)$/.test(lead.kind)) return null; // prettier-ignore
  const minutes = (at: number) => {
    const value = clockValue({ tokens, from: at, to: at + 1 });
    const [, hour, minute] = /^T(\d\d):(\d\d)$/.exec(value ?? '') ?? [];
    return hour && Number(hour) >= 1 && Number(hour) <= 12 ? (Number(hour) % 12) * 60 + Number(minute) : null;
  };
  const [first, last] = [minutes(from), minutes(to + 1)];
  if (first === null || last === null || first === last) return null;
  const late = (meridiem.word[0] === 'p') === first < last;
  const hour = Math.floor(first / 60) + (late ? 12 : 0);
  return time(`T${pad(hour)}:${pad(first % 60)}`);
}

/** Digits alone are a time only with a zone: "1430 GMT", "14.30 GMT". */
function military(phrase: Phrase, now: Moment): Sense | null {
  return /^\d{4}$|^\d\d\.\d\d$/.test(phrase.tokens[phrase.from]!.word) ? clock(phrase, now) : null;
}

/** "10:35" alone is a time unless it is a score, a race or a verse. */
function bare(phrase: Phrase, now: Moment): Sense | null {
  const before = phrase.tokens[phrase.from - 1];
  const next = phrase.tokens[phrase.to];
  if (has(phrase, 'meridiem', 'zone', 'weekday', 'today')) return clock(phrase, now);
  const told = before?.word === 'was' && phrase.tokens[phrase.from - 2]?.word === 'it' && next?.kind !== 'to'; // "It was 9:15"
  const leads =
    before && /^(at|by|until|till|from|around|about|before|after|since|to|and|,|\()$/.test(before.word);
  return (leads || told) && !(next && /^[-–:]/.test(next.word)) ? clock(phrase, now) : null;
}

/** What names a day by its month after a time of day. */
const DAYS = [
  'month daynum|ordinal comma? year?',
  'weekday comma? month daynum|ordinal comma? year?',
  'the? daynum|ordinal of? month comma? year?',
  'weekday comma? the? daynum|ordinal of? month comma? year?',
];

/** Times of day. */
export const CLOCK_RULES: Rule[] = [
  rule('number|daynum|time', firstOfTwo),
  rule('time meridiem? zone? on? weekday|today?', bare),
  rule('number|daynum meridiem zone? on? weekday|today?', clock),
  rule('number|daynum oclock', clock),
  rule('number|year|daynum zone on? weekday|today?', military),
  rule('time|number|daynum oclock? in the part', spoken),
  rule('noon zone? on? weekday|today?', clock),
  ...DAYS.flatMap((day) => [
    rule(`time meridiem? zone? on? ${day}`, clock),
    rule(`number|daynum meridiem zone? on? ${day}`, clock),
    rule(`noon zone? on? ${day}`, clock),
  ]),
];
