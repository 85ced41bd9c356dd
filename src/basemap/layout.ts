import {
  lineTo,
  placeLabels,
  STORY_SIDES,
  textWidth,
  type Box,
  type LabelPlace,
  type LabelRequest,
  type Obstacle,
  type Side,
} from './labels.ts';
import { LINE_STEPS, type MapCamera, type MapName, type MapPlace } from './map-story.ts';
import { pathOf, shape, tenth, textMark, type Mark, type Point } from './mark.ts';
import type { PlacedMark } from './place-marks.ts';
import { mercatorBox, project, worldSize, type View } from './project.ts';

/** The labels of a view: of the story's places, and of the ground. */
export interface Labels {
  story: Mark[];
  ground: Mark[];
  sides: Map<string, Side>;
}

/** An area narrower than this has its label outside. */
const LABEL_INSIDE = 90;

/** Marks nearer than this, in pixels, look like one. */
const ONE = 8;

/** Labels at most, in small frames and in large ones. */
const LIMIT = { small: 6, large: 12 };

/** Size of the letters of countries and seas, in pixels. */
export function groundSize(large: boolean): number {
  return large ? 13 : 12;
}

/** Lays out the labels: the story's first (venue, planned, subject, mention), then seas and countries where there is room. */
export function layOut(
  placed: readonly PlacedMark[],
  camera: MapCamera | undefined,
  view: View,
  large: boolean,
  edges: readonly Box[],
  legs: readonly Box[],
  fixed?: ReadonlyMap<string, Side>,
  room?: readonly [x0: number, x1: number],
): Labels {
  const size = large ? 16 : 14;
  const small = groundSize(large);
  const named = placed
    .filter(({ place }) => place.label !== '')
    .sort((a, b) => rank(a.place) - rank(b.place));
  const requests = named.map((mark) => ({ ...storyRequest(mark, boxWith(mark, placed), size, small), room }));
  const frame = camera ? boxWidth(camera, view) : 0;
  const names = fixed ? [] : namesWithRoom(camera, named, frame, small);
  const obstacles: Obstacle[] = fixed
    ? []
    : [
        ...[...edges, ...legs, ...linesOf(camera, view, frame)].map((box) => ({ box, key: '' })),
        ...placed.flatMap(({ obstacles: boxes, place }) => boxes().map((box) => ({ box, key: place.id }))),
      ];
  const all = [...requests, ...names.flatMap((name) => groundRequests(name, view, frame, small))];
  const most = Math.max(large ? LIMIT.large : LIMIT.small, requests.length);
  const places = placeLabels(all, view.width, view.height, obstacles, fixed).slice(0, most);
  const at = new Map(places.map((label) => [label.key, label]));
  return {
    story: named.flatMap((mark) => {
      const label = at.get(mark.place.id);
      return label ? [storyLabel(mark, label, size, small)] : [];
    }),
    ground: names.flatMap((name) => {
      const label = at.get(`name-${name.name}`);
      return label ? [groundLabel(name, label, small)] : [];
    }),
    sides: new Map(places.map(({ key, side }) => [key, side])),
  };
}

function rank(place: MapPlace): number {
  if (place.role === 'mention') return 3;
  if (place.role === 'subject') return 2;
  return place.mark === 'sure' ? 0 : 1;
}

function noteOf(place: MapPlace): string {
  return place.mark === 'planned' || place.mark === 'cancelled' ? place.mark : '';
}

function wordsOf(place: MapPlace): string {
  return place.mark === 'uncertain' ? `${place.label} ?` : place.label;
}

/** The box of a mark with those that it can't be told from: their labels stand beside them all. */
function boxWith({ box, at, wideShape }: PlacedMark, placed: readonly PlacedMark[]): Box {
  if (wideShape) return box;
  return placed
    .filter(
      ({ mark, wideShape: wide, at: [x, y] }) => mark && !wide && Math.hypot(x - at[0], y - at[1]) < ONE,
    )
    .reduce<Box>(
      ([x0, y0, x1, y1], { box: other }) => [
        Math.min(x0, other[0]),
        Math.min(y0, other[1]),
        Math.max(x1, other[2]),
        Math.max(y1, other[3]),
      ],
      box,
    );
}

function storyRequest(
  { place, at, wideShape }: PlacedMark,
  box: Box,
  size: number,
  small: number,
): LabelRequest {
  const mention = place.role === 'mention';
  const letter = mention ? small : size;
  const note = noteOf(place);
  const width = Math.max(textWidth(wordsOf(place), letter, !mention), note ? textWidth(note, 12) : 0);
  const inside = wideShape && box[2] - box[0] >= Math.max(LABEL_INSIDE, width + 12);
  return {
    key: place.id,
    mark: inside || mention ? [...at, ...at] : box,
    width,
    height: letter * 1.15 + (note ? 13 : 0),
    sides: inside || mention ? ['C', ...STORY_SIDES] : STORY_SIDES,
    keep: true,
  };
}

function boxWidth(camera: MapCamera, view: View): number {
  const [x0, , x1] = mercatorBox(camera.bbox);
  return (x1 - x0) * worldSize(view.zoom);
}

