import { civil, type Day, dayOf, daysInMonth, parseIsoDay } from './calendar.ts';
import type { Found } from './rule.ts';
import type { Token } from './tokens.ts';

/** A tale of a past year that a date without a year may go on with: "In 1956 he left. In June he was back." */
export interface Tale {
  year: number;
  /** 1 to 12, or 0 where only the year has been told. */
  month: number;
  /** The day told last, null where only a month or year has been. */
  day: Day | null;
  /** The sentence that named the year, and the last one that told on. */
  named: number;
  last: number;
  /** The phrase that named it opened its sentence. */
  opens: boolean;
  /** No other year has been told since. */
  open: boolean;
}

/**
 * A tale with how close it is: told in this sentence (`same`); in the one before, where this phrase opens its sentence
 * (`opened`), only that one did (`unsure`) or neither (`next`); or of a year long ago, a few sentences before (`far`).
 */
export interface History extends Tale {
  reach: 'same' | 'opened' | 'unsure' | 'next' | 'far';
}

/** A tale goes on within as many days. */
const GOES_ON = 90;
/** A day or a month that was so few days ago is news, whatever has been told before. */
const NEWS = { day: 30, month: 180 };
/** Of a year as many years ago a tale is history, in which the sentences after it stay. */
const FAR = { years: 30, sentences: 6 };

/** The tale that a phrase at `at` may go on with; `toldIn` is the sentence of the date last told. */
export function historyAt(
  tale: Tale | null,
  tokens: readonly Token[],
  at: number,
  toldIn: number,
  today: Day,
): History | null {
  if (tale === null) return null;
  const { year, named, last, open } = tale;
  const { sentence } = tokens[at]!;
  const thisYear = civil(today).year;
  if (open && sentence === named) return { ...tale, reach: 'same' };
  // Of a year that is not long past the next sentence may go on to another: "In 2023 it closed. In May it opened."
  const next = open && sentence === named + 1 && year < thisYear - 1;
  if (next && (toldIn === sentence || opensSentence(tokens, at))) return { ...tale, reach: 'opened' };
  if (next && tale.opens) return { ...tale, reach: 'unsure' };
  if (tale.day !== null && sentence - last <= 1) return { ...tale, reach: 'next' };
  return isFar(tale, today) && sentence - last <= FAR.sentences ? { ...tale, reach: 'far' } : null;
}

const isFar = ({ year, day }: Tale, today: Day): boolean =>
  day !== null && year < civil(today).year - FAR.years;

/** The tale after a phrase has been found. */
export function tellOn(tale: Tale | null, found: Found, today: Day): Tale | null {
  const { sense, tokens, from } = found;
  if (sense.type !== 'DATE' && sense.type !== 'TIME') return tale;
  const { sentence } = tokens[from]!;
  const thisYear = civil(today).year;
  const year = Number(/^\d{4}/.exec(sense.value)?.[0] ?? NaN);
  const day = parseIsoDay(sense.value.slice(0, 10));
  const month = Number(/^\d{4}-(\d\d)/.exec(sense.value)?.[1] ?? 0);
  if (namesYear(found, year, thisYear) || (tale !== null && movesOn(found, year, thisYear))) {
    const whole = year < thisYear - 1 || month === 0; // of last year a day is gone on with, but not its year
    const opens = opensSentence(tokens, from);
    // "The bank, founded in May 1998, failed in June.": the clause around an aside is not of its year.
    const goesOn = whole && !isAside(found);
    return { year, month, day: isBirth(found) ? null : day, named: goesOn ? sentence : -9, last: sentence, opens, open: goesOn }; // prettier-ignore
  }
  if (tale === null) return null;
  const open = tale.open && (sense.type === 'TIME' || year === tale.year);
  const gap = day !== null && tale.day !== null ? day - tale.day : -1;
  if (gap >= 0 && gap <= GOES_ON) return { ...tale, month, day, year, open, last: sentence };
  if (year !== tale.year && year >= thisYear - 1) return null;
  return year <= tale.year || sense.value.startsWith('XXXX')
    ? { ...tale, open, last: sentence }
    : { ...tale, open };
}

/** "In 1956 he left. In June he was back.", but not "It opened in 1956. Workers walked out in June." */
const opensSentence = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 3]?.sentence !== tokens[at]!.sentence;

