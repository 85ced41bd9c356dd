import {
  overlapOf,
  placeLabels,
  STORY_SIDES,
  textWidth,
  type Box,
  type LabelPlace,
  type LabelRequest,
  type Side,
} from './labels.ts';
import type { Locator, MapCamera, MapLeg, MapPlace, MapScene, MapStory } from './map-story.ts';
import { project, viewBounds, worldSize, type View } from './project.ts';
import type { LngLat } from '../geo.ts';

/** An SVG element as plain data: stills write it as text, the live map makes it with `createElementNS`. */
export interface Mark {
  tag: string;
  /** Stable in a scene, so that a moving map changes attributes instead of elements. */
  key: string;
  attrs: Record<string, string | number>;
  children?: Mark[];
  text?: string;
}

/** What a scene looks like in a view, and which side each label took. */
export interface Drawing {
  marks: Mark[];
  sides: Map<string, Side>;
  /** Where a reader can aim at a place: centre and half the width, at least 12 px. */
  targets: { place: string; label: string; x: number; y: number; radius: number }[];
}

export interface DrawOptions {
  /** Sides that labels keep while the map moves. */
  fixed?: ReadonlyMap<string, Side> | undefined;
  /** Begins the ids of the hatches, so that two maps of a page don't share one. */
  prefix?: string;
  /** Text in the lower corner. */
  line?: string;
}

/** An area whose longest side is shorter than this gets corner brackets. */
const SMALL_AREA = 14;

/** An area narrower than this has its label outside. */
const LABEL_INSIDE = 90;

/** A leg shorter than this gets one arrowhead midway. */
const SHORT_LEG = 80;

type Point = [x: number, y: number];

interface Placed {
  place: MapPlace;
  now: boolean;
  box: Box;
  rings: Point[][];
  drawn: Mark[];
}

/**
 * Draws a scene's marks, legs and names for a view, in the order of painting.
 *
 * Role is shape: a disc is a venue, a hatch or brackets a subject, a diamond a subject that is a point, a ring what is
 * planned, dots what is uncertain; a mention has its name or its outline only. "Now" is accent and a ring. Colours come from
 * the classes of map-drawing.css.
 */
export function drawScene(
  map: MapStory,
  scene: MapScene,
  view: View,
  { fixed, prefix = 'map', line = '' }: DrawOptions = {},
): Drawing {
  const wide = isWide(view);
  const shown = [
    ...scene.quiet.map((id) => [id, false] as const),
    ...scene.now.map((id) => [id, true] as const),
  ];
  const placed = shown.flatMap(([id, now]) => {
    const place = map.places.find((one) => one.id === id);
    const drawn = place && drawPlace(place, now, view, wide, prefix);
    return drawn ? [drawn] : [];
  });
  const legs = scene.legs.flatMap((index) => {
    const leg = map.legs[index];
    const to = placed.find(({ place }) => place.id === leg?.to);
    return leg ? [drawLeg(leg, index, view, to)] : [];
  });
  const camera = map.cameras[scene.camera];
  const marked = placed.filter(({ drawn }) => drawn.length > 0).map(({ box }) => box);
  const edges = camera ? furniture(camera, view, marked, line) : { marks: [], boxes: [] };
  const keepOff = [
    ...edges.boxes,
    ...legs.flatMap(({ boxes }) => boxes),
    [0, view.height - 24, view.width, view.height] as Box,
  ];
  const labels = layOut(placed, keepOff, camera?.names ?? [], camera?.bbox, view, wide, fixed);
  return {
    marks: [
      group('names', labels.names),
      group(
        'areas',
        placed.filter(({ place }) => place.kind === 'area').flatMap(({ drawn }) => drawn),
      ),
      group(
        'legs',
        legs.map(({ mark }) => mark),
      ),
      group(
        'points',
        placed.filter(({ place }) => place.kind === 'point').flatMap(({ drawn }) => drawn),
      ),
      group('labels', labels.story),
      group('edges', edges.marks),
    ],
    sides: labels.sides,
    targets: placed
      .filter(({ place }) => place.role !== 'mention')
      .map(({ place, box: [x0, y0, x1, y1] }) => ({
        place: place.id,
        label: place.label,
        x: (x0 + x1) / 2,
        y: (y0 + y1) / 2,
        radius: Math.max(12, Math.min(x1 - x0, y1 - y0, 96) / 2),
      })),
  };
}

