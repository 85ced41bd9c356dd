import { loadSharp } from '../feeds/raster.ts';
import { keptMap } from '../feeds/story-map.ts';
import { writeStoryFeeds, type FeedOptions } from '../feeds/write.ts';
import type { Story } from '../story/schema.ts';
import { runPool, workersFor } from './pool.ts';

export interface DressOptions extends FeedOptions {
  /** Threads beside this one; by default as many as pay. */
  workers?: number;
}

/**
 * Draws what Astro finds drawn (`keptMap`) and writes what stories publish beside their pages, on all cores. The same
 * stories give the same bytes, however many workers there are. Throws the first fault that a worker met.
 */
export async function dressStories(stories: readonly Story[], options: DressOptions): Promise<void> {
  const { onProgress, workers = workersFor(stories.length), ...given } = options;
  let done = 0;
  const onDone = () => onProgress?.((done += 1), stories.length);
  if (workers === 0) {
    for (const story of stories) {
      await dressStory(story, given);
      onDone();
    }
    return;
  }
  await loadSharp(); // sharp wants to be loaded by the main thread before any other
  const module = new URL('./dress-worker.ts', import.meta.url);
  // Two in hand: a worker draws the next story while the picture of the last one is packed.
  await runPool({ module, given, tasks: stories, workers, inHand: 2, onDone });
}

/** Draws the map and writes the feeds of one story. */
export async function dressStory(story: Story, options: FeedOptions): Promise<void> {
  if (!story.withdrawn) keptMap(story, options.policy);
  await writeStoryFeeds([story], options);
}
