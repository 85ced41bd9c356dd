import { scaleLinear } from 'd3';
import { civil, dayOf } from '../dates/calendar.ts';

/** A stretch of days drawn to scale; both days inclusive (days since 1970), `x0` and `x1` in percent of the strip. */
export interface Stretch {
  from: number;
  to: number;
  x0: number;
  x1: number;
}

/** A gap between two stretches, named by its length: "5 years". */
export interface Break {
  x0: number;
  x1: number;
  days: number;
}

export interface DayScale {
  stretches: Stretch[];
  breaks: Break[];
  /** Percent of the strip at the start of a day; a day's middle is `x(day + 0.5)`. Clamped to the ends. */
  x(day: number): number;
  /** Percent of the strip at the end of a day; of one before a break, where the break begins. */
  end(day: number): number;
}

/** Days drawn one by one, all as wide; beyond that the scale is linear and may break. */
export const EQUAL_DAYS = 10;

const BREAK_WIDTH = 9; // percent of the days' zone
const LEAST_SHARE = 0.18; // of the zone, for a stretch of a day or two between breaks

/** A bar of up to a year is drawn whole: a month or a year that an event gives is no gap. */
const WHOLE = 366;

/**
 * Lays days out between two percentages: equal columns up to ten days, then linear. A gap without any event that is
 * longer than all the rest together breaks the scale, so that one old date can't squeeze the story's own days; so may
 * a span of over a year.
 */
export function dayScale(
  days: readonly number[],
  from: number,
  to: number,
  spans: readonly { from: number; to: number }[] = [],
): DayScale {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const whole = spans.filter((span) => span.to - span.from < WHOLE);
  const gaps = findBreaks(sorted, (a, b) => whole.every((span) => span.from > a || span.to < b));
  const groups = splitAt(sorted, gaps);
  const lengths = groups.map(([first, last]) => last - first + 1);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const weights = lengths.map((length) => Math.max(length, groups.length > 1 ? total * LEAST_SHARE : 0));
  const weight = weights.reduce((sum, each) => sum + each, 0) || 1;
  const gapWidth = ((to - from) * BREAK_WIDTH) / 100;
  const room = to - from - gapWidth * Math.max(0, groups.length - 1);
  const stretches: Stretch[] = [];
  const breaks: Break[] = [];
  let x = from;
  groups.forEach(([first, last], i) => {
    const before = stretches.at(-1);
    if (before) {
      breaks.push({ x0: x, x1: x + gapWidth, days: first - before.to - 1 });
      x += gapWidth;
    }
    const width = (room * (weights[i] ?? 0)) / weight;
    stretches.push({ from: first, to: last, x0: x, x1: x + width });
    x += width;
  });
  const scales = stretches.map((s) => scaleLinear([s.from, s.to + 1], [s.x0, s.x1]).clamp(true));
  const scaleOf = (day: number) => scales[stretches.findIndex((s) => day < s.to + 1)] ?? scales.at(-1);
  return {
    stretches,
    breaks,
    x: (day) => scaleOf(day)?.(day) ?? from,
    end: (day) => scaleOf(day)?.(day + 1) ?? from,
  };
}

/** Indexes i such that the scale breaks between the i-th and the next day. At most three. */
function findBreaks(days: readonly number[], isEmpty: (from: number, to: number) => boolean): number[] {
  const gaps = days
    .slice(1)
    .map((day, i) => ({ i, from: days[i]!, to: day, length: day - days[i]! }))
    .filter(({ from, to }) => isEmpty(from, to));
  const span = (days.at(-1) ?? 0) - (days[0] ?? 0) + 1;
  if (span <= EQUAL_DAYS) return [];
  const longest = gaps.sort((a, b) => b.length - a.length || a.i - b.i);
  const breaks: number[] = [];
  let rest = span;
  for (const { i, length } of longest.slice(0, 3)) {
    if (length <= EQUAL_DAYS || length < rest / 2) break;
    breaks.push(i);
    rest -= length;
  }
  return breaks.sort((a, b) => a - b);
}

function splitAt(days: readonly number[], breaks: readonly number[]): [first: number, last: number][] {
  if (days.length === 0) return [];
  const edges = [0, ...breaks.map((i) => i + 1), days.length];
  return edges.slice(0, -1).map((edge, i) => [days[edge] ?? 0, days[(edges[i + 1] ?? days.length) - 1] ?? 0]);
}

/** A number of days as a reader says it, rounded down to whole units: "12 days", "5 weeks", "3 months", "22 years". */
export function lengthWords(days: number): string {
  const units: [number, string][] = [
    [365.2425, 'year'],
    [30.4369, 'month'],
    [7, 'week'],
    [1, 'day'],
  ];
  for (const [size, name] of units) {
    const count = Math.floor(days / size);
    if (count >= 2 || size === 1) return `${count} ${name}${count === 1 ? '' : 's'}`;
  }
  return '';
}

/** The day number of `YYYY-MM-DD` (a minus sign before it for BC). */
export function dayNumber(iso: string): number {
  const [, year = '0', month = '1', day = '1'] = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  return dayOf(Number(year), Number(month), Number(day));
}

/** `YYYY-MM-DD` of a day number. */
export function isoOf(day: number): string {
  const { year, month, day: date } = civil(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
