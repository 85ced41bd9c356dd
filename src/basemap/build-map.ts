import { geoInterpolate } from 'd3-geo';
import { distanceKm, type Bbox, type LngLat } from '../geo.ts';
import { loadPolicy, type Policy } from '../policy.ts';
import type { Story, StoryLeg, StoryPlace } from '../story/schema.ts';
import { loadCameraNames, type CameraNames } from './camera-names.ts';
import { pointsAlong } from './dashes.ts';
import type { Rings } from './ground.ts';
import { groundPaths, loadGround, type ProjectedGround } from './ground-path.ts';
import type { Locator, MapCamera, MapLeg, MapPlace, MapScene, MapStory } from './map-story.ts';
import { fitView, mercatorBox, unmercator, worldSize } from './project.ts';
import { loadShapes, type Shapes } from './shapes.ts';
import { basemapDigest, TILE_ZOOM } from './tiles.ts';
import { cutTrack, trackOf, type Track, type Window } from './track.ts';
import { isWater } from './water.ts';

/** What maps are made from: loaded once for a policy, then each story takes milliseconds. */
export interface Cartography {
  policy: Policy;
  ground: ProjectedGround;
  shapes: Shapes;
  names: CameraNames;
}

/** Loads the ground, shapes and names (about 1 s). */
export function loadCartography(policy: Policy = loadPolicy().policy): Cartography {
  const ground = loadGround(policy);
  const shapes = loadShapes(policy);
  return { policy, ground, shapes, names: loadCameraNames(ground, shapes) };
}

/** Width and height of the largest frame that a scene is drawn in: what shapes are simplified for. */
const LARGEST: [number, number] = [1064, 964];

/** Points of a shape at most: some 4 kB in the page. */
const MOST_POINTS = 700;

/** Takes from a story what its map needs, in a few kB: what still and live map draw. */
export function mapStory(story: Story, cartography: Cartography): MapStory {
  const scenes = scenesOf(story);
  const boxes = new Map<string, Bbox>();
  for (const step of story.steps) {
    for (const { camera, bbox } of [step.scene, ...step.scene.states]) if (bbox) boxes.set(camera, bbox);
  }
  const drawn = new Set(scenes.flatMap(({ now, quiet }) => [...now, ...quiet]));
  const lit = new Set(scenes.flatMap(({ now }) => now));
  const pixel =
    1 / Math.max(0, ...[...boxes.values()].map((box) => worldSize(fitView(box, ...LARGEST).zoom)));
  const cameras: Record<string, MapCamera> = {};
  for (const [name, bbox] of boxes) {
    const framed = frame(bbox, cartography.ground);
    const locator = locatorOf(framed, [...boxes.values()], cartography.ground);
    const names = cartography.names(framed, story.places);
    cameras[name] = {
      bbox: framed,
      names,
      locator,
      ...(locator && { lines: pointsAlong(cartography.ground.disputed, framed) }),
    };
  }
  return {
    cameras,
    places: story.places
      .filter(({ id, boundary }) => drawn.has(id) && boundary !== 'none-agreed')
      .map((place) => mapPlace(place, story, cartography, pixel, lit.has(place.id))),
    legs: story.legs.flatMap((leg) => legOf(leg, story)),
    scenes,
  };
}

/**
 * What a map's `<figure>` bears for the live map: `data-map-story`, `data-tiles` (address below the site's base) and
 * `data-tile-zoom`. Spread it in the component: `<figure {...mapAttributes(story, base)}>`.
 */
export function mapAttributes(
  map: MapStory,
  base: string,
  policy: Policy,
): { 'data-map-story': string; 'data-tiles': string; 'data-tile-zoom': string } {
  return {
    'data-map-story': JSON.stringify(map),
    'data-tiles': `${base}tiles/${basemapDigest(policy)}/{z}/{x}/{y}.pbf`,
    'data-tile-zoom': String(TILE_ZOOM),
  };
}

function scenesOf(story: Story): MapScene[] {
  const drawn = story.legs.filter((leg) => legOf(leg, story).length > 0);
  return story.steps.flatMap(({ id, scene }) =>
    (scene.states.length > 0 ? scene.states : [scene]).flatMap((state, index) =>
      state.bbox === null
        ? []
        : [
            {
              step: id,
              state: index,
              camera: state.camera,
              now: state.now,
              quiet: state.quiet,
              legs: drawn.flatMap((leg, i) => (state.events.includes(leg.event) ? [i] : [])),
            },
          ],
    ),
  );
}

