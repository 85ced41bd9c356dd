import type { LaidItem, Shaped } from './timeline-lanes.ts';
import { cutLabel, wordsAt } from './timeline-labels.ts';
import { extentOf } from './timeline-sizes.ts';

/** The undated of each side, before and after. */
export type Sides = readonly [before: readonly Shaped[], after: readonly Shaped[]];

/** What has a day or a range of them. */
export function datedOf(shaped: readonly Shaped[]): Shaped[] {
  return shaped.filter(([, { kind }]) => kind !== 'whisker');
}

/** What is only bounded. */
export function sidesOf(shaped: readonly Shaped[]): Sides {
  const side = (toward: 'before' | 'after') =>
    shaped.filter(([, shape]) => shape.kind === 'whisker' && shape.toward === toward);
  return [side('before'), side('after')];
}

/** Lanes that the sides need where each has one line: they share one where their lines don't meet. */
export function lanesFor([before, after]: Sides): number {
  if (before.length === 0 || after.length === 0) return Math.min(1, before.length + after.length);
  const reach = Math.max(...before.map(([, shape]) => extentOf(shape)[1]));
  return after.every(([, shape]) => extentOf(shape)[0] >= reach) ? 1 : 2;
}

/** One line for each side, from this lane on: a lone event with its label, several for a number to stand for. */
export function layUndated(sides: Sides, lane: number): LaidItem[] {
  const last = lane + lanesFor(sides) - 1;
  return sides.flatMap((group, i) =>
    group.map(([event, shape]): LaidItem => {
      const counted = group.length > 1;
      const words = counted ? wordsAt('', 0, 0) : cutLabel(event, shape, []);
      return { event, shape, lane: i === 0 ? lane : last, column: 0, counted, ...words };
    }),
  );
}
