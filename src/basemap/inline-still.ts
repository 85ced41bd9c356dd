import { gzipSync } from 'node:zlib';
import type { Bbox } from '../geo.ts';
import type { Cartography } from './build-map.ts';
import { groundPaths, type GroundPaths } from './ground-path.ts';
import { sceneOf, type MapScene, type MapStory } from './map-story.ts';
import type { Mark } from './mark.ts';
import { fitView, MAX_ZOOM, mercatorBox, project, worldSize, type View } from './project.ts';
import { groundSize, roomNeeded } from './layout.ts';
import { drawScene, type DrawOptions, hatches, isLarge } from './scene.ts';
import { calmed, element, groundText, markText } from './still.ts';
import type { Window } from './track.ts';

/** What the first view may spend on its map: bytes, gzip. DESIGN's budget is 12,000; the rest is for the page's own wrapping. */
export const STILL_BUDGET = 9_500;

/** Frames whose marks and labels are drawn: one for low frames, one for roomy ones. */
const SMALL: [number, number] = [390, 226];
const LARGE: [number, number] = [792, 784];

/** The narrowest frames in which each is seen, in pixels, and how many times as high as wide they are at most. */
const LEAST = { small: 280, large: 360 };
const TALLEST = 1.7;

/** Proportions of frames that the ground reaches out to: a tall column beside the text, a flat strip above it. */
const NARROWEST = 0.45;
const WIDEST = 4.8;

/** Free widths and heights, in pixels, from which names of the ground appear. */
const STEPS = [80, 120, 160, 200, 240, 320, 400, 480, 560, 640, 720, 800];

/** Tolerances that are tried, in pixels of the large frame, finest first. */
const TOLERANCES = [0.5, 0.7, 0.9, 1.1, 1.4, 1.8, 2.3, 3, 4, 6, 9];

/**
 * The first scene as markup for any frame from 280 to 1,064 px: ground and shapes scale with the frame, marks and letters
 * keep their size, and every place lies where `fitView` puts it, so that the live map fades in without a jump. Without
 * script; map-still.css lays it out. As fine as `STILL_BUDGET` allows; empty where the story has no map.
 *
 * An empty `<svg>` makes the box of the scene as large as the frame allows, at most at `MAX_ZOOM`: its width and height
 * give it a size that a style sheet can still scale down, with script or without (a `<canvas>` has none without).
 */
export function inlineStill(map: MapStory, maps: Cartography, step?: string, state = 0): string {
  const scene = sceneOf(map, step, state);
  const camera = scene && map.cameras[scene.camera];
  if (!scene || !camera) return '';
  const around = frameOf(map, scene, camera.bbox);
  const textAt = (tolerance: number) => around(ground(maps, camera.bbox, tolerance));
  // A coarser ground is a smaller one: halving finds the finest that fits with four drawings.
  let [finest, coarsest, text] = [0, TOLERANCES.length - 1, ''];
  while (finest < coarsest) {
    const middle = (finest + coarsest) >> 1;
    const tried = textAt(TOLERANCES[middle]!);
    if (gzipSync(tried).length <= STILL_BUDGET) [coarsest, text] = [middle, tried];
    else finest = middle + 1;
  }
  return text || textAt(TOLERANCES[finest]!);
}

/** All that is drawn in and around the ground, whatever its tolerance. */
function frameOf(map: MapStory, scene: MapScene, bbox: Bbox): (ground: string) => string {
  const [x0, , x1] = mercatorBox(bbox);
  const large = fitView(bbox, ...LARGE);
  const box = boxOf(bbox, large);
  const size = ((x1 - x0) * worldSize(MAX_ZOOM)) / box.width;
  const layers = [
    { name: 'small', view: fitView(bbox, ...SMALL), least: LEAST.small },
    { name: 'large', view: large, least: LEAST.large },
  ].map(({ name, view, least }) =>
    layer(map, scene, view, {
      name,
      box: boxOf(bbox, view),
      width: box.width,
      room: leastRoom(map, scene, view, least),
    }),
  );
  return (drawn) =>
    element('div', { class: 'elastic' }, [
      element('div', { class: 'elastic-box' }, [
        `<svg class="elastic-size" width="${Math.max(1, Math.round(box.width * size))}" height="${Math.max(1, Math.round(box.height * size))}"></svg>`,
        element(
          'svg',
          { class: 'map-drawing', viewBox: `0 0 ${box.width} ${box.height}`, preserveAspectRatio: 'none' },
          [element('defs', {}, hatches('still').map(markText)), drawn, ...layers.map(({ shapes }) => shapes)],
        ),
        ...layers.map(({ marks }) => marks),
      ]),
    ]);
}

/** The scene's box in a view's pixels. */
interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

function boxOf(bbox: Bbox, view: View): Frame {
  const [x0, y0, x1, y1] = mercatorBox(bbox);
  const world = worldSize(view.zoom);
  const [x, y] = project(view, [bbox[0], bbox[3]]);
  const round = (value: number) => Math.round(value * 10) / 10;
  return { x, y, width: round((x1 - x0) * world), height: round((y1 - y0) * world) };
}

/**
 * The room that names have beside the outermost places in the narrowest frame, as edges in a view's pixels: names keep their
 * size while the box scales, and one that fits there fits in every other frame. Undefined without a place.
 */
