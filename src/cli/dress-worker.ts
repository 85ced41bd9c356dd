import { parentPort, workerData } from 'node:worker_threads';
import type { FeedOptions } from '../feeds/write.ts';
import type { Story } from '../story/schema.ts';
import { dressStory, type Answer } from './dress.ts';

/** A thread of `dressStories`: takes stories, answers each with its slug. */
parentPort?.on('message', (story: Story) => {
  const answer = (error?: unknown) => {
    parentPort?.postMessage({ slug: story.slug, ...(error === undefined ? {} : { error }) } satisfies Answer);
  };
  dressStory(story, workerData as FeedOptions).then(() => answer(), answer);
});
