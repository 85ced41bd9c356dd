import { drawEdges } from './edge-marks.ts';
import type { Box, Side } from './labels.ts';
import { layOut } from './layout.ts';
import { drawLeg } from './leg-marks.ts';
import type { MapScene, MapStory } from './map-story.ts';
import { group, type Mark } from './mark.ts';
import { drawPlace, type PlacedMark } from './place-marks.ts';
import type { View } from './project.ts';

/** What a scene looks like in a view, and which side each label took. */
export interface Drawing {
  marks: Mark[];
  sides: Map<string, Side>;
  /** Where a reader can aim at a place: centre and half the width, at least 12 px. */
  targets: { place: string; label: string; x: number; y: number; radius: number }[];
}

export interface DrawOptions {
  /** Sides that labels keep while the map moves; those that have none are left out, as are names of the ground. */
  fixed?: ReadonlyMap<string, Side> | undefined;
  /** Begins the ids of the hatches, so that two maps of a page don't share one. */
  prefix?: string;
  /** Text in the lower corner. */
  line?: string;
  /** What the story's labels keep to instead of the frame's width: left and right edge. */
  room?: readonly [x0: number, x1: number] | undefined;
}

/** Frames with the larger marks and letters, and room for twelve labels. */
export function isLarge({ width, height }: { width: number; height: number }): boolean {
  return height >= 400 && width >= 360;
}

/**
 * Draws a scene's marks, legs and names for a view, in the order of painting. Pure, and the same for still and live map.
 *
 * Role is shape: a disc is a venue, a hatch or brackets a subject, a diamond a subject that is a point, a ring what is
 * planned, dots what is uncertain; a mention has its name or its outline only. "Now" is accent and a ring. Colours come
 * from the classes of map-drawing.css.
 */
export function drawScene(
  map: MapStory,
  scene: MapScene,
  view: View,
  { fixed, prefix = 'map', line = '', room }: DrawOptions = {},
): Drawing {
  const large = isLarge(view);
  const now = new Set(scene.now);
  const placed = [...scene.quiet.filter((id) => !now.has(id)), ...scene.now].flatMap((id) => {
    const place = map.places.find((one) => one.id === id);
    const drawn = place && drawPlace(place, now.has(id), view, large, prefix);
    return drawn && !isLost(drawn, view) ? [drawn] : [];
  });
  const legs = scene.legs.flatMap((index) => {
    const leg = map.legs[index];
    return leg
      ? [
          drawLeg(
            leg,
            `leg-${index}`,
            view,
            placed.find(({ place }) => place.id === leg.to),
          ),
        ]
      : [];
  });
  const camera = map.cameras[scene.camera];
  // A moving map shows its places alone, each label where it was: nothing has to keep off anything.
  const boxesOf = (all: readonly { obstacles: () => Box[] }[]) =>
    fixed ? [] : all.flatMap(({ obstacles }) => obstacles());
  const edges =
    camera && !fixed ? drawEdges(camera, view, large, boxesOf(placed), line) : { marks: [], boxes: [] };
  const lines = boxesOf(legs);
  const labels = layOut(placed, camera, view, large, edges.boxes, lines, fixed, room);
  const marksOf = (points: boolean) =>
    placed.flatMap(({ mark, wideShape }) => (mark && wideShape !== points ? [mark] : []));
  return {
    marks: [
      group('areas', marksOf(false)),
      group('names', labels.ground),
      group(
        'legs',
        legs.map(({ mark }) => mark),
      ),
      group('points', marksOf(true)),
      group('labels', labels.story),
      group('edges', edges.marks),
    ],
    sides: labels.sides,
    targets: placed
      .filter(({ mark, place }) => mark && place.role !== 'mention')
      .map(({ place, at: [x, y], box: [x0, y0, x1, y1] }) => ({
        place: place.id,
        label: place.label,
        x,
        y,
        radius: Math.max(12, Math.min(x1 - x0, y1 - y0, 96) / 2),
      })),
  };
}

/** Whether a place that is not certain lies outside the frame: its name alone at the edge would say that it is there. */
function isLost({ place, at: [x, y] }: PlacedMark, { width, height }: View): boolean {
  return place.mark === 'uncertain' && (x < 0 || y < 0 || x > width || y > height);
}

/** The hatches that areas are filled with: 45°, lines of 1.5 px, 6 px apart. Goes into the drawing's `<defs>`. */
export function hatches(prefix = 'map'): Mark[] {
  return ['now', 'rest'].map((tone): Mark => ({
    tag: 'pattern',
    key: `hatch-${tone}`,
    attrs: {
      id: `${prefix}-hatch-${tone}`,
      width: 6,
      height: 6,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    children: [
      { tag: 'rect', key: 'ground', attrs: { class: 'hatch-ground', width: 6, height: 6 } },
      {
        tag: 'path',
        key: 'line',
        attrs: { class: tone === 'now' ? 'hatch-line-now' : 'hatch-line', d: 'M0 3H6' },
      },
    ],
  }));
}
