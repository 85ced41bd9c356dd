import { extent } from 'd3';
import { groundPaths } from '../basemap/ground-path.ts';
import { fitView, mercator, project, unmercator, worldSize, type View } from '../basemap/project.ts';
import { drawScene, hatches } from '../basemap/scene.ts';
import { cartography, drawingCss, groundText, markText, tokens } from '../basemap/still.ts';
import type { Bbox, LngLat } from '../geo.ts';
import { storyMap } from './maps.ts';
import type { Story } from '../story/schema.ts';

/** Groups of a drawing that are marks: no text, and no line, which is a dash or two at this size. */
const MARKS = new Set(['areas', 'points']);

/** Degrees around a place that stands alone on a map. */
const LEAST_SPAN = 8;

/**
 * The map of a story's card, a square of `size` pixels without text: the scene that draws most. A whole SVG document in
 * the reader's theme; empty where the story has no map.
 */
export function cardMap(story: Story, size: number): string {
  const map = storyMap(story)?.map;
  if (!map) return '';
  const count = ({ now, quiet }: { now: string[]; quiet: string[] }) => now.length + quiet.length;
  const scene = [...map.scenes].sort((a, b) => count(b) - count(a))[0];
  const camera = scene && map.cameras[scene.camera];
  if (!scene || !camera) return '';
  const view = fitView(camera.bbox, size, size);
  const { marks } = drawScene(map, { ...scene, now: [], quiet: [...scene.now, ...scene.quiet] }, view, {
    prefix: 'card',
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" class="map-drawing">`,
    `<style>${tokens()}${drawingCss()}</style><defs>${hatches('card').map(markText).join('')}</defs>`,
    groundOf(view, 0.7),
    ...marks.filter(({ key }) => MARKS.has(key)).map(markText),
    '</svg>',
  ].join('');
}

/** A place on the map of all stories. */
export interface VenuePoint {
  id: string;
  name: string;
  lngLat: LngLat;
  /** Slugs of the stories in which something happened there, newest first. */
  slugs: string[];
}

/** The ground of the map of all stories and where each venue stands on it, in pixels. */
export interface VenueMap {
  width: number;
  height: number;
  ground: string;
  points: (VenuePoint & { x: number; y: number })[];
}

/** Draws the ground that holds all venues in a frame. Null without a venue. */
export function venueMap(points: readonly VenuePoint[], width: number, height: number): VenueMap | null {
  if (points.length === 0) return null;
  const fitted = onceAround(fitView(boxOf(points.map(({ lngLat }) => lngLat)), width, height), points);
  const view = turned(fitted, points);
  const placed = points.map((point) => {
    const [x, y] = project(view, point.lngLat).map((value) => Math.round(value * 10) / 10);
    return { ...point, x: x ?? 0, y: y ?? 0 };
  });
  return {
    width,
    height,
    ground: `<svg class="map-drawing" viewBox="0 0 ${width} ${height}">${groundOf(view, 1)}</svg>`,
    points: placed,
  };
}

/** Pixels that a disc stays off the edge of the frame, and its radius with its edge. */
const MARGIN = 12;
const DISC = 7;

/** The view, closer where it would show a country twice: the frame holds the world once, if all points stay in it. */
function onceAround(view: View, points: readonly VenuePoint[]): View {
  const zoom = Math.log2(view.width / 512);
  if (zoom <= view.zoom) return view;
  const ys = points.map(({ lngLat }) => mercator(lngLat)[1]);
  const [north = 0, south = 0] = extent(ys);
  if ((south - north) * view.width > view.height - 2 * MARGIN) return view;
  const half = view.height / 2 / view.width;
  const y = Math.max(half, Math.min(1 - half, (north + south) / 2));
  return { ...view, zoom, center: unmercator(mercator(view.center)[0], y) };
}

/** Degrees that a map of the whole world is turned by, in turn, so that its edge cuts no disc; 11 keeps Asia whole. */
const TURNS = [0, 11, -11, 20, -20, 30, -30];

/** The view, turned as little as need be for every disc to stand whole in the frame. */
function turned(view: View, points: readonly VenuePoint[]): View {
  const [lng, lat] = view.center;
  const views = TURNS.map((turn): View => ({ ...view, center: [lng + turn, lat] }));
  const holdsAll = (one: View) =>
    points.every(({ lngLat }) => {
      const [x] = project(one, lngLat);
      return x >= DISC && x <= view.width - DISC;
    });
  return views.find(holdsAll) ?? view;
}

function groundOf(view: View, tolerance: number): string {
  const world = worldSize(view.zoom);
  const [cx, cy] = mercator(view.center);
  const { width, height } = view;
  const window = { left: cx - width / 2 / world, top: cy - height / 2 / world, world, width, height };
  const paths = groundPaths(cartography().ground, window, { tolerance, unit: 0.5, speck: 3 });
  return groundText({ ...paths, rivers: '', regions: '' }, width, height, 0.5);
}

/** The box of some points, at least `LEAST_SPAN` degrees wide and high; the whole world where they go round it. */
function boxOf(points: readonly LngLat[]): Bbox {
  const lngs = points.map(([lng]) => lng);
  const lats = points.map(([, lat]) => lat);
  const [west, east] = widen(extent(lngs), -180, 180);
  const [south, north] = widen(extent(lats), -80, 84);
  return east - west > 180 ? [-180, south, 180, north] : [west, south, east, north];
}

function widen(
  [low = 0, high = 0]: [number, number] | [undefined, undefined],
  least: number,
  most: number,
): [number, number] {
  const more = Math.max(0, LEAST_SPAN - (high - low)) / 2;
  return [Math.max(least, low - more), Math.min(most, high + more)];
}
