import { mapAttributes, mapStory } from '../basemap/build-map.ts';
import { inlineStill } from '../basemap/inline-still.ts';
import type { MapStory } from '../basemap/map-story.ts';
import { cartography } from '../basemap/still.ts';
import type { Policy } from '../policy.ts';
import type { Story } from '../story/schema.ts';

/** What the page of a story needs for its map; null where no place can be drawn. */
export interface StoryMap {
  map: MapStory;
  /** Markup of the first still, which fits any frame. */
  still: string;
}

/** Builds the map's data and its first still. */
export function storyMap(story: Story): StoryMap | null {
  const maps = cartography();
  const map = mapStory(story, maps);
  const still = inlineStill(map, maps);
  return still === '' ? null : { map, still };
}

/** What the map's figure bears for its script. */
export function attributesOf(map: MapStory, base: string): ReturnType<typeof mapAttributes> {
  return mapAttributes(map, base, cartography().policy);
}

/** The line at the map's corner, in full and for a phone. */
export function policyLine(): Policy['line'] {
  return cartography().policy.line;
}
