import type { Bbox, LngLat } from '../geo.ts';
import { LINE_STEPS } from './map-story.ts';
import { mercatorBox, unmercator } from './project.ts';
import { cutTrack, type Track } from './track.ts';

/** Points at most: some 1 kB in the page. */
const MOST = 120;

/** Points along lines within a box, evenly spaced, in degrees with 2 decimals (about a km); in the lines' order. */
export function pointsAlong(tracks: readonly Track[], bbox: Bbox): LngLat[] {
  const [x0, y0, x1, y1] = mercatorBox(bbox);
  const world = LINE_STEPS / (x1 - x0);
  const window = { left: x0, top: y0, world, width: LINE_STEPS, height: (y1 - y0) * world };
  const lines = tracks.flatMap((track) => cutTrack(track, window, { margin: 0, closed: false }));
  return lines
    .flatMap(evenly)
    .slice(0, MOST)
    .map(([x, y]) => unmercator(x0 + x / world, y0 + y / world).map(round) as LngLat);
}

/** Points of a line, its coordinates in a row, one unit apart. */
function evenly(line: readonly number[]): [x: number, y: number][] {
  const points: [number, number][] = [];
  let next = 0;
  for (let i = 2; i < line.length; i += 2) {
    const [ax, ay, bx, by] = [line[i - 2]!, line[i - 1]!, line[i]!, line[i + 1]!];
    const length = Math.hypot(bx - ax, by - ay);
    for (; next < length; next += 1) {
      points.push([ax + ((bx - ax) * next) / length, ay + ((by - ay) * next) / length]);
    }
    next -= length;
  }
  return points;
}

function round(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}