/** The hatches that areas are filled with: 45°, lines of 1.5 px, 6 px apart. Goes into the drawing's `<defs>`. */
export function hatches(prefix = 'map'): Mark[] {
  return ['now', 'rest'].map((tone): Mark => ({
    tag: 'pattern',
    key: `hatch-${tone}`,
    attrs: {
      id: `${prefix}-hatch-${tone}`,
      width: 6,
      height: 6,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    children: [
      { tag: 'rect', key: 'ground', attrs: { class: 'hatch-ground', width: 6, height: 6 } },
      {
        tag: 'path',
        key: 'line',
        attrs: { class: tone === 'now' ? 'hatch-line-now' : 'hatch-line', d: 'M0 3H6' },
      },
    ],
  }));
}

/**
 * What stands at the edges of the frame: a locator where the view is close, a scale bar where the whole view has one scale,
 * and a line of text in the lower corner. `taken` are boxes to keep clear of.
 */
function furniture(
  camera: MapCamera,
  view: View,
  taken: readonly Box[],
  line = '',
): { marks: Mark[]; boxes: Box[] } {
  const marks: Mark[] = [];
  const boxes: Box[] = [];
  const { width, height } = view;
  if (camera.locator) {
    const side = isWide(view) ? 96 : height < 220 ? 60 : 72;
    const corner = (x: number, y: number): Box => [x, y, x + side, y + side];
    const corners = [
      corner(8, 8),
      corner(width - side - 8, 8),
      corner(width - side - 8, height - side - 28),
      corner(8, height - side - 28),
    ];
    const crowd = (box: Box) => taken.reduce((sum, other) => sum + overlapOf(box, other), 0);
    const best = corners.reduce((a, b) => (crowd(b) < crowd(a) ? b : a));
    boxes.push(best);
    marks.push(locatorMark(camera.locator, best));
  }
  const bar = scaleBar(view);
  if (bar) marks.push(bar);
  if (line) {
    marks.push({
      tag: 'text',
      key: 'line',
      attrs: { class: 'corner-line', x: 8, y: height - 8, 'font-size': 12 },
      text: line,
    });
  }
  return { marks, boxes };
}

function locatorMark({ land, frame: [x0, y0, x1, y1] }: Locator, [x, y, right]: Box): Mark {
  const scale = (right - x) / 100;
  const least = 12 / scale;
  const [w, h] = [Math.max(x1 - x0, least), Math.max(y1 - y0, least)];
  const here = `M${n((x0 + x1 - w) / 2)} ${n((y0 + y1 - h) / 2)}h${n(w)}v${n(h)}h${n(-w)}z`;
  return {
    tag: 'svg',
    key: 'locator',
    attrs: {
      class: 'locator',
      x: n(x),
      y: n(y),
      width: n(right - x),
      height: n(right - x),
      viewBox: '0 0 100 100',
    },
    children: [
      { tag: 'rect', key: 'sea', attrs: { class: 'locator-sea', width: 100, height: 100 } },
      shape('locator-land', land),
      shape('locator-here', here),
      shape('locator-edge', 'M0 0H100V100H0z'),
    ],
  };
}

/** A round number of kilometres in 40 to 100 pixels, where the scale differs by less than a tenth over the view. */
function scaleBar(view: View): Mark | null {
  const [, south, , north] = viewBounds(view);
  const cos = (lat: number) => Math.cos((lat * Math.PI) / 180);
  if (view.zoom < 4 || Math.abs(cos(north) / cos(south) - 1) > 0.1) return null;
  const pixels = worldSize(view.zoom) / (40_075 * cos(view.center[1]));
  const km = [1, 2, 5, 10, 20, 50, 100, 200].findLast((length) => length * pixels <= 100);
  if (!km) return null;
  const length = km * pixels;
  const [x, y] = [view.width - 10, view.height - 10];
  return {
    tag: 'g',
    key: 'scale',
    attrs: { class: 'scale' },
    children: [
      shape('bar', `M${n(x - length)} ${n(y - 4)}v4h${n(length)}v-4`),
      {
        tag: 'text',
        key: 'km',
        attrs: { x: n(x), y: n(y - 8), 'text-anchor': 'end', 'font-size': 12 },
        text: `${km} km`,
      },
    ],
  };
}

/** Frames of this height have the larger marks and room for names of the ground. */
export function isWide({ width, height }: { width: number; height: number }): boolean {
  return height >= 400 && width >= 360;
}

function drawPlace(place: MapPlace, now: boolean, view: View, wide: boolean, prefix: string): Placed | null {
  const tone = now ? 'now' : 'rest';
  const attrs = { 'data-mark': markName(place), 'data-place': place.id, class: `mark ${tone}` };
  if (place.kind === 'area') return drawArea(place, now, view, wide, attrs, prefix);
  if (!place.at) return null;
  const [x, y] = project(view, place.at);
  const size = wide ? 7 : 6;
  const ring = (wide ? 24 : 21) / 2;
  const at = `translate(${n(x)} ${n(y)})`;
  const parts = pointParts(place, now, size, ring, view);
  const reach = parts.reach;
  return {
    place,
    now,
    rings: [],
    box: [x - reach, y - reach, x + reach, y + reach],
    drawn: [{ tag: 'g', key: place.id, attrs: { ...attrs, transform: at }, children: parts.marks }],
  };
}

function markName(place: MapPlace): string {
  if (place.mark !== 'sure') return place.mark;
  return place.kind === 'area' && place.role !== 'mention' ? 'area' : place.role;
}

function pointParts(
  place: MapPlace,
  now: boolean,
  size: number,
  ring: number,
  view: View,
): { marks: Mark[]; reach: number } {
  const halo = now && place.mark !== 'uncertain' ? [circle('ring', ring)] : [];
  if (place.mark === 'uncertain') {
    const pixels = (place.spread / 40_075) * worldSize(view.zoom);
    const radius = Math.max(10, Math.min(32, pixels));
    return { marks: [circle('dotted', radius)], reach: radius };
  }
  if (place.role === 'mention') return { marks: [], reach: 0 };
  if (place.mark === 'planned' || place.mark === 'cancelled') {
    return { marks: [circle('hollow', size - 1.25), ...halo], reach: halo.length ? ring : size };
  }
  if (place.role === 'subject') {
    const side = size * 1.1;
    const d = `M0 ${n(-side)}L${n(side)} 0L0 ${n(side)}L${n(-side)} 0Z`;
    return { marks: [shape('solid', d), ...halo], reach: halo.length ? ring : side };
  }
  return { marks: [circle('solid', size), ...halo], reach: halo.length ? ring : size };
}

function drawArea(
  place: MapPlace,
  now: boolean,
  view: View,
  wide: boolean,
  attrs: Record<string, string>,
  prefix: string,
): Placed | null {
  const rings = place.rings.map((ring) => projectLine(ring, view));
  if (rings.length === 0) return null;
  const box = boxAround(rings.flat());
  const d = rings.map((ring) => `${pathOf(ring)}Z`).join('');
  const outline = place.role === 'mention';
  const small = Math.max(box[2] - box[0], box[3] - box[1]) < SMALL_AREA;
  // A mention at rest is its name alone; lit, its outline.
  if (outline && !now) return { place, now, box: pointBox(place, view), rings, drawn: [] };
  const kind = place.approximate ? 'soft' : outline ? 'outline' : 'hatch';
  if (!small || outline) {
    const body = shape(kind, d);
    if (kind === 'hatch') body.attrs['fill'] = `url(#${prefix}-hatch-${now ? 'now' : 'rest'})`;
    return { place, now, box, rings, drawn: [{ tag: 'g', key: place.id, attrs, children: [body] }] };
  }
  const [cx, cy] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const half = (wide ? 20 : 16) / 2;
  return {
    place,
    now,
    rings,
    box: [cx - half - 1, cy - half - 1, cx + half + 1, cy + half + 1],
    drawn: [
      {
        tag: 'g',
        key: place.id,
        attrs,
        children: [shape('speck', d), shape('brackets', brackets(cx, cy, half))],
      },
    ],
  };
}

function brackets(cx: number, cy: number, half: number): string {
  const arm = half * 0.6;
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]
    .map(([sx, sy]) => {
      const [x, y] = [cx + sx! * half, cy + sy! * half];
      return `M${n(x - sx! * arm)} ${n(y)}L${n(x)} ${n(y)}L${n(x)} ${n(y - sy! * arm)}`;
    })
    .join('');
}

