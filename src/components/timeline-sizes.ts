import type { Shape } from './timeline.ts';

/** Width in pixels that the wide layout is worked out for, and the narrow one. A wider strip only gives more air. */
export const WIDE = 600;
export const NARROW = 328;

/** Under `NARROW`: an embed of 300 px, where names that are spare are left out. */
export const NARROWEST = 276;

/** A character of the system's sans at 12 px, in pixels, rounded up. */
export const CHARACTER = 6.4;

/** A mark and its target, in pixels. */
export const MARK = 24;

/** Lanes of the wide layout; a story with more has a number in one more. */
export const LANES = 5;

/** Where a shape begins, in percent of the strip. */
export function startOf(shape: Shape): number {
  if (shape.kind === 'point') return shape.x;
  if (shape.kind === 'bar') return shape.x0;
  return shape.toward === 'before' ? 0 : shape.tick;
}

/** What a mark takes of its lane, in pixels of the wide layout. */
export function extentOf(shape: Shape): [from: number, to: number] {
  const px = (percent: number) => (percent * WIDE) / 100;
  if (shape.kind === 'point') return [px(shape.x) - MARK / 2, px(shape.x) + MARK / 2];
  if (shape.kind === 'bar') return [px(shape.x0), px(shape.x1)];
  return shape.toward === 'before' ? [0, px(shape.tick)] : [px(shape.tick), WIDE];
}
