import type { Bbox, LngLat } from '../geo.ts';
import type { Place } from './place.ts';

/** How a name stands to its place; the order is the one that the compiled index stores. */
export const NAME_KINDS = ['default', 'main', 'alias', 'capitals', 'abbreviation', 'demonym', 'alternate', 'weak'] as const; // prettier-ignore

/**
 * default: what the name means until the text says otherwise ("Gaza", the Strip) · main: the gazetteer's own name · alias: kept by hand · alternate: GeoNames' list, other languages too · weak: a name
 * cut short ("York" of "City of York") · capitals: only as written ("US") · abbreviation: of a state ("Calif.") ·
 * demonym: "French".
 */
export type NameKind = (typeof NAME_KINDS)[number];

/** What sort of entry a place is, in the order that the compiled index stores. */
export const FEATURES = [
  'country', 'admin1', 'admin2', 'area', 'water', 'landmark',
  'PPLC', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPL', 'PPLX', 'PPLH',
] as const; // prettier-ignore

/** `PPLC` a capital, `PPLA` the seat of an admin-1 unit and so on as in GeoNames; `PPLH` all that is abandoned. */
export type Feature = (typeof FEATURES)[number];

/** A place with its names, on its way from the sources into the compiled gazetteer. */
export interface Entry extends Omit<Place, 'lngLat'> {
  lngLat: LngLat;
  feature: Feature;
  /** GeoNames' admin-2 code within its admin-1 unit, "" where none. */
  admin2: string;
  /** A seat of power: the code of the country whose government it stands for. */
  standsFor: string | null;
  names: { name: string; kind: NameKind }[];
}

/** The smallest box around points that may cross the antimeridian; null for no points. */
export function boxAround(points: readonly LngLat[]): Bbox | null {
  if (points.length === 0) return null;
  const lngs = points.map(([lng]) => lng).sort((a, b) => a - b);
  const lats = points.map(([, lat]) => lat);
  let south = Infinity;
  let north = -Infinity;
  for (const lat of lats) {
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  // The widest empty gap between neighbours in longitude is what the box leaves out.
  let gap = lngs[0]! + 360 - lngs.at(-1)!;
  let [west, east] = [lngs[0]!, lngs.at(-1)!];
  for (let i = 1; i < lngs.length; i += 1) {
    const width = lngs[i]! - lngs[i - 1]!;
    if (width > gap) [gap, west, east] = [width, lngs[i]!, lngs[i - 1]!];
  }
  return [west, south, east, north];
}

/**
 * The box around a unit's cities without those that are filed under it by mistake: of a hundred or more, the ones that
 * lie six times as far from the middle one as half of them do.
 */
export function boxAroundMost(points: readonly LngLat[]): Bbox | null {
  if (points.length < 100) return boxAround(points);
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;
  const lng = middle(points.map((point) => point[0]));
  const lat = middle(points.map((point) => point[1]));
  const far = points.map((point) =>
    Math.hypot((point[0] - lng) * Math.cos((lat * Math.PI) / 180), point[1] - lat),
  );
  const most = 6 * middle([...far]);
  return boxAround(points.filter((_, i) => far[i]! <= most));
}

/** The middle of a box, west to east also across the antimeridian. */
export function centreOf([west, south, east, north]: Bbox): LngLat {
  const width = east >= west ? east - west : east + 360 - west;
  const lng = west + width / 2;
  return [lng > 180 ? lng - 360 : lng, (south + north) / 2];
}
