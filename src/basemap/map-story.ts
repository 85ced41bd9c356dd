import type { Bbox, LngLat } from '../geo.ts';

/**
 * All that the map of a story needs, small enough to lie in the page. Made by `mapStory` at build time; the browser
 * takes these types and nothing else of the story.
 */
export interface MapStory {
  /** By camera: its box, the names of countries and seas that fit it, and its locator where the view is close. */
  cameras: Record<string, MapCamera>;
  places: MapPlace[];
  legs: MapLeg[];
  /** In text order; a step with states has one for each. */
  scenes: MapScene[];
}

/** Points of a camera's `lines` to the width of its box. */
export const LINE_STEPS = 28;

export interface MapCamera {
  bbox: Bbox;
  names: MapName[];
  locator: Locator | null;
  /** Points along the dashed lines of a close view, for labels to keep off; a wide one has none. */
  lines?: LngLat[];
}

/** A name of the ground. `room` is the width that it may take at the first point, as a share of the box's width. */
export interface MapName {
  name: string;
  kind: 'country' | 'sea' | 'area';
  /** Where it has most room first, then elsewhere, if a mark stands there. */
  at: LngLat[];
  room: number;
}

/** Where a close view lies in a wider one, drawn in a square of 100 units. */
export interface Locator {
  /** SVG path of the land. */
  land: string;
  /** Left, top, right, bottom of the close view's box. */
  frame: [number, number, number, number];
}

export interface MapPlace {
  id: string;
  /** The name to write; empty where the policy writes none. */
  label: string;
  kind: 'point' | 'area';
  role: 'venue' | 'subject' | 'mention';
  /** `planned` and `cancelled` where nothing else of the story happens there, `uncertain` where resolution isn't sure. */
  mark: 'sure' | 'planned' | 'cancelled' | 'uncertain';
  at: LngLat | null;
  /** Outer rings and holes of an area, simplified; empty for points. */
  rings: LngLat[][];
  approximate: boolean;
  /** Of an uncertain place, half the spread of its candidates in kilometres. */
  spread: number;
  /** True where the point lies in water: the label's halo is the sea's. */
  water: boolean;
}

export interface MapLeg {
  event: string;
  from: string;
  to: string;
  planned: boolean;
  /** Parts of the geodesic that are drawn: the first 30 % and the last 25 %, or the whole where the route is stated. */
  parts: LngLat[][];
}

export interface MapScene {
  step: string;
  /** 0 for a step's own scene, 1 for its second state. */
  state: number;
  camera: string;
  now: string[];
  quiet: string[];
  /** Indexes of `legs`. */
  legs: number[];
}

/** The scene of a step and state; the step's own where it has no such state, the first where there is no such step. */
export function sceneOf(map: MapStory, step: string | undefined, state = 0): MapScene | undefined {
  const scenes = map.scenes.filter((scene) => scene.step === step);
  return scenes.find((scene) => scene.state === state) ?? scenes[0] ?? map.scenes[0];
}
