import { availableParallelism } from 'node:os';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { loadSharp } from '../feeds/raster.ts';
import { keptMap } from '../feeds/story-map.ts';
import { writeStoryFeeds, type FeedOptions } from '../feeds/write.ts';
import type { Story } from '../story/schema.ts';

export interface DressOptions extends FeedOptions {
  /** Threads beside this one; by default as many as there are cores, none for a handful of stories. */
  workers?: number;
}

/** A worker's answer: the story is done, or why not. */
export interface Answer {
  slug: string;
  error?: unknown;
}

/** Each worker loads a map of the world: more than this many would want more memory than they save time. */
const MOST_WORKERS = 4;

/** What a worker may hold: it needs half of it, and would let as much again lie about before it cleans up. */
const HEAP_MB = 448;

/** A worker takes a second to load: fewer stories than this are done sooner without. */
const FEW = 12;

/** Stories that a worker holds at a time, so that it draws the next while the last one's picture is packed. */
const IN_HAND = 2;

/**
 * Draws what Astro finds drawn (`keptMap`) and writes what stories publish beside their pages, on all cores. The same
 * stories give the same bytes, however many workers there are. Throws the first fault that a worker met.
 */
export async function dressStories(stories: readonly Story[], options: DressOptions): Promise<void> {
  const { onProgress, workers: wanted, ...rest } = options;
  const cores = stories.length < FEW ? 0 : Math.min(MOST_WORKERS, availableParallelism());
  const count = Math.min(stories.length, wanted ?? cores);
  let done = 0;
  const tick = () => onProgress?.((done += 1), stories.length);
  if (count === 0) {
    for (const story of stories) {
      await dressStory(story, rest);
      tick();
    }
    return;
  }
  await loadSharp(); // sharp wants to be loaded by the main thread before any other
  const queue = stories.values();
  const work = Array.from({ length: count }, () => runWorker(queue, rest, tick));
  try {
    await Promise.all(work.map(({ finished }) => finished));
  } finally {
    await Promise.all(work.map(({ worker }) => worker.terminate()));
  }
}

/** Draws the map and writes the feeds of one story. */
export async function dressStory(story: Story, options: FeedOptions): Promise<void> {
  if (!story.withdrawn) keptMap(story, options.policy);
  await writeStoryFeeds([story], options);
}

/** A worker that takes stories from the queue until it is empty. */
function runWorker(
  queue: Iterator<Story>,
  options: FeedOptions,
  tick: () => void,
): { worker: Worker; finished: Promise<void> } {
  const worker = new Worker(new URL('./dress-worker.ts', import.meta.url), {
    workerData: options,
    env: SHARE_ENV,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  let inHand = 0;
  const give = (): boolean => {
    const { value, done } = queue.next();
    if (done) return false;
    inHand += 1;
    worker.postMessage(value);
    return true;
  };
  const finished = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a worker ended with code ${code}`)));
    worker.on('message', ({ error }: Answer) => {
      if (error !== undefined) return reject(error as Error);
      inHand -= 1;
      tick();
      if (!give() && inHand === 0) resolve();
    });
    for (let i = 0; i < IN_HAND; i += 1) give();
    if (inHand === 0) resolve();
  });
  return { worker, finished };
}
