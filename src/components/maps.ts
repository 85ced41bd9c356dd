import { existsSync, readFileSync } from 'node:fs';
import { mapAttributes, mapStory } from '../basemap/build-map.ts';
import { inlineStill } from '../basemap/inline-still.ts';
import type { MapStory } from '../basemap/map-story.ts';
import { cartography } from '../basemap/still.ts';
import { cacheDir, writeWhole } from '../cache.ts';
import type { Policy } from '../policy.ts';
import type { Story } from '../story/schema.ts';
import { cacheKeyOf } from './cache-key.ts';

/** What the page of a story needs for its map; null where no place can be drawn. */
export interface StoryMap {
  map: MapStory;
  /** Markup of the first still, which fits any frame. */
  still: string;
}

/** The map's data and its first still: drawn once for a story's page and embed, and kept until either is another. */
export function storyMap(story: Story): StoryMap | null {
  if (import.meta.env?.DEV) return drawMap(story); // code and policy change while the server runs
  const file = cacheDir('maps', `${story.slug}.json`);
  const key = cacheKeyOf(story);
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : null;
  if (kept?.key === key) return kept.made;
  const made = drawMap(story);
  writeWhole(file, JSON.stringify({ key, made } satisfies Kept));
  return made;
}

interface Kept {
  key: string;
  made: StoryMap | null;
}

function drawMap(story: Story): StoryMap | null {
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

/** Where a reader reports a wrong place of a story, with the story in the subject; "" where the newsroom gives none. */
export function reportAddress({ slug, title }: Story): string {
  const report = cartography().policy.report ?? '';
  const subject = encodeURIComponent(`${title} (${slug})`);
  return report.startsWith('mailto:') && !report.includes('?') ? `${report}?subject=${subject}` : report;
}
