import type { LngLat } from '../geo.ts';
import { unmercator } from './project.ts';
import { cutTrack, type Track } from './track.ts';

/** Cells of the grid, a side, on which room is measured. */
const CELLS = 40;

/** A name is some five times as wide as high. */
const ASPECT = 5;

/** Lines may be off by a tenth of a cell, and end a cell beyond the box. */
const CUT = { margin: 1, closed: true, tolerance: 0.1 };

/** No name needs more of a box than this; then it may stand at several points. */
const ENOUGH = 36;

/** A box in units of the world's width, north-west corner first. */
export type WorldBox = readonly [x0: number, y0: number, x1: number, y1: number];

/** Which cells of a box belong to something, row by row from the north-west. */
export type Grid = Uint8Array;

/** The cells whose middle lies in the polygons, by scan lines. */
export function gridOf(box: WorldBox, polygons: readonly Track[][]): Grid {
  const grid = new Uint8Array(CELLS * CELLS);
  const world = CELLS / (box[2] - box[0]);
  const tall = (box[3] - box[1]) * world;
  const window = { left: box[0], top: box[1], world, width: CELLS, height: tall };
  for (const ring of polygons.flat().flatMap((track) => cutTrack(track, window, CUT))) {
    for (let row = 0; row < CELLS; row += 1) {
      const y = ((row + 0.5) * tall) / CELLS;
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
        const [xi, yi, xj, yj] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
        if (yi > y ? yj > y : yj <= y) continue;
        const x = ((xj - xi) * (y - yi)) / (yj - yi) + xi;
        for (let cell = row * CELLS + Math.max(0, Math.ceil(x - 0.5)); cell < (row + 1) * CELLS; cell += 1) {
          grid[cell] = 1 - grid[cell]!;
        }
      }
    }
  }
  return grid;
}

/** The cells whose middle passes a test in units of the world's width. */
export function filterGrid(
  grid: Grid,
  box: WorldBox,
  keep: (x: number, y: number, set: boolean) => boolean,
): Grid {
  return grid.map((set, i) => {
    const x = box[0] + (((i % CELLS) + 0.5) / CELLS) * (box[2] - box[0]);
    const y = box[1] + ((Math.floor(i / CELLS) + 0.5) / CELLS) * (box[3] - box[1]);
    return keep(x, y, set === 1) ? 1 : 0;
  });
}

/**
 * Where a name has most room within the set cells: up to three points, the one nearest to the box's middle first, and the
 * width that it may take there as a share of the box's. Null where not even a short name has room.
 */
export function roomiest(grid: Grid, box: WorldBox): { at: LngLat[]; room: number } | null {
  if (!grid.includes(1)) return null;
  const ratio = (box[3] - box[1]) / (box[2] - box[0]);
  const sums = sumsOf(grid);
  for (let width = ENOUGH; width >= 3; width -= 1) {
    const height = Math.max(1, Math.round(width / ASPECT / ratio));
    const fits = placesFor(sums, width, height);
    if (fits.length === 0) continue;
    const chosen = fits.reduce<[number, number][]>((kept, spot) => {
      const apart = kept.every(([x, y]) => Math.hypot(x - spot[0], y - spot[1]) >= CELLS / 4);
      return kept.length < 3 && apart ? [...kept, spot] : kept;
    }, []);
    return { at: chosen.map((spot) => lngLatOf(spot, box)), room: width / CELLS };
  }
  return null;
}

/** Middles of all rectangles of this size that the cells fill, the nearest to the middle of the box first. */
function placesFor(sums: Int32Array, width: number, height: number): [x: number, y: number][] {
  const sum = (x: number, y: number) => sums[y * (CELLS + 1) + x]!;
  const found: [number, number][] = [];
  for (let y = 0; y + height <= CELLS; y += 1) {
    for (let x = 0; x + width <= CELLS; x += 1) {
      const set = sum(x + width, y + height) - sum(x + width, y) - sum(x, y + height) + sum(x, y);
      if (set === width * height) found.push([x + width / 2, y + height / 2]);
    }
  }
  const off = ([x, y]: [number, number]) => Math.hypot(x - CELLS / 2, y - CELLS / 2);
  return found.sort((a, b) => off(a) - off(b));
}

/** Summed-area table: the set cells above and left of each corner. */
function sumsOf(grid: Grid): Int32Array {
  const side = CELLS + 1;
  const sums = new Int32Array(side * side);
  for (let y = 0; y < CELLS; y += 1) {
    for (let x = 0; x < CELLS; x += 1) {
      const before = sums[y * side + x + 1]! + sums[(y + 1) * side + x]! - sums[y * side + x]!;
      sums[(y + 1) * side + x + 1] = grid[y * CELLS + x]! + before;
    }
  }
  return sums;
}

function lngLatOf([x, y]: [number, number], box: WorldBox): LngLat {
  const [lng, lat] = unmercator(
    box[0] + (x / CELLS) * (box[2] - box[0]),
    box[1] + (y / CELLS) * (box[3] - box[1]),
  );
  return [Math.round((lng > 180 ? lng - 360 : lng) * 100) / 100, Math.round(lat * 100) / 100];
}
