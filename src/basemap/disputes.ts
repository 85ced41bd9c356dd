import type { Bbox, LngLat } from '../geo.ts';
import type { DisputeRow, Policy } from '../policy.ts';
import type { Story } from '../story/schema.ts';
import { KNOWN_DISPUTES } from './known-disputes.ts';
import { overlaps, visibleBounds } from './project.ts';

/**
 * Sizes of the map's frame, [width, height] in CSS pixels, over which "visible" is judged: phone to widest screen, the
 * flattest strip above the text, an embed across a wide page, a still of 9:16.
 */
export const FRAMES: readonly [width: number, height: number][] = [
  [280, 180],
  [390, 226],
  [768, 300],
  [792, 784],
  [1064, 964],
  [1023, 180],
  [1920, 448],
  [540, 960],
];

/** The disputes that a box of the map takes in, in the policy's order. */
export function disputesIn(bbox: Bbox, policy: Policy): DisputeRow[] {
  return policy.disputes.filter((row) => overlaps(bbox, row.bbox));
}

/** The disputes that a scene shows at any width: its true visible bounds, not its own box alone. */
export function disputesOfScene(bbox: Bbox, policy: Policy): DisputeRow[] {
  const shown = boundsOf(bbox);
  return policy.disputes.filter((row) => shown.some((bounds) => overlaps(bounds, row.bbox)));
}

/** The disputes that a story's maps show at any width, in the policy's order. */
export function disputesOfStory(story: Story, policy: Policy): DisputeRow[] {
  const shown = boxesOf(story).flatMap(boundsOf);
  return policy.disputes.filter((row) => shown.some((bounds) => overlaps(bounds, row.bbox)));
}

/** Names of known disputes that a story's maps show and that no row of the policy holds: it must say what is drawn there. */
export function unansweredDisputes(story: Story, policy: Policy): string[] {
  const open = KNOWN_DISPUTES.filter(({ at }) => !policy.disputes.some(({ bbox }) => holds(bbox, at)));
  if (open.length === 0) return [];
  const shown = boxesOf(story).flatMap(boundsOf);
  return open.filter(({ at }) => shown.some((bounds) => holds(bounds, at))).map(({ name }) => name);
}

/** The boxes of a story's scenes, each once; none of a story that was withdrawn, whose map is no longer shown. */
function boxesOf({ steps, withdrawn }: Story): Bbox[] {
  if (withdrawn) return [];
  const boxes = steps
    .flatMap(({ scene }) => [scene, ...scene.states])
    .flatMap(({ bbox }) => (bbox ? [bbox as Bbox] : []));
  return [...new Map(boxes.map((box) => [box.join(), box])).values()];
}

function boundsOf(bbox: Bbox): Bbox[] {
  return FRAMES.map(([width, height]) => visibleBounds(bbox, width, height));
}

function holds([west, south, east, north]: Bbox, [lng, lat]: LngLat): boolean {
  if (lat < south || lat > north) return false;
  return west <= east ? west <= lng && lng <= east : lng >= west || lng <= east;
}
