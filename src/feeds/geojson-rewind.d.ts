declare module '@mapbox/geojson-rewind' {
  import type { GeoJSON } from 'geojson';
  /** Turns rings in place: right-handed outer rings as in RFC 7946, unless `outer` is true. */
  export default function rewind<T extends GeoJSON>(geojson: T, outer?: boolean): T;
}
