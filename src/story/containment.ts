import { booleanPointInPolygon, multiPolygon, pointToPolygonDistance } from '@turf/turf';
import type { Bbox, LngLat } from '../geo.ts';
import type { Place } from '../places/place.ts';

type Where = Pick<Place, 'id' | 'kind' | 'country' | 'admin1' | 'admin2' | 'lngLat' | 'bbox' | 'outline'>;

/** A port or an island of a coast may lie so far off the coast that is drawn. */
const OFFSHORE_KM = 5;

/**
 * Whether `outer` contains `inner`: by country and admin codes, where codes are missing by the outline that is drawn, by
 * the box only where there is none. A place doesn't contain itself, nor a region its neighbour.
 */
export function contains(outer: Where, inner: Where): boolean {
  if (outer.id === inner.id) return false;
  const sameCountry = outer.country !== null && inner.country === outer.country;
  switch (outer.kind) {
    case 'country':
      return inner.kind !== 'country' && sameCountry;
    case 'region':
      return inner.kind !== 'country' && sameCountry && (byCodes(outer, inner) ?? byGround(outer, inner));
    case 'area':
      return (sameCountry || outer.country === null || inner.country === null) && byGround(outer, inner);
    default:
      return false;
  }
}

/** Null where a code is missing. Of two units of one level neither holds the other. */
function byCodes(outer: Where, inner: Where): boolean | null {
  if (!outer.admin1 || !inner.admin1) return null;
  if (outer.admin1 !== inner.admin1 || isFirst(inner)) return false;
  if (isFirst(outer)) return true;
  return outer.admin2 && inner.admin2 ? inner.kind !== 'region' && outer.admin2 === inner.admin2 : null;
}

/** An admin-1 unit, by its id. */
const isFirst = ({ id }: Where): boolean => id.startsWith('admin1:');

/** The inner point lies in the outline; of an inner area most of the smaller box, too. */
function byGround(outer: Where, inner: Where): boolean {
  if (!outer.bbox || !inner.lngLat) return false;
  if (inner.bbox && !(areaOf(inner.bbox) < areaOf(outer.bbox) && isMostlyIn(inner.bbox, outer.bbox)))
    return false;
  const polygons = outer.outline?.polygons;
  if (!polygons) return isWithin(inner.lngLat, outer.bbox);
  const ground = multiPolygon(polygons);
  return (
    booleanPointInPolygon(inner.lngLat, ground) ||
    (outer.kind === 'area' &&
      pointToPolygonDistance(inner.lngLat, ground, { units: 'kilometers' }) < OFFSHORE_KM)
  );
}

/** At least half of a box lies in another. */
function isMostlyIn(inner: Bbox, outer: Bbox): boolean {
  const height = Math.min(inner[3], outer[3]) - Math.max(inner[1], outer[1]);
  const widths = [-360, 0, 360].map(
    (turn) =>
      Math.min(inner[0] + turn + widthOf(inner), outer[0] + widthOf(outer)) -
      Math.max(inner[0] + turn, outer[0]),
  );
  return height > 0 && Math.max(0, ...widths) * height >= areaOf(inner) / 2;
}

/** Degrees of longitude that a box spans, across the antimeridian too. */
export function widthOf([west, , east]: Bbox): number {
  return west <= east ? east - west : east - west + 360;
}

function areaOf(bbox: Bbox): number {
  return widthOf(bbox) * (bbox[3] - bbox[1]);
}

/** Whether a point lies in a box. */
export function isWithin([lng, lat]: LngLat, [west, south, east, north]: Bbox): boolean {
  const inLng = west <= east ? lng >= west && lng <= east : lng >= west || lng <= east;
  return inLng && lat >= south && lat <= north;
}

/** The innermost of `places` that contains `inner`, or null. */
export function innermost<T extends Where>(inner: T, places: T[]): T | null {
  const around = places.filter((outer) => contains(outer, inner));
  return around.find((one) => !around.some((other) => contains(one, other))) ?? null;
}
