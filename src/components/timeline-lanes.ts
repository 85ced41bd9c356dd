import type { StoryEvent } from '../story/schema.ts';
import type { Shape, TimelineItem } from './timeline.ts';
import { cut, type Extent, LABEL, OPEN, px, TICK, wordsAt } from './timeline-labels.ts';
import { CHARACTER, extentOf, LANES, MARK, startOf, WIDE } from './timeline-sizes.ts';
import { layTight } from './timeline-tight.ts';
import { datedOf, lanesFor, layUndated, sidesOf } from './timeline-undated.ts';

/** An event in its lane of the wide layout, with its label. */
export type LaidItem = Pick<
  TimelineItem,
  'event' | 'shape' | 'lane' | 'column' | 'label' | 'labelX' | 'labelDx' | 'labelEnds'
> & {
  /** It is one of several undated on its side, for which a number stands. */
  counted: boolean;
};

type Side = 'right' | 'left';
/** An event with how it is drawn. */
export type Shaped = readonly [event: StoryEvent, shape: Shape];

/** Characters that labels are cut to in turn, where not all of them find a lane in full. */
const CUTS = [Infinity, 48, 36, 28];

/** Discs whose labels are tried on both sides. */
const TRIED = 6;

/** Pixels between a label and what comes next in its lane. */
const GAP = 6;

/**
 * Gives each event a lane of the wide layout, and its label a side: in the fewest lanes in which every label stands in full,
 * or, where those are more than `LANES`, cut as little as need be, if it helps with a number for the undated of a side;
 * else by the marks alone, with labels cut to the room that is left. Points come first, then bars, then whiskers. Events
 * that no lane has room for have `lane` `LANES`.
 */
export function layLanes(shaped: readonly Shaped[]): LaidItem[] {
  const order = { point: 0, bar: 1, whisker: 2 };
  const sorted = shaped
    .map(([event, shape], i) => ({ event, shape, i }))
    .sort(
      (a, b) => order[a.shape.kind] - order[b.shape.kind] || startOf(a.shape) - startOf(b.shape) || a.i - b.i,
    )
    .map(({ event, shape }) => [event, shape] as const);
  for (const lay of [layRoomy, layCounted]) {
    for (const most of CUTS) {
      const laid = lay(sorted, most);
      if (laid) return laid;
    }
  }
  const undated = sidesOf(sorted);
  const dated = layTight(datedOf(sorted), LANES - lanesFor(undated));
  return [...dated, ...layUndated(undated, lanesOf(dated))];
}

/** The layout with labels of so many characters that needs the fewest lanes; null where none keeps to them. */
function layRoomy(sorted: readonly Shaped[], most: number, lanes = LANES): LaidItem[] | null {
  const points = sorted.filter(([, { kind }]) => kind === 'point').length;
  const ways = points > TRIED ? 1 : 2 ** points;
  let best: LaidItem[] | null = null;
  let least = lanes + 1;
  for (let way = 0; way < ways; way += 1) {
    const sides = (i: number): Side[] =>
      points > TRIED ? ['right', 'left'] : [(way >> i) & 1 ? 'left' : 'right'];
    const laid = layWhole(sorted, most, sides);
    const used = laid ? lanesOf(laid) : Infinity;
    if (used < least) [best, least] = [laid, used];
  }
  return best;
}

/** Each in the lowest lane that its sides allow; null where a label has no side within the strip. */
function layWhole(sorted: readonly Shaped[], most: number, sides: (i: number) => Side[]): LaidItem[] | null {
  const lanes: Extent[][] = [];
  const laid: LaidItem[] = [];
  for (const [i, [event, shape]] of sorted.entries()) {
    const label = cut(event.label, most * CHARACTER);
    const [best] = sides(i)
      .map((side) => whole(label, shape, side))
      .filter(({ extent: [from, to] }) => from >= -MARK / 2 && to <= WIDE + MARK / 2)
      .map(({ words, extent }) => ({ words, extent, lane: freeLane(lanes, extent) }))
      .sort((a, b) => a.lane - b.lane);
    if (!best || best.lane >= LANES) return null;
    (lanes[best.lane] ??= []).push(best.extent);
    laid.push({ event, shape, lane: best.lane, column: 0, counted: false, ...best.words });
  }
  return laid;
}

/** Lanes that are used; what has no room is in none. */
function lanesOf(laid: readonly LaidItem[]): number {
  return Math.max(0, ...laid.map(({ lane }) => (lane < LANES ? lane + 1 : 0)));
}

/** As roomy, with the undated counted; null where that spares no lane. */
function layCounted(sorted: readonly Shaped[], most: number): LaidItem[] | null {
  const undated = sidesOf(sorted);
  if (undated.every((group) => group.length < 2)) return null;
  const dated = layRoomy(datedOf(sorted), most, LANES - lanesFor(undated));
  return dated && [...dated, ...layUndated(undated, lanesOf(dated))];
}

/** A mark with its label, and what both take of their lane. */
function whole(label: string, shape: Shape, side: Side) {
  const width = label.length * CHARACTER;
  const [from, to] = extentOf(shape);
  if (shape.kind === 'point') {
    const x = px(shape.x);
    return side === 'left'
      ? { words: wordsAt(label, shape.x, -LABEL, true), extent: [x - LABEL - width - GAP, to] as const }
      : { words: wordsAt(label, shape.x, LABEL), extent: [from, x + LABEL + width + GAP] as const };
  }
  if (shape.kind === 'bar') {
    return from + width <= WIDE
      ? { words: wordsAt(label, shape.x0, 0), extent: [from, Math.max(to, from + width + GAP)] as const }
      : { words: wordsAt(label, shape.x1, 0, true), extent: [Math.min(from, to - width - GAP), to] as const };
  }
  const start = shape.toward === 'before' ? OPEN : from + TICK;
  const words = shape.toward === 'before' ? wordsAt(label, 0, OPEN) : wordsAt(label, shape.tick, TICK);
  return { words, extent: [from, Math.max(to, start + width)] as const };
}

function freeLane(lanes: readonly (readonly Extent[])[], [from, to]: Extent): number {
  const free = lanes.findIndex((lane) => lane.every(([start, end]) => to <= start || from >= end));
  return free < 0 ? lanes.length : free;
}
