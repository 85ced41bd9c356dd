import type { Bbox } from '../geo.ts';
import type { Policy } from '../policy.ts';
import type { StoryPlace } from '../story/schema.ts';
import { cutTrack, trackOf, type ProjectedGround, type Track } from './ground-path.ts';
import type { MapName } from './map-story.ts';
import { readCountries, readSeas } from './names.ts';
import { mercatorBox, unmercator } from './project.ts';
import { loadShapes } from './shapes.ts';

/** The names of countries, seas and areas that have room in a camera's box, seas first. */
export type CameraNames = (bbox: Bbox, places: readonly StoryPlace[]) => MapName[];

/** Cells of the grid, a side, on which room is measured. */
const CELLS = 40;

/** A name is some five times as wide as high. */
const ASPECT = 5;

/** Boxes no wider than this are close: they name neighbours too, not only the countries of the story. */
const CLOSE_DEGREES = 6;

/** Territories that a map names though the source has no country of that name; boxes as their shapes have them. */
const TERRITORIES = [
  { name: 'West Bank', bbox: [34.88, 31.34, 35.58, 32.55], country: 'PS' },
  { name: 'Gaza Strip', bbox: [34.19, 31.21, 34.57, 31.6], country: 'PS' },
] as const;

/**
 * Prepares names for cameras. A country is named where a place of the story lies in it, in a close view also where it is a
 * neighbour; never one that the story itself speaks of as a place, for then the scene says when. Each name stands where
 * the country or water has most room within the box, and says how much.
 */
export function loadCameraNames(ground: ProjectedGround, policy: Policy): CameraNames {
  const shapes = loadShapes(policy);
  const land = ground.land;
  const countries = readCountries().filter(({ iso, name }) => iso !== null && name !== '');
  const areas = TERRITORIES.map(({ name, bbox, country }) => ({
    name,
    shape: shapes({ id: `area:${name}`, name, kind: 'area', country, bbox: [...bbox] }),
  }));
  const tracks = new Map<string, Track[][]>();
  const tracksOf = (name: string, iso: string): Track[][] => {
    const polygons =
      tracks.get(name) ??
      (shapes({ id: '', name, kind: 'country', country: iso, bbox: null })?.polygons ?? []).map((rings) =>
        rings.map(trackOf),
      );
    tracks.set(name, polygons);
    return polygons;
  };

  return (bbox, places) => {
    const box = mercatorBox(bbox);
    const close = (box[2] - box[0]) * 360 <= CLOSE_DEGREES;
    const hosts = new Set(places.filter(({ role }) => role !== 'mention').map(({ country }) => country));
    const asked = new Set(places.filter(({ kind }) => kind === 'country').map(({ name }) => name));
    const names: MapName[] = [];
    for (const { name, bbox: sea, rank } of readSeas()) {
      const water = mercatorBox(sea);
      const common = [-1, 0, 1]
        .map(
          (turn) =>
            [
              Math.max(box[0], water[0] + turn),
              Math.max(box[1], water[1]),
              Math.min(box[2], water[2] + turn),
              Math.min(box[3], water[3]),
            ] as const,
        )
        .find(([x0, y0, x1, y1]) => x1 > x0 && y1 > y0);
      if (!common || (rank === 1 && close)) continue;
      const grid = gridOf(box);
      fill(grid, box, land, true);
      keepBox(grid, box, common);
      const best = roomiest(grid, box);
      if (best) names.push({ name, kind: 'sea', ...best });
    }
    const mine = countries.filter(
      ({ iso, name }) => hosts.has(iso) || (close && (!asked.has(name) || places.length > 0)),
    );
    for (const { name, iso } of mine) {
      const grid = gridOf(box);
      fill(grid, box, tracksOf(name, iso!), false);
      const best = roomiest(grid, box);
      if (best) names.push({ name, kind: 'country', ...best });
    }
    if (close) {
      for (const { name, shape } of areas) {
        const grid = gridOf(box);
        fill(
          grid,
          box,
          (shape?.polygons ?? []).map((rings) => rings.map(trackOf)),
          false,
        );
        const best = roomiest(grid, box);
        if (best) names.push({ name, kind: 'area', ...best });
      }
    }
    return names;
  };
}