function mapPlace(
  place: StoryPlace,
  story: Story,
  { policy, shapes, ground }: Cartography,
  pixel: number,
  lit: boolean,
): MapPlace {
  // A mention that is never lit is its name alone: it needs no shape.
  const shape = place.role !== 'mention' || lit ? shapes(place) : null;
  const at = place.lngLat && round(place.lngLat);
  return {
    id: place.id,
    label: policy.names[place.id] ?? place.name,
    kind: shape || ['country', 'region', 'area', 'water'].includes(place.kind) ? 'area' : 'point',
    role: place.role,
    mark: markOf(place, story),
    at,
    rings: shape ? ringsOf(shape.polygons, pixel) : [],
    approximate: shape?.approximate ?? false,
    spread: spreadOf(place),
    water: at !== null && isWater(ground, at),
  };
}

/** `planned` where each event of the story at the place is planned, so for `cancelled`. */
function markOf(place: StoryPlace, story: Story): MapPlace['mark'] {
  if (place.status !== 'resolved') return 'uncertain';
  const events = story.events.filter(({ places, background }) => !background && places.includes(place.id));
  for (const status of ['planned', 'cancelled'] as const) {
    if (events.length > 0 && events.every((event) => event.status === status)) return status;
  }
  return 'sure';
}

function spreadOf(place: StoryPlace): number {
  if (place.status === 'resolved' || !place.lngLat) return 0;
  const points = place.alternatives.flatMap(({ lngLat }) => (lngLat ? [lngLat] : []));
  return Math.round(Math.max(0, ...points.map((point) => distanceKm(place.lngLat!, point))));
}

/** Parts of the geodesic: 30 % and 25 % of it with a gap between, whole where the text states the route. */
function legOf(leg: StoryLeg, story: Story): MapLeg[] {
  const point = (id: string | null) => story.places.find((place) => place.id === id)?.lngLat ?? null;
  const [from, to] = [point(leg.from), point(leg.to)];
  if (!from || !to || leg.from === null || distanceKm(from, to) < 1) return [];
  const at = geoInterpolate(from, to);
  const part = (start: number, end: number): LngLat[] =>
    Array.from({ length: 9 }, (_, i) => round(at(start + ((end - start) * i) / 8) as LngLat));
  const planned = leg.status === 'planned' || leg.status === 'cancelled';
  const parts = leg.route === 'stated' ? [part(0, 0.5), part(0.5, 1)] : [part(0, 0.3), part(0.75, 1)];
  return [{ event: leg.event, from: leg.from, to: leg.to, planned, parts }];
}

/** Outer rings, simplified to half a pixel of the closest view, or as much as it takes to keep to `MOST_POINTS`. */
function ringsOf(polygons: readonly Rings[], pixel: number): LngLat[][] {
  const tracks = tracksOf(polygons);
  for (let tolerance = pixel / 2; ; tolerance *= 1.4) {
    const rings = tracks
      .map((track) => keptOf(track, tolerance))
      .map((kept, i) => ({ kept, track: tracks[i]! }))
      .filter(({ kept }) => kept.length > 3);
    if (rings.reduce((sum, { kept }) => sum + kept.length, 0) > MOST_POINTS) continue;
    return rings.map(({ kept, track: { points } }) =>
      kept.map((i) => round(unmercator(points[2 * i]!, points[2 * i + 1]!))),
    );
  }
}

/** The points that a tolerance in the plane of the map keeps, by their numbers. */
function keptOf({ ranks }: Track, tolerance: number): number[] {
  const kept: number[] = [];
  for (let i = 0; i < ranks.length; i += 1) if (ranks[i]! > tolerance) kept.push(i);
  return kept;
}

const tracksOfShapes = new WeakMap<readonly Rings[], Track[]>();

/** The outer rings of a shape, projected: once, for many stories name one country. */
function tracksOf(polygons: readonly Rings[]): Track[] {
  const known =
    tracksOfShapes.get(polygons) ?? largestOf(polygons.map(([outer]) => outer as LngLat[])).map(trackOf);
  tracksOfShapes.set(polygons, known);
  return known;
}

