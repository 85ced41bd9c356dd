import type { Line } from './ground.ts';
import { mercator } from './project.ts';

/** A box in units of the world's width, or in pixels of a window: left, top, right, bottom. */
export type TrackBox = [x0: number, y0: number, x1: number, y1: number];

/**
 * A ring or line in units of the world's width (`mercator`), with all that cutting and simplifying it need, worked out
 * once: a map then touches only the points that it draws.
 */
export interface Track {
  /** Flat x, y, x, y … */
  points: Float64Array;
  box: TrackBox;
  /** For each point how coarse a tolerance still keeps it, by Douglas–Peucker; endless for the ends. */
  ranks: Float32Array;
  /** For each run of `RUN` points its box and its highest rank. */
  runs: Float64Array;
}

/** A frame's place in the world: pixel = (x − left) · world, and so for y. */
export interface Window {
  left: number;
  top: number;
  /** Pixels of the whole world's width. */
  world: number;
  width: number;
  height: number;
}

/** Points in a run: fewer make the list of runs long, more make runs that lie half in a window. */
const RUN = 32;

/** Numbers that a run takes: its box and its highest rank. */
const RUN_SIZE = 5;

/** A ring or line of degrees, projected. */
export function trackOf(line: Line): Track {
  const points = new Float64Array(line.length * 2);
  for (const [i, [lng, lat]] of line.entries()) points.set(mercator([lng!, lat!]), 2 * i);
  const ranks = ranksOf(points);
  const runs = runsOf(points, ranks);
  const box: TrackBox = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < runs.length; at += RUN_SIZE) {
    box[0] = Math.min(box[0], runs[at]!);
    box[1] = Math.min(box[1], runs[at + 1]!);
    box[2] = Math.max(box[2], runs[at + 2]!);
    box[3] = Math.max(box[3], runs[at + 3]!);
  }
  return { points, box, ranks, runs };
}

/**
 * The rank of each point: Douglas–Peucker splits a line at its farthest point whatever the tolerance, so one pass tells
 * for every tolerance which points stay: those whose distance, and that of each split before theirs, is larger.
 */
export function ranksOf(points: Float64Array): Float32Array {
  const count = points.length / 2;
  const ranks = new Float32Array(count);
  if (count === 0) return ranks;
  ranks[0] = ranks[count - 1] = Infinity;
  const spans: [from: number, to: number, rank: number][] = [[0, count - 1, Infinity]];
  while (spans.length > 0) {
    const [from, to, above] = spans.pop()!;
    const { at, off } = farthest(points, from, to);
    if (at < 0) continue;
    const rank = Math.min(above, Math.sqrt(off));
    ranks[at] = rank;
    spans.push([from, at, rank], [at, to, rank]);
  }
  return ranks;
}

/** The point between two others that is farthest from their line, −1 where all lie on it; `off` is squared. */
function farthest(points: Float64Array, from: number, to: number): { at: number; off: number } {
  const [ax, ay] = [points[2 * from]!, points[2 * from + 1]!];
  const [dx, dy] = [points[2 * to]! - ax, points[2 * to + 1]! - ay];
  const length = dx * dx + dy * dy;
  let [at, off] = [-1, 0];
  for (let i = from + 1; i < to; i += 1) {
    const px = points[2 * i]! - ax;
    const py = points[2 * i + 1]! - ay;
    const t = length > 0 ? Math.max(0, Math.min(1, (px * dx + py * dy) / length)) : 0;
    const ex = px - t * dx;
    const ey = py - t * dy;
    const here = ex * ex + ey * ey; // squared: a root for each of a million points is what this would cost
    if (here > off) [at, off] = [i, here];
  }
  return { at, off };
}

function runsOf(points: Float64Array, ranks: Float32Array): Float64Array {
  const runs = new Float64Array(Math.ceil(ranks.length / RUN) * RUN_SIZE);
  for (let run = 0; run * RUN < ranks.length; run += 1) {
    let [x0, y0, x1, y1, rank] = [Infinity, Infinity, -Infinity, -Infinity, 0];
    for (let i = run * RUN; i < Math.min(ranks.length, (run + 1) * RUN); i += 1) {
      x0 = Math.min(x0, points[2 * i]!);
      y0 = Math.min(y0, points[2 * i + 1]!);
      x1 = Math.max(x1, points[2 * i]!);
      y1 = Math.max(y1, points[2 * i + 1]!);
      rank = Math.max(rank, ranks[i]!);
    }
    runs.set([x0, y0, x1, y1, rank], run * RUN_SIZE);
  }
  return runs;
}

export interface CutOptions {
  /** What lies so many pixels outside is kept, so that no cut edge shows. */
  margin: number;
  closed: boolean;
  /** Pixels by which the line may be off; with 0 every point stays. */
  tolerance?: number;
  /**
   * The part of the window that is usually seen: beyond it the tolerance is three times as large, and more the farther
   * out a point lies: only flat or tall frames reach there, and those are drawn smaller.
   */
  usual?: TrackBox | undefined;
}