function drawLeg(
  leg: MapLeg,
  index: number,
  view: View,
  to: Placed | undefined,
): { mark: Mark; boxes: Box[] } {
  const whole = projectLine(leg.parts.flat(), view);
  let from = 0;
  const parts = leg.parts.map((part) => whole.slice(from, (from += part.length)));
  const reach = to ? Math.max(to.box[2] - to.box[0], to.box[3] - to.box[1]) / 2 : 6;
  const first = whole[0]!;
  const last = whole.at(-1)!;
  const span = Math.hypot(last[0] - first[0], last[1] - first[1]);
  const short = span < SHORT_LEG;
  const lines = short ? [[first, middle(first, last)]] : parts;
  const tip = short ? lines[0]! : trimEnd(lines.at(-1)!, reach + 10);
  const drawn = short ? [] : [...lines.slice(0, -1), tip];
  const children = [
    ...drawn.map((line, i) => ({ ...shape('line', pathOf(line)), key: `line${i}` })),
    shape('arrow', arrowhead(tip.at(-2)!, tip.at(-1)!)),
  ];
  const attrs = { 'data-leg': leg.event, class: leg.planned ? 'leg planned' : 'leg travelled' };
  return { mark: { tag: 'g', key: `leg-${index}`, attrs, children }, boxes: drawn.flatMap(boxesAlong) };
}

