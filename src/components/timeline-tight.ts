import type { Shape } from './timeline.ts';
import { cutLabel, type Extent, px, wordsAt } from './timeline-labels.ts';
import type { LaidItem, Shaped } from './timeline-lanes.ts';
import { CHARACTER, extentOf, LANES, MARK } from './timeline-sizes.ts';

/**
 * Points, then bars, in so many lanes by their marks alone, a disc beside its day where the lanes are full; labels take what
 * is left of their lane. What no lane has room for has lane `LANES`.
 */
export function layTight(sorted: readonly Shaped[], count: number): LaidItem[] {
  const lanes: Extent[][] = Array.from({ length: count }, () => []);
  const laid = sorted.map(([event, shape]) => {
    const { lane, column, extent } = findRoom(lanes, shape);
    lanes[lane]?.push(extent);
    return { event, shape, lane, column, counted: false };
  });
  return laid.map((item) => {
    const lane = lanes[item.lane] ?? [];
    const shown = item.column === 0 && item.lane < count;
    const words = shown ? cutLabel(item.event, item.shape, lane) : wordsAt('', 0, 0);
    const at = px(words.labelX) + words.labelDx;
    const width = words.label.length * CHARACTER;
    if (width > 0) lane.push(words.labelEnds ? [at - width, at] : [at, at + width]);
    return { ...item, ...words };
  });
}

/** The free lane with most room before the mark, so that labels have some; for a disc, then a column beside its day. */
function findRoom(lanes: readonly Extent[][], shape: Shape) {
  const [from, to] = extentOf(shape);
  const columns = shape.kind === 'point' ? [0, 1, -1, 2, -2] : [0];
  for (const column of columns) {
    const extent = [from + column * MARK, to + column * MARK] as const;
    const [best] = lanes
      .map((lane, i) => ({ lane: i, room: roomBefore(lane, extent) }))
      .filter(({ room }) => room >= 0)
      .sort((a, b) => (a.room === b.room ? a.lane - b.lane : b.room - a.room));
    if (best) return { lane: best.lane, column, extent };
  }
  return { lane: LANES, column: 0, extent: [from, to] as const };
}

/** Pixels from the mark before, without end where there is none; negative where the lane is not free. */
function roomBefore(lane: readonly Extent[], [from, to]: Extent): number {
  if (lane.some(([start, end]) => to > start && from < end)) return -1;
  return from - Math.max(-Infinity, ...lane.map(([, end]) => end).filter((end) => end <= from));
}
