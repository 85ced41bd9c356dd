import { mapStory } from '../basemap/build-map.ts';
import { inlineStill } from '../basemap/inline-still.ts';
import type { MapStory } from '../basemap/map-story.ts';
import { cartography } from '../basemap/still.ts';
import type { Policy } from '../policy.ts';
import type { Story } from '../story/schema.ts';
import { cachedValue } from './cached.ts';

/** What the page of a story needs for its map; null where no place can be drawn. */
export interface StoryMap {
  map: MapStory;
  /** Markup of the first still, which fits any frame. */
  still: string;
}

const maps = new WeakMap<Story, MapStory>();

/** What the map of a story is drawn from, made once for all its stills. */
export function mapOf(story: Story): MapStory {
  const known = maps.get(story) ?? mapStory(story, cartography());
  maps.set(story, known);
  return known;
}

/** Draws the map of a story's page. */
export function drawMap(story: Story): StoryMap | null {
  const map = mapOf(story);
  const still = inlineStill(map, cartography());
  return still === '' ? null : { map, still };
}

/** `drawMap`, cached by what it is made of. */
export function keptMap(story: Story, policy: Policy): StoryMap | null {
  const kept = cachedValue(story, policy, 'page.json', () => drawMap(story));
  if (kept) maps.set(story, kept.map);
  return kept;
}
