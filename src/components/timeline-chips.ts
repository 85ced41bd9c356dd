import type { Chip, TimelineItem } from './timeline.ts';
import { extentOf, MARK, NARROW, startOf, WIDE } from './timeline-sizes.ts';

/**
 * The narrow layout has one row: two events of a day stand side by side, more become a number, and so do two undated
 * events on one side, or a bar that crosses another.
 */
export function chipItems(items: readonly TimelineItem[]): Chip[] {
  const chips: Chip[] = [];
  const chip = (group: readonly TimelineItem[], x: number, zone: Chip['zone']) => {
    for (const item of group) item.chipped.narrow = true;
    chips.push(chipOf(group, x, zone));
  };
  for (const toward of ['before', 'after'] as const) {
    const group = items.filter(({ shape }) => shape.kind === 'whisker' && shape.toward === toward);
    if (group.length > 1) chip(group, toward === 'before' ? 0 : 100, toward);
  }
  const near = (MARK / NARROW) * 100;
  for (const group of groupNear(items, near)) {
    const [first, second] = group;
    if (!first || !second) continue;
    if (group.length === 2 && startOf(first.shape) === startOf(second.shape)) {
      first.nudge = -MARK / 2;
      second.nudge = MARK / 2;
    } else {
      chip(group, group.reduce((sum, { shape }) => sum + startOf(shape), 0) / group.length, 'days');
    }
  }
  const bars = items.filter(({ shape }) => shape.kind === 'bar');
  const row: [number, number][] = [];
  const crossing = bars.filter(({ shape }) => {
    const [from, to] = extentOf(shape);
    const free = row.every(([start, end]) => to <= start || from >= end);
    if (free) row.push([from, to]);
    return !free;
  });
  if (crossing.length > 0) {
    const end = Math.max(...crossing.map(({ shape }) => extentOf(shape)[1]));
    chip(crossing, Math.min(97, (end / WIDE) * 100 - near / 2), 'days');
  }
  return chips;
}

/** Discs that are nearer to the one before than a target's width, together. */
function groupNear(items: readonly TimelineItem[], near: number): TimelineItem[][] {
  const points = items.filter(({ shape }) => shape.kind === 'point');
  const groups: TimelineItem[][] = [];
  let last = -Infinity;
  for (const item of points.sort((a, b) => startOf(a.shape) - startOf(b.shape))) {
    const x = startOf(item.shape);
    if (x - last < near) groups.at(-1)?.push(item);
    else groups.push([item]);
    last = x;
  }
  return groups;
}

/** A number for these events; for the narrow layout, in its one row. */
export function chipOf(group: readonly TimelineItem[], x: number, zone: Chip['zone']): Chip {
  return { x, lane: 0, layout: 'narrow', events: group.map(({ event }) => event.id), zone };
}
