import { textWidth } from '../basemap/labels.ts';
import { formatDate } from '../dates/words.ts';
import type { DayTick, Timeline } from './timeline.ts';
import { type DayScale, EQUAL_DAYS, isoOf, lengthWords } from './timeline-scale.ts';
import { NARROW, WIDE } from './timeline-sizes.ts';

/** Of the names' letters, in pixels. */
const SIZE = 12;

/** A name along the foot of the strip: where it stands in percent and pixels, its words in each layout or "". */
export interface AxisName {
  x: number;
  dx: number;
  anchor: 'start' | 'middle' | 'end';
  wide: string;
  narrow: string;
  /** The month after the narrow name, which the narrowest strip leaves out. */
  month: string;
}

/** The words for the zones of what is not dated. */
export interface ZoneWords {
  before: string;
  after: string;
  beforeLong: string;
  afterLong: string;
}

/** The days that the strip marks: each of a few, else the ends of each stretch and the days of the events. */
export function ticksOf(scale: DayScale, events: readonly number[], yearless: boolean): DayTick[] {
  const { stretches } = scale;
  const [only] = stretches;
  const at = (day: number): Pick<DayTick, 'day' | 'x0' | 'x1'> => ({
    day: isoOf(day),
    x0: scale.x(day),
    x1: scale.x(day + 1),
  });
  const silent = { wide: '', narrow: '', month: '', anchor: 'middle' as const, rule: false };
  if (only && stretches.length === 1 && only.to - only.from < EQUAL_DAYS) {
    const days = Array.from({ length: only.to - only.from + 1 }, (_, i) => only.from + i);
    const each = (only.x1 - only.x0) / days.length;
    const step = Math.ceil(70 / ((each * WIDE) / 100));
    const short = Math.ceil(48 / ((each * NARROW) / 100));
    return days.map((day, i) => {
      const name = nameOf(day, 10, { weekday: !yearless });
      const [, rest = name, month = ''] = /^(.*)( \S+)$/.exec(name) ?? [];
      const turns = i === 0 || isoOf(day).slice(0, 7) !== isoOf(day - short).slice(0, 7);
      const narrow = i % short === 0 ? { narrow: rest, month: turns ? month : '' } : {};
      return { ...at(day), ...silent, rule: true, wide: i % step === 0 ? name : '', ...narrow };
    });
  }
  const years = new Set(
    stretches.flatMap(({ from, to }) => [isoOf(from).slice(0, 4), isoOf(to).slice(0, 4)]),
  );
  const ends = stretches.flatMap(({ from, to }, i): DayTick[] => {
    // As exact as the stretch can be read: a day, a month, a year.
    const digits = yearless || to - from <= 120 ? 10 : to - from <= 730 ? 7 : 4;
    const year = !yearless && (years.size > 1 || digits < 10);
    const tick = (day: number, anchor: DayTick['anchor']): DayTick => ({
      ...at(day),
      ...silent,
      rule: day === from && (i > 0 || from !== to),
      anchor,
      wide: nameOf(day, digits, { year }),
      narrow: nameOf(day, digits === 10 && year ? 7 : digits, { year }),
    });
    return from === to ? [tick(from, 'middle')] : [tick(from, 'start'), tick(to, 'end')];
  });
  const named = new Set(ends.map(({ day }) => day));
  const others = [...new Set(events)].map((day) => ({ ...at(day), ...silent }));
  return [...ends, ...others.filter(({ day }) => !named.has(day))];
}

function nameOf(day: number, digits: number, { weekday = false, year = false }): string {
  return formatDate(isoOf(day).slice(0, digits), { short: true, weekday, year });
}

/**
 * What is written along the foot of the strip: no two names touch. The days come first, then the zones of what is not dated
 * (in full where there is room), then the lengths of breaks.
 */
export function axisNames({ before, after, ticks, breaks }: Timeline, words: ZoneWords): AxisName[] {
  const plain = { month: '', dx: 0, anchor: 'middle' as const };
  const names: Wish[] = [
    ...ticks.map(({ x0, x1, anchor, wide, narrow, month }) => ({
      x: { start: x0, middle: (x0 + x1) / 2, end: x1 }[anchor],
      dx: { start: 2, middle: 0, end: -2 }[anchor],
      anchor,
      month,
      wide: [wide],
      narrow: [narrow],
    })),
    ...(before
      ? [{ ...plain, x: 0, dx: 4, anchor: 'start' as const, ...zone(words.beforeLong, words.before) }]
      : []),
    ...(after
      ? [{ ...plain, x: 100, dx: -4, anchor: 'end' as const, ...zone(words.afterLong, words.after) }]
      : []),
    ...breaks.map(({ x0, x1, days }) => ({
      ...plain,
      x: (x0 + x1) / 2,
      wide: [lengthWords(days)],
      narrow: [],
    })),
  ];
  const wide = fitting(names, WIDE, ({ wide }) => wide);
  const narrow = fitting(names, NARROW, ({ narrow, month }) => narrow.map((name) => name + month));
  return names
    .map((name, i) => ({ ...name, wide: wide[i] ?? '', narrow: narrow[i]?.replace(name.month, '') ?? '' }))
    .filter(({ wide, narrow }) => wide || narrow);
}

/** A name that wants to stand, with what it may say in each layout, best first. */
type Wish = Omit<AxisName, 'wide' | 'narrow'> & { wide: string[]; narrow: string[] };

const zone = (long: string, short: string) => ({ wide: [long, short], narrow: [short] });

/** What each name may say so that it stands free of those before it and within the strip; "" where nothing fits. */
function fitting(names: readonly Wish[], width: number, wordsOf: (name: Wish) => string[]): string[] {
  const taken: [number, number][] = [];
  return names.map((name) => {
    const at = (name.x * width) / 100 + name.dx;
    for (const words of wordsOf(name)) {
      const size = textWidth(words, SIZE);
      const from = at - { start: 0, middle: size / 2, end: size }[name.anchor];
      const free = taken.every(([start, end]) => from + size + 2 <= start || from >= end + 2);
      if (size === 0 || !free || from < -8 || from + size > width + 8) continue;
      taken.push([from, from + size]);
      return words;
    }
    return '';
  });
}
