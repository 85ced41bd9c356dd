import type { LngLat } from '../geo.ts';
import type { ProjectedGround } from './ground-path.ts';
import type { Track } from './track.ts';
import { mercator } from './project.ts';

/** True where a point lies in the sea or in a lake. */
export function isWater(ground: ProjectedGround, at: LngLat): boolean {
  const [x, y] = mercator(at);
  return !inPolygons(ground.land, x, y) || inPolygons(ground.lakes, x, y);
}

/** True where a point (in units of the world's width) lies in one of the polygons, holes left out, on any turn of the world. */
export function inPolygons(polygons: readonly Track[][], x: number, y: number): boolean {
  return [-1, 0, 1].some((turn) =>
    polygons.some((rings) => rings.reduce((inside, ring) => inside !== inRing(ring, x + turn, y), false)),
  );
}

function inRing({ points, box }: Track, x: number, y: number): boolean {
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
  let inside = false;
  for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
    const [xi, yi, xj, yj] = [points[i]!, points[i + 1]!, points[j]!, points[j + 1]!];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
