import { describe, expect, it } from 'vitest';
import { cutTrack, ranksOf, trackOf, type Window } from './track.ts';

/** A coast of many points, the same at each run. */
const coast = Array.from({ length: 400 }, (_, i) => [
  -20 + i / 10,
  8 * Math.sin(i / 9) + 2 * Math.sin(i * 1.7) + Math.sin(i * 5.3) / 4,
]);
const ring = [...coast, [20, -30], [-20, -30], coast[0]!];

/** A window of so many degrees around a point, 100 pixels wide. */
function windowAt(lng: number, lat: number, span: number): Window {
  const world = (100 * 360) / span;
  const [x, y] = trackOf([[lng, lat]]).points as unknown as [number, number];
  return { left: x - 50 / world, top: y - 50 / world, world, width: 100, height: 100 };
}

/** Douglas–Peucker by the book, as an oracle: the numbers of the points that stay. */
function byTheBook(points: Float64Array, tolerance: number, from: number, to: number): number[] {
  const [ax, ay, bx, by] = [from, to].flatMap((i) => [points[2 * i]!, points[2 * i + 1]!]) as number[];
  const off = (i: number) => {
    const [dx, dy] = [bx! - ax!, by! - ay!];
    const [px, py] = [points[2 * i]! - ax!, points[2 * i + 1]! - ay!];
    const t = dx || dy ? Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy))) : 0;
    return Math.hypot(px - t * dx, py - t * dy);
  };
  const between = Array.from({ length: to - from - 1 }, (_, i) => from + 1 + i);
  const far = between.reduce((best, i) => (best < 0 || off(i) > off(best) ? i : best), -1);
  if (far < 0 || off(far) <= tolerance) return [from, to];
  return [...byTheBook(points, tolerance, from, far).slice(0, -1), ...byTheBook(points, tolerance, far, to)];
}

describe('ranksOf', () => {
  it.each([0.0001, 0.0005, 0.002, 0.01, 0.1])('keeps what Douglas–Peucker keeps at %d', (tolerance) => {
    const { points, ranks } = trackOf(ring);
    const kept = [...ranks.keys()].filter((i) => ranks[i]! > tolerance);
    expect(kept).toEqual(byTheBook(points, tolerance, 0, ranks.length - 1));
  });

  it('ranks no point of a straight line between its ends', () => {
    expect([...ranksOf(new Float64Array([0, 0, 1, 0, 2, 0]))]).toEqual([Infinity, 0, Infinity]);
  });

  it('ranks nothing of nothing', () => expect([...ranksOf(new Float64Array())]).toEqual([]));
});

describe('cutTrack', () => {
  const options = { margin: 4, closed: true };

  it('gives all points of a ring that lies in the window', () => {
    const [points] = cutTrack(trackOf(ring), windowAt(0, 0, 120), options);
    expect(points).toHaveLength(2 * ring.length);
  });

  it('gives nothing of a ring beyond the window', () => {
    expect(cutTrack(trackOf(ring), windowAt(60, 0, 20), options)).toEqual([]);
  });

  it.each([
    [-15, 0, 10],
    [5, -3, 4],
    [0, 5, 2],
    [12, 0, 30],
  ])('covers the same area around %d, %d as the whole ring', (lng, lat, span) => {
    const window = windowAt(lng, lat, span);
    const parts = cutTrack(trackOf(ring), window, options);
    const far: Window = { ...window, left: window.left - 5e3 / window.world, width: 1e4 };
    const all = cutTrack(
      trackOf(ring),
      { ...far, top: window.top - 5e3 / window.world, height: 1e4 },
      options,
    );
    for (let x = 2.5; x < 100; x += 9.7) {
      for (let y = 2.5; y < 100; y += 9.7) {
        expect(inside(parts, x, y)).toBe(inside(all, x + 5e3, y + 5e3));
      }
    }
  });

  it('stays within the window and its margin', () => {
    const points = cutTrack(trackOf(ring), windowAt(5, 0, 6), options).flat();
    expect(Math.min(...points)).toBeGreaterThanOrEqual(-4 - 1e-6);
    expect(Math.max(...points)).toBeLessThanOrEqual(104 + 1e-6);
  });

  it('parts a line where it leaves the window', () => {
    const parts = cutTrack(trackOf(coast), windowAt(0, 5, 8), { margin: 0, closed: false });
    expect(parts.length).toBeGreaterThan(1);
  });

  it('draws a ring in each copy of the world that the window shows', () => {
    const window = { left: 0.4, top: 0.3, world: 200, width: 260, height: 80 };
    expect(cutTrack(trackOf(ring), window, options).length).toBe(2);
  });

  it('keeps fewer points the coarser it may be, and fewest where few look', () => {
    const count = (tolerance: number, usual?: [number, number, number, number]) =>
      cutTrack(trackOf(ring), windowAt(0, 0, 50), { ...options, tolerance, usual }).flat().length;
    expect(count(1)).toBeLessThan(count(0));
    expect(count(1, [45, 45, 55, 55])).toBeLessThan(count(1));
  });
});

/** Even-odd over all rings. */
function inside(rings: number[][], x: number, y: number): boolean {
  let is = false;
  for (const points of rings) {
    for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
      const [xi, yi, xj, yj] = [points[i]!, points[i + 1]!, points[j]!, points[j + 1]!];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) is = !is;
    }
  }
  return is;
}
