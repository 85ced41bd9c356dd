import { gzipSync } from 'node:zlib';
import type { Cartography } from '../basemap/build-map.ts';
import { groundPaths } from '../basemap/ground-path.ts';
import { sceneOf, type MapStory } from '../basemap/map-story.ts';
import { drawScene, hatches } from '../basemap/scene.ts';
import { fitView, mercator, worldSize } from '../basemap/project.ts';
import { groundText, markText } from '../basemap/still.ts';

/**
 * A frame that a still is drawn for, in CSS pixels. It is scaled until it fits the page's frame, as the live map's box
 * is; what the page's frame shows beside it is drawn too, `beyond` pixels on each side.
 */
export interface Frame {
  name: 'low' | 'high';
  width: number;
  height: number;
  beyond: [x: number, y: number];
}

/** Above the text, from phones to tablets; beside it, from a narrow laptop to the widest page. */
const FRAMES: [low: Frame, high: Frame] = [
  { name: 'low', width: 390, height: 226, beyond: [190, 25] },
  { name: 'high', width: 700, height: 740, beyond: [130, 110] },
];

/** What the first view may spend on its map, gzip, in bytes. */
export const STILL_BUDGET = 9_500;

/** Pixels of a coast that may go; the first that keeps to the budget is taken. */
const TOLERANCES = [0.4, 0.6, 0.8, 1, 1.3, 1.7, 2.2, 3, 4, 6];

/**
 * The first scene as two inline SVGs, one for a low frame and one for a high one, drawn as finely as the budget allows.
 * Without rivers, which are ornament. Null where the story has no map.
 */
export function inlineStills(
  map: MapStory,
  maps: Cartography,
  frames: [low: Frame, high: Frame] = FRAMES,
): { low: string; high: string } | null {
  if (!map.scenes[0]) return null;
  let drawn: { low: string; high: string } | null = null;
  for (const tolerance of TOLERANCES) {
    const [low, high] = frames;
    // The high frame has twice the pixels to a degree: as fine a coast would weigh twice as much.
    drawn = { low: draw(map, maps, low, tolerance), high: draw(map, maps, high, tolerance * 1.5) };
    if (gzipSync(drawn.low + drawn.high).length <= STILL_BUDGET) break;
  }
  return drawn;
}

function draw(map: MapStory, maps: Cartography, frame: Frame, tolerance: number): string {
  const { name, width, height } = frame;
  const scene = sceneOf(map, undefined);
  const camera = scene && map.cameras[scene.camera];
  if (!scene || !camera) return '';
  const view = fitView(camera.bbox, width, height);
  const world = worldSize(view.zoom);
  const [cx, cy] = mercator(view.center);
  const [wide, high] = [width + 2 * frame.beyond[0], height + 2 * frame.beyond[1]];
  const unit = tolerance < 0.8 ? 0.5 : 1;
  const window = {
    left: cx - wide / 2 / world,
    top: cy - high / 2 / world,
    world,
    width: wide,
    height: high,
  };
  const paths = groundPaths(maps.ground, window, { tolerance, unit, speck: 2 + tolerance * 2 });
  const ground = groundText({ ...paths, rivers: '' }, wide, high, unit);
  const { marks } = drawScene(map, scene, view, { prefix: name });
  return [
    `<svg class="map-drawing" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<defs>${hatches(name).map(markText).join('')}</defs>`,
    `<g transform="translate(${-frame.beyond[0]} ${-frame.beyond[1]})">${ground}</g>`,
    ...marks.map(markText),
    '</svg>',
  ].join('');
}
