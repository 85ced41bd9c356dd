import { area, polygon } from '@turf/turf';
import type { Bbox, LngLat } from '../geo.ts';
import type { Geoparse, Outline, Place, Toponym } from '../places/place.ts';
import type { Rings } from './ground.ts';
import { boxAround, boxOf, type Shapes } from './shapes.ts';

/** Parts of a country that lie farther than this from its main part, in degrees, are no part of its core. */
const APART = 3;

/** A core holds at least this share of the ground: Malaysia and Kiribati are seen whole. */
const MOST = 0.75;

/**
 * The same findings with countries, regions and areas as the map draws them: `bbox` is the box of the shape, `outline` the
 * shape itself. Equal places are one object after this; what has no shape is as it was.
 */
export function outlinePlaces(geoparse: Geoparse, shapes: Shapes): Geoparse {
  const outlined = new Map<string, Place>();
  const placeOf = (place: Place): Place => {
    const known = outlined.get(place.id) ?? outlinePlace(place, shapes);
    outlined.set(place.id, known);
    return known;
  };
  const toponyms = geoparse.toponyms.map((toponym): Toponym => {
    const { resolution } = toponym;
    return resolution.place
      ? { ...toponym, resolution: { ...resolution, place: placeOf(resolution.place) } }
      : toponym;
  });
  return { ...geoparse, toponyms };
}

/** A country, region or area as the map draws it; any other place as it was. */
export function outlinePlace(place: Place, shapes: Shapes): Place {
  const shape = /^(?:country|region|area)$/.test(place.kind) ? shapes(place) : null;
  if (!shape) return place;
  const known = outlines.get(shape.polygons) ?? {
    bbox: boxAround(shape.polygons.map((rings) => boxOf([rings]))),
    outline: {
      polygons: shape.approximate ? null : (shape.polygons as LngLat[][][]),
      core: coreOf(shape.polygons),
    },
  };
  outlines.set(shape.polygons, known);
  return { ...place, ...known };
}

const outlines = new WeakMap<readonly Rings[], { bbox: Bbox; outline: Outline }>();

/**
 * The box of what one means by a country: its largest part and what lies around that, where this is most of it; else the
 * whole box. France without Guiana, Norway without Svalbard, the United States without Alaska and Hawaii.
 */
export function coreOf(polygons: readonly Rings[]): Bbox {
  const parts = polygons
    .map((rings) => ({ bbox: boxOf([rings]), size: area(polygon(rings.map(closed))) }))
    .sort((a, b) => b.size - a.size);
  const core = parts.slice(0, 1);
  const others = parts.slice(1);
  let box = boxAround(core.map(({ bbox }) => bbox));
  for (let at = 0; at < others.length;) {
    if (!isNear(box, others[at]!.bbox)) at += 1;
    else {
      core.push(...others.splice(at, 1));
      box = boxAround(core.map(({ bbox }) => bbox));
      // It may bring near what was too far before.
      at = 0;
    }
  }
  const sum = (list: typeof parts) => list.reduce((total, { size }) => total + size, 0);
  return sum(core) >= MOST * sum(parts) ? box : boxAround(parts.map(({ bbox }) => bbox));
}

/** A ring whose last point is its first, as GeoJSON has it. */
function closed(ring: Rings[number]): Rings[number] {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}

/** Whether two boxes lie within `APART` degrees, across the antimeridian too. */
function isNear(a: Bbox, b: Bbox): boolean {
  const end = (box: Bbox) => (box[2] < box[0] ? box[2] + 360 : box[2]);
  const beside = [-360, 0, 360].some(
    (turn) => b[0] + turn - end(a) <= APART && a[0] - end(b) - turn <= APART,
  );
  return beside && b[1] - a[3] <= APART && a[1] - b[3] <= APART;
}
