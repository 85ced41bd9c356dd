import { polygon as turfPolygon, simplify } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { cutPolygons, type Rings } from '../basemap/ground.ts';
import { loadShapes, type Shape } from '../basemap/shapes.ts';
import type { Policy } from '../policy.ts';
import type { ShapeOf } from './geojson.ts';

/** A shape's detail: no part smaller than this share of its longer side is kept, so that a country stays under 60 kB. */
const DETAIL = 1 / 1500;

/** Decimals of a shape's degrees, about 11 m: finer than any source here. */
const DECIMALS = 4;

/** The shapes of places for GeoJSON, under a newsroom's policy; made once for each place. */
export function geoJsonShapes(policy: Policy): ShapeOf {
  const shapes = loadShapes(policy);
  const known = new Map<string, ReturnType<ShapeOf>>();
  return (place) => {
    const key = `${place.id} ${JSON.stringify(place.bbox)}`;
    if (!known.has(key)) known.set(key, toGeometry(shapes(place)));
    return known.get(key) ?? null;
  };
}

/**
 * A shape as RFC 7946 wants it: cut at the antimeridian, outer rings counter-clockwise and holes clockwise, each ring
 * closed, in a fixed order. Null where nothing is left of it.
 */
export function toGeometry(shape: Shape | null): ReturnType<ShapeOf> {
  if (!shape) return null;
  const cut = shape.polygons.flatMap((rings) => cutPolygons({ type: 'Polygon', coordinates: wrap(rings) }));
  const least = DETAIL * Math.max(0, ...cut.map(longestSide));
  const polygons = cut
    .flatMap((rings) => {
      const kept = lighten(rings, least);
      return kept ? [kept] : [];
    })
    .sort((a, b) => Math.abs(signedArea(b[0] ?? [])) - Math.abs(signedArea(a[0] ?? [])));
  const [only] = polygons;
  if (!only) return null;
  const geometry: Polygon | MultiPolygon =
    polygons.length === 1
      ? { type: 'Polygon', coordinates: only }
      : { type: 'MultiPolygon', coordinates: polygons };
  return { geometry, approximate: shape.approximate };
}

/** Longitudes within ±180, so that what leaves the map on one side is cut; d3 then takes outer rings as clockwise. */
function wrap(rings: Rings): Position[][] {
  const far = rings.some((ring) => ring.some(([lng = 0]) => Math.abs(lng) > 180));
  if (!far) return rings;
  return rings.map((ring, index) =>
    turn(ring, index > 0).map(([lng = 0, lat = 0]) => [((((lng + 180) % 360) + 360) % 360) - 180, lat]),
  );
}

/** The longer side of a polygon's box, in degrees. */
function longestSide([outer = []]: Rings): number {
  const side = (axis: 0 | 1) => {
    const values = outer.map((point) => point[axis] ?? 0);
    return (
      values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity)
    );
  };
  return Math.max(side(0), side(1));
}

function lighten(rings: Rings, least: number): Rings | null {
  const isSeen = (ring: Position[]) => Math.abs(signedArea(ring)) > least * least;
  const [outer = [], ...holes] = rings;
  if (!isSeen(outer)) return null;
  // A ring without an area (a hole that a cut leaves, a region whose only town is its box) is no polygon to turf.
  const seen = [outer, ...holes.filter(isSeen)].map(close);
  const light = simplify(turfPolygon(seen), { tolerance: least }).geometry.coordinates;
  const turned = light
    .map((ring, index) => turn(ring.map(round), index === 0))
    .filter((ring) => ring.length >= 4 && Math.abs(signedArea(ring)) > 0);
  return turned[0] ? turned : null;
}

/** A ring whose end is its beginning to the last bit. */
function close(ring: Position[]): Position[] {
  return [...ring.slice(0, -1), ring[0] ?? []];
}

function round(position: Position): Position {
  return position.map((value) => Number(value.toFixed(DECIMALS)));
}

function turn(ring: Position[], counterClockwise: boolean): Position[] {
  return signedArea(ring) > 0 === counterClockwise ? ring : [...ring].reverse();
}

/** In square degrees; positive for a ring that runs counter-clockwise with north up. */
function signedArea(ring: Position[]): number {
  return ring.reduce((sum, [x = 0, y = 0], index) => {
    const [x0 = 0, y0 = 0] = ring.at(index - 1) ?? [];
    return sum + (x0 * y - x * y0) / 2;
  }, 0);
}