type Grid = Uint8Array;

function gridOf(_box: readonly number[]): Grid {
  return new Uint8Array(CELLS * CELLS);
}

/** Sets the cells whose middle lies in the polygons (or, `outside`, doesn't), by scan lines. */
function fill(
  grid: Grid,
  box: readonly [number, number, number, number],
  polygons: readonly Track[][],
  outside: boolean,
): void {
  const window = { left: box[0], top: box[1], world: CELLS / (box[2] - box[0]), width: CELLS, height: 0 };
  const tall = (box[3] - box[1]) * window.world;
  const stretch = CELLS / tall;
  const inside = new Uint8Array(CELLS * CELLS);
  for (const polygon of polygons) {
    for (const track of polygon) {
      for (const ring of cutTrack(track, { ...window, height: tall }, 1, true)) {
        for (let row = 0; row < CELLS; row += 1) {
          const y = (row + 0.5) / stretch;
          for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            const [xi, yi, xj, yj] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
            if (yi > y === yj > y) continue;
            const x = ((xj - xi) * (y - yi)) / (yj - yi) + xi;
            for (let column = Math.max(0, Math.ceil(x - 0.5)); column < CELLS; column += 1) {
              const cell = row * CELLS + column;
              inside[cell] = 1 - inside[cell]!;
            }
          }
        }
      }
    }
  }
  for (let i = 0; i < grid.length; i += 1) grid[i] = outside ? 1 - inside[i]! : inside[i]!;
}

function keepBox(grid: Grid, box: readonly number[], [x0, y0, x1, y1]: readonly number[]): void {
  for (let i = 0; i < grid.length; i += 1) {
    const x = box[0]! + (((i % CELLS) + 0.5) / CELLS) * (box[2]! - box[0]!);
    const y = box[1]! + ((Math.floor(i / CELLS) + 0.5) / CELLS) * (box[3]! - box[1]!);
    if (x < x0! || x > x1! || y < y0! || y > y1!) grid[i] = 0;
  }
}

/** The middle of the widest run of a label's proportions that the set cells hold, and its share of the box's width. */
function roomiest(grid: Grid, box: readonly number[]): { at: [number, number]; room: number } | null {
  const ratio = (box[3]! - box[1]!) / (box[2]! - box[0]!);
  const sums = new Int32Array((CELLS + 1) * (CELLS + 1));
  for (let y = 0; y < CELLS; y += 1) {
    for (let x = 0; x < CELLS; x += 1) {
      sums[(y + 1) * (CELLS + 1) + x + 1] =
        grid[y * CELLS + x]! +
        sums[y * (CELLS + 1) + x + 1]! +
        sums[(y + 1) * (CELLS + 1) + x]! -
        sums[y * (CELLS + 1) + x]!;
    }
  }
  const sum = (x: number, y: number) => sums[y * (CELLS + 1) + x]!;
  const full = (x0: number, y0: number, x1: number, y1: number) => {
    const set = sum(x1, y1) - sum(x1, y0) - sum(x0, y1) + sum(x0, y0);
    return set === (x1 - x0) * (y1 - y0);
  };
  for (let width = CELLS; width >= 3; width -= 1) {
    const height = Math.max(1, Math.round(width / ASPECT / ratio));
    let [best, at] = [Infinity, null as [number, number] | null];
    for (let y = 0; y + height <= CELLS; y += 1) {
      for (let x = 0; x + width <= CELLS; x += 1) {
        if (!full(x, y, x + width, y + height)) continue;
        const [mx, my] = [x + width / 2, y + height / 2];
        const off = Math.hypot(mx - CELLS / 2, my - CELLS / 2);
        if (off < best) [best, at] = [off, [mx, my]];
      }
    }
    if (at) {
      const lngLat = unmercator(
        box[0]! + (at[0] / CELLS) * (box[2]! - box[0]!),
        box[1]! + (at[1] / CELLS) * (box[3]! - box[1]!),
      );
      const lng = lngLat[0] > 180 ? lngLat[0] - 360 : lngLat[0];
      return { at: [Math.round(lng * 100) / 100, Math.round(lngLat[1] * 100) / 100], room: width / CELLS };
    }
  }
  return null;
}