/** ", founded in May 1998,", ", which opened in 1998,": between two commas, with a verb of its own. */
function isAside({ tokens, from, to }: Found): boolean {
  if (tokens[to]?.kind !== 'comma') return false;
  for (let i = from - 1; i >= Math.max(0, from - 8) && tokens[i]!.sentence === tokens[from]!.sentence; i--) {
    if (tokens[i]!.kind === 'comma')
      return /^(which|who|whose|where|built|begun|held|led|won|made|known|\p{L}+ed)$/u.test(
        tokens[i + 1]!.word,
      );
  }
  return false;
}

/** True of a phrase that opens a tale: "In 1956 …", "on Oct. 3, 1998"; not of "since 1990". */
function namesYear({ sense, tokens, from }: Found, year: number, thisYear: number): boolean {
  if (sense.resolved) return false;
  const led = /^In$/i.test(tokens[from - 1]?.word ?? '');
  if (led && sense.value === String(year)) return true;
  // "the Dec. 21, 1988, bombing" names a thing.
  if (/^(the|a|genitive)$/.test(tokens[from - 1]?.kind ?? '')) return false;
  if (/^\d{4}-\d\d-\d\d/.test(sense.value)) return year < thisYear;
  return (led || /^\d{4}-(?:\d\d|SP|SU|FA|WI)/.test(sense.value)) && year < thisYear - 1;
}

/** "Four years later", "the following spring", "June of that year": the tale goes on in a year or month of its own. */
const movesOn = ({ sense, tokens, from, to }: Found, year: number, thisYear: number): boolean =>
  sense.resolved &&
  year < thisYear - 1 &&
  /^\d{4}(?:-(?:\d\d|SP|SU|FA|WI))?$/.test(sense.value) &&
  tokens.slice(from, to).some(({ kind, word }) => /^(later|after|same|that)$/.test(kind) || /^(following|next|subsequent)$/.test(word)); // prettier-ignore

/** "He was born on 3 May 1950. He died on May 9.": a life goes on for longer. */
const isBirth = ({ tokens, from }: Found): boolean =>
  tokens.slice(Math.max(0, from - 8), from).some(({ word }) => word === 'born');

/**
 * The day of a month and day without a year in a tale; `news` is the day that they are if they are of none. 'unknown'
 * where the tale is of a past year and nothing says whether this day is too; null where it is none of the tale.
 */
export function dayInTale(
  tale: History,
  month: number,
  day: number,
  news: Day | null,
  today: Day,
): Day | 'unknown' | null {
  const at = (year: number) => (day <= daysInMonth(year, month) ? dayOf(year, month, day) : null);
  const here = at(tale.year);
  const isNews = isRecent(news, today, NEWS.day) && !isAnniversary(tale, today);
  if (here === null || tale.reach === 'same') return here;
  const from = tale.day ?? dayOf(tale.year, Math.max(tale.month, 1), 1);
  const then = here >= from ? here : tale.day === null ? null : at(tale.year + 1);
  const gap = then === null ? Infinity : then - from;
  if (/^(?:opened|unsure)$/.test(tale.reach) && (here >= from || gap <= GOES_ON)) return then;
  if (isNews) return null;
  if (tale.reach === 'next' && gap <= GOES_ON) return then;
  // "The raid was on Oct. 19, 1864. They had come on Oct. 10."
  const near = tale.day !== null && Math.abs(here - from) <= GOES_ON;
  return near || isFar(tale, today) || (tale.day !== null && !isOfThisYear(news, today)) ? 'unknown' : null;
}

const isRecent = (day: Day | null, today: Day, days: number): boolean =>
  day !== null && day <= today && today - day <= days;

/** Long ago at this time of the year: what the tale tells around that day would be news by the day alone. */
function isAnniversary(tale: Tale, today: Day): boolean {
  if (!isFar(tale, today)) return false;
  const { month, day } = civil(tale.day!);
  return Math.abs(dayOf(civil(today).year, month, day) - today) <= NEWS.day;
}

/** Papers leave out the year of writing, and of the weeks before. */
const isOfThisYear = (news: Day | null, today: Day): boolean =>
  news !== null && (civil(news).year === civil(today).year || Math.abs(today - news) <= GOES_ON);

/** The same of a month alone: its year, where the tale goes on to it. */
export function yearInTale(
  tale: History,
  month: number,
  news: Day | null,
  today: Day,
): number | 'unknown' | null {
  if (tale.reach === 'same') return tale.year;
  // "In 2018 a quake struck. Riots in January left 22 dead": of that year, or of this one?
  if (tale.reach === 'unsure') return 'unknown';
  if (tale.reach === 'opened') {
    if (month >= tale.month) return tale.year;
    if (month + 12 - tale.month <= 3) return tale.year + 1;
  }
  return isFar(tale, today) && !isRecent(news, today, NEWS.month) ? 'unknown' : null;
}