/** Small boxes along a line, for labels to keep off. */
function boxesAlong(line: Point[]): Box[] {
  return line.flatMap(([x, y], i) => {
    const before = line[i - 1];
    if (!before) return [];
    const steps = Math.max(1, Math.ceil(Math.hypot(x - before[0], y - before[1]) / 8));
    return Array.from({ length: steps }, (_, k): Box => {
      const [px, py] = [before[0] + ((x - before[0]) * k) / steps, before[1] + ((y - before[1]) * k) / steps];
      return [px - 3, py - 3, px + 3, py + 3];
    });
  });
}

function arrowhead(from: Point, to: Point): string {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const wing = (turn: number): Point => [
    to[0] - 9 * Math.cos(angle + turn),
    to[1] - 9 * Math.sin(angle + turn),
  ];
  return pathOf([wing(0.5), to, wing(-0.5)]);
}

function trimEnd(line: Point[], by: number): Point[] {
  const kept = [...line];
  let left = by;
  while (kept.length > 1) {
    const [a, b] = [kept.at(-2)!, kept.at(-1)!];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length > left) {
      const share = 1 - left / length;
      kept[kept.length - 1] = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
      return kept;
    }
    left -= length;
    kept.pop();
  }
  return line.slice(-2);
}

function layOut(
  placed: Placed[],
  legs: Box[],
  names: MapStory['cameras'][string]['names'],
  bbox: MapStory['cameras'][string]['bbox'] | undefined,
  view: View,
  wide: boolean,
  fixed?: ReadonlyMap<string, Side>,
): { story: Mark[]; names: Mark[]; sides: Map<string, Side> } {
  const size = wide ? 16 : 14;
  const small = wide ? 13 : 12;
  const story = placed
    .filter(({ place }) => place.label !== '')
    .sort((a, b) => rank(a.place) - rank(b.place));
  const requests: LabelRequest[] = story.map(({ place, box, rings }) => {
    const note = noteOf(place);
    const mention = place.role === 'mention';
    const text = place.mark === 'uncertain' ? `${place.label} ?` : place.label;
    const height = (mention ? small : size) * 1.15 + (note ? 13 : 0);
    const width = Math.max(textWidth(text, mention ? small : size, !mention), note ? textWidth(note, 12) : 0);
    const inside = rings.length > 0 && box[2] - box[0] >= Math.max(LABEL_INSIDE, width + 12);
    const mark = inside || (mention && box[0] !== box[2]) ? pointBox(place, view) : box;
    const sides: readonly Side[] = inside || mention ? ['C', ...STORY_SIDES] : STORY_SIDES;
    return { key: place.id, mark, width, height, sides, keep: true };
  });
  const box = bbox && boxOfCamera(bbox, view);
  const context: LabelRequest[] = names
    .filter(({ name, room }) => box && textWidth(name, small) <= room * (box[2] - box[0]) * 1.1)
    .filter(({ name }) => !story.some(({ place }) => place.label === name))
    .map(({ name, at }) => {
      const [x, y] = project(view, at);
      return {
        key: `name-${name}`,
        mark: [x, y, x, y],
        width: textWidth(name, small),
        height: small * 1.2,
        sides: ['C'],
        keep: false,
      };
    });
  const obstacles = [
    ...placed.filter(({ drawn, rings }) => drawn.length > 0 && rings.length === 0).map((one) => one.box),
    ...legs,
  ];
  const limit = wide ? 12 : 6;
  const places = placeLabels([...requests, ...context], view.width, view.height, obstacles, fixed).slice(
    0,
    Math.max(limit, requests.length),
  );
  const at = new Map(places.map((label) => [label.key, label]));
  return {
    story: story.flatMap((one) => {
      const label = at.get(one.place.id);
      return label ? [storyLabel(one, label, size, small)] : [];
    }),
    names: names.flatMap(({ name, kind }) => {
      const label = at.get(`name-${name}`);
      return label ? [nameLabel(name, kind, label, small)] : [];
    }),
    sides: new Map(places.map(({ key, side }) => [key, side])),
  };
}

