import { workerData } from 'node:worker_threads';
import type { FeedOptions } from '../feeds/write.ts';
import type { Story } from '../story/schema.ts';
import { dressStory } from './dress.ts';
import { answerTasks } from './pool.ts';

/** A thread of `dressStories`. */
answerTasks((story: Story) => dressStory(story, workerData as FeedOptions));