/** Rings by size, without islands smaller than a thousandth of the largest, at most 40. */
function largestOf(rings: LngLat[][]): LngLat[][] {
  const size = (ring: LngLat[]) => {
    const xs = ring.map(([x]) => x);
    const ys = ring.map(([, y]) => y);
    return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
  };
  const sorted = [...rings].sort((a, b) => size(b) - size(a));
  const least = sorted[0] ? size(sorted[0]) / 1000 : 0;
  return sorted.filter((ring) => size(ring) >= least).slice(0, 40);
}

/**
 * A box in which the ground has something to go by, a coast, a border, a shore or a line of a division: one that holds none
 * is made larger by half, at most five times. A lone town would else stand on an empty sheet.
 */
function frame(bbox: Bbox, ground: ProjectedGround): Bbox {
  const [x0, y0, x1, y1] = mercatorBox(bbox);
  for (let times = 1; times < 8; times *= 1.5) {
    const [dx, dy] = [((x1 - x0) * (times - 1)) / 2, ((y1 - y0) * (times - 1)) / 2];
    const width = x1 - x0 + 2 * dx;
    const height = y1 - y0 + 2 * dy;
    const window = {
      left: x0 - dx,
      top: y0 - dy,
      world: 100 / width,
      width: 100,
      height: (100 * height) / width,
    };
    const lines = [ground.land.flat(), ground.lakes.flat(), ground.borders, ground.disputed, ground.regions];
    if (!lines.some((tracks) => tracks.some((track) => crosses(track, window)))) continue;
    if (times === 1) return bbox;
    const [west, north] = unmercator(x0 - dx, Math.max(0, y0 - dy));
    const [east, south] = unmercator(x1 + dx, Math.min(1, y1 + dy));
    return width >= 1
      ? [-180, south, 180, north]
      : (round4([west, south, east > 180 ? east - 360 : east, north]) as Bbox);
  }
  return bbox;
}

/** True where at least a sixth of the window's width of the line lies in it. */
function crosses(track: Track, window: Window): boolean {
  return cutTrack(track, window, { margin: 0, closed: false }).some((points) => {
    let length = 0;
    for (let i = 2; i < points.length; i += 2) {
      length += Math.hypot(points[i]! - points[i - 2]!, points[i + 1]! - points[i - 1]!);
    }
    return length > window.width / 6;
  });
}

/** A camera is close where another holds it and is 16 times as large, or where it spans less than 5°. */
function locatorOf(bbox: Bbox, all: Bbox[], ground: ProjectedGround): Locator | null {
  const size = ([x0, y0, x1, y1]: number[]) => (x1! - x0!) * (y1! - y0!);
  const box = mercatorBox(bbox);
  const wider = all.map(mercatorBox).find((other) => size(other) > 16 * size(box) && holds(other, box));
  const side = Math.max(box[2] - box[0], box[3] - box[1]);
  if (!wider && side > 5 / 360) return null;
  const [cx, cy] = wider
    ? [(wider[0] + wider[2]) / 2, (wider[1] + wider[3]) / 2]
    : [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const span = wider
    ? Math.max(wider[2] - wider[0], wider[3] - wider[1]) * 1.1
    : Math.max(30 / 360, Math.min(0.25, side * 10));
  const [left, top] = [cx - span / 2, cy - span / 2];
  const world = 100 / span;
  const window = { left, top, world, width: 100, height: 100 };
  const { land } = groundPaths(ground, window, { tolerance: 0.5, unit: 1, margin: 2, speck: 3 });
  const frame = [
    (box[0] - left) * world,
    (box[1] - top) * world,
    (box[2] - left) * world,
    (box[3] - top) * world,
  ];
  return { land, frame: frame.map((value) => Math.round(value * 10) / 10) as Locator['frame'] };
}

function holds(a: number[], b: number[]): boolean {
  return b[0]! >= a[0]! - 1e-3 && b[1]! >= a[1]! - 1e-3 && b[2]! <= a[2]! + 1e-3 && b[3]! <= a[3]! + 1e-3;
}

function round4(values: number[]): number[] {
  return values.map((value) => Math.round(value * 1e4) / 1e4);
}

function round([lng, lat]: LngLat): LngLat {
  return [Math.round(lng * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4];
}
