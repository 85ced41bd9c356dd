import type { Box } from './labels.ts';
import type { MapPlace } from './map-story.ts';
import {
  boxAround,
  boxesAlong,
  circle,
  pathOf,
  projectLine,
  shape,
  tenth,
  type Mark,
  type Point,
} from './mark.ts';
import { project, worldSize, type View } from './project.ts';

/** A place as it is drawn in one view. */
export interface PlacedMark {
  place: MapPlace;
  now: boolean;
  /** What the mark takes up; a point's own box is empty where only its name is drawn. */
  box: Box;
  /** Where its label is tied to: the point, or the middle of the area. */
  at: Point;
  /** True for an area that is drawn by its shape: its label may stand inside. */
  wideShape: boolean;
  /** Boxes that other labels keep off; worked out when asked for, which a moving map never does. */
  obstacles: () => Box[];
  mark: Mark | null;
}

/** An area whose longest side is shorter than this, in pixels, gets corner brackets. */
const SMALL_AREA = 14;

/** Draws a place by its role; null where it has neither a point nor a shape. `large` is the size for roomy frames. */
export function drawPlace(
  place: MapPlace,
  now: boolean,
  view: View,
  large: boolean,
  prefix: string,
): PlacedMark | null {
  const attrs = {
    'data-mark': markName(place),
    'data-place': place.id,
    class: `mark ${now ? 'now' : 'rest'}`,
  };
  const mark: Mark = { tag: 'g', key: place.id, attrs };
  const base = { place, now };
  if (place.kind === 'area' && place.rings.length > 0) {
    const rings = place.rings.map((ring) => projectLine(ring, view));
    const box = boxAround(rings.flat());
    const at: Point = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const outline = place.role === 'mention';
    if (!outline || now) {
      const small = Math.max(box[2] - box[0], box[3] - box[1]) < SMALL_AREA;
      if (small && !outline) return { ...base, ...brackets(mark, at, rings, large) };
      return { ...base, ...area(mark, box, at, rings, kindOf(place), now, prefix) };
    }
  }
  if (!place.at) return null;
  const [x, y] = project(view, place.at);
  const parts = place.role === 'mention' ? { marks: [], reach: 0 } : pointParts(place, now, large, view);
  const { marks, reach } = parts;
  const box: Box = [x - reach, y - reach, x + reach, y + reach];
  const drawn = marks.length > 0 ? { ...mark, at: [x, y] as Point, children: marks } : null;
  return { ...base, box, at: [x, y], wideShape: false, obstacles: () => (drawn ? [box] : []), mark: drawn };
}

function markName(place: MapPlace): string {
  if (place.mark !== 'sure') return place.mark;
  return place.kind === 'area' && place.role !== 'mention' ? 'area' : place.role;
}

function kindOf(place: MapPlace): 'soft' | 'outline' | 'hatch' {
  return place.approximate ? 'soft' : place.role === 'mention' ? 'outline' : 'hatch';
}

/** Disc, diamond, ring or dots around 0, 0, and how far they reach. Diameters 12 and 14, the ring of "now" 21 and 24. */
function pointParts(
  place: MapPlace,
  now: boolean,
  large: boolean,
  view: View,
): { marks: Mark[]; reach: number } {
  const size = large ? 7 : 6;
  if (place.mark === 'uncertain') {
    const spread = (place.spread / 40_075) * worldSize(view.zoom);
    const radius = Math.max(10, Math.min(32, spread));
    return { marks: [circle('dotted', radius)], reach: radius };
  }
  const side = size * 1.1;
  const body =
    place.mark !== 'sure'
      ? circle('hollow', size - 1.25)
      : place.role === 'subject'
        ? shape('solid', `M0 ${tenth(-side)}L${tenth(side)} 0L0 ${tenth(side)}L${tenth(-side)} 0Z`)
        : circle('solid', size);
  const ring = large ? 12 : 10.5;
  return now ? { marks: [body, circle('ring', ring)], reach: ring + 1 } : { marks: [body], reach: size };
}

function brackets(
  mark: Mark,
  at: Point,
  rings: Point[][],
  large: boolean,
): Omit<PlacedMark, 'place' | 'now'> {
  const half = large ? 10 : 8;
  const arm = half * 0.6;
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([sx, sy]) => {
    const [x, y] = [sx! * half, sy! * half];
    return `M${tenth(x - sx! * arm)} ${y}L${x} ${y}L${x} ${tenth(y - sy! * arm)}`;
  });
  const around = rings.map((ring) => `${pathOf(ring.map(([x, y]) => [x - at[0], y - at[1]]))}Z`).join('');
  const reach = half + 1;
  const box: Box = [at[0] - reach, at[1] - reach, at[0] + reach, at[1] + reach];
  const children = [shape('speck', around), shape('brackets', corners.join(''))];
  return { box, at, wideShape: false, obstacles: () => [box], mark: { ...mark, at, children } };
}

function area(
  mark: Mark,
  box: Box,
  at: Point,
  rings: Point[][],
  kind: 'soft' | 'outline' | 'hatch',
  now: boolean,
  prefix: string,
): Omit<PlacedMark, 'place' | 'now'> {
  const body = shape(kind, rings.map((ring) => `${pathOf(ring)}Z`).join(''));
  if (kind === 'hatch') body.attrs['fill'] = `url(#${prefix}-hatch-${now ? 'now' : 'rest'})`;
  const obstacles = () => rings.flatMap(boxesAlong);
  return { box, at, wideShape: true, obstacles, mark: { ...mark, children: [body] } };
}
