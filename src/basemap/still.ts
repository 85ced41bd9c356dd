import { readFileSync } from 'node:fs';
import type { Story } from '../story/schema.ts';
import { DARK, LIGHT, type MapColours } from './colours.ts';
import { loadCartography, mapStory, type Cartography } from './build-map.ts';
import { groundPaths, type GroundPaths, type PathOptions, type ProjectedGround } from './ground-path.ts';
import { sceneOf, type MapStory } from './map-story.ts';
import { tenth, type Mark } from './mark.ts';
import { drawScene, hatches } from './scene.ts';
import { fitView, mercator, REGION_ZOOM, RIVER_ZOOM, worldSize, type View } from './project.ts';

export interface StillOptions {
  /** A step's id; the first step where it is left out. */
  step?: string;
  /** 0 for the step's own scene, 1 for its second state. */
  state?: number;
  /** CSS pixels, any aspect. */
  width: number;
  height: number;
  /** `auto` follows the reader's scheme by CSS; `light` and `dark` write colours out, as renderers of pictures need. */
  theme?: 'auto' | 'light' | 'dark';
  /** Draws the ground on beyond the frame, for a box of other proportions that the picture is fitted into. */
  beyond?: boolean;
  /** Writes the policy's line into the lower corner. */
  policyLine?: boolean;
  /** Written beside the policy's line. */
  credit?: string;
  /** Reuses what `mapStory` made of the story. */
  map?: MapStory;
  cartography?: Cartography;
}

let loaded: Cartography | undefined;

/** The cartography of the working folder, loaded once. */
export function cartography(): Cartography {
  return (loaded ??= loadCartography());
}

/**
 * A still map of one scene as a whole SVG document: ground, marks, legs, names; text as text, escaped; its `<title>` is the
 * scene's alt. Empty where the story has no map.
 */
export function renderStill(story: Story, options: StillOptions): string {
  const { width, height, theme = 'auto', cartography: maps = cartography() } = options;
  const map = options.map ?? mapStory(story, maps);
  const scene = sceneOf(map, options.step ?? story.steps[0]?.id, options.state);
  const camera = scene && map.cameras[scene.camera];
  if (!scene || !camera) return '';
  const view = fitView(camera.bbox, width, height);
  const step = story.steps.find(({ id }) => id === scene.step);
  const alt = step?.scene.states[scene.state]?.alt ?? step?.scene.alt ?? story.title;
  const line = [options.policyLine ? policyText(maps, width) : '', options.credit ?? '']
    .filter(Boolean)
    .join(' · ');
  const drawing = drawScene(map, scene, view, { prefix: 'still', line });
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      class: 'map-drawing',
      role: 'img',
      'aria-label': alt,
    },
    [
      element('title', {}, [escapeXml(alt)]),
      element('style', {}, [`${theme === 'auto' ? tokens() : ''}${drawingCss()}`]),
      element('defs', {}, hatches('still').map(markText)),
      groundOfView(maps.ground, view, options.beyond ? BEYOND : { width: 1, height: 1 }),
      ...drawing.marks.map(markText),
    ],
  );
  return theme === 'auto' ? svg : writeColours(svg, theme === 'dark' ? DARK : LIGHT);
}

/** How many times as wide and as high as its frame the ground goes on: for boxes of 3.9:1 to 2:3 around a frame of 4:3. */
const BEYOND = { width: 3, height: 2 };

/** The ground under a view and around it, in tenths of a pixel. */
function groundOfView(ground: ProjectedGround, view: View, times: { width: number; height: number }): string {
  const world = worldSize(view.zoom);
  const [cx, cy] = mercator(view.center);
  const [width, height] = [Math.round(view.width * times.width), Math.round(view.height * times.height)];
  const [dx, dy] = [(width - view.width) / 2, (height - view.height) / 2];
  const window = { left: cx - width / 2 / world, top: cy - height / 2 / world, world, width, height };
  const isAlone = dx === 0 && dy === 0;
  const usual: PathOptions = isAlone ? {} : { usual: [dx, dy, dx + view.width, dy + view.height] };
  const coarse: PathOptions = view.zoom < 3 ? { tolerance: 0.5, speck: 2 } : {};
  const text = groundText(
    calmed(groundPaths(ground, window, { ...coarse, ...usual }), view.zoom),
    width,
    height,
  );
  // An <svg> cuts off what the paths keep beyond their window.
  return isAlone ? text : element('svg', { x: -dx, y: -dy, width, height }, [text]);
}

/** Without what the live map has not at this zoom. */
export function calmed(paths: GroundPaths, zoom: number): GroundPaths {
  return {
    ...paths,
    rivers: zoom < RIVER_ZOOM.from || zoom >= RIVER_ZOOM.to ? '' : paths.rivers,
    regions: zoom < REGION_ZOOM ? '' : paths.regions,
  };
}

/** Layers of the ground from the bottom up, on a sheet of sea. */
export function groundText(paths: GroundPaths, width: number, height: number, unit = 0.1): string {
  const layer = (name: string, d: string) => (d === '' ? '' : element('path', { class: name, d }));
  const scale: Record<string, string> = unit === 1 ? {} : { transform: `scale(${unit})` };
  return (
    element('rect', { class: 'sea-sheet', width, height }) +
    element('g', scale, [
      layer('land', paths.land),
      layer('rivers', paths.rivers),
      layer('lakes', paths.lakes),
      layer('regions', paths.regions),
      layer('borders', paths.borders),
      layer('disputed', paths.disputed),
    ])
  );
}

function policyText({ policy }: Cartography, width: number): string {
  return width < 600 ? policy.line.short : policy.line.full;
}

/** A mark as SVG text; every attribute and text is escaped. */
export function markText({ tag, attrs, at, children = [], text }: Mark): string {
  const placed = at ? { ...attrs, transform: `translate(${tenth(at[0])} ${tenth(at[1])})` } : attrs;
  return element(tag, placed, [...(text === undefined ? [] : [escapeXml(text)]), ...children.map(markText)]);
}

/** An element as text; attributes are escaped, children are text that already is. */
export function element(
  tag: string,
  attrs: Record<string, string | number>,
  children: string[] = [],
): string {
  const written = Object.entries(attrs).map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`);
  const inner = children.join('');
  return inner === '' ? `<${tag}${written.join('')}/>` : `<${tag}${written.join('')}>${inner}</${tag}>`;
}

/** Text for XML 1.0: the five signs escaped, characters that XML forbids left out. */
export function escapeXml(text: string): string {
  return text

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** map-drawing.css without comments and spaces, for documents that travel alone. */
export function drawingCss(): string {
  return readFileSync('src/styles/map-drawing.css', 'utf8')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .trim();
}

/** Both themes' colours as custom properties, by the reader's scheme. */
export function tokens(): string {
  const block = (colours: MapColours) =>
    `:root{${Object.entries(colours)
      .map(([name, value]) => `--${name}:${value}`)
      .join(';')}}`;
  return `${block(LIGHT)}@media (prefers-color-scheme:dark){${block(DARK)}}`;
}

/** One theme's colours in place of the custom properties, for renderers that know none. */
function writeColours(svg: string, colours: MapColours): string {
  return svg.replace(
    /var\(--([a-z-]+)\)/g,
    (whole, name: string) => colours[name as keyof MapColours] ?? whole,
  );
}
