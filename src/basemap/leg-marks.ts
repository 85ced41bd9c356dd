import type { Box } from './labels.ts';
import type { MapLeg } from './map-story.ts';
import { boxesAlong, pathOf, projectLine, shape, type Mark, type Point } from './mark.ts';
import type { PlacedMark } from './place-marks.ts';
import type { View } from './project.ts';

/** A leg shorter than this, in pixels, gets one arrowhead midway. */
const SHORT_LEG = 80;

/** Pixels between an arrowhead and the mark that it points at. */
const STOP = 10;

/**
 * Draws a leg: its parts as lines (a gap between them says that no route is stated) and an open arrowhead of 9 px that
 * stops short of the mark. `obstacles` are boxes along the lines.
 */
export function drawLeg(
  leg: MapLeg,
  key: string,
  view: View,
  to: PlacedMark | undefined,
): { mark: Mark; obstacles: () => Box[] } {
  const lines = projectParts(leg, view);
  const first = lines[0]![0]!;
  const last = lines.at(-1)!.at(-1)!;
  const attrs = { 'data-leg': leg.event, class: leg.planned ? 'leg planned' : 'leg travelled' };
  const mark = (children: Mark[]): Mark => ({ tag: 'g', key, attrs, children });
  if (Math.hypot(last[0] - first[0], last[1] - first[1]) < SHORT_LEG) {
    const middle: Point = [(first[0] + last[0]) / 2, (first[1] + last[1]) / 2];
    return { mark: mark([arrowhead(first, middle)]), obstacles: () => [] };
  }
  const reach = to && !to.wideShape ? (to.box[2] - to.box[0]) / 2 : 0;
  const tip = trimEnd(lines.at(-1)!, reach + STOP);
  const drawn = [...lines.slice(0, -1), tip];
  const bodies = drawn.map((line, i): Mark => {
    const body = shape('line', pathOf(line));
    // What has been travelled may grow: the style sheet then knows its length.
    if (!leg.planned) body.attrs['pathLength'] = 1;
    return { ...body, key: `line-${i}` };
  });
  return {
    mark: mark([...bodies, arrowhead(tip.at(-2)!, tip.at(-1)!)]),
    obstacles: () => drawn.flatMap(boxesAlong),
  };
}

/** The first part from where it begins, the others to where they end: each at its place, though the map ends between. */
function projectParts({ parts: [first = [], ...others] }: MapLeg, view: View): Point[][] {
  return [
    projectLine(first, view),
    ...others.map((part) => projectLine(part.toReversed(), view).toReversed()),
  ];
}

function arrowhead(from: Point, to: Point): Mark {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const wing = (turn: number): Point => [-9 * Math.cos(angle + turn), -9 * Math.sin(angle + turn)];
  return { ...shape('arrow', pathOf([wing(0.5), [0, 0], wing(-0.5)])), at: to };
}

/** A line without its last `by` pixels; of a line shorter than that, its last segment. */
function trimEnd(line: readonly Point[], by: number): Point[] {
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
