import { overlapOf, textWidth, type Box } from './labels.ts';
import type { Locator, MapCamera } from './map-story.ts';
import { shape, tenth, textMark, type Mark } from './mark.ts';
import { viewBounds, worldSize, type View } from './project.ts';

/** What stands at the edges of a frame, and the boxes that labels keep off. */
export interface Edges {
  marks: Mark[];
  boxes: Box[];
}

/** Height of the strip at the foot of a frame that belongs to the policy's line. */
export const FOOT = 24;

/**
 * A locator where the view is close, in the corner that covers least of `taken`; a scale bar where the whole view has one
 * scale; a line of text in the lower corner.
 */
export function drawEdges(
  camera: MapCamera,
  view: View,
  large: boolean,
  taken: readonly Box[],
  line = '',
): Edges {
  const { width, height } = view;
  const marks: Mark[] = [];
  const boxes: Box[] = [[0, height - FOOT, width, height]];
  if (camera.locator) {
    const box = cornerFor(large ? 96 : height < 220 ? 60 : 72, view, taken);
    boxes.push(box);
    marks.push(locatorMark(camera.locator, box));
  }
  const bar = scaleBar(view, line);
  if (bar) marks.push(bar);
  if (line) marks.push(textMark('line', line, 12, 'start', [8, height - 8], { class: 'corner-line' }));
  return { marks, boxes };
}

function cornerFor(side: number, { width, height }: View, taken: readonly Box[]): Box {
  const [right, low] = [width - side - 8, height - side - FOOT - 8];
  const corners = [
    [8, 8],
    [right, 8],
    [right, low],
    [8, low],
  ].map(([x, y]): Box => [x!, y!, x! + side, y! + side]);
  const crowd = (box: Box) => taken.reduce((sum, other) => sum + overlapOf(box, other), 0);
  return corners.reduce((best, box) => (crowd(box) < crowd(best) ? box : best));
}

/** A square with the land around and a frame of at least 12 px where the view lies. */
function locatorMark({ land, frame: [x0, y0, x1, y1] }: Locator, [x, y, right]: Box): Mark {
  const side = right - x;
  const least = (12 / side) * 100;
  const [w, h] = [Math.max(x1 - x0, least), Math.max(y1 - y0, least)];
  const [left, top] = [(x0 + x1 - w) / 2, (y0 + y1 - h) / 2];
  const here = `M${tenth(left)} ${tenth(top)}h${tenth(w)}v${tenth(h)}h${tenth(-w)}z`;
  return {
    tag: 'svg',
    key: 'locator',
    attrs: { class: 'locator', x: tenth(x), y: tenth(y), width: side, height: side, viewBox: '0 0 100 100' },
    children: [
      { tag: 'rect', key: 'sea', attrs: { class: 'locator-sea', width: 100, height: 100 } },
      shape('locator-land', land),
      shape('locator-here', here),
      shape('locator-edge', 'M0 0H100V100H0z'),
    ],
  };
}

/**
 * A round number of kilometres in at most 100 pixels and a third of the frame, where the scale differs by less than a
 * tenth over the view. It stands in the corner, above the line of text where that reaches so far.
 */
function scaleBar(view: View, line: string): Mark | null {
  const [, south, , north] = viewBounds(view);
  const cos = (lat: number) => Math.cos((lat * Math.PI) / 180);
  if (view.zoom < 4 || Math.abs(cos(north) / cos(south) - 1) > 0.1) return null;
  const pixels = worldSize(view.zoom) / (40_075 * cos(view.center[1]));
  const km = [1, 2, 5, 10, 20, 50, 100, 200].findLast(
    (length) => length * pixels <= Math.min(100, view.width / 3),
  );
  if (!km) return null;
  const length = tenth(km * pixels);
  const bar = shape('bar', `M${-length} -4v4h${length}v-4`);
  const label = textMark('km', `${km} km`, 12, 'end', [0, -6]);
  const isFree = 8 + textWidth(line, 12) + 8 < view.width - 10 - Math.max(length, textWidth(`${km} km`, 12));
  const at: [number, number] = [view.width - 10, view.height - (isFree ? 10 : 10 + FOOT)];
  return { tag: 'g', key: 'scale', attrs: { class: 'scale' }, at, children: [bar, label] };
}
