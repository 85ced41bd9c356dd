import type { LngLat } from '../geo.ts';
import type { Box } from './labels.ts';
import { project, worldSize, type View } from './project.ts';

export type Point = [x: number, y: number];

/** An SVG element as plain data: stills write it as text, the live map makes it with `createElementNS`. */
export interface Mark {
  tag: string;
  /** Stable in a scene, so that a moving map changes attributes instead of elements. */
  key: string;
  attrs: Record<string, string | number>;
  /** Where its own 0, 0 lies in the frame; it then keeps its size whatever the map's scale. */
  at?: Point;
  children?: Mark[];
  text?: string;
}

export function circle(name: string, radius: number): Mark {
  return { tag: 'circle', key: name, attrs: { class: name, r: tenth(radius) } };
}

export function shape(name: string, d: string): Mark {
  return { tag: 'path', key: name, attrs: { class: name, d } };
}

export function group(name: string, children: Mark[]): Mark {
  return { tag: 'g', key: name, attrs: { class: name }, children };
}

export function textMark(
  key: string,
  text: string,
  size: number,
  anchor: 'start' | 'middle' | 'end',
  [x, y]: Point,
  more: Record<string, string> = {},
): Mark {
  const attrs = { ...more, x: tenth(x), y: tenth(y), 'text-anchor': anchor, 'font-size': size };
  return { tag: 'text', key, attrs, text };
}

/** A tenth of a pixel. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}

export function pathOf(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${tenth(x)} ${tenth(y)}`).join('');
}

/** The box around points; of none, one that holds nothing. */
export function boxAround(points: readonly Point[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** Pixels of a line, each point on the side of the world where the one before it is. */
export function projectLine(line: readonly LngLat[], view: View): Point[] {
  const world = worldSize(view.zoom);
  const points: Point[] = [];
  for (const at of line) {
    const [x, y] = project(view, at);
    const before = points.at(-1)?.[0] ?? x;
    points.push([x - Math.round((x - before) / world) * world, y]);
  }
  return points;
}

/** Small boxes along a line, 8 px apart, for labels to keep off. */
export function boxesAlong(line: readonly Point[]): Box[] {
  return line.flatMap(([x, y], i) => {
    const before = line[i - 1];
    if (!before) return [];
    const steps = Math.max(1, Math.ceil(Math.hypot(x - before[0], y - before[1]) / 8));
    return Array.from({ length: steps }, (_, k): Box => {
      const px = before[0] + ((x - before[0]) * k) / steps;
      const py = before[1] + ((y - before[1]) * k) / steps;
      return [px - 3, py - 3, px + 3, py + 3];
    });
  });
}