/** Small boxes along the dashed lines of a close view: a label that hides one takes a side. */
function linesOf(camera: MapCamera | undefined, view: View, frame: number): Box[] {
  const half = Math.max(3, frame / LINE_STEPS / 2);
  return (camera?.lines ?? []).map((at): Box => {
    const [x, y] = project(view, at);
    return [x - half, y - half, x + half, y + half];
  });
}

/** Names of the ground whose width fits the room that they have at this scale, and that no label of the story has. */
function namesWithRoom(
  camera: MapCamera | undefined,
  named: readonly PlacedMark[],
  width: number,
  size: number,
): MapName[] {
  return (camera?.names ?? []).filter(
    (name) =>
      Math.min(...settings(name).map((lines) => roomOf(lines, name, size))) <= width &&
      !named.some(({ place }) => place.label === name.name),
  );
}

/** How a name may be set: in a line, or a territory's, which a map must name however small, in a line for each word. */
function settings({ name, kind }: MapName): string[][] {
  return kind === 'area' && name.includes(' ') ? [[name], name.split(' ')] : [[name]];
}

function roomOf(lines: readonly string[], { room }: MapName, size: number): number {
  return Math.max(...lines.map((line) => textWidth(line, size))) / (room * 1.1);
}

/** Pixels that the camera's box must be wide for a name to have room; a tenth may hang over. */
export function roomNeeded(name: MapName, size: number): number {
  return roomOf([name.name], name, size);
}

/** Share of the letters' size from line to line. */
const LINE = 1.2;

/**
 * A request for each point that a name may stand at, and for the ends of the room that it has there; the first that is free
 * is taken, by their common key.
 */
function groundRequests(name: MapName, view: View, frame: number, size: number): LabelRequest[] {
  return settings(name)
    .filter((lines) => roomOf(lines, name, size) <= frame)
    .flatMap((lines) => {
      const width = Math.max(...lines.map((line) => textWidth(line, size)));
      const spare = Math.max(0, name.room * frame - width) / 2;
      return name.at.flatMap((point) => {
        const [x, y] = project(view, point);
        return [0, -spare, spare].map((dx): LabelRequest => ({
          key: `name-${name.name}`,
          mark: [x + dx, y, x + dx, y],
          width,
          height: size * LINE * lines.length,
          sides: ['C'],
          keep: false,
        }));
      });
    });
}

/** A label as a group that is tied to its mark: to the point, or to the edge of the area that it stands beside. */
function storyLabel(
  { place, now, box: mark, at, wideShape }: PlacedMark,
  label: LabelPlace,
  size: number,
  small: number,
): Mark {
  const mention = place.role === 'mention';
  const { box, side } = label;
  const tie = wideShape && side !== 'C' ? edgeOf(mark, side) : at;
  const rel = ([x, y]: Point): Point => [x - tie[0], y - tie[1]];
  const [east, west] = [side.includes('E'), side.includes('W')];
  const x = east ? box[0] : west ? box[2] : (box[0] + box[2]) / 2;
  const anchor = east ? 'start' : west ? 'end' : 'middle';
  const letter = mention ? small : size;
  const y = box[1] + letter * 0.92;
  const note = noteOf(place);
  const far = leader(mark, box);
  const tone = `${mention ? 'country' : 'story'}${now ? ' now' : ''}${place.water ? ' water' : ''}`;
  return {
    tag: 'g',
    key: `label-${place.id}`,
    attrs: { 'data-label': place.id, class: `label ${tone}` },
    at: tie,
    children: [
      ...(far ? [shape('leader', pathOf(far.map(rel)))] : []),
      textMark('name', wordsOf(place), letter, anchor, rel([x, y])),
      ...(note ? [textMark('note', note, 12, anchor, rel([x, y + 13]), { class: 'note' })] : []),
    ],
  };
}

function edgeOf([x0, y0, x1, y1]: Box, side: Side): Point {
  const x = side.includes('E') ? x1 : side.includes('W') ? x0 : (x0 + x1) / 2;
  const y = side.includes('N') ? y0 : side.includes('S') ? y1 : (y0 + y1) / 2;
  return [x, y];
}

/** A line from a label to its mark, where the label had to move away from it. */
function leader(mark: Box, label: Box): Point[] | null {
  const [[x, y], to] = lineTo(label, mark);
  return Math.hypot(to[0] - x, to[1] - y) > 14 ? [[x, y], to] : null;
}

function groundLabel(name: MapName, { box }: LabelPlace, size: number): Mark {
  const at: Point = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const y = tenth(box[1] + size * 0.95 - at[1]);
  const key = `name-${name.name}`;
  const attrs = { class: `label ${name.kind}` };
  const [line, ...more] = settings(name).find(
    ({ length }) => length === Math.round((box[3] - box[1]) / (size * LINE)),
  ) ?? [name.name];
  if (more.length === 0) return { ...textMark(key, line!, size, 'middle', [0, y], attrs), at };
  const lines = [line!, ...more].map((words, i) =>
    textMark(`line-${i}`, words, size, 'middle', [0, y + i * size * LINE]),
  );
  return { tag: 'g', key, attrs, at, children: lines };
}
