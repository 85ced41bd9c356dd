import { mapStory } from '../basemap/build-map.ts';
import type { MapStory } from '../basemap/map-story.ts';
import { cartography } from '../basemap/still.ts';
import { basemapDigest, TILE_ZOOM } from '../basemap/tiles.ts';
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

/** Where the tiles lie below the site's base, with `{z}/{x}/{y}` to fill in, and their deepest zoom. */
export function tilesOf(base: string): { tiles: string; maxzoom: number } {
  return { tiles: `${base}tiles/${basemapDigest(cartography().policy)}/{z}/{x}/{y}.pbf`, maxzoom: TILE_ZOOM };
}
