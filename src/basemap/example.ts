import type { Bbox, LngLat } from '../geo.ts';
import type { Scene, Story, StoryEvent, StoryLeg, StoryPlace } from '../story/schema.ts';

/** A place of an example: what a map needs of it. */
export interface ExamplePlace {
  id: string;
  name: string;
  kind: StoryPlace['kind'];
  country: string | null;
  lngLat: LngLat;
  bbox?: Bbox;
  role?: StoryPlace['role'];
  status?: StoryPlace['status'];
  /** Something of the story is planned here and nothing else happens. */
  planned?: boolean;
}

export interface ExampleScene {
  id: string;
  camera: string;
  bbox: Bbox;
  now?: string[];
  quiet?: string[];
  legs?: string[];
}

/** A story with nothing but its map, for tests: `legs` are pairs of places, planned where the second one is. */
export function exampleStory(
  places: readonly ExamplePlace[],
  scenes: readonly ExampleScene[],
  legs: readonly [from: string, to: string][] = [],
): Story {
  const statusAt = (id: string) =>
    places.find((place) => place.id === id)?.planned ? 'planned' : 'happened';
  const story: Pick<Story, 'title' | 'places' | 'events' | 'legs' | 'steps'> = {
    title: 'Example',
    places: places.map(({ planned: _, ...place }) => ({
      boundary: null,
      role: 'venue',
      status: 'resolved',
      because: '',
      geonameid: null,
      within: null,
      decided: false,
      source: null,
      alternatives: [],
      ...place,
      bbox: place.bbox ?? null,
    })),
    events: places.map(({ id }) => event(`at-${id}`, id, statusAt(id))),
    legs: legs.map(([from, to]): StoryLeg => ({
      from,
      to,
      status: statusAt(to),
      route: 'not-stated',
      travellers: [],
      event: `to-${to}`,
      km: null,
    })),
    steps: scenes.map(({ id, camera, bbox, now = [], quiet = [], legs: shown = [] }, i) => {
      const scene: Scene = {
        camera,
        bbox,
        now,
        quiet,
        events: shown.map((to) => `to-${to}`),
        caption: '',
        alt: `Map of ${id}`,
        states: [],
      };
      return { id, start: i, end: i + 1, scene };
    }),
  };
  return story as Story;
}

function event(id: string, place: string, status: 'planned' | 'happened'): StoryEvent {
  return { id, status, background: false, places: [place] } as unknown as StoryEvent;
}

export const MOSCOW: ExamplePlace = {
  id: 'moscow',
  name: 'Moscow',
  kind: 'city',
  country: 'RU',
  lngLat: [37.61556, 55.75222],
};
export const ANKARA: ExamplePlace = {
  id: 'ankara',
  name: 'Ankara',
  kind: 'city',
  country: 'TR',
  lngLat: [32.85427, 39.91987],
  planned: true,
};
export const GAZA: ExamplePlace = {
  id: 'gaza',
  name: 'Gaza Strip',
  kind: 'area',
  country: 'PS',
  lngLat: [34.38, 31.42],
  bbox: [34.2, 31.22, 34.57, 31.6],
  role: 'subject',
};
export const UKRAINE: ExamplePlace = {
  id: 'ukraine',
  name: 'Ukraine',
  kind: 'country',
  country: 'UA',
  lngLat: [32, 49],
  bbox: [22.1, 44.4, 40.2, 52.4],
  role: 'mention',
};

/** A wide view from Moscow to the eastern Mediterranean, and a close one of its coast. */
export const WIDE: Bbox = [32, 31, 38.5, 56.2];
export const CLOSE: Bbox = [33.6, 30.7, 35.9, 32.6];

/** A visit that took place, one that is planned, and a subject that nobody visits, in two cameras. */
export const VISIT: Story = exampleStory(
  [MOSCOW, ANKARA, GAZA, UKRAINE],
  [
    { id: 'talks', camera: 'wide', bbox: WIDE, now: ['moscow', 'gaza'] },
    { id: 'subject', camera: 'close', bbox: CLOSE, now: ['gaza'] },
    { id: 'background', camera: 'wide', bbox: WIDE, now: ['moscow'], quiet: ['gaza', 'ukraine'] },
    { id: 'plan', camera: 'wide', bbox: WIDE, now: ['ankara'], quiet: ['moscow', 'gaza'], legs: ['ankara'] },
    {
      id: 'all',
      camera: 'wide',
      bbox: WIDE,
      now: ['moscow', 'gaza', 'ankara'],
      quiet: ['ukraine'],
      legs: ['ankara'],
    },
  ],
  [['moscow', 'ankara']],
);
