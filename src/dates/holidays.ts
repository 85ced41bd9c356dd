import { type Day, dayOf, weekdayOf } from './calendar.ts';

/** The n-th weekday of a month, or its last for n = -1. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): Day {
  const first = dayOf(year, month, 1);
  if (n > 0) return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
  const last = dayOf(year, month + 1, 1) - 1;
  return last - ((weekdayOf(last) - weekday + 7) % 7);
}

/** Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8). */
export function easter(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const part = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(part / 4) - epact - (part % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const index = epact + weekday - 7 * late + 114;
  return dayOf(year, Math.floor(index / 31), (index % 31) + 1);
}

/**
 * Holidays that English-language news dates things by, with their day in a year. Those of one country are the United
 * States' unless the name is another country's own.
 */
const HOLIDAYS: Record<string, (year: number) => Day> = {
  'new year': (y) => dayOf(y, 1, 1),
  "new year's day": (y) => dayOf(y, 1, 1),
  "new year's eve": (y) => dayOf(y, 12, 31),
  'martin luther king jr. day': (y) => nthWeekday(y, 1, 1, 3),
  'mlk day': (y) => nthWeekday(y, 1, 1, 3),
  'martin luther king day': (y) => nthWeekday(y, 1, 1, 3),
  'groundhog day': (y) => dayOf(y, 2, 2),
  "valentine's day": (y) => dayOf(y, 2, 14),
  "presidents' day": (y) => nthWeekday(y, 2, 1, 3),
  "international women's day": (y) => dayOf(y, 3, 8),
  "saint patrick's day": (y) => dayOf(y, 3, 17),
  "st. patrick's day": (y) => dayOf(y, 3, 17),
  'mardi gras': (y) => easter(y) - 47,
  'shrove tuesday': (y) => easter(y) - 47,
  'fat tuesday': (y) => easter(y) - 47,
  'ash wednesday': (y) => easter(y) - 46,
  'palm sunday': (y) => easter(y) - 7,
  'maundy thursday': (y) => easter(y) - 3,
  'holy saturday': (y) => easter(y) - 1,
  'good friday': (y) => easter(y) - 2,
  'easter sunday': easter,
  'easter monday': (y) => easter(y) + 1,
  easter: easter,
  'earth day': (y) => dayOf(y, 4, 22),
  'anzac day': (y) => dayOf(y, 4, 25),
  'may day': (y) => dayOf(y, 5, 1),
  "mother's day": (y) => nthWeekday(y, 5, 7, 2),
  'memorial day': (y) => nthWeekday(y, 5, 1, -1),
  "father's day": (y) => nthWeekday(y, 6, 7, 3),
  juneteenth: (y) => dayOf(y, 6, 19),
  'canada day': (y) => dayOf(y, 7, 1),
  'independence day': (y) => dayOf(y, 7, 4),
  'bastille day': (y) => dayOf(y, 7, 14),
  'labor day': (y) => nthWeekday(y, 9, 1, 1),
  'columbus day': (y) => nthWeekday(y, 10, 1, 2),
  halloween: (y) => dayOf(y, 10, 31),
  'election day': (y) => nthWeekday(y, 11, 1, 1) + 1,
  'veterans day': (y) => dayOf(y, 11, 11),
  'armistice day': (y) => dayOf(y, 11, 11),
  'thanksgiving day': (y) => nthWeekday(y, 11, 4, 4),
  thanksgiving: (y) => nthWeekday(y, 11, 4, 4),
  'black friday': (y) => nthWeekday(y, 11, 4, 4) + 1,
  'cyber monday': (y) => nthWeekday(y, 11, 4, 4) + 4,
  'christmas eve': (y) => dayOf(y, 12, 24),
  'christmas day': (y) => dayOf(y, 12, 25),
  christmas: (y) => dayOf(y, 12, 25),
  'boxing day': (y) => dayOf(y, 12, 26),
};

/** Names by their first word, the longest first. */
const BY_FIRST = new Map<string, { name: string; words: string[] }[]>();
for (const name of Object.keys(HOLIDAYS)) {
  const words = name
    .replace(/'s?(?= )/g, (ending) => ` ${ending}`)
    .replace(/(st|jr)\./, '$1 .')
    .split(' ');
  const list = BY_FIRST.get(words[0]!) ?? [];
  BY_FIRST.set(
    words[0]!,
    [...list, { name, words }].sort((a, b) => b.words.length - a.words.length),
  );
}

/** The holiday whose name begins at `tokens[at]`, and how many tokens it takes; null for none. */
export function findHolidayName(
  tokens: readonly { word: string; capital: boolean }[],
  at: number,
): { name: string; words: number } | null {
  const names = BY_FIRST.get(tokens[at]!.word);
  if (!names || !tokens[at]!.capital) return null;
  const found = names.find(({ words }) => words.every((word, i) => tokens[at + i]?.word === word));
  return found ? { name: found.name, words: found.words.length } : null;
}

/** The day of a holiday of `findHolidayName` in a year. */
export function holidayDay(name: string, year: number): Day {
  const day = HOLIDAYS[name];
  if (!day) throw new RangeError(`no such holiday, got ${JSON.stringify(name)}`);
  return day(year);
}