function rank(place: MapPlace): number {
  if (place.role === 'mention') return 3;
  if (place.role === 'subject') return 2;
  return place.mark === 'sure' ? 0 : 1;
}

function noteOf(place: MapPlace): string {
  return place.mark === 'planned' || place.mark === 'cancelled' ? place.mark : '';
}

function storyLabel({ place, now, box: mark }: Placed, label: LabelPlace, size: number, small: number): Mark {
  const mention = place.role === 'mention';
  const [x0, y0, x1] = label.box;
  const east = label.side.includes('E');
  const west = label.side.includes('W');
  const x = east ? x0 : west ? x1 : (x0 + x1) / 2;
  const anchor = east ? 'start' : west ? 'end' : 'middle';
  const letter = mention ? small : size;
  const text = place.mark === 'uncertain' ? `${place.label} ?` : place.label;
  const note = noteOf(place);
  const children: Mark[] = [
    {
      tag: 'text',
      key: 'name',
      attrs: { x: n(x), y: n(y0 + letter * 0.92), 'text-anchor': anchor, 'font-size': letter },
      text,
    },
    ...(note
      ? [
          {
            tag: 'text',
            key: 'note',
            attrs: {
              class: 'note',
              x: n(x),
              y: n(y0 + letter * 0.92 + 13),
              'text-anchor': anchor,
              'font-size': 12,
            },
            text: note,
          },
        ]
      : []),
  ];
  const far = leader(mark, label.box);
  const line: Mark[] = far ? [shape('leader', far)] : [];
  const tone = `${mention ? 'country' : 'story'}${now ? ' now' : ''}${place.water ? ' water' : ''}`;
  return {
    tag: 'g',
    key: `label-${place.id}`,
    attrs: { 'data-label': place.id, class: `label ${tone}` },
    children: [...line, ...children],
  };
}

/** A line from a label to its mark, where the label had to move away from it. */
function leader(mark: Box, label: Box): string | null {
  const x = Math.max(label[0], Math.min(label[2], (mark[0] + mark[2]) / 2));
  const y = Math.max(label[1], Math.min(label[3], (mark[1] + mark[3]) / 2));
  const mx = Math.max(mark[0], Math.min(mark[2], x));
  const my = Math.max(mark[1], Math.min(mark[3], y));
  return Math.hypot(mx - x, my - y) > 14
    ? pathOf([
        [x, y],
        [mx, my],
      ])
    : null;
}

function nameLabel(name: string, kind: string, { box }: LabelPlace, size: number): Mark {
  return {
    tag: 'text',
    key: `name-${name}`,
    attrs: {
      class: `label ${kind}`,
      x: n((box[0] + box[2]) / 2),
      y: n(box[1] + size * 0.95),
      'text-anchor': 'middle',
      'font-size': size,
    },
    text: name,
  };
}

function pointBox(place: MapPlace, view: View): Box {
  if (!place.at) return [0, 0, 0, 0];
  const [x, y] = project(view, place.at);
  return [x, y, x, y];
}

function boxOfCamera([west, south, east, north]: [number, number, number, number], view: View): Box {
  const [x0, y0] = project(view, [west, north]);
  const width = (((east < west ? east + 360 : east) - west) / 360) * worldSize(view.zoom);
  const [, y1] = project(view, [east, south]);
  return [x0, y0, x0 + width, y1];
}

/** Pixels of a line, each point on the side of the world where the one before it is. */
function projectLine(line: readonly LngLat[], view: View): Point[] {
  const world = worldSize(view.zoom);
  const points: Point[] = [];
  for (const at of line) {
    const [x, y] = project(view, at);
    const before = points.at(-1)?.[0] ?? x;
    points.push([x - Math.round((x - before) / world) * world, y]);
  }
  return points;
}

function boxAround(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function middle(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function pathOf(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');
}

function circle(name: string, radius: number): Mark {
  return { tag: 'circle', key: name, attrs: { class: name, r: n(radius) } };
}

function shape(name: string, d: string): Mark {
  return { tag: 'path', key: name, attrs: { class: name, d } };
}

function group(name: string, children: Mark[]): Mark {
  return { tag: 'g', key: name, attrs: { class: name }, children };
}

/** A tenth of a pixel. */
function n(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}
