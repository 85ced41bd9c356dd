/** WGS84 degrees, longitude first, as in GeoJSON (RFC 7946). */
export type LngLat = [lng: number, lat: number];

/** Degrees. `west > east` means that the box crosses the antimeridian. */
export type Bbox = [west: number, south: number, east: number, north: number];

/** Mean Earth radius in kilometres (IUGG R1), the one that the scorers and GeoNames' tools use. */
export const EARTH_RADIUS_KM = 6371.0088;

/** Great-circle distance in kilometres by the haversine formula; 0 for coincident points, never NaN. */
export function distanceKm(a: LngLat, b: LngLat): number {
  const rad = Math.PI / 180;
  const dLat = (b[1] - a[1]) * rad;
  const dLng = (b[0] - a[0]) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * rad) * Math.cos(b[1] * rad) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
