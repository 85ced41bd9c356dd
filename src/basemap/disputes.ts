import type { Bbox } from '../geo.ts';
import type { DisputeRow, Policy } from '../policy.ts';
import { overlaps, visibleBounds } from './project.ts';

/** Sizes of the map's frame, [width, height] in CSS pixels, over which "visible" is judged: phone to widest screen. */
export const FRAMES: readonly [width: number, height: number][] = [
  [280, 180],
  [390, 226],
  [768, 300],
  [792, 784],
  [1064, 964],
];

/** The disputes that a box of the map takes in, in the policy's order. */
export function disputesIn(bbox: Bbox, policy: Policy): DisputeRow[] {
  return policy.disputes.filter((row) => overlaps(bbox, row.bbox));
}

/** The disputes that a scene shows at any width: its true visible bounds, not its own box alone. */
export function disputesOfScene(bbox: Bbox, policy: Policy): DisputeRow[] {
  const shown = FRAMES.map(([width, height]) => visibleBounds(bbox, width, height));
  return policy.disputes.filter((row) => shown.some((bounds) => overlaps(bounds, row.bbox)));
}
