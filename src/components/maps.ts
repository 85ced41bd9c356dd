import { mapAttributes, mapStory } from '../basemap/build-map.ts';
import type { MapStory } from '../basemap/map-story.ts';
import { cartography } from '../basemap/still.ts';
import type { Policy } from '../policy.ts';
import type { Story } from '../story/schema.ts';
import { inlineStills } from './inline-still.ts';

/** What the page of a story needs for its map; null where no place can be drawn. */
export interface StoryMap {
  map: MapStory;
  stills: { low: string; high: string };
}

/** Builds the map's data and its first stills. */
export function storyMap(story: Story): StoryMap | null {
  const maps = cartography();
  const map = mapStory(story, maps);
  const stills = inlineStills(map, maps);
  return stills && { map, stills };
}

/** What the map's figure bears for its script. */
export function attributesOf(map: MapStory, base: string): ReturnType<typeof mapAttributes> {
  return mapAttributes(map, base, cartography().policy);
}

/** The line at the map's corner, in full and for a phone. */
export function policyLine(): Policy['line'] {
  return cartography().policy.line;
}
