import type { Policy } from '../policy.ts';
import { buildGround, type Line } from './ground.ts';
import { mercator } from './project.ts';
import { basemapDigest } from './tiles.ts';

/** A ring or line in units of the world's width (`mercator`), flat x, y, x, y …, with its box. */
export interface Track {
  points: Float64Array;
  box: [x0: number, y0: number, x1: number, y1: number];
}

/** The ground, projected once: `land` and `lakes` by polygon, outer ring first; the rest as lines. */
export interface ProjectedGround {
  land: Track[][];
  lakes: Track[][];
  rivers: Track[];
  regions: Track[];
  borders: Track[];
  disputed: Track[];
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

/** SVG path data of each layer of the ground within a window; empty strings where it has none. */
export type GroundPaths = Record<keyof ProjectedGround, string>;

const projected = new Map<string, ProjectedGround>();

/** Reads and projects the ground, once for a policy (about 0.8 s). */
export function loadGround(policy: Policy): ProjectedGround {
  const digest = basemapDigest(policy);
  const found = projected.get(digest);
  if (found) return found;
  const ground = buildGround(policy);
  const made: ProjectedGround = {
    land: ground.land.map((rings) => rings.map(trackOf)),
    lakes: ground.lakes.map((rings) => rings.map(trackOf)),
    rivers: ground.rivers.map(trackOf),
    regions: ground.regions.map(trackOf),
    borders: ground.borders.map(trackOf),
    disputed: ground.disputed.map(trackOf),
  };
  projected.set(digest, made);
  return made;
}

/** A ring or line of degrees, projected. */
export function trackOf(line: Line): Track {
  const points = new Float64Array(line.length * 2);
  const box: Track['box'] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [i, [lng, lat]] of line.entries()) {
    const [x, y] = mercator([lng!, lat!]);
    points[2 * i] = x;
    points[2 * i + 1] = y;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return { points, box };
}

export interface PathOptions {
  tolerance?: number;
  unit?: number;
  margin?: number;
  /** Rings smaller than this, in pixels, are left out. */
  speck?: number;
  /** The part of the window that is usually seen: beyond it the ground is coarser, the more so the farther away. */
  usual?: [x0: number, y0: number, x1: number, y1: number];
}

/**
 * Cuts the ground to a window and writes it as path data, simplified by `tolerance` pixels, in whole multiples of `unit`
 * pixels (relative commands). What lies `margin` pixels outside is kept, so that no cut edge shows.
 */
export function groundPaths(
  ground: ProjectedGround,
  window: Window,
  { tolerance = 0.4, unit = 0.1, margin = 8, speck = 1, usual }: PathOptions = {},
): GroundPaths {
  const fit = atGrain(ground, tolerance / window.world);
  const rings = (polygons: Track[][]) =>
    polygons
      .flatMap((polygon) => polygon.flatMap((track) => cutTrack(track, window, margin, true)))
      .map((points) => writePath(points, tolerance, unit, true, speck, usual))
      .join('');
  const lines = (tracks: Track[], least = 0) =>
    tracks
      .flatMap((track) => cutTrack(track, window, margin, false))
      .map((points) => writePath(points, tolerance, unit, false, least, usual))
      .join('');
  return {
    land: rings(fit.land),
    lakes: rings(fit.lakes),
    rivers: lines(fit.rivers, 4),
    regions: lines(fit.regions),
    borders: lines(fit.borders),
    disputed: lines(fit.disputed),
  };
}

const scales = new WeakMap<ProjectedGround, Map<number, ProjectedGround>>();

/**
 * The ground without what no map of this grain can show: simplified, once for each power of two, to at most a quarter of
 * `grain` (the world's width is 1). A map of the whole world then costs some thousand points and not half a million.
 */
function atGrain(ground: ProjectedGround, grain: number): ProjectedGround {
  const level = Math.ceil(Math.log2(1 / grain));
  if (level > FINEST) return ground;
  const made = scales.get(ground) ?? new Map<number, ProjectedGround>();
  scales.set(ground, made);
  const known = made.get(level);
  if (known) return known;
  const least = 2 ** -level / 4;
  const coarser = ({ points, box }: Track): Track => ({
    points: Float64Array.from(simplify(points, least)),
    box,
  });
  const fit: ProjectedGround = {
    land: ground.land.map((polygon) => polygon.map(coarser)),
    lakes: ground.lakes.map((polygon) => polygon.map(coarser)),
    rivers: ground.rivers.map(coarser),
    regions: ground.regions.map(coarser),
    borders: ground.borders.map(coarser),
    disputed: ground.disputed.map(coarser),
  };
  made.set(level, fit);
  return fit;
}

/** Beyond this the source itself is coarser than the map: about 150 m. */
const FINEST = 18;

/** The parts of a track inside the window, in its pixels, in each copy of the world that the window shows. */
export function cutTrack(track: Track, window: Window, margin: number, closed: boolean): number[][] {
  const edge: Track['box'] = [-margin, -margin, window.width + margin, window.height + margin];
  const parts: number[][] = [];
  // What goes around the world more than once holds its own copies.
  const turns = track.box[2] - track.box[0] > 1.5 ? [0] : [-1, 0, 1];
  for (const turn of turns) {
    const toX = (x: number) => (x + turn - window.left) * window.world;
    const toY = (y: number) => (y - window.top) * window.world;
    const [x0, y0, x1, y1] = [toX(track.box[0]), toY(track.box[1]), toX(track.box[2]), toY(track.box[3])];
    if (x1 < edge[0] || x0 > edge[2] || y1 < edge[1] || y0 > edge[3]) continue;
    const points: number[] = new Array<number>(track.points.length);
    for (let i = 0; i < points.length; i += 2) {
      points[i] = toX(track.points[i]!);
      points[i + 1] = toY(track.points[i + 1]!);
    }
    const whole = x0 >= edge[0] && x1 <= edge[2] && y0 >= edge[1] && y1 <= edge[3];
    if (whole) parts.push(points);
    else if (closed) parts.push(clipRing(points, edge));
    else parts.push(...clipLine(points, edge));
  }
  return parts.filter((points) => points.length >= 4);
}

/** Sutherland–Hodgman: one ring in, one ring out, its edges along the window's edge where it leaves. */
function clipRing(points: number[], [x0, y0, x1, y1]: Track['box']): number[] {
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
function clipLine(points: number[], [x0, y0, x1, y1]: Track['box']): number[][] {
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

/** Path data in whole units, relative; nothing for a ring or line smaller than `speck` pixels. */
function writePath(
  points: number[],
  tolerance: number,
  unit: number,
  closed: boolean,
  speck: number,
  usual?: PathOptions['usual'],
): string {
  const kept = simplify(points, tolerance, usual);
  if (extent(kept) < speck) return '';
  let [px, py] = [Math.round(kept[0]! / unit), Math.round(kept[1]! / unit)];
  const start = `M${px} ${py}`;
  let d = '';
  for (let i = 2; i < kept.length; i += 2) {
    const [x, y] = [Math.round(kept[i]! / unit), Math.round(kept[i + 1]! / unit)];
    if (x === px && y === py) continue;
    d += `${d === '' ? 'l' : x - px < 0 ? '' : ' '}${x - px}${y - py < 0 ? '' : ' '}${y - py}`;
    [px, py] = [x, y];
  }
  return d === '' ? '' : start + d + (closed ? 'z' : '');
}

function extent(points: number[]): number {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    x0 = Math.min(x0, points[i]!);
    x1 = Math.max(x1, points[i]!);
    y0 = Math.min(y0, points[i + 1]!);
    y1 = Math.max(y1, points[i + 1]!);
  }
  return Math.max(x1 - x0, y1 - y0);
}

/** How far a point lies from the middle of a box: 1 at its edge, 2 at twice the way. */
function farOut(x: number, y: number, [x0, y0, x1, y1]: NonNullable<PathOptions['usual']>): number {
  return Math.max(Math.abs(2 * x - x0 - x1) / (x1 - x0), Math.abs(2 * y - y0 - y1) / (y1 - y0));
}

/**
 * Douglas–Peucker on flat points, without recursion; the ends stay. Outside `usual` a third of the distance counts, and
 * less the farther out a point lies: only flat or tall frames reach there, and those are drawn smaller.
 */
export function simplify(
  points: ArrayLike<number>,
  tolerance: number,
  usual?: PathOptions['usual'],
): number[] {
  const count = points.length / 2;
  const keep = new Uint8Array(count);
  keep[0] = keep[count - 1] = 1;
  const spans = [0, count - 1];
  const least = tolerance * tolerance;
  // A ring's ends meet: its farthest point splits it first.
  while (spans.length > 0) {
    const b = spans.pop()!;
    const a = spans.pop()!;
    const [ax, ay] = [points[2 * a]!, points[2 * a + 1]!];
    const [dx, dy] = [points[2 * b]! - ax, points[2 * b + 1]! - ay];
    const length = dx * dx + dy * dy;
    let far = least;
    let at = -1;
    for (let i = a + 1; i < b; i += 1) {
      const x = points[2 * i]!;
      const y = points[2 * i + 1]!;
      const px = x - ax;
      const py = y - ay;
      const t = length > 0 ? Math.max(0, Math.min(1, (px * dx + py * dy) / length)) : 0;
      const ex = px - t * dx;
      const ey = py - t * dy;
      let off = ex * ex + ey * ey; // squared: a root for each of a million points is what this would cost
      if (off <= far) continue;
      if (usual) {
        const out = farOut(x, y, usual);
        if (out > 1) off /= 9 * out * out;
      }
      if (off > far) [far, at] = [off, i];
    }
    if (at > 0) {
      keep[at] = 1;
      spans.push(a, at, at, b);
    }
  }
  const out: number[] = [];
  for (let i = 0; i < count; i += 1) if (keep[i]) out.push(points[2 * i]!, points[2 * i + 1]!);
  return out;
}
