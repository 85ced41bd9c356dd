import type { StoryEvent } from '../story/schema.ts';
import type { Shape, TimelineItem } from './timeline.ts';
import { CHARACTER, extentOf, LANES, MARK, startOf, WIDE } from './timeline-sizes.ts';

/** An event in its lane of the wide layout, with its label. */
export type LaidItem = Pick<
  TimelineItem,
  'event' | 'shape' | 'lane' | 'column' | 'label' | 'labelX' | 'labelDx' | 'labelEnds'
> & {
  /** It is one of several undated on its side, for which a number stands. */
  counted: boolean;
};

type Extent = readonly [from: number, to: number];
type Side = 'right' | 'left';
type Shaped = readonly [event: StoryEvent, shape: Shape];

/** A label cut to fewer characters says nothing: "Tinubu…". */
const SHORTEST = 12;

/** Characters that labels are cut to in turn, where not all of them find a lane in full. */
const CUTS = [Infinity, 48, 36, 28];

/** Discs whose labels are tried on both sides. */
const TRIED = 6;

/** From a disc's middle to its label: its ring is 9 px. */
const LABEL = 14;

/** From the tick of a whisker to its label, past the ring that a planned one has there; from its open end likewise. */
const TICK = 40;
const OPEN = 16;

/** Pixels between a label and what comes next in its lane. */
const GAP = 6;

const px = (percent: number) => (percent * WIDE) / 100;

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
  return layTight(sorted);
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

const lanesOf = (laid: readonly LaidItem[]) => Math.max(0, ...laid.map(({ lane }) => lane + 1));

/** As roomy, with one lane for all the undated of a side, or of both; null where that spares none. */
function layCounted(sorted: readonly Shaped[], most: number): LaidItem[] | null {
  const side = (toward: 'before' | 'after') =>
    sorted.filter(([, shape]) => shape.kind === 'whisker' && shape.toward === toward);
  const [before, after] = [side('before'), side('after')];
  if (before.length < 2 && after.length < 2) return null;
  const reach = Math.max(0, ...before.map(([, shape]) => extentOf(shape)[1]));
  const shared = after.every(([, shape]) => extentOf(shape)[0] >= reach);
  const own = shared || before.length === 0 || after.length === 0 ? 1 : 2;
  const dated = layRoomy(
    sorted.filter(([, { kind }]) => kind !== 'whisker'),
    most,
    LANES - own,
  );
  if (!dated) return null;
  const undated = [before, after].flatMap((group) =>
    group.map(([event, shape]): LaidItem => {
      const counted = group.length > 1;
      const lane = lanesOf(dated) + (group === after && before.length > 0 ? own - 1 : 0);
      const words = counted ? wordsAt('', 0, 0) : cutLabel(event, shape, []);
      return { event, shape, lane, column: 0, counted, ...words };
    }),
  );
  return [...dated, ...undated];
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

function wordsAt(label: string, labelX: number, labelDx: number, labelEnds = false) {
  return { label, labelX, labelDx, labelEnds };
}

/** By the marks alone, a disc beside its day where the lanes are full; labels take what is left of their lane. */
function layTight(sorted: readonly Shaped[]): LaidItem[] {
  const lanes: Extent[][] = [];
  const laid = sorted.map(([event, shape]) => {
    const { lane, column, extent } = findRoom(lanes, shape);
    if (lane < LANES) (lanes[lane] ??= []).push(extent);
    return { event, shape, lane, column, counted: false };
  });
  return laid.map((item) => {
    const lane = lanes[item.lane] ?? [];
    const words = item.column === 0 ? cutLabel(item.event, item.shape, lane) : wordsAt('', 0, 0);
    const at = px(words.labelX) + words.labelDx;
    const width = words.label.length * CHARACTER;
    if (width > 0) lane.push(words.labelEnds ? [at - width, at] : [at, at + width]);
    return { ...item, ...words };
  });
}

/** The first free lane; for a disc, then the first free column beside its day; else one lane too many. */
function findRoom(lanes: readonly Extent[][], shape: Shape) {
  const [from, to] = extentOf(shape);
  const columns = shape.kind === 'point' ? [0, 1, -1, 2, -2] : [0];
  for (const column of columns) {
    const extent = [from + column * MARK, to + column * MARK] as const;
    const lane = freeLane(lanes, extent);
    if (lane < LANES) return { lane, column, extent };
  }
  return { lane: LANES, column: 0, extent: [from, to] as const };
}

function freeLane(lanes: readonly (readonly Extent[])[], [from, to]: Extent): number {
  const free = lanes.findIndex((lane) => lane.every(([start, end]) => to <= start || from >= end));
  return free < 0 ? lanes.length : free;
}

/** Beside a disc on its right, or its left where only that has room; above a bar or a whisker. */
function cutLabel(event: StoryEvent, shape: Shape, lane: readonly Extent[]) {
  if (shape.kind === 'whisker') {
    const before = shape.toward === 'before';
    const room = before ? px(shape.tick) - TICK : WIDE - px(shape.tick) - TICK - 8;
    return wordsAt(cut(event.label, room), before ? 0 : shape.tick, before ? OPEN : TICK);
  }
  const from = shape.kind === 'point' ? px(shape.x) + LABEL : px(shape.x0);
  const end = shape.kind === 'point' ? px(shape.x) : px(shape.x1);
  const next = Math.min(WIDE, ...lane.map(([start]) => start).filter((start) => start > from));
  const right = cut(event.label, next - from - 4);
  if (shape.kind === 'bar') return wordsAt(right, shape.x0, 0);
  const before = Math.max(0, ...lane.map(([, stop]) => stop).filter((stop) => stop < end));
  const left = cut(event.label, px(shape.x) - LABEL - before);
  return left.length > right.length ? wordsAt(left, shape.x, -LABEL, true) : wordsAt(right, shape.x, LABEL);
}

/** Words that no label ends with before its ellipsis. */
const WEAK = /(?:\s+(?:an?|the|of|in|on|at|to|for|from|by|with|and|or|as|is|his|her|its|their))+$/i;

/** The words that fit into so many pixels, cut at a word with an ellipsis; empty rather than under `SHORTEST`. */
function cut(label: string, room: number): string {
  const fit = Math.floor(room / CHARACTER);
  if (label.length <= fit) return label;
  const short = label
    .slice(0, Math.max(0, fit - 1))
    .replace(/\s+\S*$/, '')
    .replace(WEAK, '')
    .replace(/[,;:–—-]+$/, '');
  return short.length < SHORTEST ? '' : `${short}…`;
}
