import type { Bbox, LngLat } from '../geo.ts';
import type { Place } from '../places/place.ts';

type Where = Pick<Place, 'id' | 'kind' | 'country' | 'admin1' | 'lngLat' | 'bbox'>;

/** Whether `outer` contains `inner`, by country and admin code, for areas by box. A place doesn't contain itself. */
export function contains(outer: Where, inner: Where): boolean {
  if (outer.id === inner.id) return false;
  if (outer.kind === 'country')
    return inner.kind !== 'country' && outer.country !== null && inner.country === outer.country;
  if (outer.kind === 'region') {
    if (inner.kind === 'country' || outer.country !== inner.country) return false;
    if (outer.bbox && inner.lngLat) return isWithin(inner.lngLat, outer.bbox) && smaller(inner, outer);
    return outer.admin1 !== null && outer.admin1 === inner.admin1 && inner.kind !== 'region';
  }
  if (outer.kind === 'area' && outer.bbox && inner.lngLat) {
    if (outer.country !== null && inner.country !== null && outer.country !== inner.country) return false;
    return isWithin(inner.lngLat, outer.bbox) && smaller(inner, outer);
  }
  return false;
}

/** An inner box must be smaller; a point always is. */
function smaller(inner: Where, outer: Where): boolean {
  return !inner.bbox || !outer.bbox || areaOf(inner.bbox) < areaOf(outer.bbox);
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
