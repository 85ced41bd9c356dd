import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderCache } from '../part.ts';
import type { Story } from '../story/schema.ts';

/**
 * The story of an address, as the pipeline derived it and the loader checked it. Pages read their own, one at a time:
 * ten thousand stories at once are more than a process should hold.
 */
export function readStory(slug: string): Story {
  return JSON.parse(readFileSync(join(renderCache('stories'), `${slug}.json`), 'utf8')) as Story;
}

/** What lists of all stories show of one: without its words and what points into them. */
export function readOutline(slug: string): Story {
  const story = readStory(slug);
  const places = story.places.map((place) => ({ ...place, because: '', alternatives: [] }));
  return { ...story, text: '', toponyms: [], timexes: [], people: [], places };
}