/** The parts of a track inside the window, in its pixels, in each copy of the world that the window shows. */
export function cutTrack(track: Track, window: Window, options: CutOptions): number[][] {
  const { margin, closed } = options;
  const { left, top, world } = window;
  const edge: TrackBox = [-margin, -margin, window.width + margin, window.height + margin];
  const [x0, y0, x1, y1] = track.box;
  const parts: number[][] = [];
  // What goes around the world more than once holds its own copies.
  for (const turn of x1 - x0 > 1.5 ? [0] : [-1, 0, 1]) {
    const seen: TrackBox = [
      left - turn + edge[0] / world,
      top + edge[1] / world,
      left - turn + edge[2] / world,
      top + edge[3] / world,
    ];
    if (sideOf(track.box, 0, seen) !== 0) continue;
    const points = pointsNear(track, { ...window, left: left - turn }, seen, options);
    if (x0 >= seen[0] && x1 <= seen[2] && y0 >= seen[1] && y1 <= seen[3]) parts.push(points);
    else if (closed) parts.push(clipRing(points, edge));
    else parts.push(...clipLine(points, edge));
  }
  return parts.filter((points) => points.length >= 4);
}

/** The points of a track that tolerance keeps, in a window's pixels; what lies beyond one of its edges is cut short there. */
function pointsNear(
  { points, ranks, runs }: Track,
  { left, top, world }: Window,
  seen: TrackBox,
  { tolerance = 0, usual }: CutOptions,
): number[] {
  const least = tolerance / world;
  const out: number[] = [];
  const push = (i: number) => out.push((points[2 * i]! - left) * world, (points[2 * i + 1]! - top) * world);
  let before = 0;
  for (let run = 0; run * RUN < ranks.length; run += 1) {
    const [from, end] = [run * RUN, Math.min(ranks.length, (run + 1) * RUN)];
    const side = sideOf(runs, run * RUN_SIZE, seen);
    if (side !== 0) {
      if (side === before) out.length -= 2;
      else push(from);
      push(end - 1);
    } else if (tolerance === 0) {
      for (let i = from; i < end; i += 1) push(i);
    } else if (runs[run * RUN_SIZE + 4]! > least) {
      for (let i = from; i < end; i += 1) {
        const rank = ranks[i]!;
        if (rank <= least) continue;
        push(i);
        if (!usual) continue;
        const far = farOut(out.at(-2)!, out.at(-1)!, usual);
        if (far > 1 && rank <= 3 * far * least) out.length -= 2;
      }
    }
    before = side;
  }
  return out;
}

/** How far a point lies from the middle of a box: 1 at its edge, 2 at twice the way. */
function farOut(x: number, y: number, [x0, y0, x1, y1]: TrackBox): number {
  return Math.max(Math.abs(2 * x - x0 - x1) / (x1 - x0), Math.abs(2 * y - y0 - y1) / (y1 - y0));
}

/** Beyond which edge of a box another lies whole: 1 left, 2 right, 3 above, 4 below; 0 where they meet. */
function sideOf(boxes: ArrayLike<number>, at: number, seen: TrackBox): number {
  if (boxes[at + 2]! < seen[0]) return 1;
  if (boxes[at]! > seen[2]) return 2;
  if (boxes[at + 3]! < seen[1]) return 3;
  return boxes[at + 1]! > seen[3] ? 4 : 0;
}

/** Sutherland–Hodgman: one ring in, one ring out, its edges along the window's edge where it leaves. */
function clipRing(points: number[], [x0, y0, x1, y1]: TrackBox): number[] {
  let ring = points;
  for (const [axis, limit, sign] of [
    [0, x0, 1],
    [0, x1, -1],
    [1, y0, 1],
    [1, y1, -1],
  ] as const) {
    const out: number[] = [];
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const a = (ring[j + axis]! - limit) * sign;
      const b = (ring[i + axis]! - limit) * sign;
      if (a >= 0 !== b >= 0) {
        const t = a / (a - b);
        out.push(ring[j]! + (ring[i]! - ring[j]!) * t, ring[j + 1]! + (ring[i + 1]! - ring[j + 1]!) * t);
      }
      if (b >= 0) out.push(ring[i]!, ring[i + 1]!);
    }
    ring = out;
    if (ring.length === 0) break;
  }
  return ring;
}

/** Liang–Barsky, segment by segment. */
function clipLine(points: number[], [x0, y0, x1, y1]: TrackBox): number[][] {
  const parts: number[][] = [];
  let open: number[] | null = null;
  for (let i = 2; i < points.length; i += 2) {
    const [ax, ay, bx, by] = [points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!];
    let [from, to] = [0, 1];
    for (const [step, room] of [
      [ax - bx, ax - x0],
      [bx - ax, x1 - ax],
      [ay - by, ay - y0],
      [by - ay, y1 - ay],
    ] as const) {
      if (step < 0) from = Math.max(from, room / step);
      else if (step > 0) to = Math.min(to, room / step);
      else if (room < 0) to = -1;
    }
    if (from > to) {
      open = null;
      continue;
    }
    if (!open || from > 0) parts.push((open = [ax + (bx - ax) * from, ay + (by - ay) * from]));
    open.push(ax + (bx - ax) * to, ay + (by - ay) * to);
    if (to < 1) open = null;
  }
  return parts;
}
