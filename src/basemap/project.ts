import type { Bbox, LngLat } from '../geo.ts';

/**
 * One Web Mercator projection for the still and for the live map, so that neither jumps when one gives way to the other.
 * Pure and free of imports but `geo.ts`: the browser loads it too.
 */

/** A frame in CSS pixels over a centre; `zoom` is MapLibre's (the world is 512·2^zoom pixels wide). */
export interface View {
  center: LngLat;
  zoom: number;
  width: number;
  height: number;
}

/** No scene comes closer: the coast of the source (1:10,000,000) is angular beyond. */
export const MAX_ZOOM = 8;

/** Rivers are ornament: a wide view has lines enough, and close by the 1:50m source strays from the borders. */
export const RIVER_ZOOM = { from: 4, to: 6 };

/** From here divisions of countries are drawn. */
export const REGION_ZOOM = 3;

/**
 * Shares of the frame that stay free around a scene's box, for labels and rings; below also for the policy's line.
 * map-still.css has the same.
 */
export const PADDING = { top: 0.12, side: 0.12, bottom: 0.16 };

/** Latitude at which Web Mercator's world is square. */
const MAX_LATITUDE = 85.051129;

/** Web Mercator in units of the world's width: x 0 at 180° W to 1 at 180° E, y 0 at 85.05° N to 1 at 85.05° S. */
export function mercator([lng, lat]: LngLat): [x: number, y: number] {
  const sin = Math.sin((Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180);
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)];
}

/** The inverse of `mercator`; longitudes beyond ±180 come back as they are. */
export function unmercator(x: number, y: number): LngLat {
  return [(x - 0.5) * 360, (360 / Math.PI) * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90];
}

/** Width of the world in pixels at a zoom. */
export function worldSize(zoom: number): number {
  return 512 * 2 ** zoom;
}

/** The box in units of `mercator`, west to east and north to south; east is beyond 1 where it crosses the antimeridian. */
export function mercatorBox([west, south, east, north]: Bbox): [
  x0: number,
  y0: number,
  x1: number,
  y1: number,
] {
  const [x0, y0] = mercator([west, north]);
  const [x1, y1] = mercator([east < west ? east + 360 : east, south]);
  return [x0, y0, x1, y1];
}

/**
 * The view that holds a box in a frame with `PADDING` around it, no closer than `MAX_ZOOM`.
 *
 * As MapLibre does, it never shows beyond the poles: a frame higher than the world zooms in, one that reaches past a
 * pole moves.
 */
export function fitView(bbox: Bbox, width: number, height: number): View {
  const [x0, y0, x1, y1] = mercatorBox(bbox);
  const free = { width: width * (1 - 2 * PADDING.side), height: height * (1 - PADDING.top - PADDING.bottom) };
  const world = Math.min(free.width / Math.max(x1 - x0, 1e-9), free.height / Math.max(y1 - y0, 1e-9));
  const zoom = Math.max(Math.min(Math.log2(world / 512), MAX_ZOOM), Math.log2(height / 512));
  const half = height / 2 / worldSize(zoom);
  const lower = half * (PADDING.bottom - PADDING.top);
  const y = Math.max(half, Math.min(1 - half, (y0 + y1) / 2 + lower));
  const [lng, lat] = unmercator((x0 + x1) / 2, y);
  return { center: [lng > 180 ? lng - 360 : lng, lat], zoom, width, height };
}

/** Pixels from the frame's top left, of the copy of the point that is nearest to the view's centre. */
export function project(view: View, lngLat: LngLat): [x: number, y: number] {
  const world = worldSize(view.zoom);
  const [cx, cy] = mercator(view.center);
  const [x, y] = mercator(lngLat);
  const dx = x - cx;
  return [view.width / 2 + (dx - Math.round(dx)) * world, view.height / 2 + (y - cy) * world];
}

/** What the frame shows, wider than the box that it was fitted to; the whole circle of longitudes is [-180, 180]. */
export function viewBounds(view: View): Bbox {
  const world = worldSize(view.zoom);
  const [cx, cy] = mercator(view.center);
  const [dx, dy] = [view.width / 2 / world, view.height / 2 / world];
  const [west, north] = unmercator(cx - dx, cy - dy);
  const [east, south] = unmercator(cx + dx, cy + dy);
  return dx >= 0.5 ? [-180, south, 180, north] : [wrap(west), south, wrap(east), north];
}

/** What a scene's box shows in a frame of this size. */
export function visibleBounds(bbox: Bbox, width: number, height: number): Bbox {
  return viewBounds(fitView(bbox, width, height));
}

/** True where the boxes share more than an edge, across the antimeridian too. */
export function overlaps(a: Bbox, b: Bbox): boolean {
  if (a[1] >= b[3] || b[1] >= a[3]) return false;
  const spans = ([west, , east]: Bbox): [number, number] => [west, east < west ? east + 360 : east];
  const [a0, a1] = spans(a);
  const [b0, b1] = spans(b);
  return [-360, 0, 360].some((turn) => a0 < b1 + turn && b0 + turn < a1);
}

function wrap(lng: number): number {
  return lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng;
}
