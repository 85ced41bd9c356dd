import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { cacheDir, digestOf, writeWhole } from '../cache.ts';
import type { Policy } from '../policy.ts';
import { buildGround } from './ground.ts';
import { basemapDigest } from './tiles.ts';
import { cutTrack, trackOf, type Track, type TrackBox, type Window } from './track.ts';

/** The ground, projected once: `land` and `lakes` by polygon, outer ring first; the rest as lines. */
export interface ProjectedGround {
  land: Track[][];
  lakes: Track[][];
  rivers: Track[];
  regions: Track[];
  borders: Track[];
  disputed: Track[];
}

/** SVG path data of each layer of the ground within a window; empty strings where it has none. */
export type GroundPaths = Record<keyof ProjectedGround, string>;

const projected = new Map<string, ProjectedGround>();

/** The code that projects and ranks, beside what `basemapDigest` knows. */
const MAKERS = ['track', 'ground-path', 'project'].map((name) => `src/basemap/${name}.ts`);

/** The projected ground, once for a policy: from the cache, or read and projected into it (about 0.8 s). */
export function loadGround(policy: Policy): ProjectedGround {
  const digest = basemapDigest(policy);
  const found = projected.get(digest) ?? readProjected(policy, digest);
  projected.set(digest, found);
  return found;
}

function readProjected(policy: Policy, digest: string): ProjectedGround {
  const makers = digestOf(process.version, ...MAKERS.map((file) => readFileSync(file))).slice(0, 12);
  const file = cacheDir('ground', `${digest}-${makers}.bin`);
  try {
    return deserialize(readFileSync(file)) as ProjectedGround;
  } catch {
    const made = projectGround(policy); // none there, or one that can't be read
    writeWhole(file, serialize(made));
    return made;
  }
}

function projectGround(policy: Policy): ProjectedGround {
  const ground = buildGround(policy);
  return {
    land: ground.land.map((rings) => rings.map(trackOf)),
    lakes: ground.lakes.map((rings) => rings.map(trackOf)),
    rivers: ground.rivers.map(trackOf),
    regions: ground.regions.map(trackOf),
    borders: ground.borders.map(trackOf),
    disputed: ground.disputed.map(trackOf),
  };
}

export interface PathOptions {
  tolerance?: number;
  unit?: number;
  margin?: number;
  /** Rings smaller than this, in pixels, are left out. */
  speck?: number;
  /** The part of the window that is usually seen: beyond it the ground is coarser, the more so the farther away. */
  usual?: TrackBox;
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
  const rings = (polygons: Track[][]) =>
    polygons
      .flat()
      .flatMap((track) => cutTrack(track, window, { margin, tolerance, usual, closed: true }))
      .map((points) => writePath(points, unit, true, speck))
      .join('');
  const lines = (tracks: Track[], least = 0) =>
    tracks
      .flatMap((track) => cutTrack(track, window, { margin, tolerance, usual, closed: false }))
      .map((points) => writePath(points, unit, false, least))
      .join('');
  return {
    land: rings(ground.land),
    lakes: rings(ground.lakes),
    rivers: lines(ground.rivers, 4),
    regions: lines(ground.regions),
    borders: lines(ground.borders),
    disputed: lines(ground.disputed),
  };
}

/** Path data in whole units, relative; nothing for a ring or line smaller than `speck` pixels. */
function writePath(kept: number[], unit: number, closed: boolean, speck: number): string {
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
