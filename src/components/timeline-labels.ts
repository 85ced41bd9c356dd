import type { StoryEvent } from '../story/schema.ts';
import type { Shape } from './timeline.ts';
import { CHARACTER, WIDE } from './timeline-sizes.ts';

/** From and to, in pixels of the wide layout. */
export type Extent = readonly [from: number, to: number];

/** A label cut to fewer characters says nothing: "Tinubu…". */
const SHORTEST = 12;

/** From a disc's middle to its label: its ring is 9 px. */
export const LABEL = 14;

/** From the tick of a whisker to its label, past the ring that a planned one has there; from its open end likewise. */
export const TICK = 40;
export const OPEN = 16;

/** Pixels of the wide layout. */
export const px = (percent: number) => (percent * WIDE) / 100;

/** A label and where it begins, or ends: percent, and pixels to add. */
export function wordsAt(label: string, labelX: number, labelDx: number, labelEnds = false) {
  return { label, labelX, labelDx, labelEnds };
}

/** Beside a disc on its right, or its left where only that has room; above a bar or a whisker. */
export function cutLabel(event: StoryEvent, shape: Shape, lane: readonly Extent[]) {
  if (shape.kind === 'whisker') {
    const before = shape.toward === 'before';
    const room = before ? px(shape.tick) - TICK : WIDE - px(shape.tick) - TICK - 8;
    return wordsAt(cut(event.label, room), before ? 0 : shape.tick, before ? OPEN : TICK);
  }
  const from = shape.kind === 'point' ? px(shape.x) + LABEL : px(shape.x0);
  const end = shape.kind === 'point' ? px(shape.x) : px(shape.x1);
  const next = Math.min(WIDE, ...lane.map(([start]) => start).filter((start) => start > from));
  const right = cut(event.label, next - from - 4);
  if (shape.kind === 'bar') return wordsAt(right, shape.x0, 0);
  const before = Math.max(0, ...lane.map(([, stop]) => stop).filter((stop) => stop < end));
  const left = cut(event.label, px(shape.x) - LABEL - before);
  return left.length > right.length ? wordsAt(left, shape.x, -LABEL, true) : wordsAt(right, shape.x, LABEL);
}

/** Words that no label ends with before its ellipsis. */
const WEAK = /(?:\s+(?:an?|the|of|in|on|at|to|for|from|by|with|and|or|as|is|his|her|its|their))+$/i;

/** The words that fit into so many pixels, cut at a word with an ellipsis; empty rather than under `SHORTEST`. */
export function cut(label: string, room: number): string {
  const fit = Math.floor(room / CHARACTER);
  if (label.length <= fit) return label;
  const short = label
    .slice(0, Math.max(0, fit - 1))
    .replace(/\s+\S*$/, '')
    .replace(WEAK, '')
    .replace(/[,;:–—-]+$/, '');
  return short.length < SHORTEST ? '' : `${short}…`;
}
