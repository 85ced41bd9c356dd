import { textWidth } from '../basemap/labels.ts';
import type { Timeline } from './timeline.ts';
import { lengthWords } from './timeline-scale.ts';
import { NARROW, NARROWEST, WIDE } from './timeline-sizes.ts';

/** Of the names' letters, in pixels. */
const SIZE = 12;

/** What a name may hang over the strip, in pixels; the narrowest is 12 from its edges. */
const HANG = 4;
const HANG_NARROWEST = 10;

/** The sign at the foot of the wide strip for a gap that is not drawn; the narrow one has it on its line. */
const BREAK = '//';

/** A name along the foot of the strip: where it stands in percent, and its words in each layout, if it stands there. */
export interface AxisName {
  x: number;
  wide: AxisWords | null;
  narrow: AxisWords | null;
}

export interface AxisWords {
  words: string;
  /** The month after the words, which the narrowest strip leaves out. */
  month: string;
  /** Pixels from the name's place. */
  dx: number;
  anchor: Anchor;
  /** The narrowest strip leaves it out. */
  spare: boolean;
}

type Anchor = 'start' | 'middle' | 'end';

/** The words for the zones of what is not dated. */
export interface ZoneWords {
  before: string;
  after: string;
  beforeLong: string;
  afterLong: string;
}

/** A name that wants to stand, with what it may say in each layout and where, best first. */
interface Wish {
  x: number;
  wide: string[];
  narrow: string[];
  month?: string;
  spots: (size: number) => Spot[];
}

type Spot = Pick<AxisWords, 'dx' | 'anchor'>;

/**
 * What is written along the foot of the strip: no two names touch, and a date stands under its day, if not in the middle.
 * The signs of breaks come first, then the days, the zones of what is not dated (in full where there is room), the lengths
 * of breaks.
 */
export function axisNames({ before, after, ticks, breaks }: Timeline, words: ZoneWords): AxisName[] {
  const gaps = breaks.map(({ x0, x1, days }) => ({ x: (x0 + x1) / 2, days }));
  const fixed = (anchor: Anchor, dx: number) => () => [{ anchor, dx }];
  const zone = (x: number, spot: Wish['spots'], long: string, short: string): Wish[] => [
    { x, wide: [long, short], narrow: [short], spots: spot },
  ];
  const wishes: Wish[] = [
    ...gaps.map(({ x }) => ({ x, wide: [BREAK], narrow: [], spots: fixed('middle', 0) })),
    ...ticks.map(({ x0, x1, wide, narrow, month }) => ({
      x: (x0 + x1) / 2,
      wide: [wide],
      narrow: [narrow],
      month,
      spots: slide,
    })),
    ...(before ? zone(0, fixed('start', 4), words.beforeLong, words.before) : []),
    ...(after ? zone(100, fixed('end', -4), words.afterLong, words.after) : []),
    ...gaps.map(({ x, days }) => ({ x, wide: [lengthWords(days)], narrow: [], spots: beside })),
  ];
  const wide = fit(wishes, WIDE, 'wide');
  const narrow = thin(wishes, fit(wishes, NARROW, 'narrow'));
  return wishes
    .map(({ x }, i) => ({ x, wide: wide[i] ?? null, narrow: narrow[i] ?? null }))
    .filter((name) => name.wide ?? name.narrow);
}

/** The middle, then ever farther to either side, as long as some of the name stays under its day. */
function slide(size: number): Spot[] {
  const steps = Array.from({ length: Math.max(0, Math.floor((size / 2 - 2) / 3)) }, (_, i) => (i + 1) * 3);
  return [0, ...steps.flatMap((step) => [step, -step])].map((dx) => ({ anchor: 'middle', dx }));
}

function beside(): Spot[] {
  return [
    { anchor: 'start', dx: 9 },
    { anchor: 'end', dx: -9 },
  ];
}

/** Where each name stands free of those before it and within the strip; null where nothing fits. */
function fit(wishes: readonly Wish[], width: number, layout: 'wide' | 'narrow'): (AxisWords | null)[] {
  const taken: [number, number][] = [];
  return wishes.map((wish) => {
    const month = layout === 'narrow' ? (wish.month ?? '') : '';
    for (const words of wish[layout].filter(Boolean)) {
      const size = textWidth(words + month, SIZE);
      for (const spot of wish.spots(size)) {
        const extent = extentOf(wish.x, spot, size, width);
        if (!isFree(extent, taken, width, HANG)) continue;
        taken.push(extent);
        return { words, month, spare: false, ...spot };
      }
    }
    return null;
  });
}

/** The same names; those that would touch another on the narrowest strip, without their months, are spare. */
function thin(wishes: readonly Wish[], names: readonly (AxisWords | null)[]): (AxisWords | null)[] {
  const taken: [number, number][] = [];
  return names.map((name, i) => {
    if (!name) return null;
    const extent = extentOf(wishes[i]!.x, name, textWidth(name.words, SIZE), NARROWEST);
    const spare = !isFree(extent, taken, NARROWEST, HANG_NARROWEST);
    if (!spare) taken.push(extent);
    return { ...name, spare };
  });
}

function extentOf(x: number, { dx, anchor }: Spot, size: number, width: number): [number, number] {
  const from = (x * width) / 100 + dx - { start: 0, middle: size / 2, end: size }[anchor];
  return [from, from + size];
}

function isFree(
  [from, to]: [number, number],
  taken: readonly [number, number][],
  width: number,
  hang: number,
): boolean {
  const apart = taken.every(([start, end]) => to + 2 <= start || from >= end + 2);
  return apart && from >= -hang && to <= width + hang;
}