function leastRoom(
  map: MapStory,
  scene: MapScene,
  view: View,
  least: number,
): [x0: number, x1: number] | undefined {
  const camera = map.cameras[scene.camera];
  const shown = new Set([...scene.now, ...scene.quiet]);
  const points = map.places.flatMap(({ id, at }) => (shown.has(id) && at ? [at] : []));
  if (!camera || points.length === 0) return undefined;
  const narrow = fitView(camera.bbox, least, least * TALLEST);
  const across = points.map((point) => ({ x: project(view, point)[0], there: project(narrow, point)[0] }));
  const east = across.reduce((a, b) => (b.x > a.x ? b : a));
  const west = across.reduce((a, b) => (b.x < a.x ? b : a));
  return [Math.max(0, west.x - west.there), Math.min(view.width, east.x + least - east.there)];
}

/** The ground out to the flattest and the tallest frame, coarser where only those reach. */
function ground(maps: Cartography, bbox: Bbox, tolerance: number): string {
  const view = fitView(bbox, ...LARGE);
  const box = boxOf(bbox, view);
  const world = worldSize(view.zoom);
  const [left, top] = mercatorBox(bbox);
  const beyond = (aspect: number) => [
    Math.max(box.width, box.height * aspect),
    Math.max(box.height, box.width / aspect),
  ];
  const width = beyond(WIDEST)[0]! / 0.7;
  const height = beyond(NARROWEST)[1]! / 0.7;
  const [dx, dy] = [(width - box.width) / 2, (height - box.height) / 2];
  const window: Window = { left: left - dx / world, top: top - dy / world, world, width, height };
  const usual: [number, number, number, number] = [
    dx - box.height * 0.9,
    dy - box.width * 0.6,
    dx + box.width + box.height * 0.9,
    dy + box.height + box.width * 0.6,
  ];
  const paths: GroundPaths = groundPaths(maps.ground, window, {
    tolerance,
    unit: 1,
    speck: 2 + 2 * tolerance,
    usual,
  });
  const drawn = groundText(calmed(paths, view.zoom), width, height, 1);
  const place = {
    x: -Math.round(dx),
    y: -Math.round(dy),
    width: Math.round(width),
    height: Math.round(height),
  };
  return element('svg', place, [drawn]); // cuts off what the paths keep beyond their window
}

/** One size of the marks: shapes to be scaled with the ground, the rest at shares of the box. */
function layer(
  map: MapStory,
  scene: MapScene,
  view: View,
  { name, box, width, room }: { name: string; box: Frame; width: number; room: DrawOptions['room'] },
): { shapes: string; marks: string } {
  const { marks } = drawScene(map, scene, view, { prefix: 'still', room });
  const flat = marks.filter(({ key }) => key !== 'edges').flatMap(({ children = [] }) => children);
  const scale = Math.round((width / box.width) * 1e4) / 1e4;
  const transform = `scale(${scale}) translate(${-Math.round(box.x * 10) / 10} ${-Math.round(box.y * 10) / 10})`;
  const shapes = flat.map(scaled).filter((text) => text !== '');
  return {
    shapes: shapes.length > 0 ? element('g', { class: `elastic-${name}`, transform }, shapes) : '',
    marks: element(
      'svg',
      { class: `map-drawing elastic-${name}` },
      flat.map((mark) => anchored(mark, box, roomClasses(map, scene, view, box, mark))),
    ),
  };
}

/**
 * Classes that hide a name of the ground in frames where it has no room, as the live map would: `w-240 h-360` needs a free
 * width of 240 px and a free height of 360 px. map-still.css has a rule for each step.
 */
function roomClasses(map: MapStory, scene: MapScene, view: View, box: Frame, { key }: Mark): string {
  const name = map.cameras[scene.camera]?.names.find((one) => key === `name-${one.name}`);
  if (!name) return '';
  const width = roomNeeded(name, groundSize(isLarge(view)));
  const step = (value: number) => STEPS.find((least) => least >= value) ?? STEPS.at(-1)!;
  return `w-${step(width)} h-${step((width * box.height) / box.width)}`;
}

/** The parts of a mark that scale with the map: those that are not tied to a point. */
function scaled(mark: Mark): string {
  if (mark.at) return '';
  const children = mark.children?.filter(({ at }) => !at);
  if (children && children.length === 0) return '';
  return markText({ ...mark, ...(children && { children }) });
}

/** The parts that are tied to a point, each an `<svg>` at its share of the box. */
function anchored(mark: Mark, box: Frame, classes = ''): string {
  if (!mark.at) {
    const tied = mark.children?.filter(({ at }) => at) ?? [];
    return tied.length > 0
      ? element(
          'g',
          mark.attrs,
          tied.map((child) => anchored(child, box)),
        )
      : '';
  }
  const share = (value: number) => `${Math.round(value * 1e4) / 100}%`;
  const place = { x: share((mark.at[0] - box.x) / box.width), y: share((mark.at[1] - box.y) / box.height) };
  const named: Record<string, string> = classes === '' ? {} : { class: classes };
  return element('svg', { ...place, ...named, overflow: 'visible' }, [markText({ ...mark, at: undefined })]);
}
